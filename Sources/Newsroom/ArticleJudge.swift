import Gatekeeping
import GitStore
import Manuscripts
import Scoring

/// Judges one version of one article by a gate.
struct ArticleJudge {
  let repository: Repository
  let policy: Policy
  let tips: Tips
  /// For the judgement of many articles; `nil`: what they need of it is walked for each.
  var history: PublishedHistory? = nil
  /// What need not be scored again; `nil`: everything is.
  var passed: PassedArticles? = nil
  /// What people have accepted; `nil`: nothing.
  var waivers: WaiverBook? = nil
  /// The articles that every article is compared with; `nil`: it is judged without the others.
  var library: ArticleLibrary? = nil
  /// What is being read before it is known to be judged.
  var early: EarlyReading? = nil

  /// Where an update takes its articles from, and what it replaces.
  struct Passage {
    let gate: Gate
    let candidate: Snapshot
    /// How a candidate's place is called; `nil` for the path alone.
    let candidateLabel: String?
    let previous: ObjectID?
    let previousLabel: String
    /// The commits in whose history, beside that of the article's own branches, people may have accepted findings.
    var commits: [ObjectID] = []
    /// The published commit, when the article stands there and is no update.
    var published: ObjectID? = nil
  }

  private var resolver: BaselineResolver {
    BaselineResolver(repository: repository, policy: policy, tips: tips, history: history)
  }

  /// Returns what the gate says of the version that `entry` names.
  func judge(_ entry: TreeEntry, on passage: Passage) throws -> JudgedArticle {
    let path = entry.path.description
    guard entry.path.string != nil else {
      return refused(nil, path, passage, .pathNotUTF8)
    }
    switch policy.kind(ofPath: path) {
    case .invalidArticle(let flaw): return refused(nil, path, passage, .invalidSlug(flaw))
    case .policy, .other: return refused(nil, path, passage, .pathNotUTF8)
    case .article(let slug, _):
      if let refusal = try obstacle(entry) { return refused(slug, path, passage, refusal) }
      let text = ArticleText(
        path: path, revision: passage.candidateLabel,
        bytes: try early.flatMap { $0.blob == entry.version.id ? $0.bytes : nil } ?? repository.blob(entry.version.id))
      if Self.isLargeFilePointer(text.bytes) { return refused(slug, path, passage, .largeFilePointer) }
      let measure = try resolver.measure(
        for: slug, at: path, gate: passage.gate, candidate: passage.candidate, previous: passage.previous,
        previousLabel: passage.previousLabel, standingIn: passage.published)
      // What a digest is made of says nothing of the files around the article.
      let passed = policy.rules(at: passage.gate).refusesMissingFiles ? nil : self.passed
      let digest = try passed?.digest(of: text, by: passage.gate, with: measure, replacing: passage.previous)
      if let digest, passed?.contains(digest) == true {
        return JudgedArticle(
          slug: slug, candidate: text, baseline: measure.baseline, dossier: measure.dossier, scorecard: nil,
          verdict: .passed)
      }
      let previous = try previousCard(of: slug, at: path, on: passage, measure: measure)
      let judged = try judge(
        text, of: slug, by: passage.gate, with: measure, among: passage.candidate.files(around: path),
        previous: previous, acceptedIn: passage.commits)
      // A waiver can be taken back, which no digest would notice.
      if let digest, judged.verdict.isPassed, judged.waivers.isEmpty, let card = judged.scorecard {
        passed?.add(digest, card.integrity, card.style.value)
      }
      return judged
    }
  }

