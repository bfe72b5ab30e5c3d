package import Scoring
import Wording

/// A recorded, reasoned acceptance of one finding by a named person; or the record that one was taken back.
///
/// It is one line of a commit's message, which says all there is to know. So it means the same in the commit that
/// records it, in the merge that carries it on, and in what a squash leaves of both.
package struct Waiver: Hashable, Sendable {
  /// The article's slug.
  package private(set) var article: String
  package let rule: RuleID
  package let mark: Mark
  /// `Ann Lee <ann@example.org>`.
  package let person: String
  /// `2025-07-31`.
  package let day: String
  package let reason: String
  package let isWithdrawal: Bool

  /// What a waiver covers.
  package struct Mark: Hashable, Sendable, CustomStringConvertible {
    /// The identifier that reports show: eight hexadecimal digits.
    package let finding: String
    /// Sixteen hexadecimal digits that change when the sentence does in which the fact stands.
    package let seal: String

    package init(finding: String, seal: String) {
      self.finding = finding
      self.seal = seal
    }

    package var description: String { "\(finding)-\(seal)" }

    fileprivate init?(_ text: Substring) {
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 2, Self.isHexadecimal(parts[0], 8), Self.isHexadecimal(parts[1], 16) else { return nil }
      self.init(finding: String(parts[0]), seal: String(parts[1]))
    }

    private static func isHexadecimal(_ text: Substring, _ count: Int) -> Bool {
      text.utf8.count == count
        && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
  }

  /// The most characters that a reason has.
  package static let longestReason = 500

  /// - Parameters:
  ///   - name: the person's; what would end the part of the line is left out of it.
  ///   - reason: line ends become blanks; what is longer than `longestReason` is cut.
  package init(
    article: String, rule: RuleID, mark: Mark, name: String, address: String, day: String, reason: String,
    isWithdrawal: Bool = false
  ) {
    self.article = article
    self.rule = rule
    self.mark = mark
    person = "\(Self.line(name).replacing(";", with: ",")) <\(Self.line(address).replacing(";", with: ","))>"
    self.day = day
    self.reason = String(Self.line(reason).prefix(Self.longestReason))
    self.isWithdrawal = isWithdrawal
  }

  /// Returns the same for an article that goes by another slug now.
  package func carried(to article: String) -> Waiver {
    var waiver = self
    waiver.article = article
    return waiver
  }

  /// What stands between the brackets of the person.
  package var address: String {
    guard let start = person.lastIndex(of: "<"), person.hasSuffix(">") else { return "" }
    return String(person[person.index(after: start)...].dropLast())
  }

  /// One clause for a report.
  package var sentence: String {
    worded(
      "accepted by \(person) on \(day): \(reason)",
      fr: "toléré par \(person) le \(day) : \(reason)")
  }

  // MARK: The line

  private static let granted = "Editorial-Waiver:"
  private static let withdrawn = "Editorial-Waiver-Withdrawn:"

  /// The line of a commit's message, without its line end.
  package var trailer: String {
    "\(isWithdrawal ? Self.withdrawn : Self.granted) \(article) \(rule) \(mark); \(person); \(day); \(reason)"
  }

  /// Returns the waivers in a commit's message.
  ///
  /// They count wherever they stand in it, and indented too: a squash puts the messages of many commits into one, so
  /// that their trailers are trailers no more.
  package static func all(inMessage message: String) -> [Waiver] {
    message.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      guard text.starts(with: "Editorial-Waiver".utf8) else { return nil }
      return Waiver(line: Substring(text))
    }
  }

  private init?(line: Substring) {
    let isWithdrawal = line.hasPrefix(Self.withdrawn)
    guard isWithdrawal || line.hasPrefix(Self.granted) else { return nil }
    let rest = line.dropFirst((isWithdrawal ? Self.withdrawn : Self.granted).count)
    let parts = rest.split(separator: ";", maxSplits: 3, omittingEmptySubsequences: false).map(Self.trimmed)
    guard parts.count == 4 else { return nil }
    let words = parts[0].split(separator: " ")
    guard words.count == 3, let mark = Mark(words[2]), parts[1].hasSuffix(">"), !parts[3].isEmpty,
      parts[1].count <= 500, parts[3].count <= Self.longestReason
    else { return nil }
    article = String(words[0])
    rule = RuleID(String(words[1]))
    self.mark = mark
    person = String(parts[1])
    day = String(parts[2].prefix(10))
    reason = String(parts[3])
    self.isWithdrawal = isWithdrawal
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  /// Returns the text on one line, without what a terminal would obey.
  private static func line(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ").filter { character in
      character.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }
  }
}
