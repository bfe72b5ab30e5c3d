package import Gatekeeping
import Wording

extension TextRenderer {
  /// Returns who works on an article, and what is signed off for later.
  static func teamRemarks(on standing: Standing) -> [String] {
    var remarks: [String] = []
    for claim in standing.claims {
      remarks.append(
        worded("Claimed by \(sentence(on: claim))", fr: "Réservé par \(sentence(on: claim))"))
    }
    for scheduled in standing.scheduled {
      remarks.append(remark(on: scheduled))
    }
    return remarks
  }

  /// Returns whose claim it is, since when and why: `Ada Author since 2026-05-03 14:05 +02:00: checking the figures.`
  package static func sentence(on claim: Claim) -> String {
    let name = DisplayText.safe(claim.name)
    let until = claim.until.map { worded(", until \($0.shown)", fr: ", jusqu'au \($0.shown)") } ?? ""
    let reason = claim.reason.map { worded(": ", fr: "\u{A0}: ") + DisplayText.safe($0) } ?? ""
    return Remark.ended(
      worded("\(name) since \(claim.since.shown)", fr: "\(name) depuis le \(claim.since.shown)") + until + reason)
  }

  /// Returns what is scheduled, and what came between when something did.
  static func remark(on scheduled: ScheduledPromotion) -> String {
    worded("Scheduled: ", fr: "Programmé : ") + standing(of: scheduled)
  }

  /// Returns what will happen, or why it will not.
  package static func standing(of scheduled: ScheduledPromotion) -> String {
    let sentence = sentence(on: scheduled)
    return switch scheduled.state {
    case .open: sentence
    case .outdated:
      worded(
        "\(sentence) The article has changed since, so it will not go: schedule it again, or take the date away.",
        fr: "\(sentence) L'article a changé depuis et ne partira pas : redonnez l'accord, ou retirez la date.")
    case .notHere:
      worded(
        "\(sentence) What became of it is not known here: fetch what the others have (git fetch).",
        fr: "\(sentence) Ce qu'il est devenu n'est pas connu ici : récupérez ce qu'ont les autres (git fetch).")
    case .done:
      worded(
        "\(sentence) It is there already, so nothing is left to do.",
        fr: "\(sentence) Il y est déjà : il n'y a plus rien à faire.")
    }
  }

  /// Returns what was signed off, for when, and by whom: `to published on 2026-12-01 08:00 +01:00, signed off by Ada.`
  package static func sentence(on scheduled: ScheduledPromotion) -> String {
    let name = DisplayText.safe(scheduled.name)
    let stage = DisplayText.safe(scheduled.to)
    return worded(
      "to \(stage) on \(scheduled.time.shown), signed off by \(name).",
      fr: "vers \(stage) le \(scheduled.time.shown), accord donné par \(name).")
  }
}

extension JSONRenderer {
  /// Writes the claims on an article as a value.
  package func write(_ claims: [Claim], to writer: inout JSONWriter) {
    writer.array { writer in
      for claim in claims {
        writer.item()
        writer.object { writer in
          writer.member("by", claim.name)
          writer.member("address", claim.address)
          writer.member("since", claim.since.written)
          writer.member("until", claim.until?.written)
          writer.member("reason", claim.reason)
        }
      }
    }
  }

  /// Writes what is signed off for later as a value.
  package func write(_ scheduled: [ScheduledPromotion], to writer: inout JSONWriter) {
    writer.array { writer in
      for promotion in scheduled {
        writer.item()
        writer.object { members(of: promotion, to: &$0) }
      }
    }
  }

  /// Writes the members of one promotion that is signed off, into an object.
  package func members(of scheduled: ScheduledPromotion, to writer: inout JSONWriter) {
    writer.member("article", scheduled.slug.name)
    writer.member("from", scheduled.from)
    writer.member("to", scheduled.to)
    writer.member("at", scheduled.time.written)
    writer.member("version", scheduled.version)
    writer.member("by", scheduled.name)
    writer.member("address", scheduled.address)
    writer.member("state", scheduled.state.rawValue)
  }
}
