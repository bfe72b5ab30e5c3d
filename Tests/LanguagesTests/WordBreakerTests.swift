import Testing

@testable import Languages

/// The tokens of `text` on one line: the gap as `␣`, `-`, `⏎` or nothing, then the folded token.
private func written(_ text: String) -> String {
  WordBreaker.tokens(of: Array(text.utf8)).map { token in
    let gap =
      switch token.gap {
      case .none: "|"
      case .space: " "
      case .lineBreak: "⏎"
      case .hyphen: "-"
      }
    let kind =
      switch token.kind {
      case .word: ""
      case .digits: "#"
      case .mark: "'"
      case .address: "@"
      }
    return gap + kind + token.folded
  }.joined()
}

struct WordBreakerTests {
  @Test(arguments: [
    ("l'IA générative", "|l'|ia generative"),
    ("L’été d’aujourd’hui", "|l'|ete d'|aujourd'hui"),
    ("c'est-à-dire qu'il", "|c'|est-a-dire qu'|il"),
    ("jusqu'à lorsqu'on", "|jusqu'|a lorsqu'|on"),
    ("jùsqu’ici déjà» né_e œil", "|jusqu'|ici deja|'\" ne_e oeil"),
    ("naïve’s l'été’s été3 déçue\u{301}", "|naive|'s l'|ete|'s ete3 decue"),
    ("quelqu'un", "|quelqu'un"),
    ("d'« elle »", "|d'|'\" elle '\""),
    ("TPE-PME", "|tpe-pme"),
    ("cœur Straße Œuvre ÆON", "|coeur strasse oeuvre aeon"),
    ("e\u{301}te\u{301} E\u{300}re", "|ete ere"),
    ("mo\u{AD}t a\u{200B}b", "|mot ab"),
    ("Москва ΑΘΗΝΑ", "|москва αθηνα"),
  ])
  func wordsAreFoldedAndElisionsCut(text: String, expected: String) {
    #expect(written(text) == expected)
  }

  @Test(arguments: [
    ("I don't think it’s", "|i don't think it's"),
    ("Google's plans", "|google|'s plans"),
    ("that's James' idea", "|that's james|'' idea"),
    ("we'll, they've", "|we'll|', they've"),
    ("O'Brien o'clock", "|o'brien o'clock"),
    ("snake_case", "|snake_case"),
    ("'quoted' word", "|''|quoted|'' word"),
  ])
  func englishContractionsStayWhole(text: String, expected: String) {
    #expect(written(text) == expected)
  }

  @Test(arguments: [
    ("1 200 000 euros", "|#1200000 euros"),
    ("1\u{A0}200,50", "|#1200,50"),
    ("1\u{202F}200", "|#1200"), ("1\u{2009}200", "|#1200"), ("1'000 1’000", "|#1000 #1000"),
    ("1,234.5", "|#1,234.5"), ("1.234,5", "|#1.234,5"), ("12,345,678", "|#12,345,678"),
    ("en 2024 200 personnes", "|en #2024 #200 personnes"),
    ("01 23 45", "|#01 #23 #45"), ("1 2000", "|#1 #2000"),
    ("en 2024, 13.", "|en #2024|', #13|'."),
    ("13%", "|#13|'%"), ("24/06/2025", "|#24|'/|#06|'/|#2025"), ("2025-07-29", "|#2025|'-|#07|'-|#29"),
    ("12:30", "|#12|':|#30"), ("3.5M€", "|#3.5|m|'€"), ("1er 2e 21st", "|#1|er #2|e #21|st"), ("1ère", "|#1|ere"),
    ("1ᵉʳ", "|#1|er"),
    ("v2 H1 COVID19 b2b", "|v2 h1 covid19 b2b"), ("GPT-4.5", "|gpt-#4.5"), ("COVID-19", "|covid-#19"),
    ("25-year-old", "|#25-year-old"), ("10h30", "|#10|h|#30"), ("1920x1080", "|#1920|x|#1080"),
    ("1.2.3 v22.9.0 24.06.2025", "|1.2.3 v22.9.0 24.06.2025"), ("192.168.0.1", "|192.168.0.1"),
    ("1,2,3", "|#1|',|#2|',|#3"), ("$5 €5", "|'$|#5 '€|#5"), ("(.5)", "|'(|#.5|')"),
    ("-5 % −5 +12", "|'-|#5 '% '-|#5 '+|#12"), ("15-30 15–30", "|#15|'-|#30 #15|'-|#30"),
    ("550e8400 4a5b", "|550e8400 4a5b"), ("100k 3D", "|#100|k #3|d"), ("1990s 1990's", "|#1990|s #1990|''|s"),
    ("m² CO₂ étude¹ 2½", "|m2 co2 etude|'¹ #2|'½"), ("20°C", "|#20|'°|c"), ("n° 5", "|n|'° #5"),
  ])
  func digitsKeepTheirMarks(text: String, expected: String) {
    #expect(written(text) == expected)
  }

  @Test(arguments: [
    ("« a » “b” „c‟ \"d\"", "|'\" a '\" '\"|b|'\" '\"|c|'\" '\"|d|'\""),
    ("a… b... c!", "|a|'... b|'... c|'!"),
    ("a – b — c", "|a '- b '- c"),
    ("a\nb\r\n c", "|a⏎b⏎c"),
    ("R&D #tag @nom", "|r|'&|d '#|tag '@|nom"),
  ])
  func marksAreFolded(text: String, expected: String) {
    #expect(written(text) == expected)
  }

  @Test(arguments: [
    ("voir https://a.fr/B_(c)?x=1.", "|voir @https://a.fr/b_(c)?x=1|'."),
    ("(http://a.fr/x), www.b.fr!", "|'(|@http://a.fr/x|')|', @www.b.fr|'!"),
    ("« https://é.fr/à »", "|'\" @https://é.fr/à '\""),
    ("Écrire à jean.dupont@ville-x.fr.", "|ecrire a @jean.dupont@ville-x.fr|'."),
    ("d'contact@a.org", "|d'|@contact@a.org"), ("a@b c@", "|a|'@|b c|'@"),
    ("https:// www. http", "|https|':|'/|'/ www|'. http"), ("mailto:a@b.fr", "|@mailto:a@b.fr"),
  ])
  func addressesAreWhole(text: String, expected: String) {
    #expect(written(text) == expected)
  }

  @Test func capitalsAndRangesAreThoseOfTheText() {
    let text = "Été l'École x"
    let tokens = WordBreaker.tokens(of: Array(text.utf8))
    #expect(tokens.map(\.isCapitalized) == [true, false, true, false])
    #expect(tokens.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) } == ["Été", "l'", "École", "x"])
  }
}
