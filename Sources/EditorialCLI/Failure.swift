package import Reports
import Wording

/// Why a command could not do what it was asked: what was tried, why it failed, and what to do next.
package struct Failure: Error, Sendable {
  /// What was tried, on what: `read articles/solar.md`.
  package let tried: String
  /// Why it failed, without a final full stop.
  package let reason: String
  /// What to do or type next.
  package let remedy: String?
  package let status: ExitStatus

  package init(_ tried: String, because reason: String, remedy: String? = nil, status: ExitStatus = .couldNotJudge) {
    self.tried = tried
    self.reason = reason
    self.remedy = remedy
    self.status = status
  }

  /// The lines for standard error.
  package func text(paint: Paint) -> String {
    // A whole sentence stands for itself; a clause goes on where the first one ends.
    let joint = reason.first?.isUppercase ?? false ? "." : colon
    let tried = DisplayText.safe(tried)
    var text = worded(
      "\(paint(.error, "editorial:")) could not \(tried)\(joint) \(Self.ended(reason))\n",
      fr: "\(paint(.error, "editorial :")) impossible \(Self.infinitive(tried))\(joint) \(Self.ended(reason))\n")
    if let remedy { text += "  \(Self.ended(remedy))\n" }
    return text
  }

  /// Returns the verb as French has it behind another word: `de lire`, `d'écrire`.
  private static func infinitive(_ tried: String) -> String {
    let isVowel = tried.unicodeScalars.first.map { "aeiouyéèêhAEIOUYÉÈÊH".unicodeScalars.contains($0) } ?? false
    return (isVowel ? "d'" : "de ") + tried
  }

  /// Returns the text with a full stop, unless it ends a sentence already or in something to type.
  private static func ended(_ text: String) -> String {
    let text = DisplayText.safe(text)
    guard let last = text.last, !".!?".contains(last) else { return text }
    return text.contains(": editorial ") || text.contains(": git ") ? text : text + "."
  }
}

/// A name that was probably meant by one that does not exist.
enum NearestName {
  /// Returns the candidate that differs from `name` by the fewest typing errors, if those are few.
  static func of(_ name: String, in candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().utf8.prefix(100))
    let limit = max(1, wanted.count / 3)
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().utf8.prefix(100))
      if abs(other.count - wanted.count) > limit { continue }
      let distance = distance(wanted, other)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// Returns `Did you mean …?` when there is a near name.
  static func question(_ name: String, in candidates: some Sequence<String>) -> String? {
    of(name, in: candidates).map { worded("Did you mean \($0)?", fr: "Vouliez-vous dire \($0) ?") }
  }

  /// How many insertions, deletions, replacements and swaps of neighbours turn `a` into `b`.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var older: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var least = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, older[j - 1] + 1) }
        row.append(least)
      }
      older = previous
      previous = row
    }
    return previous[b.count]
  }
}
