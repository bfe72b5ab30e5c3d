import Gatekeeping
import GitStore
import Newsroom
import Reports
import Wording

/// `editorial hook run`, the one command that runs at every commit: it starts before arguments are parsed.
enum HookRunner {
  /// Judges what git asks about.
  ///
  /// - Parameter arguments: the hook's name, `--`, git's own arguments, and the line that the script has read already.
  static func run(_ arguments: [String]) -> ExitStatus {
    let terminal = Terminal()
    guard let first = arguments.first, let name = HookName(rawValue: first) else {
      let names = HookName.allCases.map(\.rawValue).joined(separator: ", ")
      terminal.complain(
        worded(
          "editorial: hook run is called by Git's hooks, which are \(names).\n",
          fr: "editorial : hook run est appelé par les hooks de Git, qui sont \(names).\n"))
      return .usage
    }
    var opened: Desk?
    do {
      let input = name.readsInput ? try FileReader.bytes(of: "-") : []
      let rest = arguments.dropFirst()
      let event = try HookEvent(name, arguments: Array(rest.first == "--" ? rest.dropFirst() : rest), input: input)
      if case .nothing = event { return .passed }
      let environment = Surroundings.environment()
      let rehearsal = Desk.rehearsal(for: event, environment: environment)
      let desk = try Desk(
        at: ".", environment: environment, now: Surroundings.now(), program: Surroundings.buildMark(),
        caller: Surroundings.callerMark())
      LanguageChoice.heed(desk)
      opened = desk
      // The process ends with the hook: to give back what it has would only take time.
      _ = Unmanaged.passRetained(desk)
      let refused = try desk.judge(event, after: rehearsal).filter { !$0.isPassed }
      if !refused.isEmpty, try desk.isObserving() {
        observe(refused, name, at: desk, on: terminal)
        return .passed
      }
      let renderer = renderer(for: name, on: terminal)
      for judgement in refused {
        terminal.complain(renderer.text(RefusalNotice(judgement, refused: "\(verb(of: name)) \(judgement.branch)")))
      }
      return refused.isEmpty ? .passed : .refused
    } catch {
      complain(of: opened == nil ? unreadableRepository() ?? error : error, in: name, on: terminal)
      // A policy that cannot be read says nothing of a mode.
      guard let opened, (try? opened.isObserving()) == true else { return .couldNotJudge }
      terminal.complain(
        worded(
          "  Observe mode is on, so it gets in.\n",
          fr: "  Le mode d'observation est actif : la mise à jour passe donc.\n"))
      return .passed
    }
  }

  /// Why the repository cannot be read; then nothing that git says about it makes sense either.
  private static func unreadableRepository() -> (any Error)? {
    do {
      _ = try Desk(at: ".", environment: Surroundings.environment(), now: Surroundings.now())
      return nil
    } catch {
      return error
    }
  }

  /// Tells and keeps what would have been refused; once for a commit, when its branch moves.
  private static func observe(_ refused: [Judgement], _ name: HookName, at desk: Desk, on terminal: Terminal) {
    if name == .preCommit || name == .preMergeCommit { return }
    for judgement in refused {
      let observation = Observation(judgement: judgement, event: name.rawValue)
      // The other side keeps what it gets.
      if name == .prePush {
        terminal.complain(observation.notice + "\n")
      } else {
        observation.record(at: desk, on: terminal)
      }
    }
  }

  /// Lines of a server stand behind `remote: ` on a terminal that this process knows nothing of.
  private static func renderer(for name: HookName, on terminal: Terminal) -> TextRenderer {
    let width = name == .preReceive ? 72 : min(terminal.width(for: .error), 100)
    return TextRenderer(paint: terminal.paint(for: .error), width: width)
  }

  private static func verb(of name: HookName) -> String {
    switch name {
    case .preCommit, .commitMsg: worded("the commit on", fr: "le commit sur")
    case .preMergeCommit: worded("the merge into", fr: "la fusion dans")
    case .prePush, .preReceive: worded("the push to", fr: "l'envoi vers")
    case .referenceTransaction: worded("the update of", fr: "la mise à jour de")
    }
  }

  private static func complain(of error: any Error, in name: HookName, on terminal: Terminal) {
    if let error = error as? DeskError, !error.diagnostics.isEmpty {
      terminal.complain(renderer(for: name, on: terminal).text(error.diagnostics))
    }
    let failure = Failure(
      error,
      trying: worded(
        "judge this update, so it is refused",
        fr: "juger cette mise à jour, qui est donc refusée"))
    terminal.complain(failure.text(paint: terminal.paint(for: .error)))
  }
}

extension RefusalNotice {
  /// - Parameter refused: what was about to happen: `the push to main`.
  init(_ judgement: Judgement, refused: String) {
    let articles = judgement.refusedArticles
    self.init(
      refused: refused,
      articles: articles.map { Report($0, stage: judgement.stage) }, refusals: judgement.refusals,
      wayBack: judgement.wayBack.map { wayBack in
        [wayBack.preparation, wayBack.arguments].filter { !$0.isEmpty }.map { ShellWords.line(["git"] + $0) }
          .joined(separator: " && ")
      },
      effect: judgement.wayBack?.effect ?? .cleansUp,
      next: articles.lazy.compactMap { NextStep.explaining($0.scorecard) }.first)
  }
}

/// Commands as an editor can type them.
enum ShellWords {
  /// Returns the words with blanks between them, quoted where a shell would read them otherwise.
  static func line(_ words: [String]) -> String {
    words.map { word in
      let isPlain = !word.isEmpty && word.utf8.allSatisfy { plain.contains($0) || $0 >= 0x80 }
      return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }.joined(separator: " ")
  }

  private static let plain = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:=@%+,~^".utf8)
}
