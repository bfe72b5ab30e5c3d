import Gatekeeping
import GitStore
import Newsroom
import Reports
import Wording

/// What `demote` and `retract` say of what they did, or would do.
struct DemotionText {
  let outcome: DemotionOutcome
  let isTrial: Bool
  /// The command that tells the others; `nil` where there are none.
  let push: [String]?

  func text(_ renderer: TextRenderer) -> String {
    let slug = DisplayText.safe(outcome.demotion.slug.name)
    let from = DisplayText.safe(outcome.demotion.from.name)
    let to = DisplayText.safe(outcome.demotion.to.name)
    guard outcome.isPassed else {
      let refused = worded("to send \(slug) back from \(from) to \(to)", fr: "de renvoyer \(slug) de \(from) à \(to)")
      return outcome.judgements.map { renderer.text(RefusalNotice($0, refused: refused)) }.joined(separator: "\n")
    }
    var lines = [
      isTrial
        ? worded(
          "\(slug) would go back from \(from) to \(to). This was a trial, nothing was written.",
          fr: "\(slug) retournerait de \(from) à \(to). C'était un essai, rien n'a été écrit.")
        : worded("\(slug) went back from \(from) to \(to).", fr: "\(slug) est retourné de \(from) à \(to).")
    ]
    let kept = DisplayText.safe(ShellWords.line(["git", "show", "\(outcome.left.short):\(outcome.path)"]))
    let branch = DisplayText.safe(outcome.branch)
    let along =
      isTrial
      ? worded(
        "Its text would go along, to the branch \(branch).", fr: "Son texte le suivrait, sur la branche \(branch).")
      : worded("Its text went along, to the branch \(branch).", fr: "Son texte l'a suivi, sur la branche \(branch).")
    lines.append(
      outcome.takesTextAlong
        ? along
        : worded(
          "The branch \(branch) keeps its own text; the one that was sent back is kept: \(kept)",
          fr: "La branche \(branch) garde son propre texte ; celui qui a été renvoyé est conservé : \(kept)"))
    if !isTrial {
      lines += MovedText.lines(on: outcome.workTrees)
      lines += MovedText.next([push, ["git", "switch", outcome.branch]].compactMap(\.self))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  func json(reason: String, pretty: Bool) -> String {
    var writer = JSONWriter(pretty: pretty)
    writer.object { writer in
      writer.member("schema", JSONRenderer.schema)
      writer.member("article", outcome.demotion.slug.name)
      writer.member("from", outcome.demotion.from.name)
      writer.member("to", outcome.demotion.to.name)
      writer.member("branch", outcome.branch)
      writer.member("commit", outcome.commit?.hex)
      writer.member("left", outcome.left.hex)
      writer.member("takesTextAlong", outcome.takesTextAlong)
      writer.member("reason", reason)
      writer.member("trial", isTrial)
      writer.list("judgements", of: outcome.judgements) { writer, judgement in
        JSONRenderer().write(BranchReport(judgement), to: &writer)
      }
    }
    return writer.text + "\n"
  }
}

extension DemotionOutcome {
  /// Says what came of it, keeps what observe mode let in, and returns how it ended.
  func tell(_ global: GlobalOptions, reason: String, isTrial: Bool, on terminal: Terminal, at desk: Desk) throws
    -> ExitStatus
  {
    Observation.record(observed, of: demotion.from.isShared ? "retract" : "demote", at: desk, on: terminal)
    let shown = DemotionText(outcome: self, isTrial: isTrial, push: try desk.pushing([branch, leftBranch]))
    try terminal.write(
      global.format == .text
        ? shown.text(terminal.renderer()) : shown.json(reason: reason, pretty: global.format == .json))
    return isPassed ? .passed : .refused
  }
}
