/// Work that a colleague does while the caller goes on, so that a hook reads both versions in the time of one.
final class Companion<Value: Sendable> {
  /// What the thread leaves; a colleague changes it, or the caller where there is none.
  private final class Result: @unchecked Sendable {
    var value: Value?
  }

  private let result = Result()
  private let work: @Sendable () -> Value
  private var errand: Int?
  /// Whoever does the work; `nil` when `join` does it.
  let colleague: Colleague?

  /// Hands `work` to the colleague, or to a new one; where no thread can be had, or none `isWanted`, `join` does it.
  init(isWanted: Bool = true, by colleague: Colleague? = nil, _ work: @escaping @Sendable () -> Value) {
    self.work = work
    self.colleague = isWanted ? colleague ?? Colleague() : nil
    errand = self.colleague?.hand { [result] in
      let value = work()
      return { result.value = value }
    }
  }

  /// Waits for the work, or does it when it has not begun, and returns what it made.
  func join() -> Value {
    if let colleague, let errand, !colleague.takeBack(errand) { colleague.wait { [result] in result.value == nil } }
    errand = nil
    if let value = result.value { return value }
    let value = work()
    result.value = value
    return value
  }
}
