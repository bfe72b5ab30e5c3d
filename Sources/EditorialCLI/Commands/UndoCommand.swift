import ArgumentParser
import Gatekeeping
import GitStore
import Newsroom
import Reports
import Wording

/// `editorial undo`: takes back what this program moved last.
struct UndoCommand: EditorialVerb {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "undo",
      abstract: worded("Take back what editorial did last.", fr: "Annuler ce qu'editorial a fait en dernier."),
      discussion: worded(
        """
        Examples:
          editorial undo
          editorial undo --dry-run
          editorial undo --list
          editorial undo 3f2a9c1b

        Every branch that the last command moved goes back to where it was. Taking back is recorded like all \
        else, so a second undo does it again. An earlier operation is named as --list names it. Nothing is \
        moved when somebody has built on it since, when it was pushed, or when a gate refuses (exit status 1). \
        What editorial did not move, such as a commit of yours, Git takes back. What init and hook install \
        write is taken back by deleting editorial.yml, and by: editorial hook uninstall
        """,
        fr: """
          Exemples :
            editorial undo
            editorial undo --dry-run
            editorial undo --list
            editorial undo 3f2a9c1b

          Chaque branche déplacée par la dernière commande revient là où elle était. L'annulation est notée comme \
          le reste : un second undo refait ce qui a été annulé. Une opération plus ancienne se nomme comme --list \
          la nomme. Rien n'est déplacé quand quelqu'un a continué depuis, quand c'est déjà poussé, ou quand un \
          contrôle refuse (code de sortie 1). Ce qu'editorial n'a pas déplacé, un commit de vous par exemple, \
          c'est Git qui l'annule. Ce qu'écrivent init et hook install s'annule en supprimant editorial.yml, et \
          par : editorial hook uninstall
          """))
  }

  @Argument(
    help: ArgumentHelp(
      worded(
        "The operation, or the first digits of it; the last one when left out.",
        fr: "L'opération, ou ses premiers chiffres ; la dernière si rien n'est dit."), valueName: "operation"))
  var operation: String?

  @Flag(
    help: ArgumentHelp(
      worded("List what was done, the newest first.", fr: "Lister ce qui a été fait, le plus récent d'abord.")))
  var list = false

  @OptionGroup var trial: TrialOption

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if list, operation != nil || trial.isOn {
      throw ValidationError(worded("--list stands alone.", fr: "--list s'emploie seul."))
    }
  }

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let room = DeskRoom(global)
    guard !list else {
      let operations = try room.attempt(worded("list what was done", fr: "lister ce qui a été fait")) {
        try $0.operations()
      }
      try terminal.show(text(operations))
      return .passed
    }
    let outcome = try room.attempt(worded("take it back", fr: "l'annuler")) { desk in
      let outcome = try desk.undo(operation, isTrial: trial.isOn)
      if !trial.isOn { Observation.record(outcome.observed, of: "undo", at: desk, on: terminal) }
      return outcome
    }
    try terminal.write(global.format == .text ? text(outcome, terminal.renderer()) : json(outcome))
    return outcome.isPassed ? .passed : .refused
  }

  private func text(_ outcome: UndoOutcome, _ renderer: TextRenderer) -> String {
    let summary = DisplayText.safe(outcome.operation.record.summary)
    guard outcome.isPassed else {
      return outcome.judgements.map { judgement in
        renderer.text(
          RefusalNotice(judgement, refused: worded("to take back “\(summary)”", fr: "d'annuler « \(summary) »")))
      }.joined(separator: "\n")
    }
    var lines = [
      trial.isOn
        ? worded(
          "This would take back “\(summary)”. It was a trial, nothing was written:",
          fr: "Ceci annulerait « \(summary) ». C'était un essai, rien n'a été écrit :")
        : worded("Took back “\(summary)”:", fr: "« \(summary) » est annulé :")
    ]
    lines += outcome.moves.map { "  " + Self.line(on: $0) }
    if !trial.isOn {
      lines += MovedText.lines(on: outcome.workTrees)
      lines += ["", worded("To do it again after all:", fr: "Pour le refaire malgré tout :"), "  editorial undo"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func line(on move: RefMove) -> String {
    let name = DisplayText.safe(move.name)
    if move.new.isZero {
      return worded(
        "\(name) goes away; it was at \(move.old.short)", fr: "\(name) disparaît ; elle était à \(move.old.short)")
    }
    if move.old.isZero {
      return worded("\(name) appears, at \(move.new.short)", fr: "\(name) apparaît, à \(move.new.short)")
    }
    return worded(
      "\(name) goes from \(move.old.short) to \(move.new.short)",
      fr: "\(name) va de \(move.old.short) à \(move.new.short)")
  }

  private func text(_ operations: [Operation]) -> String {
    switch global.format {
    case .text:
      if operations.isEmpty {
        return worded("editorial has moved nothing here yet.\n", fr: "editorial n'a encore rien déplacé ici.\n")
      }
      return operations.map { operation in
        let words = [
          operation.id.short,
          CalendarTime(seconds: operation.person.time.seconds, offset: operation.person.time.offset).minute,
          DisplayText.safe(operation.person.name), DisplayText.safe(operation.record.summary),
        ]
        return words.joined(separator: "  ") + "\n"
      }.joined()
    case .json:
      var writer = JSONWriter(pretty: true)
      writer.array { writer in
        for operation in operations {
          writer.item()
          write(operation, to: &writer)
        }
      }
      return writer.text + "\n"
    case .jsonl:
      return operations.map { operation in
        var writer = JSONWriter(pretty: false)
        write(operation, to: &writer)
        return writer.text + "\n"
      }.joined()
    }
  }

  private func json(_ outcome: UndoOutcome) -> String {
    var writer = JSONWriter(pretty: global.format == .json)
    writer.object { writer in
      writer.member("schema", JSONRenderer.schema)
      writer.key("operation")
      write(outcome.operation, to: &writer)
      writer.member("undone", outcome.isPassed && !trial.isOn)
      writer.member("trial", trial.isOn)
      writer.key("moves")
      Self.write(outcome.moves, to: &writer)
      writer.list("judgements", of: outcome.judgements) { writer, judgement in
        JSONRenderer().write(BranchReport(judgement), to: &writer)
      }
    }
    return writer.text + "\n"
  }

  private func write(_ operation: Operation, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("schema", JSONRenderer.schema)
      writer.member("operation", operation.id.hex)
      writer.member("verb", operation.record.verb)
      writer.member("summary", operation.record.summary)
      writer.list("articles", of: operation.record.articles) { $0.value($1) }
      writer.member("by", operation.person.name)
      writer.member("time", Int(operation.person.time.seconds))
      writer.key("moves")
      Self.write(operation.moves, to: &writer)
      writer.member("undoes", operation.record.undone?.hex)
    }
  }

  static func write(_ moves: [RefMove], to writer: inout JSONWriter) {
    writer.array { writer in
      for move in moves {
        writer.item()
        writer.object { writer in
          writer.member("ref", move.ref.description)
          writer.member("from", move.old.isZero ? nil : move.old.hex)
          writer.member("to", move.new.isZero ? nil : move.new.hex)
        }
      }
    }
  }
}
