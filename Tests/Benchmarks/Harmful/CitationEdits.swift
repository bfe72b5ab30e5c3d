import TestSupport

/// A mention of a source in running text, in whichever shape.
struct Mention {
  /// What goes when it is dropped.
  let range: Range<Int>
  /// What names the source.
  let name: Range<Int>
  let key: String

  private static let note = Pattern("\\[\\^([^\\]\\s]+)\\](?!:)")
  private static let attributed = Pattern(
    ",~(?:selon|d'après|according~to)~(?:l'|la~|le~|the~)?([\\p{Lu}][^.,;\\n]{5,60}?)(?=[.,;])", anyCase: false)

  static func all(on page: Page) -> [Mention] {
    var mentions = page.citations.map { citation in
      let start = citation.range.lowerBound
      let blank = start > 0 && [32, 0xA0].contains(page.units[start - 1]) ? 1 : 0
      return Mention(
        range: start - blank..<citation.range.upperBound, name: citation.name, key: page.text(citation.name))
    }
    for block in page.blocks where block.kind != .heading {
      for groups in note.matches(in: page.text, block.range) {
        if let range = groups[0], let name = groups[1] {
          mentions.append(Mention(range: range, name: name, key: page.text(name)))
        }
      }
    }
    for match in attributed.matches(in: page) {
      if let name = match.range(1) { mentions.append(Mention(range: match.range, name: name, key: page.text(name))) }
    }
    return mentions.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

extension EditKind {
  static let citationEdits: [EditKind] = [
    .harmful("citation dropped") { page, _ in
      let mentions = Mention.all(on: page)
      return mentions.filter { mention in
        // Another mention in the paragraph would still vouch for the fact.
        guard let block = page.block(around: mention.range) else { return false }
        return !mentions.contains {
          $0.range != mention.range && $0.key == mention.key && block.range.contains($0.range.lowerBound)
        }
      }.map { Change($0.range, with: "") }
    },
    .harmful("citation given to another source") { page, random in
      let mentions = Mention.all(on: page)
      return mentions.compactMap { mention in
        guard let block = page.block(around: mention.range) else { return nil }
        let here = mentions.filter { block.range.contains($0.range.lowerBound) }.map(\.key)
        let others = mentions.filter { !here.contains($0.key) }.map(\.key)
        return random.pick(others).map { Change(mention.name, with: $0) }
      }
    },
    .harmful("citation moved to another fact") { page, random in
      let mentions = Mention.all(on: page)
      return mentions.compactMap { mention in
        guard let block = page.block(around: mention.range) else { return nil }
        let sites = page.plainSentences.filter { sentence in
          page.text(sentence).hasSuffix(".") && !block.range.contains(sentence.lowerBound)
            && page.masked(sentence).contains(where: \.isNumber)
            && !mentions.contains { sentence.contains($0.range.lowerBound) }
        }
        guard let site = random.pick(sites) else { return nil }
        return Change([(mention.range, ""), (site.upperBound - 1..<site.upperBound - 1, page.text(mention.range))])
      }
    },
    .harmful("link dropped") { page, _ in
      let all = page.text
      return page.links.filter { link in
        let address = page.text(link.address)
        let label = page.text(link.label)
        return address.hasPrefix("http") && all.ranges(of: address).count == 1 && !label.contains("http")
          && !label.contains("www.")
      }.map { Change($0.range, with: page.text($0.label)) }
    },
    .harmful("link address changed") { page, random in
      page.links.filter { page.text($0.address).hasPrefix("http") }.map { link in
        let address = page.text(link.address)
        let end = address.hasSuffix("/") ? "archive" : "-2"
        return Change(
          link.address, with: random.below(2) == 0 ? address.replacing("://", with: "://old.") : address + end)
      }
    },
    .harmful("link addresses exchanged") { page, _ in
      let links = page.links.filter { page.text($0.address).hasPrefix("http") }
      return links.indices.dropLast().compactMap { index in
        let (a, b) = (links[index], links[index + 1])
        guard page.text(a.address) != page.text(b.address), page.text(a.label) != page.text(b.label) else { return nil }
        return Change([(a.address, page.text(b.address)), (b.address, page.text(a.address))])
      }
    },
  ]
}
