package import StructuredText

/// An entry of the sources section and the places that cite it.
package struct SourceUse: Sendable {
  package let source: Source
  /// The sentences that cite it, in the order of the text.
  package let citedBy: [TextRange]
}

extension FactSheet {
  /// Returns each listed source with where the text cites it.
  package func sourceUses() -> [SourceUse] {
    var places: [Int: [TextRange]] = [:]
    for citation in citations {
      guard let source = citation.source else { continue }
      let place = self.place(ofSentence: citation.sentence)
      if places[source]?.last != place { places[source, default: []].append(place) }
    }
    return (sources?.entries ?? []).enumerated().map { SourceUse(source: $0.element, citedBy: places[$0.offset] ?? []) }
  }
}
