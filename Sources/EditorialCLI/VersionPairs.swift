import Gatekeeping
import GitStore
import Newsroom
import Wording

/// Finds the two versions of one or more articles that `diff` is asked about.
struct VersionPairs {
  let finder: ArticleFinder

  enum Version {
    /// A file, in no workflow as far as `diff` is concerned.
    case file(ArticleText)
    case article(LocatedArticle)

    var text: ArticleText {
      switch self {
      case .file(let text): text
      case .article(let article): article.text
      }
    }
  }

  struct Pair {
    let from: Version
    let to: Version
  }

  func pairs(_ names: [String]) throws -> [Pair] {
    switch names.count {
    case 1: return [try lastStages(of: names[0])]
    case 2: return try versions(names[0], names[1])
    default: return [try versions(of: names[0], in: names[1], and: names[2])]
    }
  }

  /// The last two stages that have the article.
  private func lastStages(of name: String) throws -> Pair {
    let tried = worded("compare the stages of \(name)", fr: "comparer les étapes de \(name)")
    return try finder.attempt(tried) {
      let desk = try repositoryDesk(tried)
      let slug = try desk.slug(named: name)
      let stages = try desk.versions(of: slug).filter { !$0.files.isEmpty }.map(\.stage.name)
      guard stages.count > 1 else {
        throw Failure(
          tried,
          because: worded(
            "there is only one, \(stages.first ?? "and it is empty")",
            fr: "il n'y en a qu'une, \(stages.first ?? "et elle est vide")"),
          remedy: worded(
            "Compare two versions of it: editorial diff \(slug) <revision> <revision>",
            fr: "Comparez-en deux versions : editorial diff \(slug) <révision> <révision>"))
      }
      let ends = stages.suffix(2).map { "\(slug)@\($0)" }
      return Pair(from: .article(try desk.article(named: ends[0])), to: .article(try desk.article(named: ends[1])))
    }
  }

  private func versions(_ first: String, _ second: String) throws -> [Pair] {
    if isOneText(first) || isOneText(second) { return [Pair(from: try version(first), to: try version(second))] }
    let tried = worded("compare \(first) with \(second)", fr: "comparer \(first) et \(second)")
    return try finder.attempt(tried) {
      let desk = try repositoryDesk(tried)
      let (from, to) = (try desk.commit(named: first), try desk.commit(named: second))
      let policy = try desk.policyForReading().policy
      let paths = try desk.repository.changedPaths(from: from, to: to).compactMap { change -> String? in
        let path = change.path.description
        return change.old != nil && change.new != nil && policy.isArticle(path) ? path : nil
      }
      return try paths.map { try pair(at: $0, first, second, desk) }
    }
  }

  private func versions(of name: String, in first: String, and second: String) throws -> Pair {
    let tried = worded(
      "compare \(name) in \(first) and \(second)",
      fr: "comparer \(name) dans \(first) et \(second)")
    return try finder.attempt(tried) {
      let desk = try repositoryDesk(tried)
      let slug = try desk.slug(named: name)
      let (from, to) = (try desk.commit(named: first), try desk.commit(named: second))
      var paths: [TreePath] = []
      for file in try desk.versions(of: slug).flatMap(\.files) where !paths.contains(file.path) {
        paths.append(file.path)
      }
      let path = try paths.first {
        try desk.repository.entry(at: $0, in: from) != nil && desk.repository.entry(at: $0, in: to) != nil
      }
      guard let path else {
        throw Failure(
          tried,
          because: worded(
            "the article is not in both",
            fr: "l'article n'est pas dans les deux"))
      }
      return try pair(at: path.description, first, second, desk)
    }
  }

  private func pair(at path: String, _ first: String, _ second: String, _ desk: Desk) throws -> Pair {
    Pair(
      from: .article(try desk.article(named: "\(first):\(path)")),
      to: .article(try desk.article(named: "\(second):\(path)")))
  }

  private func version(_ name: String) throws -> Version {
    if ArticleFinder.isFile(name) { return .file(try finder.text(named: name)) }
    return .article(try finder.article(named: name))
  }

  /// Whether a name means one text, not a whole revision.
  private func isOneText(_ name: String) -> Bool {
    ArticleFinder.isFile(name) || RevisionPath(name) != nil || (name.contains("@") && !name.contains("@{"))
  }

  private func repositoryDesk(_ tried: String) throws -> Desk {
    guard let desk = try finder.desk() else {
      throw Failure(
        tried,
        because: worded(
          "this folder is not in a Git repository",
          fr: "ce dossier n'est pas dans un dépôt Git"),
        remedy: worded(
          "Two files can be compared anywhere: editorial diff checked.md restyled.md",
          fr: "Deux fichiers se comparent partout : editorial diff checked.md restyled.md"))
    }
    return desk
  }
}
