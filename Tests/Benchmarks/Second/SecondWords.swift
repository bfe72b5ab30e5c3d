/// The second wording's tables of words that turn what a sentence says.
extension EditKind {
  static let secondWordEdits: [EditKind] = [
    .words(
      "direction flipped", harmful: true,
      french: WordTable(
        [
          ("monte", "descend"), ("montent", "descendent"), ("grimpe", "chute"), ("grimpé", "chuté"),
          ("bondi", "plongé"), ("s'envole", "s'effondre"), ("le recul", "l'essor"), ("l'essor", "le recul"),
          ("la chute", "l'envolée"), ("le repli", "le rebond"), ("élargir", "rétrécir"), ("alléger", "alourdir"),
          ("alourdir", "alléger"), ("raccourcir", "rallonger"), ("allonger", "raccourcir"), ("prolonger", "écourter"),
          ("accroître", "amoindrir"), ("accroît", "amoindrit"), ("diminuer", "accroître"), ("diminue", "grandit"),
          ("augmenter", "baisser"), ("augmente", "baisse"), ("augmenté", "baissé"), ("la hausse", "le recul"),
          ("en hausse", "en recul"), ("la baisse", "l'essor"), ("en baisse", "en plein essor"), ("réduire", "gonfler"),
          ("réduit", "gonfle"), ("la croissance", "le tassement"), ("doublé", "diminué de moitié"),
          ("améliorer", "détériorer"), ("améliore", "détériore"), ("renforcer", "éroder"), ("renforce", "érode"),
          ("accélérer", "freiner"), ("accélère", "freine"), ("faciliter", "entraver"), ("facilite", "entrave"),
          ("simplifier", "compliquer"), ("simplifie", "complique"), ("favoriser", "contrarier"),
          ("favorise", "contrarie"), ("stimuler", "étouffer"), ("gagner", "perdre"), ("gagné", "perdu"),
          ("développer", "réduire"), ("multiplier", "raréfier"), ("enrichir", "appauvrir"),
        ], before: "(?<!la~|une~|sa~|leur~|cette~)"),
      english: WordTable(
        [
          ("climbed", "slid"), ("climb", "slide"), ("soared", "plunged"), ("surged", "slumped"), ("jumped", "dropped"),
          ("dropped", "jumped"), ("dipped", "picked up"), ("gained", "lost"), ("boost", "dent"), ("boosted", "dented"),
          ("widen", "narrow"), ("widened", "narrowed"), ("extend", "shorten"), ("extended", "shortened"),
          ("extending", "shortening"), ("raise", "lower"), ("raised", "lowered"), ("raising", "lowering"),
          ("ease", "aggravate"), ("speed up", "slow down"), ("cheaper", "dearer"), ("stronger", "weaker"),
          ("weaker", "stronger"), ("bigger", "smaller"), ("increase", "drop"), ("increased", "dropped"),
          ("increasing", "dwindling"), ("increases", "drops"), ("growth", "contraction"), ("grew", "dwindled"),
          ("growing", "dwindling"), ("grow", "dwindle"), ("rise", "fall"), ("reduce", "inflate"),
          ("reduced", "inflated"), ("reduces", "inflates"), ("reducing", "inflating"), ("decline", "upswing"),
          ("doubled", "shrank by half"), ("improve", "degrade"), ("improved", "degraded"), ("improving", "degrading"),
          ("improves", "degrades"), ("strengthen", "undermine"), ("strengthened", "undermined"),
          ("simplify", "complicate"), ("simplifies", "complicates"), ("speeds up", "slows down"), ("eased", "worsened"),
          ("expand", "contract"), ("expanded", "contracted"), ("expanding", "contracting"), ("quicker", "slower"),
        ], before: "(?<!no~|the~|a~|to~|an~(?=rise|drop|climb))")
    ) { !$0.page.isQuestion($0.range) },
    .words(
      "opposite put", harmful: true,
      french: WordTable(
        [
          ("autoriser", "interdire"), ("autorise", "interdit"), ("permet de", "empêche de"),
          ("permettent de", "empêchent de"), ("accepter", "refuser"), ("accepté", "refusé"), ("gratuit", "payant"),
          ("gratuite", "payante"), ("gratuits", "payants"), ("gratuitement", "contre paiement"),
          ("publique", "privée"), ("publiques", "privées"), ("obligatoire", "facultatif"),
          ("obligatoires", "facultatifs"), ("le premier", "le dernier"), ("la première", "la dernière"),
          ("au début de", "à la fin de"), ("à la fin de", "au début de"), ("réussi", "échoué"), ("succès", "échec"),
          ("avantage", "inconvénient"), ("avantages", "inconvénients"), ("meilleur", "pire"), ("meilleure", "pire"),
          ("meilleurs", "pires"), ("meilleures", "pires"), ("créer", "supprimer"), ("créé", "supprimé"),
          ("la création", "la suppression"), ("la fermeture", "le maintien"), ("le lancement", "l'arrêt"),
          ("lancer", "arrêter"), ("l'achat", "la vente"), ("favorable", "défavorable"), ("faible", "fort"),
          ("faibles", "forts"), ("facile", "difficile"), ("faciles", "difficiles"), ("difficile", "facile"),
          ("difficiles", "faciles"), ("impossible", "possible"), ("possible de", "impossible de"),
          ("la transparence", "l'opacité"), ("la sécurité", "l'insécurité"), ("la confiance", "la défiance"),
          ("l'absence", "la présence"), ("inclure", "exclure"), ("ajouter", "retirer"), ("ajouté", "retiré"),
          ("interne", "externe"), ("internes", "externes"), ("efficace", "inefficace"), ("efficaces", "inefficaces"),
          ("utile", "inutile"), ("utiles", "inutiles"), ("nécessaire", "superflu"), ("rural", "urbain"),
          ("rurale", "urbaine"), ("rurales", "urbaines"), ("automatique", "manuel"), ("automatiquement", "à la main"),
        ], before: "(?<!d'|service~|plus~|un~|si~|que~)"),
      english: WordTable(
        [
          ("private", "public"), ("public", "private"), ("free", "paid"), ("possible", "impossible"),
          ("supports", "opposes"), ("supported", "opposed"), ("includes", "excludes"), ("included", "excluded"),
          ("including", "excluding"), ("approved", "rejected"), ("bought", "sold"), ("won", "lost"),
          ("strong", "weak"), ("safe", "unsafe"), ("secure", "insecure"), ("legal", "illegal"),
          ("required", "optional"), ("mandatory", "voluntary"), ("permanent", "temporary"), ("internal", "external"),
          ("rural", "urban"), ("urban", "rural"), ("northern", "southern"), ("benefits", "drawbacks"),
          ("advantages", "drawbacks"), ("agree", "disagree"), ("agreed", "disagreed"), ("started", "stopped"),
          ("start", "stop"), ("effective", "ineffective"), ("useful", "useless"), ("reliable", "unreliable"),
          ("easy", "hard"), ("hard", "easy"), ("difficult", "easy"), ("simple", "complicated"), ("visible", "hidden"),
          ("able to", "unable to"), ("open", "closed"), ("automatically", "by hand"), ("important", "trivial"),
          ("common", "unheard of"), ("popular", "unpopular"), ("rare", "common"), ("best", "worst"),
        ],
        before:
          "(?<!feel~|not~|the~(?=public|private)|as~|if~|at~|most~|so~|too~|really~|the~(?=last)|of~|in~|re|royalty~)",
        after: "(?!~(?:source|software|sourced|of~all|but~not|sector|of~charge|time|resort|minute|one|two|few))")
    ) { !$0.page.isQuestion($0.range) },
    .words(
      "cause, condition or concession turned", harmful: true,
      french: WordTable(
        [
          ("grâce à", "en dépit de"), ("grâce au", "en dépit du"), ("grâce aux", "en dépit des"),
          ("malgré", "grâce à"), ("en raison de", "en dépit de"), ("en raison du", "en dépit du"),
          ("en raison des", "en dépit des"), ("parce que", "même si"),
          ("parce qu'", "même s'"), ("lorsque", "sauf lorsque"),
        ], before: "(?<!\\bet~|ou~|fait~)", after: "(?=~?\\p{Ll})"),
      english: WordTable(
        [
          ("because of", "in spite of"), ("due to", "regardless of"), ("thanks to", "despite"),
          ("despite", "because of"), ("because", "although"), ("although", "because"), ("if", "unless"),
          ("unless", "if"), ("including", "except"), ("when", "except when"),
        ],
        before: "(?<!even~|as~|only~|just~|what~|ask~|asked~|see~|know~|wonder~|wondered~|check~|tell~|say~|and~|of~)",
        after: "(?=~\\p{Ll})(?!~you)")
    ) { !$0.page.isQuestion($0.range) },
    .words(
      "comparator flipped", harmful: true,
      french: WordTable(
        [
          ("plus de", "à peine"), ("moins de", "au-delà de"), ("au moins", "tout au plus"), ("jusqu'à", "pas moins de"),
          ("près de", "bien plus de"), ("presque", "bien plus de"), ("plus d'un", "à peine un"),
          ("plus d'une", "à peine une"), ("supérieur à", "en dessous de"), ("supérieure à", "en dessous de"),
          ("inférieur à", "au-dessus de"), ("inférieure à", "au-dessus de"), ("dépasse", "n'atteint pas"),
          ("dépassent", "n'atteignent pas"), ("au plus", "pas moins de"), ("un maximum de", "un minimum de"),
          ("pas plus de", "pas moins de"), ("d'ici", "à partir de"), ("d'ici à", "à partir de"),
          ("au bout de", "en moins de"),
        ],
        before: "(?<!ne~|n'a~|en~|pas~(?=plus))",
        after: "(?=~(?:\\*\\*)?(?:\\d|un~|une~|deux|trois|quatre|cinq|six|dix|vingt|cent|mille|la~moitié)|(?<=d'une?)~)"
      ),
      english: WordTable(
        [
          ("more than", "barely"), ("less than", "in excess of"), ("fewer than", "upwards of"),
          ("at least", "no more than"), ("up to", "a minimum of"), ("over", "just under"), ("under", "upwards of"),
          ("nearly", "well over"), ("almost", "well over"), ("as many as", "as few as"), ("exceeds", "falls short of"),
          ("exceed", "stay short of"), ("a minimum of", "a maximum of"), ("a maximum of", "a minimum of"),
          ("above", "short of"), ("below", "in excess of"), ("at most", "no fewer than"), ("by", "not before"),
          ("within", "no sooner than in"),
        ],
        before: "(?<!not~|no~)",
        after:
          "(?=~(?:\\*\\*)?(?:[$£€]?\\d|one~|two|three|four|five|six|seven|eight|nine|ten\\b|half|twenty|hundred|thousand))(?<!by(?=~(?!20\\d\\d)))"
      )
    ) { !$0.page.isQuestion($0.range) },
    .words(
      "quantifier changed", harmful: true,
      french: WordTable(
        [
          ("la plupart des", "de rares"), ("la majorité des", "de rares"), ("tous les", "à peine la moitié des"),
          ("toutes les", "à peine la moitié des"), ("l'ensemble des", "une poignée de"), ("de nombreux", "de rares"),
          ("de nombreuses", "de rares"), ("certains", "la quasi-totalité des"), ("certaines", "la quasi-totalité des"),
          ("quelques", "d'innombrables"), ("beaucoup de", "très peu de"), ("peu de", "énormément de"),
          ("plusieurs", "d'innombrables"), ("entièrement", "à moitié"), ("totalement", "en partie seulement"),
          ("complètement", "à moitié"), ("en grande partie", "à la marge"), ("aucun", "tout"), ("aucune", "toute"),
          ("bon nombre de", "très peu de"), ("la totalité des", "une fraction des"),
        ],
        before: "(?<!nous~|vous~|quelques~|de~|les~)",
        after: "(?!~(?:jours|ans|mois|deux|trois|semaines|d'entre|de~ces|des~|temps|fois|aspects|autres))(?=~\\p{L})"),
      english: WordTable(
        [
          ("most", "hardly any"), ("all", "half"), ("many", "hardly any"), ("some", "nearly all"),
          ("several", "countless"), ("few", "plenty of"), ("every", "not every"), ("entirely", "in part"),
          ("fully", "only partly"), ("largely", "barely"), ("completely", "only partly"), ("widely", "scarcely"),
          ("a handful of", "scores of"), ("the majority of", "a minority of"),
        ],
        before: "(?<!the~|last~|past~|next~|at~|after~|of~|how~|so~|too~|a~|as~|for~|very~|not~|in~|with~|hope~)",
        after:
          "(?=~(?:of~|people\\b|(?!always|towards|things|its|this|us|times|years|across)\\p{Ll}{3,}s\\b|(?<=every~?)\\p{Ll}{4,}|(?<=ly~?)\\p{Ll}{4,}))"
      )
    ) { !$0.page.isQuestion($0.range) },
    .words(
      "frequency changed", harmful: true,
      french: WordTable(
        [
          ("toujours", "à l'occasion"), ("systématiquement", "à l'occasion"), ("fréquemment", "par exception"),
          ("parfois", "systématiquement"), ("le plus souvent", "très rarement"), ("habituellement", "par exception"),
          ("chaque jour", "chaque trimestre"), ("chaque année", "chaque mois"), ("chaque mois", "chaque année"),
          ("tous les jours", "tous les mois"), ("tous les ans", "tous les mois"), ("par an", "par mois"),
          ("par mois", "par an"), ("par jour", "par trimestre"), ("par semaine", "par mois"),
          ("souvent", "par exception"), ("régulièrement", "de loin en loin"), ("généralement", "de loin en loin"),
          ("rarement", "à chaque fois"),
        ], before: "(?<!pas~|est~)"),
      english: WordTable(
        [
          ("constantly", "once in a while"), ("typically", "by way of exception"), ("occasionally", "constantly"),
          ("every day", "every quarter"), ("every year", "every month"), ("every month", "every year"),
          ("per year", "per month"), ("per month", "per year"), ("per day", "per month"), ("a month", "a year"),
          ("generally", "once in a blue moon"), ("regularly", "once in a while"), ("sometimes", "every single time"),
          ("always", "once in a while"), ("usually", "once in a blue moon"), ("often", "once in a blue moon"),
          ("rarely", "every single time"), ("frequently", "hardly ever"),
        ],
        before: "(?<!most~|more~|quite~|as~|very~|in~|within~|less~than~|half~)", after: "(?!~(?:asked|ago|later|old))")
    ) { !$0.page.isQuestion($0.range) },
    .words(
      "hedge removed", harmful: true,
      french: WordTable(
        [
          ("pourrait", "finira par"), ("pourraient", "finiront par"), ("devrait", "ne manquera pas de"),
          ("devraient", "ne manqueront pas de"), ("semble", "s'avère à coup sûr"),
          ("semblent", "s'avèrent à coup sûr"), ("apparemment", "indéniablement"),
          ("vraisemblablement", "assurément"), ("risque de", "va"), ("risquent de", "vont"),
          ("envisage de", "a décidé de"), ("envisagent de", "ont décidé de"), ("en principe", "sans exception"),
          ("en théorie", "sans exception"), ("peut-être", "à coup sûr"), ("probablement", "à coup sûr"),
          ("prévoit de", "vient de"), ("souhaite", "a déjà obtenu de"), ("peuvent", "doivent à présent"),
          ("peut", "doit à présent"), ("éventuellement", "impérativement"),
        ],
        before: "(?<!ne~|n'|se~|y~|que~)",
        after: "(?!-)(?=~\\p{L}+(?:er|ir|re|oir)\\b|(?<=ment|être|théorie|principe|par|pas)~)"),
      english: WordTable(
        [
          ("may", "is bound to"), ("might", "will inevitably"), ("could", "will undoubtedly"),
          ("is likely to", "is certain to"), ("are likely to", "are certain to"), ("arguably", "indisputably"),
          ("apparently", "undeniably"), ("presumably", "undoubtedly"), ("tends to", "cannot fail to"),
          ("tend to", "cannot fail to"), ("hopes to", "is guaranteed to"), ("hope to", "are guaranteed to"),
          ("plans to", "is guaranteed to"), ("plan to", "are guaranteed to"), ("aims to", "is guaranteed to"),
          ("aim to", "are guaranteed to"), ("probably", "without any doubt"), ("perhaps", "without any doubt"),
          ("possibly", "without any doubt"), ("potential", "proven"), ("suggests", "establishes"),
          ("we believe", "we have proof that"), ("we think", "we have proof that"), ("likely", "without any doubt"),
          ("estimated", "proven"), ("should", "will undoubtedly"),
        ],
        before: "(?<!how~|most~|what~|we~(?=could)|a~(?=plan|hope)|the~(?=plan|hope)|you~|more~|less~|not~|no~)",
        after: "(?=~\\p{Ll})(?!~(?:not|be~able))")
    ) { match in
      match.text(1).first?.isLowercase == true && !match.page.isQuestion(match.range)
    },
    .words(
      "scope changed", harmful: true,
      french: WordTable(
        [
          ("les élèves", "les enseignants"), ("les salariés", "les dirigeants"), ("les patients", "les soignants"),
          ("les habitants", "les touristes"), ("les agriculteurs", "les industriels"),
          ("les étudiants", "les retraités"), ("les jeunes", "les seniors"), ("les femmes", "les hommes"),
          ("les enfants", "les adultes"), ("les départements", "les régions"), ("les régions", "les villages"),
          ("les communes", "les métropoles"), ("les administrations", "les associations"),
          ("des administrations", "des associations"), ("les développeurs", "les juristes"),
          ("des développeurs", "des juristes"), ("les utilisateurs", "les concepteurs"),
          ("des utilisateurs", "des concepteurs"), ("les associations", "les fédérations sportives"),
          ("les chercheurs", "les lycéens"), ("annuel", "mensuel"), ("annuelle", "mensuelle"),
          ("internationale", "communale"), ("international", "communal"), ("dans le monde", "dans le canton"),
          ("en france", "en Belgique"), ("la france", "la Belgique"), ("l'état", "la Région"),
          ("les entreprises", "les ménages"), ("des entreprises", "des ménages"), ("les citoyens", "les actionnaires"),
          ("des citoyens", "des actionnaires"), ("les agents", "les stagiaires"), ("des agents", "des stagiaires"),
          ("les usagers", "les fournisseurs"), ("des usagers", "des fournisseurs"),
          ("les collectivités", "les universités"), ("des collectivités", "des universités"),
          ("territoriale", "hospitalière"), ("territoriales", "hospitalières"), ("national", "communal"),
          ("nationale", "communale"), ("européenne", "mondiale"), ("numérique", "agricole"),
          ("numériques", "agricoles"), ("pme", "start-up"), ("données", "recettes"),
        ], allowsCapitals: true),
      english: WordTable(
        [
          ("students", "teachers"), ("patients", "nurses"), ("employees", "shareholders"), ("workers", "executives"),
          ("customers", "suppliers"), ("residents", "tourists"), ("families", "pensioners"), ("farmers", "retailers"),
          ("schools", "hospitals"), ("cities", "villages"), ("countries", "counties"), ("global", "regional"),
          ("international", "domestic"), ("annual", "monthly"), ("monthly", "annual"), ("daily", "quarterly"),
          ("weekly", "quarterly"), ("federal", "municipal"), ("government", "industry"), ("teams", "freelancers"),
          ("engineers", "lawyers"), ("researchers", "journalists"), ("volunteers", "contractors"),
          ("applications", "databases"), ("websites", "mobile apps"), ("software", "hardware"),
          ("browsers", "servers"), ("developers", "retailers"), ("users", "suppliers"), ("designers", "accountants"),
          ("agencies", "charities"), ("citizens", "tourists"), ("americans", "Canadians"),
          ("the united states", "Australia"), ("europe", "Asia"), ("the public", "the shareholders"),
          ("businesses", "universities"), ("readers", "advertisers"), ("national", "municipal"), ("local", "overseas"),
        ], before: "(?<!open~source~|open-source~|free~)", allowsCapitals: true)
    ) { match in
      let words = match.text(1)
      return words.first?.isLowercase == true && !words.hasSuffix("'état")
        || ["la France", "l'État", "l’État", "PME", "Europe", "Americans", "the United States", "en France"].contains(
          words)
    },
    .words(
      "figure in words", harmful: true,
      french: WordTable(
        [
          ("deux", "quatre"), ("trois", "sept"), ("quatre", "neuf"), ("cinq", "onze"), ("six", "treize"),
          ("sept", "douze"), ("huit", "cinq"), ("dix", "seize"), ("onze", "quatorze"), ("douze", "vingt"),
          ("le double", "le triple"), ("le tiers", "le quart"), ("la moitié", "les trois quarts"),
          ("deux tiers", "trois quarts"), ("une quinzaine", "une trentaine"), ("une vingtaine", "une soixantaine"),
          ("une dizaine", "une quarantaine"), ("un millier", "une centaine"), ("deux fois", "quatre fois"),
          ("trois fois", "cinq fois"), ("doubler", "tripler"), ("tripler", "doubler"), ("triplé", "doublé"),
          ("doublé", "triplé"), ("un sur deux", "un sur cinq"), ("une sur deux", "une sur cinq"),
          ("milliers de", "centaines de"), ("centaines de", "dizaines de"), ("millions de", "milliers de"),
        ],
        before: "(?<!les~|ces~|nos~|aux~|entre~|à~|leurs~|ses~|les~\\p{L}{3}~)", after: "(?=~\\p{L}{3})"),
      english: WordTable(
        [
          ("two", "four"), ("three", "seven"), ("four", "nine"), ("five", "eleven"), ("six", "thirteen"),
          ("seven", "twelve"), ("eight", "five"), ("nine", "three"), ("ten", "sixteen"), ("eleven", "fourteen"),
          ("a dozen", "a hundred"), ("two-thirds", "three-quarters"), ("two thirds", "three quarters"),
          ("half of", "three quarters of"), ("a third of", "two thirds of"), ("doubled", "tripled"),
          ("tripled", "quadrupled"), ("double", "triple"), ("twice", "four times"), ("one in five", "one in three"),
          ("dozens of", "thousands of"), ("hundreds of", "dozens of"), ("thousands of", "millions of"),
          ("millions of", "thousands of"), ("a decade", "a century"),
        ],
        before: "(?<!the~|these~|those~|our~|its~|their~|or~|-)", after: "(?=~\\p{L}{2})")),
    .harmful("more and less exchanged") { page, _ in
      page.replacing(page.isFrench ? frenchDegree : englishDegree) { match in
        guard !page.isQuestion(match.range) else { return nil }
        switch match.text(1) {
        case "plus": return "moins"
        case "moins": return "plus"
        case "more": return "less"
        default: return "more"
        }
      }
    },
    .harmful("approximation removed") { page, _ in
      page.replacing(page.isFrench ? frenchRough : englishRough) { match in
        let exactly = page.isFrench ? "très précisément" : "precisely"
        return match.text(1).first?.isUppercase == true ? Page.capitalised(exactly) : exactly
      }
    },
  ]

