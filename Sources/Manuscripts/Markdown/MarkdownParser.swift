import CMarkdown
import StructuredText

/// The door to md4c.
enum MarkdownParser {
  /// The extensions of GitHub's dialect.
  private static let dialect = UInt32(
    MD_FLAG_PERMISSIVEEMAILAUTOLINKS | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)
  private static let bareAddresses = UInt32(MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_PERMISSIVEWWWAUTOLINKS)

  /// Parses the bytes of `input` in `range` and tells `builder` what is in them, with offsets in `range`.
  ///
  /// - Returns: The builder with all that was read; `nil` for a text whose destinations and titles, once written out, are
  ///   far larger than the text itself: it is given up, since a short reference can be used to repeat a long one without end.
  static func parse(_ input: [UInt8], _ range: Range<Int>, into builder: TreeBuilder) -> TreeBuilder? {
    // Behind the digits of a last line md4c looks for the mark of a list without asking whether the text goes on.
    guard range.isEmpty || input[range.upperBound - 1] == UInt8(ascii: "\n") else {
      var ended = Array(input[..<range.upperBound])
      ended.append(UInt8(ascii: "\n"))
      return read(ended, range, into: builder)
    }
    return read(input, range, into: builder)
  }

  private static func read(_ input: [UInt8], _ range: Range<Int>, into builder: TreeBuilder) -> TreeBuilder? {
    unsafe input[range].withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, let size = UInt32(exactly: buffer.count) else { return builder }
      var session = unsafe ParsingSession(builder, UnsafeRawPointer(base), buffer.count)
      var parser = MD_PARSER()
      let range = TextRange(range)
      parser.flags = dialect | (AutolinkGuard.allowsBareAddresses(input, range) ? bareAddresses : 0)
      unsafe parser.enter_block = { type, detail, session in
        unsafe ParsingSession.at(session)?.pointee.enterBlock(type, detail) ?? -1
      }
      unsafe parser.leave_block = { type, _, session in
        unsafe ParsingSession.at(session)?.pointee.leaveBlock(type) ?? -1
      }
      unsafe parser.enter_span = { type, detail, session in
        unsafe ParsingSession.at(session)?.pointee.enterSpan(type, detail) ?? -1
      }
      unsafe parser.leave_span = { type, _, session in
        unsafe ParsingSession.at(session)?.pointee.leaveSpan(type) ?? -1
      }
      unsafe parser.text = { type, text, size, session in
        unsafe ParsingSession.at(session)?.pointee.text(type, text, size) ?? -1
      }
      let status = unsafe withUnsafeMutablePointer(to: &session) { session in
        unsafe base.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
          unsafe md_parse($0, size, &parser, session)
        }
      }
      return status == 0 ? session.builder : nil
    }
  }
}

/// One run of md4c: turns its pointers into offsets before anything else sees them.
@safe private struct ParsingSession {
  private(set) var builder: TreeBuilder
  private let base: UnsafeRawPointer
  private let size: Int
  /// How many more bytes of destinations and titles may be written out.
  private var allowance: Int

  @unsafe init(_ builder: TreeBuilder, _ base: UnsafeRawPointer, _ size: Int) {
    self.builder = builder
    unsafe self.base = base
    self.size = size
    self.allowance = (1 << 20) + 2 * size
  }

