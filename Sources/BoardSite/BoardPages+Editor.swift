import Gatekeeping
import GitStore
import Newsroom
import Reports
import Scoring
import Wording

extension BoardPages {
  /// The page on which a text is written.
  ///
  /// - Parameters:
  ///   - text: what stands in the field: the opened text, or what could not be saved.
  ///   - notice: markup above the field.
  func editor(_ opened: OpenedText, text: String, notice: String = "", judged: String) -> String {
    let slug = opened.slug
    return document(
      worded("\(slug): the text on \(opened.branch)", fr: "\(slug) : le texte sur \(opened.branch)"), isLive: false,
      body: """
        \(notice)<p><a href="\(address(slug, "?stage=\(WebForm.encoded(opened.stage.name))"))">\
        \(worded("Back to the article, without saving", fr: "Retour à l'article, sans enregistrer"))</a></p>
        <div class="writing"><form id="editor" method="post" action="\(address(slug, "/edit"))" data-score="\(address(slug, "/score"))">
        \(fields([("stage", opened.stage.name), ("path", opened.path), ("opened", opened.id.hex)]))
        <label for="text">\(worded("Text", fr: "Texte")) (<code>\(e(opened.path))</code>)</label>
        <textarea id="text" name="text" rows="28" spellcheck="true" dir="auto" aria-describedby="score">
        \(Self.fieldText(text))</textarea>
        <p><button class="main">\(worded("Save", fr: "Enregistrer"))</button> \
        <span class="faint">\(worded("A save is a commit in your name on <code>\(e(opened.branch))</code>.", fr: "Enregistrer fait un commit à votre nom sur <code>\(e(opened.branch))</code>."))</span></p>
        </form>
        <section id="score" aria-live="polite" aria-label="\(worded("What the gate says of this text", fr: "Ce que le contrôle dit de ce texte"))">
        \(judged)</section></div>

        """)
  }

  /// What the gate that a text must pass next says of it.
  func judged(_ article: JudgedArticle, at stage: Stage) -> String {
    let report = Report(article, stage: stage)
    let gate = worded("For the gate of \(stage.name)", fr: "Pour le contrôle de \(stage.name)")
    return "<h2 dir=\"auto\">\(e(gate))</h2>\n"
      + HTMLRenderer().judged(report, anchor: "now", kept: KeptFact.all(in: report))
  }

  /// Both texts, when somebody else was quicker: nobody's is thrown away.
  func overtaken(_ opened: OpenedText, by other: OpenedText?, text: String, judged: String) -> String {
    guard let other else {
      return editor(
        opened, text: text,
        notice: """
          <div class="notice bad" role="alert"><p>\(worded("The article is not on <code>\(e(opened.branch))</code> any more. Nothing was saved; your text is still below: copy it.", fr: "L'article n'est plus sur <code>\(e(opened.branch))</code>. Rien n'a été enregistré ; votre texte est toujours ci-dessous : copiez-le."))</p></div>

          """, judged: judged)
    }
    return editor(
      other, text: text,
      notice: """
        <div class="notice bad" role="alert">
        <p>\(worded("Somebody else saved another text meanwhile. Nothing was saved yet: yours is in the field, theirs stands here. Put together what should stay, and save again: that replaces theirs.", fr: "Quelqu'un d'autre a enregistré un autre texte entre-temps. Rien n'est encore enregistré : le vôtre est dans le champ, le sien est ici. Réunissez ce qui doit rester, puis enregistrez : cela remplace le sien."))</p>
        <details open><summary>\(worded("Their text", fr: "Son texte"))</summary>
        <div class="text" dir="auto">\(e(String(decoding: other.bytes, as: UTF8.self)))</div></details></div>

        """, judged: judged)
  }

  /// Text for a field: not a byte of it is replaced, as what is only shown may be.
  private static func fieldText(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): result += "&amp;".utf8
      case UInt8(ascii: "<"): result += "&lt;".utf8
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// What a browser sends of a field, as bytes of the article: its lines end as they did when the text was opened.
  static func bytes(ofField text: String, replacing old: [UInt8]) -> [UInt8] {
    let carriageReturn = UInt8(ascii: "\r")
    let newline = UInt8(ascii: "\n")
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isAfterReturn = false
    for byte in text.utf8 {
      if byte == newline, isAfterReturn { bytes.removeLast() }
      bytes.append(byte)
      isAfterReturn = byte == carriageReturn
    }
    let first = old.firstIndex(of: newline)
    guard let first, first > 0, old[first - 1] == carriageReturn else { return bytes }
    return bytes.flatMap { $0 == newline ? [carriageReturn, newline] : [$0] }
  }
}
