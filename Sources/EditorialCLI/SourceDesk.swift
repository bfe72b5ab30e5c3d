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
    records.compactMap { $0.hasWebAddress ? $0.url : nil }.withoutRepetitions
  }

  /// - Parameter links: what is known of pages.
  func listing(_ links: LinkBook) -> SourceListing {
    let shelf = SourceLookup(dossier.map(\.record))
    let entries = zip(uses, listed).map { use, record in
      SourceListing.Entry(
        use: use, missing: article.settings.missingFields(of: use.source),
        dossier: shelf.place(of: record).map { dossier[$0].path }, link: record.url.flatMap { links[$0] })
    }
    let list = SourceLookup(listed)
    let unlisted = dossier.filter { list.place(of: $0.record) == nil }
    return SourceListing(
      slug: article.slug.name, article: article.text.map { LocatedText($0) }, entries: entries,
      unlisted: unlisted.map { ($0.path, $0.record.name, $0.record.url) })
  }
}
