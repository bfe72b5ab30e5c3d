import Scoring
import Testing

/// Initials, and abbreviations by syllables, are the names that they stand for.
@Suite struct NamesWrittenOutTests {
  static let kept = [
    Rewording(
      "en", "The team was set up with HLW, which pays for it.",
      "The team was set up with the Department of Harbours, Locks and Weirs, which pays for it."),
    Rewording(
      "en", "It keeps the last index in our Tidal Gauge Books (TGB). They print our TGBs.",
      "It keeps the last index in our Tidal Gauge Books (TGB). They print our Tidal Gauge Books."),
    Rewording(
      "fr", "Le bureau du MinFluv tient les écluses.", "Le bureau du ministère des Fluviaux tient les écluses."),
    Rewording(
      "fr", "Aujourd’hui Barges du Rhône emploie dix marins.", "Barges du Rhône emploie aujourd’hui dix marins."),
  ]

  @Test(arguments: kept) func theNameWrittenOutIsKept(_ rewording: Rewording) { rewording.expectKept() }

  static let refused = [
    Rewording(
      "en", "The team was set up with HLW, which pays for it.",
      "The team was set up with the Department of Roads, Rail and Bridges, which pays for it."),
    Rewording(
      "fr", "Le bureau du MinFluv tient les écluses.", "Le bureau du ministère des Routes tient les écluses."),
  ]

  @Test(arguments: refused) func anotherNameIsRefused(_ rewording: Rewording) { rewording.expectRefused() }
}
