import Gatekeeping
import GitStore
import Newsroom
import Reports
import Wording

/// Articles that a command is to bring on together: what each name on the command line means, and what came of all.
struct PromotionReport {
  /// What came of each that could be judged.
  private(set) var outcomes: [PromotionOutcome] = []
  /// Why the others could not be.
  private(set) var failures: [Failure] = []
  let isTrial: Bool

  /// Plans a promotion of each article, and lets `promote` judge all and move what is to move.
  ///
  /// An article that cannot be judged keeps all from moving; the others are judged all the same, so that everything that
  /// stands in the way is told at once.
  ///
  /// - Parameters:
  ///   - verb: what the command does, for its messages: `promote`.
  ///   - plan: returns what is to be done with one article.
  ///   - promote: does it; told whether to write nothing.
  /// - Throws: whatever stands in the way of all, and of the only one.
  init(
    of names: [String], verb: String, isTrial: Bool, at desk: Desk, plan: (Slug) throws -> Promotion,
    promote: ([Promotion], Bool) throws -> [PromotionResult]
  ) throws {
    self.isTrial = isTrial
    var promotions: [Promotion] = []
    for name in names {
      do {
        promotions.append(try plan(try Slugs.slug(name)))
      } catch DeskError.brokenPolicy(let error, let label, let bytes) {
        throw DeskError.brokenPolicy(error, label: label, bytes: bytes)
      } catch let error where error is DeskError || error is Failure {
        if names.count == 1 { throw error }
        failures.append(Failure(error, trying: "\(verb) \(name)"))
      }
    }
    let results = promotions.isEmpty ? [] : try promote(promotions, isTrial || !failures.isEmpty)
    for (promotion, result) in zip(promotions, results) {
      switch result {
      case .success(let outcome): outcomes.append(outcome)
      case .failure(let error):
        if names.count == 1 { throw error }
        failures.append(Failure(error, trying: "\(verb) \(promotion.slug)"))
      }
    }
  }

  /// Whether nothing stands in the way.
  var isPassed: Bool { failures.isEmpty && outcomes.allSatisfy(\.isPassed) }

  /// Whether there are several, which go together or not at all.
  var isSeveral: Bool { outcomes.count + failures.count > 1 }

  var status: ExitStatus { failures.first?.status ?? (isPassed ? .passed : .refused) }

  /// Returns what came of each article, and of all.
  ///
  /// - Parameter done: what was done, when all went well: one line for each article, and one for each work tree.
  func text(_ renderer: TextRenderer, done: (PromotionOutcome) -> String) -> String {
    var texts: [String] = []
    for outcome in outcomes where !outcome.isPassed {
      let promotion = outcome.promotion
      let (from, to) = (promotion.from.name, promotion.to.name)
      let refused = worded(
        "to promote \(promotion.slug) from \(from) to \(to)", fr: "de promouvoir \(promotion.slug) de \(from) à \(to)")
      texts.append(renderer.text(RefusalNotice(outcome.judgement, refused: refused)))
    }
    var lines: [String] = []
    for outcome in outcomes where outcome.isPassed {
      lines += outcome.judgement.articles.map { renderer.headline(Report($0, stage: outcome.promotion.to)) }
      if isPassed { lines.append(done(outcome)) }
    }
    if isPassed {
      if !isTrial { lines += MovedText.lines(on: Set(outcomes.flatMap(\.workTrees)).sorted()) }
    } else if isSeveral {
      lines.append(held)
    }
    if !lines.isEmpty { texts.append(lines.joined(separator: "\n") + "\n") }
    return texts.joined(separator: "\n")
  }

  /// Why nothing moved, when several were to go together.
  private var held: String {
    let all = outcomes.count + failures.count
    let refused = outcomes.filter { !$0.isPassed }.count
    var reasons: [String] = []
    if refused > 0 { reasons.append(worded("\(refused) refused", fr: "\(refused) refusé\(refused == 1 ? "" : "s")")) }
    if !failures.isEmpty {
      reasons.append(
        worded(
          "\(failures.count) could not be judged",
          fr:
            "\(failures.count) n'\(failures.count == 1 ? "a" : "ont") pas pu être jugé\(failures.count == 1 ? "" : "s")"
        ))
    }
    let why = reasons.joined(separator: ", ")
    return worded(
      "Nothing was moved: of \(all) articles that go together, \(why).",
      fr: "Rien n'a bougé : sur \(all) articles qui vont ensemble, \(why).")
  }

  /// Writes what is to be told of an article to programs.
  func write(_ outcome: PromotionOutcome, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("schema", JSONRenderer.schema)
      writer.member("article", outcome.promotion.slug.name)
      writer.member("from", outcome.promotion.from.name)
      writer.member("to", outcome.promotion.to.name)
      writer.member("branch", outcome.branch)
      writer.member("commit", outcome.commit.map { "\($0)" })
      writer.member("trial", isTrial)
      writer.key("judgement")
      JSONRenderer().write(BranchReport(outcome.judgement), to: &writer)
    }
  }
}

extension Array where Element: Hashable {
  /// Each element once, where it stands first.
  var withoutRepetitions: [Element] {
    var seen = Set<Element>()
    return filter { seen.insert($0).inserted }
  }
}
