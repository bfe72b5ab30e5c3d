/// How the parts of a report are set off on a terminal.
///
/// What a part is stands in the renderer; which colour that has, stands here and nowhere else.
package struct Paint: Sendable {
  /// What a piece of text is in a report.
  package enum Role: Sendable {
    case error, warning, note, passed, mark, strong, faint
  }

  private let isOn: Bool

  /// No colour at all: for files, pipes and terminals that want none.
  package static let none = Paint(isOn: false)
  /// The sixteen colours that every terminal has, so that the reader's own theme applies.
  package static let ansi = Paint(isOn: true)

  private init(isOn: Bool) { self.isOn = isOn }

  package func callAsFunction(_ role: Role, _ text: String) -> String {
    guard isOn, !text.isEmpty else { return text }
    let code =
      switch role {
      case .error: "1;31"
      case .warning: "1;33"
      case .note: "1;36"
      case .passed: "1;32"
      case .mark: "31"
      case .strong: "1"
      case .faint: "2"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
