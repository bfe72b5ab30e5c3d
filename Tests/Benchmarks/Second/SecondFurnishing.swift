import TestSupport

extension Furnishing {
  static let secondFrench = Furnishing(
    names: ["Agence du logement rural", "Collectif Roseraie (CR)", "Office statistique de l'Aude (OSA)"],
    addresses: [
      "https://www.logement-rural.net/bilans/annee-2024.pdf", "https://roseraie-collectif.org/enquete",
      "https://osa-stat.eu/series/b12?langue=fr",
    ], dates: ["2024-04-18", "2023-11-02", "2025-02-09"])
  static let secondEnglish = Furnishing(
    names: ["Rural Housing Agency", "Rosegarden Collective (RC)", "Statistics Office of Audley (SOA)"],
    addresses: [
      "https://www.rural-housing.net/reviews/year-2024.pdf", "https://rosegarden-collective.org/survey",
      "https://soa-stat.eu/series/b12?lang=en",
    ], dates: ["2024-04-18", "2023-11-02", "2025-02-09"])
}

extension Page {
  /// The article with some passages of ours, each a block of its own, behind paragraphs.
  func withPassages(_ count: Int, _ random: inout SeededGenerator) -> Page {
    let end = sources.map { sources in blocks.last { $0.range == sources.heading }?.start ?? sources.heading.lowerBound
    }
    let sites = blocks.filter { block in
      block.kind == .paragraph && block.range.upperBound < end ?? units.count
        && text(block.range.upperBound..<block.range.upperBound + 2) == "\n\n"
    }.map(\.range.upperBound)
    let texts = random.pick(count, of: Passage.all(isFrench)).compactMap { random.pick($0.same)?.text }
    let pieces = zip(random.pick(texts.count, of: sites), texts).map { site, words in
      (range: site..<site, with: "\n\n" + words)
    }
    return applying(Change(pieces))?.page ?? self
  }

  /// Sources and mentions of them, in shapes of the second wording.
  func secondMention(of index: Int, _ furnishing: Furnishing, _ shape: Int) -> String {
    let name = furnishing.shortName(index)
    switch shape {
    case 0: return isFrench ? " [source : \(name)]." : " [source: \(name)]."
    case 1: return " ([\(name)](\(furnishing.addresses[index])))."
    case 2: return ".[^\(["a", "b", "c"][index])]"
    default: return isFrench ? " (Sources : \(name))." : " (Sources: \(name))."
    }
  }

  func secondHeading(_ shape: Int) -> String {
    switch shape {
    case 0: isFrench ? "## Bibliographie" : "## Bibliography"
    case 1: isFrench ? "### Nos sources" : "### Our sources"
    case 2: isFrench ? "## Sources citées" : "## References"
    default: isFrench ? "## Références" : "## Further reading"
    }
  }

  func secondEntry(_ index: Int, _ furnishing: Furnishing, _ shape: Int) -> [String] {
    let (name, address, date) = (furnishing.names[index], furnishing.addresses[index], furnishing.dates[index])
    let rating = (isFrench ? "fiabilité : " : "reliability: ") + "\(furnishing.ratings[index])/10"
    switch shape {
    case 0: return ["- \(name) — \(address) — \(date) — \(rating)"]
    case 1:
      return ["* *\(name)*, " + (isFrench ? "« Bilan »" : "“Review”") + ", \(date), <\(address)> (\(rating))"]
    case 2: return ["[^\(["a", "b", "c"][index])]: \(name), \(date), \(address), \(rating)"]
    default: return ["\(index + 1). \(name). \(date). \(rating). \(address)"]
    }
  }
}
