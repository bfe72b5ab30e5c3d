import Gatekeeping

/// How a site lays out its articles, as far as the names of its files tell.
struct SiteLayout {
  let generator: SiteGenerator?
  /// The file that told which generator it is.
  let mark: String?
  /// One for each folder of articles; empty when nothing is known, and the default layout applies.
  let patterns: [ArticlePattern]
  /// How many files each of the patterns matches, in their order; a file counts once.
  let counts: [Int]
  /// How many files the patterns match.
  var articleCount: Int { counts.reduce(0, +) }

  /// Reads the layout off `paths`, which are relative to the repository's root.
  ///
  /// - Parameter read: returns the text of a file; a content manager says in its own where articles lie.
  init(paths: [String], read: (String) -> String? = { _ in nil }) {
    let all = Set(paths)
    let site = SiteGenerator.site(in: Self.roots(paths), isThere: all.contains, read: read)
    (generator, mark) = (site?.generator, site?.mark)
    let articles = paths.filter(Self.mayBeArticle)
    var counts: [String: Int] = [:]
    for path in articles { if let pattern = Self.pattern(of: path) { counts[pattern, default: 0] += 1 } }
    let common = Self.common(counts)
    let managed = SiteGenerator.decap.marks.map { (site?.root ?? "") + $0.file }.filter(all.contains).compactMap(read)
      .flatMap(Self.folders)
    let usual = managed.isEmpty ? site?.generator.usualPattern.map { [(site?.root ?? "") + $0] } ?? [] : managed
    // Where a content manager has a folder that is still empty, articles will come.
    let texts = common.isEmpty ? usual : common + managed.filter { new in !common.contains { Self.isAlike($0, new) } }
    let patterns = texts.compactMap { text -> ArticlePattern? in
      do throws(ArticlePattern.Invalid) { return try ArticlePattern(text) } catch { return nil }
    }
    self.patterns = patterns
    var matched = Array(repeating: 0, count: patterns.count)
    for path in articles {
      if let index = patterns.firstIndex(where: { $0.match(path) != nil }) { matched[index] += 1 }
    }
    self.counts = matched
  }

  /// The folders in which a site may lie: the root, and what lies up to two steps below it.
  private static func roots(_ paths: [String]) -> [String] {
    var found: Set<String> = []
    for path in paths {
      let folders = path.split(separator: "/").dropLast().prefix(2)
      if folders.contains(where: { $0.hasPrefix(".") || otherFolders.contains(String($0)) }) { continue }
      for depth in folders.indices { found.insert(folders[...depth].joined(separator: "/") + "/") }
    }
    let depth = { (root: String) in root.utf8.count { $0 == UInt8(ascii: "/") } }
    return [""] + found.sorted { depth($0) != depth($1) ? depth($0) < depth($1) : $0 < $1 }
  }

  /// Whether two patterns are about one folder.
  private static func isAlike(_ one: String, _ other: String) -> Bool {
    one.prefix { $0 != "{" } == other.prefix { $0 != "{" }
  }

  /// Returns the patterns of the folders that a configuration of Decap CMS names.
  ///
  /// Only the lines `folder:`, `extension:` and `slug:` count, collection by collection; the rest is for its editor.
  static func folders(inDecap text: String) -> [String] {
    var found: [String] = []
    var folder: String?
    var slug = "{slug}"
    var ending = "md"
    func finish() {
      if let folder, ["md", "markdown"].contains(ending) { found.append("\(folder)/\(slug).\(ending)") }
      (folder, slug, ending) = (nil, "{slug}", "md")
    }
    for line in text.split(whereSeparator: \.isNewline).prefix(10_000) {
      var words = line.drop { $0 == " " }
      if words.hasPrefix("- ") {
        words = words.dropFirst(2).drop { $0 == " " }
        if words.hasPrefix("name:") || words.hasPrefix("label:") || words.hasPrefix("folder:"), folder != nil {
          finish()
        }
      }
      guard let colon = words.firstIndex(of: ":") else { continue }
      let uncommented = words[words.index(after: colon)...].split(separator: "#", maxSplits: 1).first ?? ""
      let value = String(uncommented.filter { $0 != "\"" && $0 != "'" }.drop { $0 == " " }.prefix(500))
      let trimmed = String(value.reversed().drop { $0 == " " || $0 == "/" }.reversed())
      switch words[..<colon] {
      case "folder" where !trimmed.isEmpty && !trimmed.hasPrefix("{"): folder = trimmed
      case "extension": ending = trimmed
      case "slug" where trimmed.hasPrefix("{{year}}-{{month}}-{{day}}-"): slug = "{date}-{slug}"
      default: continue
      }
    }
    finish()
    return found
  }

