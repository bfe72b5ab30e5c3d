import Facts
import Languages
import Manuscripts
import Testing

/// Two numbers with a colon between are a time of day where something says so, and else two numbers.
@Suite struct TimeOfDayTests {
  private func figures(_ text: String, _ language: String) -> [String] {
    let sheet = FactSheet(of: ArticleParser().article(from: Array(text.utf8)), language: LanguageTag(language))
    return sheet.facts.filter { $0.figure != nil }.map { sheet.text(of: $0) }
  }

  static let times: [(language: String, text: String, figures: [String])] = [
    ("en", "The gate closed at 15:34 and the ferry left.", ["15:34"]),
    ("en", "The gate closes at about 15:34.", ["15:34"]),
    ("en", "The ferry leaves on Monday, 15:34.", ["15:34"]),
    ("en", "The ferry of 1:20 on Monday was full.", ["1:20"]),
    ("en", "The ferry of 09:15 was full, and the 21:00 too.", ["09:15", "21:00"]),
    ("en", "The 15:34 GMT ferry was full.", ["15:34"]),
    ("en", "The gate stays open from 9:15 to 17:45.", ["9:15 to 17:45"]),
    ("en", "Opening hours, 9:15-17:45.", ["9:15-17:45"]),
    ("en", "10:15 Coffee on the quay.", ["10:15"]),
    ("en", "Doors: 19:30 sharp.", ["19:30"]),
    ("en", "The gate closed at 1:20 p.m. sharp.", ["1:20 p.m."]),
    ("fr", "La vanne ferme vers 15:34 chaque jour.", ["15:34"]),
    ("fr", "La vanne est ouverte de 9:15 à 17:45.", ["9:15 à 17:45"]),
    ("es", "La puerta cierra a las 15:34 cada día.", ["15:34"]),
    ("es", "La puerta cierra hoy, 15:34 h, y no abre.", ["15:34 h"]),
  ]

  static let pairs: [(language: String, text: String, figures: [String])] = [
    ("en", "The model is built at a scale of 1:20 for visitors.", ["1", "20"]),
    ("en", "The model is built at 1:20 for visitors.", ["1", "20"]),
    ("en", "The ratio of teachers to pupils is 1:24.", ["1", "24"]),
    ("en", "The screen has a 16:10 aspect ratio.", ["16", "10"]),
    ("en", "The screen shows pictures at 16:10 format.", ["16", "10"]),
    ("en", "The screen has a ratio of 16:9.", ["16", "9"]),
    ("en", "They won 21:19 in the final.", ["21", "19"]),
    ("en", "The run took 1:20:30 in all.", ["1", "20", "30"]),
    ("en", "The vote went 24:30 for the plan.", ["24", "30"]),
    ("fr", "La maquette est à l'échelle 1:25 au musée.", ["1", "25"]),
    ("fr", "L'écran est au format 16:10 cette année.", ["16", "10"]),
    ("fr", "La maquette est gravée à 1:25 au musée.", ["1", "25"]),
    ("es", "La maqueta está a escala 1:25 en el museo.", ["1", "25"]),
  ]

  @Test(arguments: times) func timeIsOneFigure(language: String, text: String, expected: [String]) {
    #expect(figures(text, language) == expected, "\(text)")
  }

  @Test(arguments: pairs) func whatMayBeAnythingIsTwoFigures(language: String, text: String, expected: [String]) {
    #expect(figures(text, language) == expected, "\(text)")
  }
}
