import Testing

@testable import Languages

/// The first date of `text`: the text it covers, `=`, the date, `..` and the end of a span, `?` for a bare year.
private func firstDate(_ text: String, _ language: String) throws -> String {
  let reader = DateReader(try pack(language))
  let tokens = tokens(text)
  for index in tokens.indices {
    guard let date = reader.date(in: tokens, at: index) else { continue }
    let end = date.endDate.map { "..\($0)" } ?? ""
    return "\(covered(date.tokens, of: tokens, in: text))=\(date.date)\(end)\(date.isBareYear ? "?" : "")"
  }
  return "none"
}

struct DateReaderTests {
  @Test(arguments: [
    ("le 24/06/2025.", "24/06/2025=2025-06-24"), ("24-06-2025", "24-06-2025=2025-06-24"),
    ("24.06.2025", "24.06.2025=2025-06-24"), ("24/06/25", "24/06/25=2025-06-24"),
    ("06/25/2025", "06/25/2025=2025-06-25"), ("06/2025", "06/2025=2025-06"), ("2025-06-24", "2025-06-24=2025-06-24"),
    ("2025-07-29T20:37:25.232Z", "2025-07-29T20:37:25.232Z=2025-07-29"),
    ("2025-07-29 20:37 fin", "2025-07-29 20:37=2025-07-29"), ("2025-07", "2025-07=2025-07"),
    ("24 juin 2025", "24 juin 2025=2025-06-24"),
    ("1er août 2025", "1er août 2025=2025-08-01"), ("1er AOUT", "1er AOUT=--08-01"),
    ("mardi 24 juin", "mardi 24 juin=--06-24"), ("juin 2025", "juin 2025=2025-06"),
    ("en juin, 2025 personnes", "juin=--06"), ("avr. 2024", "avr. 2024=2024-04"),
    ("12 sept. 2025", "12 sept. 2025=2025-09-12"), ("sept. Les", "none"),
    ("7 sept femmes", "none"), ("le 11-Septembre", "11-Septembre=--09-11"), ("mai 68", "mai 68=1968-05"),
    ("Mars est loin", "Mars=--03"), ("la planète Mars", "none"),
    ("du 3 au 5 mai 2025", "3 au 5 mai 2025=2025-05-03..2025-05-05"), ("les 3 et 4 mai", "3 et 4 mai=--05-03..--05-04"),
    ("3-5 mai 2025", "3-5 mai 2025=2025-05-03..2025-05-05"),
    ("du 28 avril au 3 mai 2025", "28 avril au 3 mai 2025=2025-04-28..2025-05-03"),
    ("le 3 mai et le 5 juin", "3 mai=--05-03"),
    ("de janvier à mars 2025", "janvier à mars 2025=2025-01..2025-03"),
    ("mai-juin 2025", "mai-juin 2025=2025-05..2025-06"),
    ("le premier mai", "premier mai=--05-01"), ("31 février 2025", "février 2025=2025-02"),
    ("29 février 2024", "29 février 2024=2024-02-29"), ("29 février 2023", "février 2023=2023-02"),
    ("30/02/2025", "none"), ("8/10", "none"), ("T2 2025", "T2 2025=2025-Q2"),
    ("2e trimestre 2025", "2e trimestre 2025=2025-Q2"),
    ("deuxième trimestre de 2025", "deuxième trimestre de 2025=2025-Q2"),
    ("premier semestre 2024", "premier semestre 2024=2024-H1"), ("au premier semestre", "none"),
    ("un T2 meublé", "none"), ("les années 2010", "années 2010=2010s"), ("années 90", "années 90=1990s"),
    ("les années 2024 et", "2024=2024?"), ("en 2024", "2024=2024?"), ("2019-2024", "2019-2024=2019..2024"),
    ("de 2019 à 2024", "2019 à 2024=2019..2024"), ("2019 et 2024", "2019=2019?"),
    ("entre janvier et mars 2025", "janvier et mars 2025=2025-01..2025-03"), ("2023/2024", "2023/2024=2023..2024"),
    ("2010-11", "2010-11=2010..2011"), ("2 024 articles", "none"), ("2000 euros", "none"), ("2000 salariés", "none"),
    ("en 2000 salariés", "2000=2000?"), ("2024 %", "none"), ("2025 millions", "none"),
    ("depuis l'an 2000", "2000=2000?"), ("n°2024", "none"), ("1789", "none"), ("3000", "none"),
    ("2024-01-32", "2024=2024?"),
  ])
  func frenchDatesAreRead(text: String, expected: String) throws {
    #expect(try firstDate(text, "fr") == expected)
  }

