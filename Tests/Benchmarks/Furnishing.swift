import TestSupport

/// Sources for articles that have none, so that every edit of sources and citations finds its place.
struct Furnishing {
  let names: [String]
  let addresses: [String]
  var dates = ["12/03/2024", "05/09/2023", "21/01/2025"]
  let ratings = [9, 7, 8]

  static let french = Furnishing(
    names: ["Observatoire des territoires (ODT)", "Institut Varenne", "Chambre régionale des métiers (CRM)"],
    addresses: [
      "https://www.observatoire-territoires.net/etudes/2024/rapport", "https://institut-varenne.org/notes/117",
      "https://www.crm-metiers.eu/publications/barometre",
    ])
  static let english = Furnishing(
    names: ["Northern Data Institute (NDI)", "Office for Civic Research", "Harwell Foundation"],
    addresses: [
      "https://www.northern-data.org/studies/2024-report", "https://civic-research.net/papers/117",
      "https://harwell-foundation.eu/notes/barometer",
    ])

  func shortName(_ index: Int) -> String { String(names[index].prefix { $0 != "(" }).trimmed }
}

extension Page {
  /// The article with three sources and mentions of them, in one of four of the usual shapes; itself when it has sources.
  func furnished(_ wording: Wording, _ random: inout SeededGenerator) -> Page {
    guard sources == nil, !text.contains("\n[^"), !text.contains("\nsources:") else { return self }
    let isFirst = wording == .first
    let furnishing: Furnishing =
      isFirst ? isFrench ? .french : .english : isFrench ? .secondFrench : .secondEnglish
    let shape = random.below(4)
    let withFigure = plainSentences.filter { text($0).hasSuffix(".") && masked($0).contains(where: \.isNumber) }
    let others = plainSentences.filter { text($0).hasSuffix(".") && !withFigure.contains($0) }
    var sites = random.pick(5, of: withFigure)
    sites += random.pick(5 - sites.count, of: others)
    let pieces = sites.enumerated().map { index, site in
      (
        range: site.upperBound - 1..<site.upperBound,
        with: (isFirst ? mention : secondMention)(index % 3, furnishing, shape)
      )
    }
    var lines: [String] = []
    if text.last != "\n" { lines.append("") }
    lines += ["", isFirst ? heading(shape) : secondHeading(shape), ""]
    for index in 0..<3 { lines += (isFirst ? entry : secondEntry)(index, furnishing, shape) }
    let change = Change(pieces + [(units.count..<units.count, lines.joined(separator: "\n") + "\n")])
    return applying(change)?.page ?? self
  }

  private func mention(of index: Int, _ furnishing: Furnishing, _ shape: Int) -> String {
    switch shape {
    case 2: return ".[^src\(index + 1)]"
    case 3:
      return isFrench
        ? ", selon \(definite(furnishing.shortName(index)))." : ", according to the \(furnishing.shortName(index))."
    default:
      return isFrench ? " (Source : \(furnishing.shortName(index)))." : " (Source: \(furnishing.shortName(index)))."
    }
  }

  private func definite(_ name: String) -> String { "OI".contains(name.first ?? " ") ? "l'" + name : "la " + name }

  private func heading(_ shape: Int) -> String {
    switch shape {
    case 0: isFrench ? "## Sources et références" : "## Sources and references"
    case 2: isFrench ? "## Références" : "## References"
    default: "## Sources"
    }
  }

  private func entry(_ index: Int, _ furnishing: Furnishing, _ shape: Int) -> [String] {
    let colon = isFrench ? " : " : ": "
    let name = furnishing.names[index]
    let address = furnishing.addresses[index]
    let rating = (isFrench ? "Fiabilité" : "Reliability") + colon + "\(furnishing.ratings[index])/10"
    switch shape {
    case 0:
      return [
        "\(index + 1). **\(name)** - " + (isFrench ? "Étude" : "Study"), "   - Date\(colon)\(furnishing.dates[index])",
        "   - URL\(colon)\(address)", "   - \(rating)", "",
      ]
    case 1: return ["- [\(name)](\(address)), \(furnishing.dates[index]), \(rating)"]
    case 2: return ["[^src\(index + 1)]: [\(name)](\(address)), \(furnishing.dates[index]), \(rating)", ""]
    default: return ["\(index + 1). \(name), \(furnishing.dates[index]), \(address) (\(rating))"]
    }
  }
}

extension StringProtocol {
  /// Without blanks at either end.
  var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
