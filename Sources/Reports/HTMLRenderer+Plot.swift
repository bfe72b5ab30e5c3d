import Scoring
import Wording

extension HTMLRenderer {
  /// Returns a plot of scores, the oldest first, as an inline drawing; nothing for fewer than two.
  ///
  /// - Parameters:
  ///   - points: the scores, and what is said of each when it is pointed at.
  ///   - threshold: where a line shows what the gate asks for.
  func plot(of points: [(score: Tenths, title: String)], threshold: Tenths?, label: String) -> String {
    guard points.count > 1, let first = points.first, let last = points.last,
      let lowest = points.min(by: { $0.score < $1.score })
    else { return "" }
    let (width, height, left, top) = (640, 150, 34, 8)
    let inner = (width: width - left - 8, height: height - 2 * top)
    func x(_ index: Int) -> Int { left + inner.width * index / (points.count - 1) }
    func y(_ score: Tenths) -> Int { top + inner.height * (1000 - min(1000, max(0, score.value))) / 1000 }
    var drawing = ""
    for value in [0, 500, 1000] {
      let line = y(Tenths(value))
      drawing += "<line class=\"grid\" x1=\"\(left)\" x2=\"\(width - 8)\" y1=\"\(line)\" y2=\"\(line)\"/>"
      drawing += "<text x=\"\(left - 5)\" y=\"\(line + 4)\" text-anchor=\"end\">\(value / 10)</text>"
    }
    if let threshold {
      let line = y(threshold)
      drawing += "<line class=\"threshold\" x1=\"\(left)\" x2=\"\(width - 8)\" y1=\"\(line)\" y2=\"\(line)\"/>"
    }
    let path = points.enumerated().map { "\(x($0.offset)),\(y($0.element.score))" }.joined(separator: " ")
    drawing += "<polyline class=\"course\" points=\"\(path)\"/>"
    for (index, point) in points.enumerated() {
      let title = "<title>\(HTMLText.escaped(point.title))</title>"
      drawing += "<circle cx=\"\(x(index))\" cy=\"\(y(point.score))\" r=\"3.5\">\(title)</circle>"
    }
    let told = worded(
      "\(label): from \(first.score) to \(last.score), lowest \(lowest.score)",
      fr: "\(label) : de \(first.score.shown) à \(last.score.shown), au plus bas \(lowest.score.shown)")
    return """
      <figure><svg viewBox="0 0 \(width) \(height)" role="img" aria-label="\(HTMLText.escaped(told))">\(drawing)</svg>\
      <figcaption>\(HTMLText.escaped(told)).</figcaption></figure>
      """
  }
}
