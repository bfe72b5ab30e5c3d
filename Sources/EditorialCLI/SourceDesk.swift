import Bibliography
import Facts
import Gatekeeping
import Languages
import Manuscripts
import Newsroom
import Reports
import Scoring

/// Reads the sources of an article, as it lists them and as its dossier has them.
struct SourceDesk {
  let article: SourcedArticle
  private let uses: [SourceUse]
  private let listed: [SourceRecord]
  private let dossier: [(path: String, record: SourceRecord)]

  init(_ article: SourcedArticle) {
    self.article = article
    let sheet = article.text.map {
      FactSheet(of: ArticleParser().article(from: $0.bytes), language: article.settings.language)
    }
    let uses = sheet?.sourceUses() ?? []
    self.uses = uses
    listed = uses.map { SourceRecord($0.source, language: sheet?.passage.pack.tag.code) }
    dossier = Self.records(of: article.dossier)
  }

  static func records(of files: [ArticleText]) -> [(path: String, record: SourceRecord)] {
    files.map { ($0.path, DossierEntry.record(of: ArticleParser().article(from: $0.bytes), at: $0.path)) }
  }

  /// All sources, those of the dossier first.
  var records: [SourceRecord] { SourceRecord.all(dossier: dossier.map(\.record), listed: listed) }

  /// The addresses of pages, each once.
  var addresses: [String] {
    var found: [String] = []
    for record in records where record.hasWebAddress {
      if let url = record.url, !found.contains(url) { found.append(url) }
    }
    return found
  }

  /// - Parameter links: what is known of pages.
  func listing(_ links: LinkBook) -> SourceListing {
    let entries = zip(uses, listed).map { use, record in
      SourceListing.Entry(
        use: use, missing: article.settings.missingFields(of: use.source),
        dossier: dossier.first { $0.record.isSame(as: record) }?.path, link: record.url.flatMap { links[$0] })
    }
    let unlisted = dossier.filter { file in !listed.contains { $0.isSame(as: file.record) } }
    return SourceListing(
      slug: article.slug.name, article: article.text.map { LocatedText($0) }, entries: entries,
      unlisted: unlisted.map { ($0.path, $0.record.name, $0.record.url) })
  }
}
