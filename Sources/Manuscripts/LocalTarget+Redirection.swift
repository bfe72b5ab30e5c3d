/// Addresses after files have moved.
extension LocalTarget {
  /// Returns the address under which the target is found once it, or the article that names it, lies elsewhere.
  ///
  /// What was written stays as far as it holds: with or without an ending, from the root or not, with its anchor, and with
  /// its percent signs.
  ///
  /// - Parameters:
  ///   - place: where the target was found.
  ///   - new: the parts of its new path, as many as before.
  ///   - path: where the article lay that names it, and `newPath`, where it will.
  package func address(
    of place: SiteFiles.Place, movedTo new: [String], namedBy path: String, movedTo newPath: String
  ) -> String {
    let head = destination.prefix { $0 != "?" && $0 != "#" }
    let tail = destination[head.endIndex...]
    let written = head.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let aligned = Self.aligned(written, place.parts, new)
    let address = aligned.joined(separator: "/")
    guard place.origin != .root else { return address + tail }
    let base = Self.base(place.origin, path).map { Part($0) }
    guard var parts = SiteFiles.resolved(base + Self.parts(of: written), isStepUp: { $0.plain == ".." }),
      parts.count == place.parts.count, new.count == parts.count, let last = parts.indices.last
    else { return address + tail }
    parts = parts.indices.map { index in
      let (part, old, new) = (parts[index], place.parts[index], new[index])
      return old == new ? part : part.becoming(index == last ? Self.replaced(part.plain, old, new) : new)
    }
    let newBase = Self.base(place.origin, newPath)
    let decoded = Self.decoded(Array(address.utf8)[...]) ?? address
    if SiteFiles.resolved(newBase + SiteFiles.parts(of: decoded)) == parts.map(\.plain) { return address + tail }
    return Self.relative(from: newBase, to: parts) + (head.hasSuffix("/") ? "/" : "") + tail
  }

  /// One part of a path, as it reads and as it is written in an address.
  private struct Part {
    let plain: String
    let written: String

    init(_ plain: String, written: String? = nil) {
      self.plain = plain
      self.written = written ?? LocalTarget.encoded(plain)
    }

    /// Returns the part under another name; what both names begin and end with is spelt as it was.
    func becoming(_ name: String) -> Part {
      let spelling = LocalTarget.spelling(of: written)
      guard spelling.count == plain.utf8.count else { return Part(name) }
      // Whole characters, so that none is spelt half in one way.
      let (old, new) = (plain.unicodeScalars, name.unicodeScalars)
      let start = zip(old, new).prefix { $0 == $1 }.count
      let end = zip(old.dropFirst(start).reversed(), new.dropFirst(start).reversed()).prefix { $0 == $1 }.count
      let bytes = { (scalars: Substring.UnicodeScalarView) in Substring(scalars).utf8.count }
      let changed = LocalTarget.encoded(String(String.UnicodeScalarView(new.dropFirst(start).dropLast(end))))
      let kept = (spelling.prefix(bytes(old.prefix(start))), spelling.suffix(bytes(old.suffix(end))))
      return Part(
        name, written: String(decoding: kept.0.joined() + Array(changed.utf8) + kept.1.joined(), as: UTF8.self))
    }
  }

  private static func parts(of written: [String]) -> [Part] {
    written.map { Part(decoded(Array($0.utf8)[...]) ?? $0, written: $0) }
      .filter { !$0.plain.isEmpty && $0.plain != "." }
  }

  /// Returns the folder that addresses count from in an article at `path`.
  private static func base(_ origin: SiteFiles.Place.Origin, _ path: String) -> [String] {
    let parts = SiteFiles.parts(of: path)
    return parts.dropLast() + (origin == .page ? parts.suffix(1).map { SiteFiles.Name($0).stem } : [])
  }

  /// Puts new names in the place of the old ones, from the last one back to the first step up.
  private static func aligned(_ written: [String], _ old: [String], _ new: [String]) -> [String] {
    var result = written
    var names = zip(old, new).reversed().makeIterator()
    for index in written.indices.reversed() where !written[index].isEmpty && written[index] != "." {
      guard written[index] != "..", let (old, new) = names.next() else { break }
      guard old != new, let plain = decoded(Array(written[index].utf8)[...]) else { continue }
      let changed = replaced(plain, old, new)
      if changed != plain { result[index] = Part(plain, written: written[index]).becoming(changed).written }
    }
    return result
  }

  /// Puts a new name in the place of the old one, which may be written without its ending, or with that of a page.
  private static func replaced(_ part: String, _ old: String, _ new: String) -> String {
    if part == old { return new }
    let stem = SiteFiles.Name(old).stem
    guard part == stem || part.hasPrefix(stem + ".") else { return part }
    return SiteFiles.Name(new).stem + part.dropFirst(stem.count)
  }

  private static func relative(from base: [String], to path: [Part]) -> String {
    let common = zip(base, path.dropLast()).prefix { $0 == $1.plain }.count
    let steps = base.dropFirst(common).map { _ in ".." }
    return (steps + path.dropFirst(common).map(\.written)).joined(separator: "/")
  }

  /// Writes what ends an address in Markdown, or means something in one, with percent signs.
  private static func encoded(_ part: String) -> String {
    var bytes: [UInt8] = []
    for byte in part.utf8 {
      if byte <= 0x20 || byte == 0x7F || reserved.contains(byte) {
        bytes.append(UInt8(ascii: "%"))
        bytes += [byte >> 4, byte & 15].map { $0 < 10 ? 0x30 + $0 : 0x41 + $0 - 10 }
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let reserved = Array("%?#()<>\"'\\[]".utf8)
}
