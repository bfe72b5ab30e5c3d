import TestSupport

/// An article in pieces, for laws: it can be turned round, edited, and made smaller.
struct ArticleDraft: CustomStringConvertible {
  /// A sentence with one fact, and what it says when something is done to it.
  struct Statement {
    let text: String
    /// The same fact in other words, signs or notation.
    let same: [String]
    /// Another fact.
    let other: [String]
  }

  enum Edit { case harmful(statement: Int, Int), dropped(statement: Int), harmless(statement: Int, Int) }

  let isFrench: Bool
  /// Sections of paragraphs of statements.
  var sections: [[[Statement]]]
  /// In the order in which they are made; they name statements by their number in the article.
  var edits: [Edit] = []
  /// What takes the place of each space between words, and how long the lines are: none of it says anything.
  var lineLength = 0

  var description: String {
    edits.isEmpty ? baseline : "\(baseline)\nand edited (\(edits.map { "\($0)" }.joined(separator: ", "))):\n\n\(text)"
  }
  /// The article after its edits.
  var text: String { text(applying: edits) }
  var statements: [Statement] { sections.flatMap { $0.flatMap { $0 } } }

  /// The article before any edit.
  var baseline: String { text(applying: []) }

  func text(applying edits: some Collection<Edit>) -> String {
    var number = 0
    var words: [String] = []
    for (index, section) in sections.enumerated() {
      words.append("## " + Self.headings(isFrench)[index % 4])
      for paragraph in section {
        let sentences = paragraph.compactMap { statement in
          defer { number += 1 }
          return sentence(statement, number, edits)
        }
        if !sentences.isEmpty { words.append(wrapped(sentences.joined(separator: " "))) }
      }
    }
    return (["---\nlang: \(isFrench ? "fr" : "en")\n---", "# Rapport"] + words + [Self.sources(isFrench)])
      .joined(separator: "\n\n") + "\n"
  }

  /// `nil` when the edits drop it. The last edit of a statement counts.
  private func sentence(_ statement: Statement, _ number: Int, _ edits: some Collection<Edit>) -> String? {
    var text: String? = statement.text
    for edit in edits {
      switch edit {
      case .harmful(number, let choice): text = text == nil ? nil : statement.other[choice % statement.other.count]
      case .dropped(number): text = nil
      case .harmless(number, let choice):
        // What was harmed stays harmed.
        if text == statement.text { text = statement.same[choice % statement.same.count] }
      default: break
      }
    }
    return text
  }

  private func wrapped(_ text: String) -> String {
    guard lineLength > 0 else { return text }
    var lines: [String] = [""]
    for word in text.split(separator: " ") {
      if lines[lines.count - 1].count + word.count > lineLength, word.first?.isLetter == true {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The draft without one section, paragraph, statement or edit, and one with short lines made long.
  var simpler: [ArticleDraft] {
    var drafts: [ArticleDraft] = []
    for index in edits.indices {
      var draft = self
      draft.edits.remove(at: index)
      drafts.append(draft)
    }
    // A statement that an edit names by its number must stay where it is: only what lies behind the last one goes.
    let named = edits.map { edit in
      switch edit {
      case .harmful(let statement, _), .dropped(let statement), .harmless(let statement, _): statement
      }
    }
    let needed = (named.max() ?? -1) + 1
    for section in sections.indices {
      for paragraph in sections[section].indices {
        for statement in sections[section][paragraph].indices {
          var draft = self
          draft.sections[section][paragraph].remove(at: statement)
          if draft.sections[section][paragraph].isEmpty { draft.sections[section].remove(at: paragraph) }
          if draft.sections[section].isEmpty { draft.sections.remove(at: section) }
          let before =
            sections[..<section].joined().joined().count + sections[section][..<paragraph].joined().count + statement
          if before >= needed { drafts.append(draft) }
        }
      }
    }
    if lineLength > 0 {
      var draft = self
      draft.lineLength = 0
      drafts.append(draft)
    }
    return drafts
  }

  private static func headings(_ isFrench: Bool) -> [String] {
    isFrench
      ? ["Ce qui a changé", "Les chiffres", "La suite", "En pratique"]
      : ["What has changed", "The figures", "What comes next", "In practice"]
  }

  private static func sources(_ isFrench: Bool) -> String {
    isFrench
      ? "## Sources\n\n- [Institut Carmel](https://institut-carmel.org/note), 12/03/2024\n- [Cour de Lorient](https://cour-lorient.eu/avis), 05/09/2023"
      : "## Sources\n\n- [Carmel Institute](https://carmel-institute.org/note), 2024-03-12\n- [Court of Lorne](https://court-lorne.eu/notice), 2023-09-05"
  }
}
