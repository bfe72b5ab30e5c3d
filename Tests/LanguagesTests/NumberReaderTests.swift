import TestSupport
import Testing

@testable import Languages

/// The first number of `text`: the text it covers, `=`, its value, and `o` for an ordinal, `v` for a vague one.
private func firstNumber(_ text: String, _ language: String) throws -> String {
  let reader = NumberReader(try pack(language))
  let tokens = tokens(text)
  for index in tokens.indices {
    guard let number = reader.number(in: tokens, at: index) else { continue }
    let flags = (number.isOrdinal ? "o" : "") + (number.isVague ? "v" : "")
    return "\(covered(number.tokens, of: tokens, in: text))=\(number.value)\(flags)"
  }
  return "none"
}

struct NumberReaderTests {
  @Test(arguments: [
    ("13 %", "13=13"), ("13,5 %", "13,5=13.5"), ("1 200 000 euros", "1 200 000=1200000"), ("1.200 euros", "1.200=1200"),
    ("1.5 million", "1.5 million=1500000"), ("0.250", "0.250=0.25"), ("1.234,56", "1.234,56=1234.56"),
    ("1,2 million d'euros", "1,2 million=1200000"), ("3 Md€", "3 Md=3000000000"), ("2,5 k€", "2,5 k=2500"),
    ("12 M€", "12 M=12000000"), ("12M€", "12M=12000000"), ("10M de vues", "10M=10000000"), ("10 m de long", "10=10"),
    ("100k abonnés", "100k=100000"),
    ("3 milliards", "3 milliards=3000000000"), ("1 000 milliards", "1 000 milliards=1000000000000"),
    ("2 millions et demi", "2 millions et demi=2500000"), ("50 cents", "50=50"), ("5 mn", "5=5"),
    ("1er", "1er=1o"), ("2e trimestre", "2e=2o"), ("XXIe", "none"), ("3ème", "3ème=3o"), ("21ᵉ", "21ᵉ=21o"),
    ("2½ heures", "2½=2.5"), ("½ heure", "½=0.5"), ("3 douzaines", "3 douzaines=36v"),
    ("5 000 milliers", "5 000 milliers=5000000v"),
  ])
  func frenchDigitsAreRead(text: String, expected: String) throws {
    #expect(try firstNumber(text, "fr") == expected)
  }

  @Test(arguments: [
    ("treize pour cent", "treize=13"), ("vingt et un", "vingt et un=21"), ("vingt-et-une", "vingt-et-une=21"),
    ("soixante et onze", "soixante et onze=71"), ("soixante-dix-sept", "soixante-dix-sept=77"),
    ("quatre-vingts", "quatre-vingts=80"), ("quatre-vingt-un", "quatre-vingt-un=81"),
    ("Quatre-vingt-treize", "Quatre-vingt-treize=93"),
    ("quatre-vingt-dix-sept", "quatre-vingt-dix-sept=97"), ("septante-cinq", "septante-cinq=75"),
    ("nonante-neuf", "nonante-neuf=99"), ("huitante", "huitante=80"), ("cent", "cent=100"),
    ("deux cents", "deux cents=200"),
    ("deux cent mille", "deux cent mille=200000"), ("mille", "mille=1000"),
    ("deux mille cinq cents", "deux mille cinq cents=2500"),
    ("mille deux cent trente-quatre", "mille deux cent trente-quatre=1234"), ("un million", "un million=1000000"),
    ("un million deux cent mille", "un million deux cent mille=1200000"),
    ("un million et demi", "un million et demi=1500000"),
    ("deux milliards", "deux milliards=2000000000"), ("mille milliards", "mille milliards=1000000000000"),
    ("dix-neuf cent quatorze", "dix-neuf cent quatorze=1914"), ("quatre virgule cinq", "quatre virgule cinq=4.5"),
    ("trois virgule zéro deux", "trois virgule zéro deux=3.02"),
    ("deux virgule vingt-cinq", "deux virgule vingt-cinq=2.25"),
    ("zéro", "zéro=0"), ("deux et trois", "deux=2"), ("vingt et deux", "vingt=20"), ("une PME sur huit", "une=1"),
    ("Mille et une nuits", "Mille=1000"), ("cinq six", "cinq=5"), ("trente, quarante", "trente=30"),
    ("vingt\nun", "vingt=20"),
    ("premier", "premier=1o"), ("troisième", "troisième=3o"), ("vingt et unième", "vingt et unième=21o"),
    ("vingt-cinquième", "vingt-cinquième=25o"), ("centième", "centième=100o"), ("deux centième", "deux centième=200o"),
    ("neuf entreprises", "neuf=9"), ("dix-neuf", "dix-neuf=19"), ("un appareil neuf.", "un=1"),
    ("tout neuf pour", "none"),
    ("une douzaine", "une douzaine=12v"), ("des dizaines de milliers", "dizaines de milliers=10000v"),
    ("des centaines de millions", "centaines de millions=100000000v"), ("quelques millions", "millions=1000000v"),
    ("une centaine", "une centaine=100v"), ("trois milliers", "trois milliers=3000v"),
    ("milliards d'euros", "milliards=1000000000v"),
    ("un demi-million", "un demi-million=500000"), ("une demi-heure", "une demi=0.5"), ("une demi-finale", "une=1"),
    ("une demi-douzaine", "une demi-douzaine=6v"), ("deux et demi", "deux et demi=2.5"),
    ("l'un des", "none"), ("voisinage", "none"), ("pour cent", "none"),
  ])
  func frenchWordsAreRead(text: String, expected: String) throws {
    #expect(try firstNumber(text, "fr") == expected)
  }

