import Newsroom
import Reports
import Wording

/// What commands that move branches say alike.
enum MovedText {
  /// Returns a line for each work tree whose files followed a branch.
  static func lines(on workTrees: [String]) -> [String] {
    workTrees.map { tree in
      let place = DisplayText.safe(tree)
      return worded("The files in \(place) were brought along.", fr: "Les fichiers de \(place) ont suivi.")
    }
  }

  /// Returns lines that say what to type next, set off from those before.
  static func next(_ commands: [[String]]) -> [String] {
    ["", worded("Next:", fr: "Ensuite\u{A0}:")] + commands.map { "  " + DisplayText.safe(ShellWords.line($0)) }
  }
}
