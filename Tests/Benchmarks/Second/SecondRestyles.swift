import TestSupport

/// The second wording's fillers, synonyms and ways to say what stays the same.
extension EditKind {
  static let secondFillerEdits: [EditKind] = [
    insertion(
      "question added",
      french: [
        "Ça vous surprend ?", "Par où commencer ?", "Vous me suivez ?", "Curieux, non ?", "Et concrètement ?",
        "Vous avez déjà vécu ça ?", "Pas mal, hein ?", "Alors, convaincus ?", "Qui s'en serait douté ?",
      ],
      english: [
        "Does that surprise you?", "Where to begin?", "Still with us?", "Curious, no?", "And on the ground?",
        "Ever been there yourself?", "Not bad, eh?", "Convinced yet?", "Who would have guessed?",
      ]),
    secondFiller,
    secondFiller.reversed(as: "filler dropped"),
    transition(
      french: [
        "À vrai dire, ", "Autre point : ", "Soyons clairs : ", "Et là, ", "Du reste, ", "Pour tout dire, ",
        "Notez bien : ",
      ],
      english: [
        "Truth be told, ", "Another point: ", "Let's be clear: ", "Mind you, ", "For what it's worth, ",
        "Here's the thing: ", "Note this: ", "All told, ",
      ]),
    factAsked(
      french: ["Le saviez-vous ? @.", "@, pas vrai ?", "Vous le saviez, vous, que & ?", "Qui se souvient que & ?"],
      english: [
        "Did you know? @.", "@, don't they say?", "Did you realise that &?", "Have you heard that &?", "@, no?",
      ]),
    headingReworded(
      french: [
        "De quoi parle-t-on ?", "Pourquoi ça compte", "Les dessous de l'affaire", "Pas à pas", "Et maintenant ?",
      ],
      english: ["What are we talking about?", "Why it counts", "Behind the scenes", "Step by step", "And now?"]),
    sourcesHeadingReworded(
      french: ["Nos sources", "Pour aller plus loin", "Sources citées", "Liens et références"],
      english: ["Our sources", "Further reading", "Sources and links", "Works cited"]),
  ]

  private static let secondFiller = insertion(
    "filler added",
    french: [
      "Asseyons-nous deux minutes sur ce point.", "On y revient tout de suite.", "Tout est là, ou presque.",
      "Le détail a son importance.", "Inutile de se voiler la face.", "Gardez cette idée en tête.",
      "Voyez plutôt.", "C'est dit.", "Rien de sorcier là-dedans.",
    ],
    english: [
      "Let us sit with that for a second.", "We will come back to it shortly.", "Therein lies the rub.",
      "The detail matters.", "There is no point in looking away.", "Keep that thought.", "See for yourself.",
      "There, it is said.", "No rocket science here.",
    ])