  @Test(arguments: [
    ("13%", "13=13"), ("13.5%", "13.5=13.5"), ("1,200,000", "1,200,000=1200000"), ("1,200", "1,200=1200"),
    ("1.200", "1.200=1.2"),
    ("1,234.56", "1,234.56=1234.56"), ("0,5", "0,5=0.5"), ("$1.2 million", "1.2 million=1200000"),
    ("$3.5M", "3.5M=3500000"), ("$3m", "3m=3000000"),
    ("€2bn", "2bn=2000000000"), ("3 bn", "3 bn=3000000000"), ("5m tall", "5=5"), ("10k users", "10k=10000"),
    ("7B parameters", "7B=7000000000"),
    ("5 hundred", "5 hundred=500"), ("50 cents", "50=50"), ("2-million", "2-million=2000000"),
    ("2.5 dozen", "2.5 dozen=30v"),
    ("21st", "21st=21o"), ("3rd", "3rd=3o"), ("1990s", "1990=1990"), ("2 and a half", "2 and a half=2.5"),
    ("1.5 trillion", "1.5 trillion=1500000000000"), (".5", ".5=0.5"), ("3D", "3=3"), ("GPT-4", "4=4"), ("v2", "none"),
    ("1.2.3", "none"),
  ])
  func englishDigitsAreRead(text: String, expected: String) throws {
    #expect(try firstNumber(text, "en") == expected)
  }

  @Test(arguments: [
    ("thirteen percent", "thirteen=13"), ("twenty-five", "twenty-five=25"), ("twenty five", "twenty five=25"),
    ("one hundred and twenty-five", "one hundred and twenty-five=125"), ("a hundred", "a hundred=100"),
    ("a hundred and one", "a hundred and one=101"),
    ("a day", "a=1"), ("twenty a day", "twenty=20"),
    ("one thousand two hundred thirty-four", "one thousand two hundred thirty-four=1234"),
    ("two and a half million", "two and a half million=2500000"),
    ("two million and a half", "two million and a half=2500000"),
    ("half a million", "half a million=500000"), ("half a dozen", "half a dozen=6v"), ("half an hour", "half an=0.5"),
    ("twenty-five hundred", "twenty-five hundred=2500"),
    ("two thousand and six", "two thousand and six=2006"), ("between one hundred and five hundred", "one hundred=100"),
    ("between one hundred and fifty", "one hundred=100"), ("two thousand and three thousand", "two thousand=2000"),
    ("one hundred and five thousand", "one hundred and five thousand=105000"),
    ("three million, two", "three million=3000000"),
    ("two and three", "two=2"), ("four point five", "four point five=4.5"), ("two point oh", "two=2"),
    ("zero point two five", "zero point two five=0.25"),
    ("three point one four million", "three point one four million=3140000"),
    ("third", "third=3o"), ("twenty-first", "twenty-first=21o"),
    ("one hundred and fifth", "one hundred and fifth=105o"), ("hundredth", "hundredth=100o"),
    ("dozens of", "dozens=12v"), ("hundreds of thousands", "hundreds of thousands=100000v"),
    ("tens of millions", "tens of millions=10000000v"),
    ("several hundred people", "hundred=100v"), ("a few hundred thousand", "a=1"),
    ("several hundred thousand", "hundred thousand=100000v"), ("a couple of", "a couple of=2v"),
    ("two dozen", "two dozen=24v"), ("twenty one-bedroom flats", "twenty=20"), ("per second", "none"),
    ("second-hand", "none"), ("one another", "none"),
  ])
  func englishWordsAreRead(text: String, expected: String) throws {
    #expect(try firstNumber(text, "en") == expected)
  }

  @Test(arguments: [
    ("13 %", "13=13"), ("13,5 %", "13,5=13.5"), ("12.400 aparatos", "12.400=12400"), ("12 400", "12 400=12400"),
    ("1.234,56", "1.234,56=1234.56"), ("1,2 millones de euros", "1,2 millones=1200000"), ("12 M€", "12 M=12000000"),
    ("45.000 millones", "45.000 millones=45000000000"), ("3,5 mil millones", "3,5 mil millones=3500000000"),
    ("2 billones", "2 billones=2000000000000"), ("2 millones y medio", "2 millones y medio=2500000"),
    ("100k", "100k=100000"), ("3 docenas", "3 docenas=36v"), ("20 mil", "20 mil=20000"), ("10 m de largo", "10=10"),
    ("2.º trimestre", "2.º=2o"), ("1.er trimestre", "1.er=1o"), ("3.ª edición", "3.ª=3o"), ("2º", "2º=2o"),
    ("5ta", "5ta=5o"), ("25 ºC", "25=25"), ("25ºC", "25=25"), ("Son 3. Ayer", "3=3"),
  ])
  func spanishDigitsAreRead(text: String, expected: String) throws {
    #expect(try firstNumber(text, "es") == expected)
  }

