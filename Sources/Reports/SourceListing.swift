package import Facts
import Languages
package import Scoring
import StructuredText
import Wording

/// The sources of one article: where each is cited, what it lacks, and where the dossier has it.
package struct SourceListing: Sendable {
  package struct Entry: Sendable {
    package let use: SourceUse
    /// The parts that the policy requires and that it lacks.
    package let missing: [RuleSettings.SourceField]
    /// The file of the dossier that has it.
    package let dossier: String?
    /// What is known of its page; `nil` when nobody has asked.
    package let link: LinkStanding?

    package init(
      use: SourceUse, missing: [RuleSettings.SourceField], dossier: String?, link: LinkStanding? = nil
    ) {
      self.link = link
      self.use = use
      self.missing = missing
      self.dossier = dossier
    }
  }

  package let slug: String
  /// `nil` when nothing is written yet.
  package let article: LocatedText?
  package let entries: [Entry]
  /// The files of the dossier whose sources the article does not list, with their names and addresses.
  package let unlisted: [(path: String, name: String?, url: String?)]

  package init(
    slug: String, article: LocatedText?, entries: [Entry], unlisted: [(path: String, name: String?, url: String?)]
  ) {
    self.slug = slug
    self.article = article
    self.entries = entries
    self.unlisted = unlisted
  }

  private func line(of offset: Int) -> Int { article?.lines.position(of: offset).line ?? 0 }

  fileprivate func lines(of entry: Entry) -> [Int] {
    var lines = entry.use.citedBy.map { line(of: $0.start) }
    // Two sentences can stand on one line.
    for index in lines.indices.dropFirst().reversed() where lines[index] == lines[index - 1] { lines.remove(at: index) }
    return lines
  }

  fileprivate func line(of entry: Entry) -> Int { line(of: entry.use.source.range.start) }
}

extension TextRenderer {
  /// Returns the sources as a numbered list.
  package func text(_ listing: SourceListing) -> String {
    let count = listing.entries.count
    var lines = [
      worded(
        "\(listing.slug): \(count) \(count == 1 ? "source" : "sources")",
        fr: "\(listing.slug) : \(count) source\(count > 1 ? "s" : "")")
        + (listing.article.map { worded(" in \($0.path)", fr: " dans \($0.path)") } ?? "")
    ].map { paint(.strong, DisplayText.safe($0)) }
    for (number, entry) in listing.entries.enumerated() {
      let source = entry.use.source
      let name = DisplayText.safe(source.name?.text ?? worded("(without a name)", fr: "(sans nom)"))
      lines += ["", "\(number + 1). \(name)"]
      if let url = source.url { lines.append("   " + DisplayText.safe(url.text)) }
      if let link = entry.link {
        let isGood = link.state == .there
        lines.append("   " + (isGood ? link.words : paint(link.state.isDead ? .error : .warning, link.words)))
      }
      let numbers = listing.lines(of: entry)
      let isOne = numbers.count == 1
      let places = numbers.map(String.init).joined(separator: ", ")
      let cited = entry.use.citedBy.count
      lines.append(
        "   "
          + (cited == 0
            ? paint(.warning, worded("not cited", fr: "non citée"))
            : worded(
              "cited \(cited == 1 ? "once" : "\(cited) times"), on \(isOne ? "line" : "lines") \(places)",
              fr: "citée \(cited) fois, \(isOne ? "ligne" : "lignes") \(places)")))
      if !entry.missing.isEmpty {
        let parts = entry.missing.map(\.noun).joined(separator: ", ")
        lines.append("   " + paint(.error, worded("lacks: \(parts)", fr: "il manque : \(parts)")))
      }
      lines.append(
        "   "
          + (entry.dossier.map {
            worded("in the dossier: \(DisplayText.safe($0))", fr: "au dossier : \(DisplayText.safe($0))")
          }
            ?? worded("not in the dossier", fr: "absente du dossier")))
    }
    if !listing.unlisted.isEmpty {
      lines += [
        "", worded("In the dossier, and not listed by the article:", fr: "Au dossier, et non listées par l'article :"),
      ]
      lines += listing.unlisted.map { file in
        "  " + DisplayText.safe(file.path + (file.name.map { " (\($0))" } ?? ""))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension JSONRenderer {
  package func json(_ listing: SourceListing, pretty: Bool) -> String {
    var writer = JSONWriter(pretty: pretty)
    writer.object { writer in
      writer.member("schema", Self.schema)
      writer.member("article", listing.slug)
      writer.member("path", listing.article?.path)
      writer.list("sources", of: listing.entries) { writer, entry in write(entry, of: listing, to: &writer) }
      writer.list("unlisted", of: listing.unlisted) { writer, file in
        writer.object { writer in
          writer.member("path", file.path)
          writer.member("name", file.name)
          writer.member("url", file.url)
        }
      }
    }
    return writer.text + "\n"
  }

  private func write(_ entry: SourceListing.Entry, of listing: SourceListing, to writer: inout JSONWriter) {
    let source = entry.use.source
    writer.object { writer in
      writer.member("name", source.name?.text)
      writer.member("url", source.url?.text)
      writer.member("date", source.dates.first.map(\.description) ?? source.date?.text)
      writer.member("type", source.type?.text)
      writer.member("reliability", source.reliabilityOfTen)
      writer.member("line", listing.line(of: entry))
      writer.list("citedOn", of: listing.lines(of: entry)) { $0.value($1) }
      writer.member("complete", entry.missing.isEmpty)
      writer.list("missing", of: entry.missing) { $0.value($1.rawValue) }
      writer.member("dossier", entry.dossier)
      writer.key("link")
      guard let link = entry.link else { return writer.null() }
      writer.object { writer in
        writer.member("state", link.state.rawValue)
        writer.member("status", link.status == 0 ? nil : link.status)
        writer.member("location", link.location)
        writer.member("asked", link.day)
      }
    }
  }
}