  private static let frenchDegree = Pattern(
    "(?<=[\\p{L},]~)(?<!ne~|n'est~|de~|pas~|non~|le~|la~|les~|en~|d'autant~|au~)(plus|moins)(?=~(?!large|en~|tard|tôt|haut|bas|loin)\\p{Ll}{3,}(?:able|ables|ible|ibles|ace|aces|ant|ants|ante|antes|ent|ents|ente|entes|eux|euse|euses|if|ive|ifs|ives|ide|ides|ile|iles|ement|é|ée|és|ées|al|ale|ales|aux|ique|iques|grand|grande|grands|faible|juste|simple|simples)\\b)"
  )
  private static let englishDegree = Pattern(
    "(?<!no~|the~|any~|once~|even~|not~|or~|what's~)(?<=[\\p{L},]~)(more|less)(?=~(?!recent|than|often|and|or|time|people|information|content|developers|ent)\\p{Ll}{3,}(?:able|ible|ant|ent|ful|ous|ive|ic|al|ed|ing|ly|ible|ure|ult|ex)\\b)"
  )
  private static let frenchRough = Pattern(
    "(?<![\\p{L}'])(environ|près~de|presque|quelque|autour~de|à~peu~près)(?=~\\d)", anyCase: true)
  private static let englishRough = Pattern(
    "(?<!\\p{L})(about|around|approximately|roughly|nearly|almost|some)(?=~(?:[$£€]?\\d|half|two|three|four|five|six|ten|twenty|a~third|a~million))",
    anyCase: true)
}