  @Test(arguments: [
    ("trece por ciento", "trece=13"), ("veintiún años", "veintiún=21"), ("veintitrés", "veintitrés=23"),
    ("treinta y una", "treinta y una=31"), ("noventa y nueve", "noventa y nueve=99"), ("cien", "cien=100"),
    ("ciento uno", "ciento uno=101"), ("cien mil", "cien mil=100000"), ("doscientas", "doscientas=200"),
    ("quinientos mil", "quinientos mil=500000"), ("mil", "mil=1000"), ("mil doscientos", "mil doscientos=1200"),
    ("dos mil quinientos", "dos mil quinientos=2500"), ("un millón", "un millón=1000000"),
    ("mil millones", "mil millones=1000000000"), ("dos mil millones", "dos mil millones=2000000000"),
    ("tres mil quinientos millones", "tres mil quinientos millones=3500000000"),
    ("un billón doscientos mil millones", "un billón doscientos mil millones=1200000000000"),
    ("un millón y medio", "un millón y medio=1500000"), ("medio millón", "medio millón=500000"),
    ("media hora", "media=0.5"), ("media docena", "media docena=6v"), ("medio ambiente", "none"),
    ("cuatro coma cinco", "cuatro coma cinco=4.5"), ("tres coma cero dos", "tres coma cero dos=3.02"),
    ("dos y tres", "dos=2"), ("entre treinta y cuarenta", "treinta=30"), ("cien doscientos", "cien=100"),
    ("dos años y medio", "dos=2"), ("primero", "primero=1o"), ("tercer", "tercer=3o"), ("décima", "décima=10o"),
    ("decimotercera", "decimotercera=13o"), ("vigésimo primer", "vigésimo primer=21o"),
    ("cuadragésimo quinto", "cuadragésimo=40o"),
    ("una docena", "una docena=12v"), ("decenas de miles", "decenas de miles=10000v"),
    ("miles de millones", "miles de millones=1000000000v"), ("cientos de miles", "cientos de miles=100000v"),
    ("un centenar", "un centenar=100v"), ("un par de", "un par de=2v"), ("millones de euros", "millones=1000000v"),
    ("una de las obras", "none"), ("cada uno", "none"), ("por ciento", "none"), ("una de cada ocho", "una=1"),
  ])
  func spanishWordsAreRead(text: String, expected: String) throws {
    #expect(try firstNumber(text, "es") == expected)
  }

  @Test(arguments: [
    ("13", 0), ("13,5", 1), ("1,2 million", -5), ("1 200 000", 0), ("deux millions", -6), ("deux mille cinq cents", 0),
    ("un million et demi", -5),
    ("2 millions et demi", -5), ("quatre virgule cinq", 1), ("mille milliards", -12), ("2½", 1),
  ])
  func significantPlacesAreThoseWritten(text: String, places: Int) throws {
    let reader = NumberReader(try pack("fr"))
    #expect(reader.number(in: tokens(text), at: 0)?.significantPlaces == places)
  }

  @Test(arguments: [("13", NumberReading.Form.digits), ("treize", .words), ("1,2 million", .mixed)])
  func formIsTold(text: String, form: NumberReading.Form) throws {
    #expect(NumberReader(try pack("fr")).number(in: tokens(text), at: 0)?.form == form)
  }

  @Test(arguments: ["fr", "en", "es"])
  func everySpelledNumberReadsBack(language: String) throws {
    let reader = NumberReader(try pack(language))
    var generator = SeededGenerator(seed: 20_250_624)
    let large = (0..<3_000).map { _ in Int.random(in: 10_000...1_000_000_000, using: &generator) }
    for number in Array(0...9_999) + large + [1_000_000, 80_000_000, 200_000_000, 999_999_999, 1_000_000_000] {
      for spelling in Speller(language).spellings(of: number) {
        let tokens = tokens(spelling + " personnes")
        let reading = reader.number(in: tokens, at: 0)
        #expect(reading?.value == ExactNumber(number), "\(spelling)")
        #expect(reading?.tokens == 0..<tokens.count - 1, "\(spelling)")
      }
    }
  }

  @Test func placesOutsideTheTextHoldNoNumber() throws {
    let reader = NumberReader(try pack("en"))
    #expect(reader.number(in: [], at: 0) == nil)
    #expect(reader.number(in: tokens("5"), at: 1) == nil)
    #expect(reader.number(in: tokens("5"), at: -1) == nil)
    #expect(reader.number(in: tokens(String(repeating: "9", count: 40)), at: 0) == nil)
  }
}