  static let secondWordingEdits: [EditKind] = [
    .words(
      "synonym", harmful: false,
      french: WordTable([
        ("également", "de même"), ("afin de", "dans le but de"), ("toutefois", "néanmoins"), ("cependant", "pourtant"),
        ("en outre", "qui plus est"), ("de plus", "par ailleurs"), ("notamment", "entre autres"),
        ("actuellement", "en ce moment"), ("rapidement", "promptement"), ("par exemple", "entre autres exemples"),
        ("désormais", "à présent"), ("essentiel", "crucial"), ("essentielle", "cruciale"), ("importante", "de taille"),
        ("travail", "labeur"), ("simple", "sans chichis"), ("difficile", "compliqué"),
        ("proposer", "mettre à disposition"), ("propose", "met à disposition"),
        ("créer", "bâtir"), ("concevoir", "élaborer"), ("nécessaire", "requis"),
        ("lieu", "endroit"), ("lieux", "endroits"),
        ("objectif", "but"), ("objectifs", "buts"), ("solution", "réponse"), ("manière", "façon"), ("façon", "manière"),
        ("choisir", "retenir"), ("montrer", "faire voir"), ("commencer", "débuter"), ("terminer", "achever"),
        ("enfin", "pour finir"), ("d'abord", "en premier lieu"),
        ("vraiment", "réellement"), ("entreprises", "sociétés"), ("entreprise", "société"), ("enjeux", "défis"),
        ("enjeu", "défi"), ("usage", "emploi"), ("usages", "emplois"), ("mettre en place", "instaurer"),
      ]),
      english: WordTable(
        [
          ("however", "that said"), ("currently", "right now"), ("because", "given that"),
          ("in order to", "so as to"), ("for example", "to give one example"), ("quickly", "rapidly"),
          ("therefore", "hence"), ("additionally", "what is more"), ("shows", "makes plain"), ("showed", "made plain"),
          ("create", "put together"), ("created", "put together"), ("provide", "supply"), ("provides", "supplies"),
          ("provided", "supplied"), ("important", "weighty"), ("difficult", "tricky"), ("simple", "straightforward"),
          ("simply", "merely"), ("assist", "lend a hand to"), ("utilize", "make use of"), ("great", "superb"),
          ("task", "chore"), ("tasks", "chores"), ("idea", "thought"), ("ideas", "thoughts"),
          ("goal", "objective"), ("goals", "objectives"), ("finally", "at last"), ("especially", "above all"),
          ("choose", "opt for"), ("needed", "called for"), ("happens", "takes place"), ("project", "venture"),
          ("projects", "ventures"), ("help", "assist"), ("show", "display"),
          ("start", "kick off"), ("used", "employed"), ("using", "employing"),
          ("think about", "reflect on"), ("kind of", "sort of"), ("things", "matters"),
        ], before: "(?<!to~(?=project|show|start|help|team)|not~|no~)",
        after: "(?!~(?:of|to|up|by|out|with|for~granted)\\b)"),
      where: { isOutsideFacts($0) }),
    .words(
      "direction reworded", harmful: false,
      french: WordTable(
        [
          ("en hausse", "en augmentation"), ("en baisse", "en diminution"), ("en baisse", "en recul"),
          ("augmenter", "grimper"), ("réduire", "faire baisser"), ("réduire", "abaisser"), ("améliorer", "bonifier"),
          ("renforcer", "fortifier"), ("faciliter", "rendre plus aisé"), ("simplifier", "alléger"),
          ("accélérer", "hâter"), ("a doublé", "a été multiplié par deux"), ("doubler", "multiplier par deux"),
          ("la croissance", "l'expansion"), ("favoriser", "encourager"), ("développer", "étendre"),
          ("diminuer", "décroître"),
        ], before: "(?<!se~|s'|faire~|fait~)"),
      english: WordTable(
        [
          ("increase in", "upturn in"), ("reduce", "bring down"), ("reduced", "brought down"),
          ("reducing", "bringing down"), ("grew", "expanded"), ("improve", "enhance"), ("improved", "enhanced"),
          ("improving", "enhancing"), ("expand", "broaden"), ("decrease in", "decline in"),
          ("doubled", "increased twofold"), ("growing", "expanding"), ("growth", "rise"), ("increased", "went up"),
          ("strengthen", "bolster"), ("simplify", "streamline"), ("speed up", "accelerate"), ("rose", "went up"),
          ("fell", "dropped"), ("rising", "climbing"), ("decline", "drop"),
        ], before: "(?<!\\bthe~(?=growth)|an~|a~|is~|are~|was~|were~|have~|has~|be~|been~|of~(?=increased))")),
    .words(
      "comparator reworded", harmful: false,
      french: WordTable(
        [
          ("au moins", "un minimum de"), ("jusqu'à", "un maximum de"),
          ("près de", "quasiment"), ("environ", "autour de"), ("environ", "aux alentours de"),
          ("moins de", "en deçà de"), ("presque", "pas loin de"),
        ], before: "(?<!ne~)(?<!n'a~)(?<!en~)(?<!à~)(?<!de~)", after: "(?=~\\d+(?!\\d*~?h))"),
      english: WordTable(
        [
          ("more than", "upwards of"), ("at least", "a minimum of"), ("up to", "a maximum of"), ("less than", "below"),
          ("fewer than", "under"), ("about", "roughly"), ("nearly", "close to"), ("approximately", "in the region of"),
          ("almost", "close to"), ("around", "in the region of"), ("over", "in excess of"),
        ], before: "(?<!to~|the~)", after: "(?=~\\d)")),
    .words(
      "quantifier reworded", harmful: false,
      french: WordTable(
        [
          ("la plupart des", "une majorité de"), ("la majorité des", "le plus grand nombre des"),
          ("de nombreux", "un grand nombre de"), ("de nombreuses", "un grand nombre de"),
          ("souvent", "bien souvent"), ("plusieurs", "un certain nombre de"),
          ("beaucoup de", "quantité de"), ("quelques", "une poignée de"),
        ], before: "(?<!ces~|les~|nos~|ses~|leurs~|est~|que~)",
        after: "(?=~[\\p{Ll}&&[^aeiouéêh]])"),
      english: WordTable(
        [
          ("most of the", "the greater part of the"), ("many", "a great many"), ("several", "a number of"),
          ("every", "each"), ("a few", "a handful of"), ("often", "time and again"), ("usually", "as a rule"),
          ("all of the", "each and every one of the"), ("a lot of", "plenty of"), ("always", "at all times"),
        ],
        before: "(?<!as~)(?<!so~)(?<!how~)(?<!too~)(?<!not~)(?<!the~)(?<!these~)(?<!our~)(?<!in~)",
        after: "(?=~\\p{Ll}{3})(?!~(?:of|day|year|month|week|time|single)\\b)")),
    .words(
      "hedge reworded", harmful: false,
      french: WordTable(
        [
          ("pourraient", "seraient à même de"),
          ("probablement", "vraisemblablement"), ("sans doute", "probablement"), ("semble", "paraît"),
          ("semblent", "paraissent"), ("pourrait", "serait à même de"),
        ], before: "(?<!ne~|se~|y~|me~)",
        after: "(?=~[\\p{Ll}&&[^aeiouéêh]])(?!~pas)"),
      english: WordTable(
        [
          ("might", "could conceivably"), ("probably", "in all likelihood"), ("perhaps", "conceivably"),
          ("may", "could conceivably"), ("possibly", "conceivably"), ("seems to", "appears to"),
          ("appears to", "seems to"), ("seem to", "appear to"), ("likely to", "apt to"), ("maybe", "possibly"),
        ],
        after: "(?=~\\p{Ll})(?!~(?:not|be~able))"),
      where: { $0.text(1).first?.isLowercase == true }),
    .harmless("contraction") { page, _ in
      page.isFrench
        ? page.replacing(cela) { $0.text(1).first == "C" ? "Ceci" : "ceci" }
        : page.replacing(long) { contractions[$0.text(1).replacing("\n", with: " ")] }
    },
    .harmless("attribution reworded") { page, random in
      page.replacing(according) { match in
        let others =
          page.isFrench
          ? ["D'après", "À en croire", "Si l'on en croit"] : ["Going by", "If we go by", "As per"]
        let other = random.pick(others.filter { $0.lowercased() != match.text(1).lowercased() }) ?? ""
        return match.text(1).first?.isUppercase == true ? other : other.prefix(1).lowercased() + other.dropFirst()
      }
    },
    .harmless("clauses in another order") { page, _ in
      page.plainSentences.compactMap { sentence in
        let words = page.text(sentence)
        guard !page.isQuestion(sentence), !page.isQuoted(sentence), !words.contains("\u{E000}"),
          let groups = (page.isFrench ? frenchOrder : englishOrder).matches(in: words).first, let lead = groups[1],
          let rest = groups[2]
        else { return nil }
        let units = Array(words.utf16)
        let (first, second) = (
          String(decoding: units[lead], as: UTF16.self), String(decoding: units[rest], as: UTF16.self)
        )
        guard !orderBroken.occurs(in: second) else { return nil }
        return Change(
          sentence,
          with: Page.capitalised(second) + (first.count > 20 ? ", " : " ") + first.prefix(1).lowercased()
            + first.dropFirst() + ".")
      }
    },
  ]