  @Test(arguments: [
    ("6/24/2025", "6/24/2025=2025-06-24"), ("24/6/2025", "24/6/2025=2025-06-24"),
    ("June 24, 2025", "June 24, 2025=2025-06-24"), ("June 24th, 2025", "June 24th, 2025=2025-06-24"),
    ("June 24 2025", "June 24 2025=2025-06-24"), ("24 June 2025", "24 June 2025=2025-06-24"),
    ("the 24th of June, 2025", "24th of June, 2025=2025-06-24"), ("June 2025", "June 2025=2025-06"),
    ("in June, 2000 people", "June=--06"), ("Jun. 24", "Jun. 24=--06-24"), ("Sept 5", "Sept 5=--09-05"),
    ("Tuesday, June 24, 2025", "Tuesday, June 24, 2025=2025-06-24"), ("Tuesday", "none"),
    ("In May we", "May=--05"), ("Since March, the", "March=--03"), ("In May Fields we", "none"),
    ("May 5", "May 5=--05-05"), ("you may 5", "none"), ("June alone", "June=--06"),
    ("june alone", "none"), ("May 3–5, 2025", "May 3–5, 2025=2025-05-03..2025-05-05"),
    ("May 28 – June 3, 2025", "May 28 – June 3, 2025=2025-05-28..2025-06-03"),
    ("June 3 to 5", "June 3 to 5=--06-03..--06-05"),
    ("January to March 2025", "January to March 2025=2025-01..2025-03"),
    ("In June 5 million people", "June=--06"), ("June 5%", "June=--06"), ("the third of June", "third of June=--06-03"),
    ("Q2 2025", "Q2 2025=2025-Q2"), ("second quarter of 2025", "second quarter of 2025=2025-Q2"),
    ("the third quarter", "third quarter=--Q3"),
    ("first half of 2025", "first half of 2025=2025-H1"), ("the first half", "none"), ("H1 2024", "H1 2024=2024-H1"),
    ("the 2010s", "2010s=2010s"), ("the 90s", "90s=1990s"), ("the 20s", "20s=2020s"), ("longer than 20's", "none"),
    ("1990’s", "1990’s=1990s"),
    ("since 2019", "2019=2019?"), ("from 2019 to 2024", "2019 to 2024=2019..2024"), ("2019–24", "2019–24=2019..2024"),
    ("$2000", "none"), ("2000 employees", "none"), ("the 2000 elections", "2000=2000?"),
    ("2024 elections", "2024=2024?"), ("2024 km", "none"), ("February 30, 2025", "2025=2025?"), ("Sun. 5", "none"),
  ])
  func englishDatesAreRead(text: String, expected: String) throws {
    #expect(try firstDate(text, "en") == expected)
  }

  @Test(arguments: [
    ("el 24/06/2025.", "24/06/2025=2025-06-24"), ("24-6-2025", "24-6-2025=2025-06-24"),
    ("24 de junio de 2025", "24 de junio de 2025=2025-06-24"),
    ("24 de junio del 2025", "24 de junio del 2025=2025-06-24"),
    ("1.º de mayo de 2025", "1.º de mayo de 2025=2025-05-01"), ("el 1º de mayo", "1º de mayo=--05-01"),
    ("primero de enero", "primero de enero=--01-01"), ("martes, 24 de junio", "martes, 24 de junio=--06-24"),
    ("junio de 2025", "junio de 2025=2025-06"), ("ene. 2024", "ene. 2024=2024-01"), ("el mar 2024", "2024=2024?"),
    ("12 sept. 2025", "12 sept. 2025=2025-09-12"), ("5 de setiembre", "5 de setiembre=--09-05"),
    ("del 3 al 5 de mayo de 2025", "3 al 5 de mayo de 2025=2025-05-03..2025-05-05"),
    ("los días 3 y 4 de mayo", "3 y 4 de mayo=--05-03..--05-04"),
    ("del 28 de abril al 3 de mayo de 2025", "28 de abril al 3 de mayo de 2025=2025-04-28..2025-05-03"),
    ("el 3 de mayo y el 5 de junio", "3 de mayo=--05-03"),
    ("de enero a marzo de 2025", "enero a marzo de 2025=2025-01..2025-03"),
    ("mayo-junio de 2025", "mayo-junio de 2025=2025-05..2025-06"),
    ("31 de febrero de 2025", "febrero de 2025=2025-02"), ("T2 2025", "T2 2025=2025-Q2"),
    ("2.º trimestre de 2025", "2.º trimestre de 2025=2025-Q2"),
    ("segundo trimestre de 2025", "segundo trimestre de 2025=2025-Q2"),
    ("primer semestre de 2024", "primer semestre de 2024=2024-H1"), ("los años 90", "años 90=1990s"),
    ("la década de 2010", "década de 2010=2010s"), ("la década de los 80", "década de los 80=1980s"),
    ("en 2024", "2024=2024?"), ("de 2019 a 2024", "2019 a 2024=2019..2024"), ("2019-2024", "2019-2024=2019..2024"),
    ("2019 y 2024", "2019=2019?"), ("entre enero y marzo de 2025", "enero y marzo de 2025=2025-01..2025-03"),
    ("en enero y marzo de 2025", "enero=--01"), ("2.024 artículos", "none"), ("2000 euros", "none"),
    ("2000 empleados", "none"),
    ("en 2000 empleados", "2000=2000?"), ("desde el año 2000", "2000=2000?"), ("mayor de 40", "none"),
  ])
  func spanishDatesAreRead(text: String, expected: String) throws {
    #expect(try firstDate(text, "es") == expected)
  }

  @Test func datesAgreeUnlessAComponentDiffers() {
    let day = PartialDate(year: 2025, month: 6, day: 24)
    #expect(day.agrees(with: PartialDate(year: 2025)))
    #expect(day.agrees(with: PartialDate(month: 6, day: 24)))
    #expect(day.agrees(with: PartialDate(year: 2025, quarter: 2)))
    #expect(day.agrees(with: PartialDate(year: 2025, half: 1)))
    #expect(day.agrees(with: PartialDate(year: 2020, isDecade: true)))
    #expect(!day.agrees(with: PartialDate(year: 2024)))
    #expect(!day.agrees(with: PartialDate(year: 2025, month: 7)))
    #expect(!day.agrees(with: PartialDate(year: 2025, quarter: 3)))
    #expect(!day.agrees(with: PartialDate(year: 2010, isDecade: true)))
    #expect(!PartialDate(year: 2025, quarter: 2).agrees(with: PartialDate(year: 2025, half: 2)))
  }
}