  @unsafe static func at(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<ParsingSession>? {
    unsafe pointer?.assumingMemoryBound(to: ParsingSession.self)
  }

  mutating func enterBlock(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) -> CInt {
    switch type {
    case MD_BLOCK_QUOTE: builder.enterQuote()
    case MD_BLOCK_UL: builder.enterList(start: nil)
    case MD_BLOCK_OL:
      let start = unsafe detail?.assumingMemoryBound(to: MD_BLOCK_OL_DETAIL.self).pointee.start
      builder.enterList(start: Int(start ?? 1))
    case MD_BLOCK_LI: builder.enterItem()
    case MD_BLOCK_H:
      let level = unsafe detail?.assumingMemoryBound(to: MD_BLOCK_H_DETAIL.self).pointee.level
      builder.enterLeaf(.heading(level: Int(level ?? 1)))
    case MD_BLOCK_CODE: builder.enterLeaf(.code)
    case MD_BLOCK_HTML: builder.enterHTML()
    case MD_BLOCK_P: builder.enterLeaf(.paragraph)
    case MD_BLOCK_TABLE: builder.enterTable()
    case MD_BLOCK_TR: builder.enterRow()
    case MD_BLOCK_TH, MD_BLOCK_TD: builder.enterCell()
    default: break
    }
    return 0
  }

  mutating func leaveBlock(_ type: MD_BLOCKTYPE) -> CInt {
    switch type {
    case MD_BLOCK_QUOTE: builder.leaveQuote()
    case MD_BLOCK_UL, MD_BLOCK_OL: builder.leaveList()
    case MD_BLOCK_LI: builder.leaveItem()
    case MD_BLOCK_HTML: builder.leaveHTML()
    case MD_BLOCK_H, MD_BLOCK_CODE, MD_BLOCK_P, MD_BLOCK_TH, MD_BLOCK_TD: builder.leaveLeaf()
    default: break
    }
    return 0
  }

  mutating func enterSpan(_ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) -> CInt {
    switch type {
    case MD_SPAN_EM: builder.enterSpan(.emphasis)
    case MD_SPAN_STRONG: builder.enterSpan(.strong)
    case MD_SPAN_CODE: builder.enterSpan(.code)
    case MD_SPAN_DEL: builder.enterSpan(.strikethrough)
    case MD_SPAN_A:
      guard let link = unsafe detail?.assumingMemoryBound(to: MD_SPAN_A_DETAIL.self).pointee else { return -1 }
      return unsafe enterLink(.link, destination: link.href, title: link.title)
    case MD_SPAN_IMG:
      guard let image = unsafe detail?.assumingMemoryBound(to: MD_SPAN_IMG_DETAIL.self).pointee else { return -1 }
      return unsafe enterLink(.image, destination: image.src, title: image.title)
    default: break
    }
    return 0
  }

  mutating func leaveSpan(_ type: MD_SPANTYPE) -> CInt {
    switch type {
    case MD_SPAN_EM, MD_SPAN_STRONG, MD_SPAN_CODE, MD_SPAN_DEL: builder.leaveSpan()
    case MD_SPAN_A, MD_SPAN_IMG: builder.leaveLink()
    default: break
    }
    return 0
  }

  mutating func text(_ type: MD_TEXTTYPE, _ text: UnsafePointer<MD_CHAR>?, _ count: MD_SIZE) -> CInt {
    guard let text = unsafe text else { return 0 }
    let place = unsafe self.place(of: UnsafeRawPointer(text), count: Int(count))
    switch type {
    case MD_TEXT_BR, MD_TEXT_SOFTBR: builder.lineBreak()
    case MD_TEXT_ENTITY: if let place { builder.entity(place) }
    case MD_TEXT_HTML: if let place { builder.html(place) } else { builder.htmlFiller() }
    case MD_TEXT_CODE:
      // md4c makes the blanks of indentation, and the line ends, of code itself.
      if let place {
        builder.code(place)
      } else {
        builder.codeFiller(unsafe [UInt8](UnsafeRawBufferPointer(start: text, count: Int(count))))
      }
    default: if let place { builder.plain(place) }
    }
    return 0
  }

  private mutating func enterLink(_ kind: MarkdownTree.Link.Kind, destination: MD_ATTRIBUTE, title: MD_ATTRIBUTE)
    -> CInt
  {
    let written = unsafe Int(destination.size) + Int(title.size)
    allowance -= written
    // Only a negative answer stops md4c here.
    guard allowance >= 0 else { return -1 }
    builder.enterLink(
      kind, destination: unsafe string(destination), title: unsafe string(title), address: unsafe address(destination))
    return 0
  }

  /// Returns where in the article the attribute is written; `nil` when it is not written there as it reads.
  private func address(_ attribute: MD_ATTRIBUTE) -> TextRange? {
    guard let text = unsafe attribute.text, unsafe attribute.size > 0 else { return nil }
    let place = unsafe self.place(of: UnsafeRawPointer(text), count: Int(attribute.size))
    return place.flatMap { builder.origin.place($0) }
  }

  private func string(_ attribute: MD_ATTRIBUTE) -> String {
    guard let text = unsafe attribute.text, unsafe attribute.size > 0 else { return "" }
    let bytes = unsafe UnsafeRawBufferPointer(start: text, count: Int(attribute.size))
    if let place = unsafe self.place(of: UnsafeRawPointer(text), count: bytes.count),
      let range = builder.origin.source(place)
    {
      // Straight from the text, where a template may be a part of it.
      return String(decoding: builder.written[range.range], as: UTF8.self)
    }
    guard let types = unsafe attribute.substr_types, let offsets = unsafe attribute.substr_offsets else {
      return unsafe String(decoding: bytes, as: UTF8.self)
    }
    var result: [UInt8] = []
    var index = 0
    // The offset after the last piece is always the size.
    while unsafe offsets[index] < attribute.size {
      let piece = unsafe bytes[Int(offsets[index])..<Int(offsets[index + 1])]
      if unsafe types[index] == MD_TEXT_ENTITY {
        let entity = unsafe [UInt8](piece)
        result += EntityTable.text(of: entity[...]) ?? entity
      } else {
        unsafe result += piece
      }
      index += 1
    }
    return String(decoding: builder.unmasked(result), as: UTF8.self)
  }

  /// Returns where in the input the text lies; `nil` for text that md4c brought itself.
  private func place(of pointer: UnsafeRawPointer, count: Int) -> Range<Int>? {
    let start = unsafe Int(bitPattern: pointer) - Int(bitPattern: base)
    guard start >= 0, start + count <= size else { return nil }
    return start..<(start + count)
  }
}
