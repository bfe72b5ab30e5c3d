extension EditKind {
  static let wordEdits: [EditKind] = [
    .words(
      "quantifier changed", harmful: true,
      french: WordTable(
        [
          ("la plupart des", "une partie des"), ("la majorité des", "une minorité des"), ("tous les", "certains"),
          ("toutes les", "certaines"), ("l'ensemble des", "une partie des"), ("de nombreux", "quelques"),
          ("de nombreuses", "quelques"), ("souvent", "rarement"), ("rarement", "souvent"), ("certains", "tous les"),
          ("certaines", "toutes les"), ("quelques", "de très nombreux"), ("beaucoup de", "peu de"),
          ("peu de", "beaucoup de"), ("plusieurs", "tous les"), ("entièrement", "partiellement"),
          ("partiellement", "entièrement"),
        ],
        before: "(?<!nous~|vous~|quelques~)",
        after: "(?!~(?:jours|ans|mois|deux|trois|semaines|d'entre|de~ces|des~|temps|fois))(?=~\\p{L})"),
      english: WordTable(
        [
          ("most", "some"), ("all", "some"), ("many", "few"), ("some", "all"), ("several", "all"), ("few", "many"),
          ("every", "hardly any"),
        ],
        before: "(?<!the~|last~|past~|next~|at~|after~|of~|how~|so~|too~|a~|as~|for~|very~|not~|in~)",
        after: "(?=~(?:of~|people\\b|(?!always|towards|things|its|this|us)\\p{Ll}{3,}s\\b|(?<=every~?)\\p{Ll}{4,}))")
    ) { !$0.page.isQuestion($0.range) },
    .words(
      "frequency changed", harmful: true,
      french: WordTable(
        [
          ("toujours", "parfois"), ("généralement", "exceptionnellement"), ("régulièrement", "rarement"),
          ("principalement", "accessoirement"),
        ], before: "(?<!pas~|est~)"),
      english: WordTable(
        [
          ("always", "sometimes"), ("never", "sometimes"), ("often", "rarely"), ("rarely", "often"),
          ("usually", "seldom"), ("frequently", "rarely"), ("mostly", "hardly"), ("sometimes", "always"),
        ],
        before: "(?<!most~|more~|quite~|as~|very~)", after: "(?!~asked)")
    ) { !$0.page.isQuestion($0.range) },
    .words(
      "scope changed", harmful: true,
      french: WordTable(
        [
          ("en france", "en Europe"), ("la france", "l'Europe"), ("en europe", "en France"), ("l'europe", "la France"),
          ("français", "européens"), ("françaises", "européennes"), ("française", "européenne"),
          ("européen", "français"),
          ("européenne", "française"), ("national", "régional"), ("nationale", "régionale"),
          ("nationales", "régionales"),
          ("régional", "national"), ("régionale", "nationale"), ("régionales", "nationales"), ("mondial", "européen"),
          ("mondiale", "européenne"), ("pme", "ETI"), ("les communes", "les régions"), ("des communes", "des régions"),
          ("les collectivités", "les entreprises"), ("des collectivités", "des entreprises"),
          ("les entreprises", "les administrations"), ("des entreprises", "des administrations"),
          ("les citoyens", "les élus"), ("les agents", "les élus"), ("les usagers", "les agents"),
          ("des usagers", "des agents"), ("les particuliers", "les professionnels"), ("locale", "nationale"),
          ("locales", "nationales"), ("locaux", "nationaux"),
        ], allowsCapitals: true),
      english: WordTable(
        [
          ("in europe", "in France"), ("federal government", "state government"),
          ("federal agencies", "state agencies"), ("national", "local"), ("local", "national"),
          ("worldwide", "in Europe"), ("public sector", "private sector"), ("private sector", "public sector"),
          ("small businesses", "large businesses"), ("women", "men"), ("children", "adults"),
          ("developers", "managers"),
          ("users", "administrators"), ("servers", "laptops"), ("agencies", "companies"), ("designers", "engineers"),
          ("subscribers", "visitors"), ("citizens", "officials"), ("contributors", "sponsors"), ("states", "cities"),
          ("the united states", "Canada"), ("members", "partners"),
        ], allowsCapitals: true)
    ) { match in
      // A word with a capital inside a sentence is part of a name.
      match.text(1).first?.isLowercase == true || ["la France", "l'Europe", "l’Europe", "PME"].contains(match.text(1))
    },
    .words(
      "hedge removed", harmful: true,
      french: WordTable(
        [
          ("pourrait", "va"), ("pourraient", "vont"), ("devrait", "va"), ("devraient", "vont"),
          ("peut-être", "certainement"), ("probablement", "certainement"), ("éventuellement", "obligatoirement"),
          ("susceptible de", "certain de"), ("il est possible", "il est certain"), ("semble", "est manifestement"),
          ("sans doute", "sans aucun doute"),
        ],
        before: "(?<!ne~|n'|se~|y~)",
        after:
          "(?!~(?:pas|-))(?<!pourrait|pourraient|devrait|devraient)|(?<=pourrait|pourraient|devrait|devraient)(?=~\\p{L}+(?:er|ir|re|oir)\\b)"
      ),
      english: WordTable(
        [
          ("may", "will"), ("might", "will"), ("could", "will"), ("likely", "certainly"), ("probably", "certainly"),
          ("perhaps", "certainly"), ("possibly", "certainly"), ("potentially", "necessarily"),
          ("we expect to", "we are certain to"), ("we plan to", "we are certain to"),
          ("we aim to", "we are certain to"), ("suggests that", "proves that"), ("seems to", "is known to"),
          ("appears to", "is known to"),
        ],
        before: "(?<!how~|most~|what~|we~(?=could))")
    ) { match in
      match.text(1) != "May" && !match.page.isQuestion(match.range)
    },
    .harmful("approximation removed") { page, _ in
      page.replacing(page.isFrench ? frenchRough : englishRough) { match in
        let exactly = page.isFrench ? "exactement" : "exactly"
        return match.text(1).first?.isUppercase == true ? Page.capitalised(exactly) : exactly
      }
    },
  ]

  private static let frenchRough = Pattern("(?<![\\p{L}'])(environ|près~de|presque|quelque)(?=~\\d)", anyCase: true)
  private static let englishRough = Pattern(
    "(?<!\\p{L})(about|around|approximately|roughly|nearly|almost|some)(?=~(?:[$£€]?\\d|half|two|three|four|five|six|ten|twenty|a~third|a~million))",
    anyCase: true)
}