  /// Returns what the gate says of bytes that need not be in the repository.
  ///
  /// - Parameters:
  ///   - files: what the article's images and links are looked up in.
  ///   - previous: the scores of the version that is replaced, when the gate looks at them.
  ///   - commits: where people may have accepted findings.
  ///   - scale: the gate whose levels apply, when it is another one than that of the verdict.
  func judge(
    _ text: ArticleText, of slug: Slug?, by gate: Gate?, with measure: BaselineResolver.Measure,
    among files: SiteFiles, previous: Scorecard? = nil, acceptedIn commits: [ObjectID] = [],
    onScaleOf scale: Gate? = nil
  ) throws -> JudgedArticle {
    let settings = policy.rules(at: scale ?? gate)
    let card = try scorecard(text, of: slug, measure, among: files, by: settings)
    func verdict(_ waived: Set<String>) -> Verdict {
      gate?.verdict(
        on: card, previous: previous?.integrity(without: waived), settings: settings, waived: waived) ?? .passed
    }
    var found = verdict([])
    var accepted: [String: Waiver] = [:]
    if let waivers, let slug, waivers.isShown || !found.isPassed {
      accepted = try waivers.accepted(card.findings, in: text, against: measure.baseline, of: slug, at: commits)
      if !accepted.isEmpty { found = verdict(Set(accepted.keys)) }
    }
    return JudgedArticle(
      slug: slug, candidate: text, baseline: measure.baseline, dossier: measure.dossier,
      others: try library?.texts(for: card.findings) ?? [], scorecard: card, verdict: found, waivers: accepted)
  }

  private func scorecard(
    _ text: ArticleText, of slug: Slug?, _ measure: BaselineResolver.Measure, among files: SiteFiles?,
    by settings: RuleSettings
  ) throws -> Scorecard {
    let parser = ArticleParser()
    let scorer = Scorer(settings: settings)
    let early = early.flatMap { $0.bytes == text.bytes ? $0.reading : nil }
    // What did not change is read once.
    let isUnchanged = measure.baseline?.bytes == text.bytes
    let baseline =
      isUnchanged
      ? nil
      : measure.baseline.map { text in
        Reading(language: settings.language, isBeside: early == nil) { parser.article(from: text.bytes) }
      }
    // While the other core reads the candidate, this one reads what it is held against.
    if early != nil { _ = baseline?.article }
    let reading = early ?? Reading(language: settings.language, isBeside: false) { parser.article(from: text.bytes) }
    let candidate = reading.article
    var files = settings.reportsMissingFiles ? files : nil
    return scorer.scorecard(
      candidate: reading, against: isUnchanged ? reading : baseline,
      dossier: measure.dossier.map { parser.article(from: $0.bytes) },
      missing: try files?.missing(among: candidate.localTargets) ?? [],
      neighbours: library?.neighbours(of: candidate, at: text.path, slug: slug))
  }

  /// The scores of the version that is replaced, when the gate looks at what an update takes away.
  private func previousCard(
    of slug: Slug, at path: String, on passage: Passage, measure: BaselineResolver.Measure
  ) throws -> Scorecard? {
    guard passage.gate.maxDrop != nil, let previous = passage.previous,
      let entry = try resolver.article(slug, like: path, in: previous)
    else { return nil }
    return try scorecard(
      try resolver.text(of: entry, revision: nil), of: slug, measure, among: nil,
      by: policy.rules(at: passage.gate))
  }

  private func obstacle(_ entry: TreeEntry) throws -> Refusal? {
    switch entry.version.mode {
    case .symbolicLink: return .symbolicLink
    case .submodule: return .submodule
    case .folder: return .folderInPlaceOfArticle
    case .file, .executable:
      let size = try repository.blobSize(entry.version.id)
      return size > ArticleParser.sizeLimit ? .tooLarge(bytes: size, limit: ArticleParser.sizeLimit) : nil
    }
  }

  private func refused(_ slug: Slug?, _ path: String, _ passage: Passage, _ refusal: Refusal) -> JudgedArticle {
    JudgedArticle(
      slug: slug, candidate: ArticleText(path: path, revision: passage.candidateLabel, bytes: []), baseline: nil,
      dossier: [], scorecard: nil, verdict: .refused([refusal]))
  }

  private static func isLargeFilePointer(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: Array("version https://git-lfs.github.com/spec/".utf8))
  }
}
