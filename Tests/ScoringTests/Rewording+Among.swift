import Scoring

extension Rewording {
  /// The pair in a paragraph whose other sentences stayed.
  var among: Scorecard {
    let around =
      lang == "fr"
      ? ("Le bac relie les deux rives du canal.", "Les passeurs chantent en tirant la corde.")
      : ("The ferry joins both banks of the canal.", "The crew sings while it pulls the rope.")
    let text = { (sentence: String) in article("\(around.0) \(sentence) \(around.1)") }
    return Judging.scorecard(text(after), against: text(before))
  }
}
