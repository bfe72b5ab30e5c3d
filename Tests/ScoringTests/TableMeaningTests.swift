import Scoring
import Testing

/// What a table says is what stands in a row under a head, wherever the rows stand.
@Suite struct TableMeaningTests {
  private static func table(_ heads: String, _ rows: [String]) -> String {
    let columns = heads.split(separator: "|").count
    return "The guild lists its locks.\n\n| \(heads) |\n" + String(repeating: "|---", count: columns) + "|\n"
      + rows.map { "| \($0) |" }.joined(separator: "\n")
  }

  private static let heads = "Lock | First gate | Last gate | Boats"
  private static let rows = ["Ashmill | G12 | G14 | 500", "Oxley | K5 | K9 | 500", "Barton | M3 | M8 | 220"]
  private static let dated = [
    "May 13, 2026 | 45 days | upper", "June 2, 2027 | 60 days | lower", "July 1, 2028 | 45 days | lower",
  ]

  static let changed = [
    Rewording("en", table(heads, rows), table("Lock | Last gate | First gate | Boats", rows)),
    Rewording("en", table(heads, rows), table("Lock | First gate | Last gate | Boats per day", rows)),
    Rewording("en", table(heads, rows), table("Lock | First gate | Last gate | Boats planned", rows)),
    Rewording("en", table(heads, rows), table("Lock | First gate | Last gate | Boats in 1987", rows)),
    Rewording("en", table(heads, rows), table("Lock | First gate | Last gate | Growth within months", rows)),
    // One code for another, two that changed places, and the heads of two rows.
    Rewording(
      "en", table(heads, rows),
      table(heads, ["Ashmill | G12 | G84 | 500", "Oxley | K5 | K9 | 500", "Barton | M3 | M8 | 220"])),
    Rewording(
      "en", table(heads, rows),
      table(heads, ["Ashmill | G12 | K9 | 500", "Oxley | K5 | G14 | 500", "Barton | M3 | M8 | 220"])),
    Rewording(
      "en", table(heads, rows),
      table(heads, ["Oxley | G12 | G14 | 500", "Ashmill | K5 | K9 | 500", "Barton | M3 | M8 | 220"])),
    // What another row says, and a name that the text has.
    Rewording(
      "en", table("From | Time | Level", dated),
      table("From | Time | Level", ["May 13, 2026 | 45 days | lower", dated[1], dated[2]])),
    Rewording(
      "en", table(heads, rows) + "\n\nThe keeper lives in Selby.",
      table(heads, ["Selby | G12 | G14 | 500", rows[1], rows[2]]) + "\n\nThe keeper lives in Selby."),
    Rewording(
      "en", table("Lock | Start | End", ["Ashmill | May 2023 | June 2026", "Oxley | May 2024 | June 2027"]),
      table("Lock | Start | End", ["Ashmill | May 2024 | June 2026", "Oxley | May 2024 | June 2027"])),
    Rewording(
      "en", table("From | Time | Level", dated),
      table("From | Time | Level", ["June 2, 2027 | 45 days | upper", "May 13, 2026 | 60 days | lower", dated[2]])),
  ]

  static let kept = [
    Rewording("en", table(heads, rows), table(heads, [rows[2], rows[0], rows[1]])),
    Rewording("en", table(heads, rows), table("Name | First gate | Last gate | Boats", rows)),
    Rewording("en", table(heads, rows), table("Lock | First gate | Last gate | Number of boats", rows)),
    Rewording(
      "en", table(heads, rows),
      table(
        "Lock | Boats | First gate | Last gate",
        ["Ashmill | 500 | G12 | G14", "Oxley | 500 | K5 | K9", "Barton | 220 | M3 | M8"])),
    Rewording("en", table("From | Time | Level", dated), table("From | Time | Level", [dated[1], dated[2], dated[0]])),
  ]

  @Test(arguments: changed) func whatAnotherHeadOrRowClaimsIsRefused(_ rewording: Rewording) {
    rewording.expectRefused()
  }

  @Test(arguments: kept) func whatStandsElsewhereIsKept(_ rewording: Rewording) { rewording.expectUnchanged() }
}
