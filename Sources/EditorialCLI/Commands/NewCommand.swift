import ArgumentParser
import Newsroom
import Reports

/// `editorial new`: opens an article's draft.
struct NewCommand: EditorialVerb {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Open the draft of an article.",
    discussion: """
      Example:
        editorial new solar-roofs

      Makes the branch draft/solar-roofs with a template in it. Of a published article, opens a draft to revise it. \
      The files in your work tree are left alone.
      """)

  @Argument(help: ArgumentHelp("The article's name in paths: letters, digits and hyphens.", valueName: "slug"))
  var slug: String

  @OptionGroup var global: GlobalOptions

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let draft = try DeskRoom(global).attempt("open the draft of \(slug)") { try $0.openDraft(of: slug) }
    guard global.format == .text else {
      var writer = JSONWriter(pretty: global.format == .json)
      writer.object { writer in
        writer.member("schema", JSONRenderer.schema)
        writer.member("article", slug)
        writer.member("branch", draft.branch)
        writer.member("path", draft.path)
        writer.member("commit", "\(draft.commit)")
        writer.member("revision", draft.isRevision)
      }
      try terminal.write(writer.text + "\n")
      return .passed
    }
    let what = draft.isRevision ? "Opened a draft to revise the published article" : "Opened the draft of a new article"
    let next = ShellWords.line(["git", "switch", draft.branch])
    try terminal.write(
      "\(what) on the branch \(DisplayText.safe(draft.branch)). Write it there, in \(DisplayText.safe(draft.path)).\n\n"
        + "Next:\n  \(DisplayText.safe(next))\n")
    return .passed
  }
}
