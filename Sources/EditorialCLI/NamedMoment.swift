import ArgumentParser
package import Gatekeeping
import GitStore
import Wording

/// A time that somebody names on the command line: `2026-12-01 08:00`, on the clock of this machine unless it says which.
package enum NamedMoment {
  /// - Throws: `ValidationError`.
  package static func read(_ text: String) throws -> Moment {
    var time = Timestamp(reading: text, offset: Surroundings.now().offset)
    // The clocks of that day, in the season that it falls in, need not be those of today.
    for _ in 0..<2 { time = time.flatMap { Timestamp(reading: text, offset: Surroundings.offset(at: $0.seconds)) } }
    guard let time else {
      throw ValidationError(
        worded(
          "“\(text)” is no time that can be read. Write it as in 2026-12-01 08:00, or with its zone, as in "
            + "2026-12-01T08:00:00+01:00.",
          fr: "« \(text) » n'est pas une date lisible. Écrivez-la comme 2026-12-01 08:00, ou avec son fuseau, comme "
            + "2026-12-01T08:00:00+01:00."))
    }
    return Moment(seconds: time.seconds, offset: time.offset)
  }
}
