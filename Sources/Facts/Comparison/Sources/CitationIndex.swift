/// Citations by what they cite, to ask whether one of them cites what another does without looking at all.
struct CitationIndex {
  /// Entries of the candidate's sources section.
  private var sources: Set<Int> = []
  private var wordings: Set<[String]> = []
  /// Words of citations that resolve to no entry.
  private var looseWords: Set<String> = []
  /// Whether a footnote that lists no source is referred to.
  private var hasRemark = false

  /// - Parameter source: the entry of the candidate's sources section that the citation stands for.
  mutating func insert(_ citation: Citation, source: Int?) {
    if let source { sources.insert(source) }
    // What a label says depends on the list: lists are renumbered.
    guard citation.form != .footnote, citation.form != .numbered else {
      if citation.source == nil, citation.form == .footnote { hasRemark = true }
      return
    }
    wordings.insert(citation.words)
    if citation.source == nil { looseWords.formUnion(Self.naming(citation.words)) }
  }

  /// Whether one of the citations cites the entry, or is worded alike where that has to do.
  func cites(sameAs citation: Citation, source: Int?) -> Bool {
    if let source, sources.contains(source) { return true }
    if citation.form == .footnote { return citation.source == nil && hasRemark }
    if citation.form == .numbered { return false }
    return wordings.contains(citation.words)
      || (citation.source == nil && !looseWords.isDisjoint(with: Self.naming(citation.words)))
  }

  /// The words that can name a source: two of one year are two.
  private static func naming(_ words: [String]) -> [String] {
    let names = words.filter { !$0.utf8.allSatisfy { $0 &- 0x30 < 10 } }
    return names.isEmpty ? words : names
  }
}
