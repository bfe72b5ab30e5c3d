/// Places of one version that wait to be paired, by the number of what stands there, the first one first.
struct WaitingPlaces {
  /// For each number the first place that waits; -1 where none does.
  private var first: [Int]
  /// For each place the next one of its number; -1 behind the last one.
  private var next: [Int]

  /// - Parameters:
  ///   - numbers: what stands at each place; below 0 where none waits.
  ///   - count: how many different numbers there are.
  init(_ numbers: [Int], among count: Int) {
    first = Array(repeating: -1, count: count)
    next = Array(repeating: -1, count: numbers.count)
    for place in numbers.indices.reversed() where numbers[place] >= 0 {
      next[place] = first[numbers[place]]
      first[numbers[place]] = place
    }
  }

  /// Returns the first place with this number, which waits no more; `nil` where none is left.
  mutating func take(_ number: Int) -> Int? {
    let place = first[number]
    guard place >= 0 else { return nil }
    first[number] = next[place]
    return place
  }
}
