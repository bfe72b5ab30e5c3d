import TestSupport

extension EditKind {
  private static let address = Pattern("https?://[^\\s)>\\]]+")
  private static let date = Pattern("\\b\\d\\d/\\d\\d/20\\d\\d\\b|\\b20\\d\\d-\\d\\d-\\d\\d\\b")
  private static let rating = Pattern("\\b(\\d{1,2})(?=/10\\b)")

  static let sourceEdits: [EditKind] = [
    .harmful("source dropped") { page, _ in
      guard let sources = page.sources, sources.entries.count > 1 else { return [] }
      return sources.entries.map { Change($0, with: "") }
    },
    .harmful("source URL changed") { page, random in
      inEntries(page, address) { url, random in
        switch random.below(3) {
        case 0: return url + (url.hasSuffix("/") ? "archive" : "-archive")
        case 1: return (url.split(separator: "/").prefix(2).joined(separator: "//")) + "/actualites"
        default:
          guard let dot = url.lastIndex(of: "."), url[dot...].count > 3, !url[dot...].contains("/") else {
            return url.replacing("://", with: "://data.")
          }
          return url[..<dot] + "-2" + url[dot...]
        }
      }(&random)
    },
    .harmful("source URLs exchanged") { page, _ in
      let places = (page.sources?.entries ?? []).compactMap { entry in
        let found = address.matches(in: page.text, entry).compactMap { $0[0] }
        return found.count == 1 ? found.first : nil
      }
      return pairs(places).compactMap { a, b in
        page.text(a) == page.text(b) ? nil : Change([(a, page.text(b)), (b, page.text(a))])
      }
    },
    .harmful("source date changed") { page, random in
      inEntries(page, date) { date, random in
        var digits = Array(date)
        guard
          let year = digits.indices.first(where: {
            digits[$0] == "2" && $0 + 3 < digits.count && digits[$0 + 1] == "0" && digits[$0 + 3].isNumber
              && digits[$0 + 2] == "2"
          })
        else { return nil }
        digits[year + 3] = digits[year + 3] == "1" ? "2" : "1"
        return String(digits)
      }(&random)
    },
    .harmful("source reliability changed") { page, random in
      inEntries(page, rating) { _, random in String(5 + random.below(5)) }(&random)
    },
    .harmful("sources replaced by a placeholder") { page, random in
      guard let body = page.sources?.body else { return [] }
      return placeholders(page.isFrench).map { Change(body, with: "\n" + $0 + "\n\n") }
    },
    sourcesReplacedInPart(
      french: [
        "[… et les autres sources de l'article original]", "*(Les autres sources restent inchangées.)*",
        "- Etc. (voir l'article d'origine)", "Autres sources : identiques à la version factuelle.",
      ],
      english: [
        "[… and the other sources of the original article]", "*(The remaining sources are unchanged.)*",
        "- Etc. (see the original article)", "Other sources: same as in the factual version.",
      ]),
    .harmful("sources section dropped") { page, _ in
      guard let sources = page.sources else { return [] }
      let start = page.blocks.last { $0.range == sources.heading }?.start ?? sources.heading.lowerBound
      return [Change(start..<sources.body.upperBound, with: "")]
    },
  ]

  static func sourcesReplacedInPart(french: [String], english: [String]) -> EditKind {
    .harmful("sources replaced in part") { page, _ in
      guard let entries = page.sources?.entries, entries.count > 1, let last = entries.last else { return [] }
      return (page.isFrench ? french : english).flatMap { word in
        [Change(last, with: word + "\n"), Change(entries[1].lowerBound..<last.upperBound, with: word + "\n")]
      }
    }
  }

  private static func placeholders(_ isFrench: Bool) -> [String] {
    isFrench
      ? [
        "[Les mêmes sources que dans l'article original]", "*Sources identiques à celles de la version factuelle.*",
        "Les références restent inchangées.",
        "(Voir la liste des sources de l'article de départ)", "[Liste des sources conservée telle quelle]",
        "Toutes les sources citées ont été conservées.",
        "Retrouvez les sources dans la version initiale.", "[Insérer ici les sources]", "Sources à compléter.",
        "Idem article factuel.", "*Section sources inchangée*",
        "[...]", "Cf. article d'origine.", "Les sources complètes sont disponibles sur demande.",
      ]
      : [
        "[Same sources as in the original article]", "*Sources identical to the factual version.*",
        "The references remain unchanged.",
        "(See the source list of the original article)", "[Source list kept as is]",
        "All cited sources have been preserved.", "Find the sources in the initial version.",
        "[Insert sources here]", "Sources to be added.", "Same as factual article.", "*Sources section unchanged*",
        "[...]", "Cf. original article.",
        "Full references available on request.",
      ]
  }

  private static func pairs<Item>(_ items: [Item]) -> [(Item, Item)] {
    items.indices.flatMap { a in items.indices.filter { $0 > a }.map { (items[a], items[$0]) } }
  }

  /// Changes what a pattern finds first in each source entry.
  private static func inEntries(
    _ page: Page, _ pattern: Pattern, _ words: @escaping (String, inout SeededGenerator) -> String?
  ) -> (inout SeededGenerator) -> [Change] {
    { random in
      var changes: [Change] = []
      for entry in page.sources?.entries ?? [] {
        let places = pattern.matches(in: page.text, entry).compactMap { $0[0] }
        guard let first = places.first.map(page.text), let new = words(first, &random), new != first else { continue }
        // An address may stand in its entry twice, as label and as target.
        changes.append(Change(places.filter { page.text($0) == first }.map { ($0, new) }))
      }
      return changes
    }
  }
}
