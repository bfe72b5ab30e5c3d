#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Something that must hold for every value that can be made: tried on random ones, and told of the simplest that breaks it.
///
/// `EDITORIAL_SEED` begins with another seed, and `EDITORIAL_ROUNDS` tries more values.
package struct Law<Value> {
  private let make: (inout SeededGenerator) -> Value
  private let simpler: (Value) -> [Value]
  private let complaint: (Value) throws -> String?

  /// - Parameters:
  ///   - make: a random value.
  ///   - simpler: values that are simpler than one, the simplest first; none when it can be no simpler.
  ///   - complaint: what is wrong with a value; `nil` when the law holds.
  package init(
    of make: @escaping (inout SeededGenerator) -> Value, simpler: @escaping (Value) -> [Value],
    complaint: @escaping (Value) throws -> String?
  ) {
    self.make = make
    self.simpler = simpler
    self.complaint = complaint
  }

  /// Returns what breaks the law, with its seed and made as simple as it goes; `nil` when nothing was found.
  package func counterexample(rounds: Int) -> String? {
    let start = Self.number("EDITORIAL_SEED") ?? 1
    for round in 0..<UInt64(Self.number("EDITORIAL_ROUNDS") ?? UInt64(rounds)) {
      var random = SeededGenerator(seed: start &+ round)
      let value = make(&random)
      guard let first = said(of: value) else { continue }
      let (simplest, last) = simplified(value, first)
      return "EDITORIAL_SEED=\(start &+ round) runs this first.\n\(last)\nIt is the simplest found:\n\(simplest)"
    }
    return nil
  }

  /// What a thrown error says counts as a complaint: it is then simplified, too.
  private func said(of value: Value) -> String? {
    do { return try complaint(value) } catch { return "\(error)" }
  }

  private func simplified(_ value: Value, _ complaint: String) -> (Value, String) {
    var found = (value, complaint)
    // Bounded, since a law may be slow to try: a counterexample that could be simpler is one nevertheless.
    var tries = 400
    search: while tries > 0 {
      for other in simpler(found.0) where tries > 0 {
        tries -= 1
        guard let said = said(of: other) else { continue }
        found = (other, said)
        continue search
      }
      break
    }
    return found
  }

  private static func number(_ name: String) -> UInt64? { getenv(name).flatMap { UInt64(String(cString: $0)) } }
}
