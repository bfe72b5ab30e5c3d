extension ArticlePattern {
  /// One attempt to match a path.
  ///
  /// Tables of what can match are filled from the end, so the time is bounded by the product of the lengths of
  /// pattern and path, whatever they contain.
  struct Matcher {
    let components: [Component]
    let parts: [[UInt8]]

    func match() -> Captures? { found()?.captures }

    /// Returns the captures, and where the slug stands; `nil` for the place when these components have no `{slug}`.
    func found() -> (captures: Captures, place: SlugPlace?)? {
      // fits[component][part]: whether the components from here match the parts from here.
      var fits = Self.table(components.count + 1, parts.count + 1)
      fits[components.count][parts.count] = true
      for component in components.indices.reversed() {
        switch components[component] {
        case .anyDepth:
          var later = false
          for part in (0...parts.count).reversed() {
            later = later || fits[component + 1][part]
            fits[component][part] = later
          }
        case .pieces(let pieces):
          for part in parts.indices where fits[component + 1][part + 1] {
            fits[component][part] = Self.fits(pieces, parts[part])[0][0]
          }
        }
      }
      guard fits[0][0] else { return nil }
      var captures = Captures(slug: "")
      var place: SlugPlace?
      var part = 0
      for component in components.indices {
        switch components[component] {
        case .anyDepth:
          while !fits[component + 1][part] { part += 1 }
        case .pieces(let pieces):
          if let range = Self.capture(pieces, parts[part], into: &captures) {
            place = SlugPlace(part: part, range: range)
          }
          part += 1
        }
      }
      return (captures, place)
    }

    private static func table(_ rows: Int, _ columns: Int) -> [[Bool]] {
      Array(repeating: Array(repeating: false, count: columns), count: rows)
    }

    /// Returns whether the pieces from each piece on match the bytes from each byte on.
    private static func fits(_ pieces: [Piece], _ bytes: [UInt8]) -> [[Bool]] {
      var fits = table(pieces.count + 1, bytes.count + 1)
      fits[pieces.count][bytes.count] = true
      for piece in pieces.indices.reversed() {
        var later = false
        for offset in (0...bytes.count).reversed() {
          switch pieces[piece] {
          case .any:
            later = later || fits[piece + 1][offset]
            fits[piece][offset] = later
          case .slug:
            // At least one byte: what fits must start after this one.
            fits[piece][offset] = later
            later = later || fits[piece + 1][offset]
          case .literal, .date, .language:
            fits[piece][offset] = lengths(of: pieces[piece], in: bytes[offset...]).contains { count in
              fits[piece + 1][offset + count]
            }
          }
        }
      }
      return fits
    }

    /// Reads the captures of one component that is known to match; each takes as much as it can, from the left.
    ///
    /// - Returns: where the slug stands in it; `nil` when it is in another component.
    private static func capture(
      _ pieces: [Piece], _ bytes: [UInt8], into captures: inout Captures
    ) -> Range<Int>? {
      let fits = fits(pieces, bytes)
      var offset = 0
      var slug: Range<Int>?
      for piece in pieces.indices {
        let lengths: [Int]
        switch pieces[piece] {
        case .slug, .any: lengths = (0...(bytes.count - offset)).reversed()
        case .literal, .date, .language: lengths = Self.lengths(of: pieces[piece], in: bytes[offset...])
        }
        guard let count = lengths.first(where: { fits[piece + 1][offset + $0] }) else { return slug }
        let text = String(decoding: bytes[offset..<(offset + count)], as: UTF8.self)
        switch pieces[piece] {
        case .slug:
          captures.slug = text
          slug = offset..<(offset + count)
        case .date: captures.date = text
        case .language: captures.language = text
        case .literal, .any: break
        }
        offset += count
      }
      return slug
    }

    /// The lengths that a literal, a date or a language at the start of `bytes` can have, longest first.
    private static func lengths(of piece: Piece, in bytes: ArraySlice<UInt8>) -> [Int] {
      let shapes: [String]
      switch piece {
      case .literal(let literal): return bytes.starts(with: literal) ? [literal.count] : []
      case .date: shapes = ["dddd-dd-dd", "dddd-dd", "dddd"]
      case .language: shapes = ["aaa-aa", "aa-aa", "aaa", "aa"]
      case .slug, .any: return []
      }
      return shapes.filter { shape in
        bytes.count >= shape.utf8.count
          && zip(shape.utf8, bytes).allSatisfy { expected, byte in
            switch expected {
            case UInt8(ascii: "d"): (0x30...0x39).contains(byte)
            case UInt8(ascii: "a"): (0x61...0x7A).contains(byte | 0x20)
            default: byte == UInt8(ascii: "-")
            }
          }
      }.map(\.utf8.count)
    }
  }
}
