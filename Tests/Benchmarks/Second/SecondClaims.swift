import TestSupport

/// The second wording's negations, names, dates and quotations.
extension EditKind {
  private static let frenchVerb = Pattern(
    "(?<!\\b(?:ne|se|y|en|me|te|le|la|les|lui|leur|nous|vous|si|où|qu'en|que)~)(?<![\\p{L}'-])(est|sont|permet|permettent|peut|peuvent|doit|doivent|propose|proposent|représente|représentent|constitue|constituent|garantit|garantissent|utilise|utilisent|concerne|concernent|existe|existent|fonctionne|offre|offrent|dispose|disposent|comprend|contient|repose|répond|devient|reste|restent|fait|font|vise|visent|assure|accompagne)(?![\\p{L}-])(?!~(?:pas|plus|jamais|aucun|aucune|rien|que|ni|point|guère|partie|peu|-)\\b)(?=~\\p{L})"
  )
  private static let englishVerb = Pattern(
    "(?<![\\p{L}'-])(?<!\\b(?:if|If|there|There|it|It)~)(is|are|was|were|can|will|could|should|must)(?![\\p{L}'’-])(?!~(?:not|never|no|only|nothing|none|that|why|how|where|what|hardly|by|rarely|still)\\b)(?=~[\\p{L}])"
  )
  private static let frenchNever = Pattern(
    "(?<![\\p{L}'])(n'|ne~)(\\p{L}+)~(plus|jamais|guère)(?!~(?:que|de|d'|seulement|aucun|rien|pour|grand|important|le|la|tôt|tard)\\b)(?=[~.,;])"
  )
  private static let frenchRefusal = WordTable([
    ("refuse de", "accepte de"), ("refusent de", "acceptent de"), ("incapable de", "capable de"),
    ("incapables de", "capables de"), ("impossible de", "possible de"), ("échoue à", "réussit à"),
    ("empêche de", "permet de"), ("empêchent de", "permettent de"), ("interdit de", "permis de"),
    ("dépourvu de", "doté de"), ("dénué de", "rempli de"),
  ])
  private static let englishRefusal = WordTable(
    [
      ("fails to", "manages to"), ("failed to", "managed to"), ("fail to", "manage to"), ("refused to", "agreed to"),
      ("refuses to", "agrees to"), ("unable to", "able to"), ("no longer", "still"), ("there is no", "there is a"),
      ("there are no", "there are several"), ("hardly", "clearly"), ("lack of", "abundance of"),
      ("lacks", "has"), ("never", "regularly"), ("nobody", "everybody"), ("nothing", "everything"),
    ], before: "(?<!or~)", after: "(?!~(?:mind|seen~before))(?=~\\p{Ll})")
  private static let weekday = Pattern(
    "(?<![\\p{L}])(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?![\\p{L}])"
  )
  private static let decade = Pattern("(?<![\\p{N}.,/-])((?:19|20)\\d)0(?=s\\b)|(?<=années~)(19\\d)0\\b")
  private static let season = WordTable(
    [
      ("printemps", "automne"), ("automne", "printemps"), ("été", "hiver"), ("hiver", "été"), ("début", "fin"),
      ("fin", "début"), ("spring", "autumn"), ("summer", "winter"), ("fall", "spring"), ("early", "late"),
      ("late", "early"), ("premier trimestre", "troisième trimestre"), ("first quarter", "third quarter"),
    ], after: "(?=~(?:de~|of~|in~)?(?:19|20)\\d\\d\\b)")
  private static let relative = WordTable(
    [
      ("l'an dernier", "il y a trois ans"), ("l'année dernière", "il y a trois ans"),
      ("le mois dernier", "l'an dernier"),
      ("la semaine dernière", "le mois dernier"), ("hier", "le mois dernier"), ("cette année", "l'an prochain"),
      ("l'an prochain", "cette année"), ("last year", "three years ago"), ("last month", "last year"),
      ("last week", "last month"), ("this year", "next year"), ("next year", "this year"), ("next month", "next year"),
      ("this week", "last month"), ("this month", "last year"), ("yesterday", "last month"), ("tomorrow", "next year"),
    ], before: "(?<!from~|of~)")
  private static let inside = WordTable(
    [
      ("très", "assez"), ("toujours", "parfois"), ("important", "majeur"), ("besoin", "envie"), ("il faut", "on peut"),
      ("tout", "presque tout"), ("pas", "pas vraiment"), ("mais", "et"), ("je", "on"), ("travail", "projet"),
      ("permet", "oblige"), ("grand", "petit"), ("pouvoir", "devoir"), ("souvent", "parfois"), ("bien", "mal"),
      ("plus", "moins"), ("nouveau", "ancien"), ("simple", "compliqué"), ("public", "privé"), ("aussi", "surtout"),
      ("very", "quite"), ("need", "want"), ("great", "decent"), ("big", "huge"), ("help", "support"), ("can", "should"),
      ("people", "citizens"), ("but", "and"), ("always", "sometimes"), ("work", "project"), ("good", "fine"),
      ("more", "less"), ("new", "old"), ("should", "could"), ("will", "may"), ("all", "some"), ("make", "break"),
      ("better", "different"), ("just", "really"), ("know", "think"), ("think", "know"), ("every", "almost every"),
    ], allowsCapitals: true)
  private static let frenchNames = [
    "words": ["Institut Delmonte", "Jeanne Castelain"], "word": ["Torvane"], "acronym": ["QVR"],
  ]
  private static let englishNames = [
    "words": ["Delmont Institute", "Joan Casterby"], "word": ["Torvane"], "acronym": ["QVR"],
  ]

