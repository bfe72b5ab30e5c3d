/// The words of both versions over which two parts changed sides: who acts, what is caused.
struct Turn {
  let original: Range<Int>
  let restated: Range<Int>
  /// Whether it proves itself, however freely the rest is told: named parties that stand on each other's side.
  var isProven = false
}
