import Manuscripts
import Scoring
import StructuredText
import TestSupport

/// An article to edit.
struct Specimen: Sendable {
  let name: String
  let text: String
  let isFrench: Bool
  /// A faithful restyle that a person wrote, when there is one beside it.
  let restyle: String?
}

/// Edits articles and scores what comes of it.
struct Runner: Sendable {
  let seed: UInt64
  /// Edits of one kind on one article.
  let perArticle: Int
  /// The kinds of edit to try; all when empty.
  let only: [String]
  let wording: Wording
  let scorer = Scorer()

  func trials(on specimens: [Specimen]) async -> [Trial] {
    await withTaskGroup(of: (Int, [Trial]).self) { group in
      for (index, specimen) in specimens.enumerated() {
        group.addTask { (index, trials(on: specimen)) }
      }
      var all = [[Trial]](repeating: [], count: specimens.count)
      for await (index, trials) in group { all[index] = trials }
      return all.flatMap { $0 }
    }
  }

  private func kinds(_ all: [EditKind]) -> [EditKind] {
    only.isEmpty ? all : all.filter { kind in only.contains { kind.name.contains($0) } }
  }

  /// The text of a specimen, and of a harmless restyle of it.
  func restyledPair(of specimen: Specimen) -> (baseline: String, candidate: String) {
    var random = SeededGenerator(seed: seed, for: specimen.name, "restyle 0")
    let page = Page(text: specimen.text, isFrench: specimen.isFrench)
    return (page.text, restyled(page, &random).page.text)
  }

  private func trials(on specimen: Specimen) -> [Trial] {
    var random = SeededGenerator(seed: seed, for: specimen.name, "sources")
    let bare = Page(text: specimen.text, isFrench: specimen.isFrench)
    var page = specimen.restyle == nil ? bare.furnished(wording, &random) : bare
    if wording == .second { page = page.withPassages(6, &random) }
    let baseline = article(page)
    let parentScore = scorer.scorecard(candidate: baseline, baseline: baseline).integrity.value
    var trials = [
      trial(
        EditKind(name: Trial.itself, isHarmful: false) { _, _ in [] }, .alone, specimen, from: baseline, to: baseline,
        EditedPage(page: page, added: [], removed: [], before: "", after: ""), parentScore: parentScore)
    ]
    guard parentScore >= Trial.gate else { return trials }
    for kind in kinds(EditKind.all(wording)) {
      var random = SeededGenerator(seed: seed, for: specimen.name, kind.name)
      for edited in edits(kind, of: page, perArticle, &random) {
        if kind.isReversed {
          let other = article(edited.page)
          let score = scorer.scorecard(candidate: other, baseline: other).integrity.value
          trials.append(trial(kind, .alone, specimen, from: other, to: baseline, edited, parentScore: score))
        } else {
          trials.append(
            trial(kind, .alone, specimen, from: baseline, to: article(edited.page), edited, parentScore: parentScore))
        }
      }
    }
    var restyles: [(page: Page, steps: [(name: String, page: Page)])] = []
    for number in 0..<max(1, perArticle / 2) {
      var random = SeededGenerator(seed: seed, for: specimen.name, "restyle \(number)")
      restyles.append(restyled(page, &random))
    }
    // With passages put into it, the article is no longer the one that was restyled.
    if let text = specimen.restyle, page.units == bare.units {
      restyles.append((Page(text: text, isFrench: specimen.isFrench), []))
    }
    for (number, restyle) in restyles.enumerated() where restyle.page.units != page.units {
      trials += self.trials(on: restyle.page, restyle.steps, number, specimen, baseline, parentScore)
    }
    return trials
  }