  static let secondClaimEdits: [EditKind] = [
    .harmful("negation added") { page, random in
      page.replacing(page.isFrench ? frenchVerb : englishVerb) { match in
        guard !page.isQuestion(match.range) else { return nil }
        let verb = match.text(1)
        guard page.isFrench else {
          switch random.below(3) {
          case 0: return verb + " never"
          case 1:
            return ["can", "will", "could", "should", "must"].contains(verb) ? verb + " hardly" : verb + " by no means"
          default: return verb + " no longer"
          }
        }
        let not = random.pick(["plus", "jamais", "guère", "nullement"]) ?? "plus"
        return ("aeiouéê".contains(verb.first ?? "x") ? "n'" : "ne ") + verb + " " + not
      }
    },
    .harmful("negation removed") { page, random in
      let direct =
        page.isFrench
        ? frenchNever.matches(in: page).compactMap { match -> Change? in
          guard !page.isQuestion(match.range) else { return nil }
          return Change(match.range, with: match.text(2) + (match.text(3) == "jamais" ? " toujours" : " encore"))
        } : []
      return direct
        + (page.isFrench ? frenchRefusal : englishRefusal).changes(on: page, &random) { !page.isQuestion($0.range) }
    },
    .harmful("weekday changed") { page, random in
      let days = [
        ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
      ]
      return page.replacing(weekday) { match in
        days.first { $0.contains(match.text(1)) }.flatMap { names in random.pick(names.filter { $0 != match.text(1) }) }
      }
    },
    .harmful("decade changed") { page, _ in
      decade.matches(in: page).compactMap { match in
        guard let range = match.range(1) ?? match.range(2), let number = Int(page.text(range)) else { return nil }
        return Change(range, with: "\(number == 200 ? 199 : number - 1)")
      }
    },
    .harmful("part of a year or relative date changed") { page, random in
      season.changes(on: page, &random) { !page.isQuestion($0.range) }
        + relative.changes(on: page, &random) { !page.isQuestion($0.range) }
    },
    .harmful("name replaced by an invented one") { page, random in
      WrittenName.all(on: page).compactMap { name in
        guard !page.isQuestion(name.range) else { return nil }
        let key =
          switch name.shape {
          case .acronym: "acronym";
          case .word: "word";
          case .words: "words"
          }
        return random.pick((page.isFrench ? frenchNames : englishNames)[key] ?? []).map { Change(name.range, with: $0) }
      }
    },
    .harmful("quotation reworded") { page, random in
      inside.changes(on: page, &random) { match in
        page.quotations.contains { quotation in
          quotation.lowerBound < match.range.lowerBound && match.range.upperBound < quotation.upperBound
            && page.text(quotation).split(whereSeparator: \.isWhitespace).count > 6
        }
      }
    },
    .harmful("clause dropped from a quotation") { page, _ in
      page.quotations.flatMap { quotation -> [Change] in
        clause.matches(in: page.mask, quotation).compactMap { groups in
          guard let range = groups[0], range.count > 15, quotation.count - range.count > 25 else { return nil }
          return Change(range, with: "")
        }
      }
    },
    .harmful("quotation given to another speaker") { page, random in
      let names = WrittenName.all(on: page).filter { person.occurs(in: $0.text) }
      return page.quotations.filter { page.text($0).split(whereSeparator: \.isWhitespace).count > 6 }
        .flatMap { quotation -> [Change] in
          guard let block = page.block(around: quotation) else { return [] }
          let near = names.filter { name in
            block.range.contains(name.range.lowerBound)
              && (name.range.lowerBound >= quotation.upperBound && name.range.lowerBound < quotation.upperBound + 60
                || name.range.upperBound <= quotation.lowerBound && name.range.upperBound > quotation.lowerBound - 60)
          }
          return near.prefix(1).compactMap { name in
            let around =
              max(
                block.range.lowerBound, min(name.range.lowerBound, quotation.upperBound) - 40)..<min(
                block.range.upperBound, max(name.range.upperBound, quotation.lowerBound) + 40)
            guard speech.occurs(in: page.masked(around)) else { return nil }
            return Change(name.range, with: page.isFrench ? "Yannick Torval" : "Priya Lindgren")
          }
        }
    },
  ]

  private static let clause = Pattern(",~[^,«»“”\"]{14,80}(?=,)")
  private static let person = Pattern("^\\p{Lu}\\p{Ll}+[ -]\\p{Lu}[\\p{L}-]+$")
  private static let speech = Pattern(
    "\\b(?:dit|déclare|déclaré|explique|affirme|souligne|précise|rappelle|commente|estime|ajoute|conclut|indique|témoigne|selon|confie|raconte|said|says|explains|explained|notes|noted|adds|added|told|wrote|commented|according|argues|recalls)\\b",
    anyCase: true)
}