  private static let cela = Pattern("(?<![\\p{L}'])(cela|Cela)(?=~\\p{Ll})(?!~(?:fait|dit)\\b)")
  private static let contractions = [
    "they will": "they'll", "you will": "you'll", "it will": "it'll", "we will": "we'll", "there is": "there's",
    "There is": "There's", "let us": "let's", "what is": "what's", "could not": "couldn't", "had not": "hadn't",
    "would have": "would've", "should have": "should've", "who is": "who's", "You will": "You'll", "We will": "We'll",
    "they have": "they've", "you have": "you've", "I have": "I've", "I am": "I'm", "you are": "you're",
    "they are": "they're", "it is": "it's", "that is": "that's", "must not": "mustn't", "would not": "wouldn't",
  ]
  private static let long = Pattern(
    "(?<![\\p{L}'-])(" + contractions.keys.sorted().map { $0.replacing(" ", with: "~") }.joined(separator: "|")
      + ")(?=~\\p{Ll}{2})(?!~to\\b)")
  private static let according = Pattern(
    "(?<!\\p{L})(Selon|selon|D'après|According~to|according~to)(?=~(?:l'|la~|le~|les~|une?~|the~|an?~)?(?:\\p{Lu}\\p{L}{2}|enquête|étude|rapport|survey|study|report))"
  )
  private static let frenchOrder = Pattern(
    "^((?:Si|Quand|Lorsque|Lorsqu'|Pour|En|Dès|Depuis|Pendant|Avant|Après|Afin~de|Dans|Sur|Chez)~[^,;:()«»\"]{4,70}),~((?:le|la|les|l'|un|une|des|nous|vous|on|chaque|\\p{Lu}\\p{Ll}+)~[^;:()«»\"?]{20,})\\.$"
  )
  private static let englishOrder = Pattern(
    "^((?:If|When|Once|After|Before|In|On|At|Since|During|While|Although|Because|To|For|With)~[^,;:()“”\"]{4,70}),~((?:the|a|an|we|you|they|it|this|our|these|each|\\p{Lu}\\p{Ll}+)~[^;:()“”\"?]{20,})\\.$"
  )
  private static let orderBroken = Pattern(
    "(?:\\b(?:mais|donc|puis|but|so|then|which|who|et|and|such)\\b|,)", anyCase: true)
}