  /// A restyle, and harmful edits made on top of it.
  private func trials(
    on page: Page, _ steps: [(name: String, page: Page)], _ number: Int, _ specimen: Specimen, _ baseline: Article,
    _ parentScore: Int
  ) -> [Trial] {
    let whole = EditKind(name: "restyle", isHarmful: false) { _, _ in [] }
    let unedited = EditedPage(
      page: page, added: [], removed: [], before: told(steps, against: baseline, parentScore), after: "")
    let first = trial(
      whole, .wholeRestyle, specimen, from: baseline, to: article(page), unedited, parentScore: parentScore)
    var trials = only.isEmpty || only.contains("restyle") ? [first] : []
    for kind in kinds(EditKind.all(wording)) where kind.isHarmful && !kind.isReversed {
      var random = SeededGenerator(seed: seed, for: specimen.name, kind.name, "on restyle \(number)")
      for edited in edits(kind, of: page, 1, &random) {
        trials.append(
          trial(kind, .inRestyle, specimen, from: baseline, to: article(edited.page), edited, parentScore: first.score))
      }
    }
    return trials
  }

  private func edits(_ kind: EditKind, of page: Page, _ count: Int, _ random: inout SeededGenerator) -> [EditedPage] {
    let changes = kind.honestChanges(on: page, &random)
    return random.pick(count, of: changes).compactMap { page.applying($0) }
  }

  /// A dozen harmless edits of different kinds, one after the other.
  private func restyled(_ page: Page, _ random: inout SeededGenerator) -> (
    page: Page, steps: [(name: String, page: Page)]
  ) {
    var page = page
    var steps: [(name: String, page: Page)] = []
    for kind in random.pick(24, of: EditKind.all(wording).filter { !$0.isHarmful && !$0.isReversed })
    where steps.count < 12 {
      guard let change = random.pick(kind.honestChanges(on: page, &random)), let edited = page.applying(change) else {
        continue
      }
      page = edited.page
      steps.append((kind.name, page))
    }
    return (page, steps)
  }

  /// The edits of a restyle in their order, each that moved the score with what it left.
  private func told(_ steps: [(name: String, page: Page)], against baseline: Article, _ parentScore: Int) -> String {
    guard let last = steps.last?.page else { return "by hand" }
    let integrity = { (page: Page) in scorer.scorecard(candidate: article(page), baseline: baseline).integrity.value }
    guard integrity(last) != parentScore else { return steps.map(\.name).joined(separator: ", ") }
    var score = parentScore
    return steps.map { step in
      let new = integrity(step.page)
      defer { score = new }
      return new == score ? step.name : "\(step.name.uppercased()) (\(new / 10))"
    }.joined(separator: ", ")
  }

  func article(_ page: Page) -> Article { ArticleParser().article(from: Array(page.text.utf8)) }

  func trial(
    _ kind: EditKind, _ setting: Trial.Setting, _ specimen: Specimen, from baseline: Article, to candidate: Article,
    _ edited: EditedPage, parentScore: Int
  ) -> Trial {
    let card = scorer.scorecard(candidate: candidate, baseline: baseline)
    let costly = card.findings.filter { $0.points > .zero || $0.severity == .error }
    let covers = costly.contains { finding in
      if let place = finding.candidate, lies(place, on: edited.added, candidate.bytes.count) { return true }
      guard let place = finding.baseline, place.end <= baseline.bytes.count else { return false }
      guard setting == .inRestyle else { return lies(place, on: edited.removed, baseline.bytes.count) }
      // The baseline of a restyle has other offsets: its words must do.
      let words = String(decoding: baseline.bytes[place.range], as: UTF8.self)
      return !edited.before.isEmpty && words.utf8.count < 400
        && (words.contains(edited.before) || edited.before.contains(words))
    }
    return Trial(
      article: specimen.name, isFrench: specimen.isFrench, kind: kind.name, isHarmful: kind.isHarmful,
      setting: setting, score: card.integrity.value, parentScore: parentScore, isCovered: covers,
      findings: costly.map { "-\($0.points) \($0.rule): \($0.message)" }, before: edited.before, after: edited.after,
      context: edited.context)
  }

  /// A finding that is spread over much of the article points at nothing.
  private func lies(_ place: TextRange, on ranges: [Range<Int>], _ length: Int) -> Bool {
    ranges.contains { range in
      place.count <= max(400, 2 * range.count, length / 8) && place.start <= range.upperBound
        && range.lowerBound <= place.end
    }
  }
}
