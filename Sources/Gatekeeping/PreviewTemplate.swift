import StructuredText
import Wording

/// The policy's own command that shows an article before it is published: `make -C {worktree} serve`.
package struct PreviewTemplate: Hashable, Sendable {
  /// What the command can name.
  package enum Place: String, CaseIterable, Hashable, Sendable { case slug, path, branch, worktree }

  private enum Piece: Hashable, Sendable {
    case text(String)
    case place(Place)
  }

  private let pieces: [Piece]

  /// Why a text is no such command.
  package struct Invalid: Error, Hashable, Sendable {
    /// A clause with the command as its subject.
    package let reason: String
    package let remedy: String?
  }

  /// Reads a command.
  ///
  /// - Throws: `Invalid` when it is empty, has a character that nobody sees or that turns text around, names something
  ///   unknown in braces, or has a name between quotation marks, where what takes its place would be quoted twice.
  package init(_ text: String) throws(Invalid) {
    guard text.utf8.contains(where: { $0 != UInt8(ascii: " ") }) else {
      throw Invalid(reason: worded("is empty", fr: "est vide"), remedy: nil)
    }
    guard text.utf8.count <= 4000, !text.unicodeScalars.contains(where: Self.isInvisible) else {
      throw Invalid(
        reason: worded(
          "is not one line of visible text", fr: "n'est pas une seule ligne de texte visible"), remedy: nil)
    }
    var pieces: [Piece] = []
    var literal = ""
    var quote: Character?
    var rest = text[...]
    while let character = rest.first {
      if character == "{", literal.last != "$", let (name, place) = try Self.place(rest) {
        guard quote == nil else {
          throw Invalid(
            reason: worded(
              "has {\(name)} between quotation marks", fr: "a {\(name)} entre guillemets"),
            remedy: worded(
              "take the quotation marks away: what takes the place of {\(name)} is quoted as the shell needs it",
              fr: "retirez les guillemets : ce qui prend la place de {\(name)} est protégé comme il faut pour le shell")
          )
        }
        pieces += [.text(literal), .place(place)]
        literal = ""
        rest = rest.dropFirst(name.count + 2)
        continue
      }
      if character == quote {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'" {
        quote = character
      }
      literal.append(character)
      rest = rest.dropFirst()
    }
    self.pieces = pieces + [.text(literal)]
  }

  /// The command is shown to be copied: what is seen must be what the shell is given.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// Reads the name in the braces that `text` starts with; `nil` for braces that hold no single word.
  private static func place(_ text: Substring) throws(Invalid) -> (name: String, place: Place)? {
    let name = String(text.dropFirst().prefix { $0.isLetter })
    guard !name.isEmpty, text.dropFirst(name.count + 1).first == "}" else { return nil }
    if let place = Place(rawValue: name) { return (name, place) }
    throw Invalid(
      reason: worded("has the unknown name {\(name)}", fr: "a le nom inconnu {\(name)}"),
      remedy: Spelling.nearest(to: name, among: Place.allCases.map(\.rawValue)).map {
        worded("did you mean {\($0)}?", fr: "vouliez-vous dire {\($0)} ?")
      }
        ?? worded(
          "there are {slug}, {path}, {branch} and {worktree}",
          fr: "il y a {slug}, {path}, {branch} et {worktree}"))
  }

  /// Whether the command speaks of `place`.
  package func names(_ place: Place) -> Bool { pieces.contains(.place(place)) }

  /// Returns the command with each place filled by `word`, as the shell is to read it.
  package func line(_ word: (Place) -> String) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .place(let place): word(place)
      }
    }.joined()
  }
}
