extension RandomAccessCollection {
  /// Returns the first index whose element belongs behind the partition, found by halving; `endIndex` when none does.
  ///
  /// As in swift-algorithms: no element for which `belongsInSecondPartition` is true stands before one for which it is false.
  @inlinable
  package func partitioningIndex(where belongsInSecondPartition: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = self.count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if belongsInSecondPartition(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
