/// The numbers of a compiled pack, read in the order in which they were written; behind the last one there are noughts,
/// so that of no numbers empty tables are made.
package struct PackTape {
  let numbers: [UInt64]
  private var position = 0

  package init(_ numbers: [UInt64]) { self.numbers = numbers }

  /// Reads one number.
  mutating func number() -> Int {
    let place = take(1)
    return place < numbers.count ? Int(truncatingIfNeeded: numbers[place]) : 0
  }

  /// Steps over `count` numbers, and returns where they begin.
  mutating func take(_ count: Int) -> Int {
    position += count
    return position - count
  }

  /// Reads a text: how many bytes it has, then these, eight in a number, the first one lowest.
  mutating func text() -> String {
    let count = number()
    let first = take((count + 7) / 8)
    return String(unsafeUninitializedCapacity: count) { buffer in
      for index in 0..<count {
        buffer[index] = UInt8(truncatingIfNeeded: numbers[first + index / 8] >> (8 * UInt64(index % 8)))
      }
      return count
    }
  }

  /// Returns the numbers of a text.
  package static func numbers(of text: String) -> [UInt64] {
    let bytes = Array(text.utf8)
    let words = stride(from: 0, to: bytes.count, by: 8).map { start in
      bytes[start..<min(start + 8, bytes.count)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    return [UInt64(bytes.count)] + words
  }
}
