/// The words of both versions over which two parts changed sides: who acts, what is caused.
struct Turn {
  let original: Range<Int>
  let restated: Range<Int>
}