  /// Folders that hold pages about the repository or the site's machinery, not articles.
  private static let otherFolders: Set<String> = [
    "node_modules", "vendor", "themes", "layouts", "archetypes", "templates", "_layouts", "_includes", "includes",
    "public", "_site", "dist", "build", "docs", "test", "tests", "sources", "_data",
  ]

  private static func mayBeArticle(_ path: String) -> Bool {
    guard [".md", ".markdown", ".mdx"].contains(where: path.hasSuffix) else { return false }
    let parts = path.split(separator: "/")
    guard parts.count > 1, let name = parts.last else { return false }
    if parts.dropLast().contains(where: { $0.hasPrefix(".") || otherFolders.contains(String($0)) }) { return false }
    let stem = name.split(separator: ".").first ?? ""
    return !stem.hasPrefix("_") && stem.lowercased() != "readme"
  }

  /// Returns the pattern that a path would be an instance of.
  private static func pattern(of path: String) -> String? {
    var parts = path.split(separator: "/").map(String.init)
    guard let file = parts.popLast(), let dot = file.lastIndex(of: ".") else { return nil }
    let ending = String(file[dot...])
    var stem = String(file[..<dot])
    var language = ""
    if let inner = stem.lastIndex(of: "."), isLanguage(stem[stem.index(after: inner)...]) {
      stem = String(stem[..<inner])
      language = ".{lang}"
    }
    if stem == "index" {
      guard let folder = parts.popLast(), !parts.isEmpty else { return nil }
      return (parts.map(generalized) + [dated(folder), "index" + language + ending]).joined(separator: "/")
    }
    return (parts.map(generalized) + [dated(stem) + language + ending]).joined(separator: "/")
  }

  /// `2025-07-31-title` is a date and a slug.
  private static func dated(_ name: String) -> String {
    let bytes = Array(name.utf8)
    let isDated =
      bytes.count > 11
      && bytes.prefix(11).enumerated().allSatisfy { index, byte in
        [4, 7, 10].contains(index) ? byte == UInt8(ascii: "-") : isDigit(byte)
      }
    return isDated ? "{date}-{slug}" : "{slug}"
  }

  /// A folder named after a year or a month stands for all of them.
  private static func generalized(_ folder: String) -> String {
    let bytes = folder.utf8
    return (bytes.count == 4 || bytes.count == 2) && bytes.allSatisfy(isDigit) ? "*" : folder
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLanguage(_ text: Substring) -> Bool {
    let bytes = Array(text.utf8)
    let isLetter = { (byte: UInt8) in (0x61...0x7A).contains(byte | 0x20) }
    return bytes.count == 2 && bytes.allSatisfy(isLetter)
      || bytes.count == 5 && bytes[2] == UInt8(ascii: "-") && isLetter(bytes[0]) && isLetter(bytes[1])
  }

  /// Keeps what holds a fair part of the articles, the most usual first, at most six.
  private static func common(_ counts: [String: Int]) -> [String] {
    let most = counts.values.max() ?? 0
    return counts.filter { $0.value * 10 >= most }
      .sorted { $0.value != $1.value ? $0.value > $1.value : $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .prefix(6).map(\.key)
  }
}
