import TestSupport

extension ArticleDraft {
  private static let frenchSubjects = [
    "le théâtre", "le marché couvert", "le musée du verre", "le port de pêche", "le lycée agricole",
    "le jardin botanique",
    "le syndicat des eaux", "le réseau de chaleur", "le centre de tri", "le club nautique", "le bureau de poste",
    "le parc éolien",
  ]
  private static let englishSubjects = [
    "the theatre", "the covered market", "the glass museum", "the fishing port", "the farming college",
    "the botanical garden", "the water board", "the heating network", "the sorting centre", "the sailing club",
    "the post office", "the wind farm",
  ]

  /// A draft of at least one statement, each about a subject and with figures of its own.
  static func random(_ random: inout SeededGenerator) -> ArticleDraft {
    let isFrench = random.below(2) == 0
    var subjects = random.pick(12, of: isFrench ? frenchSubjects : englishSubjects)
    var figures = random.pick(12, of: Array(11...98))
    var sections: [[[Statement]]] = []
    for _ in 0..<1 + random.below(3) {
      var paragraphs: [[Statement]] = []
      for _ in 0..<1 + random.below(2) {
        var statements: [Statement] = []
        for _ in 0..<1 + random.below(2) {
          guard let subject = subjects.popLast(), let figure = figures.popLast() else { continue }
          statements.append(statement(about: subject, figure, isFrench, &random))
        }
        paragraphs.append(statements)
      }
      sections.append(paragraphs)
    }
    return ArticleDraft(isFrench: isFrench, sections: sections, lineLength: random.pick([0, 40, 72]) ?? 0)
  }

  private static func statement(
    about subject: String, _ figure: Int, _ isFrench: Bool, _ random: inout SeededGenerator
  ) -> Statement {
    let start = subject.prefix(1).uppercased() + subject.dropFirst()
    let other = figure + 1
    guard isFrench else {
      switch random.below(5) {
      case 0:
        return Statement(
          text: "\(start) grew by \(figure)% in 2023.",
          same: [
            "In 2023, \(subject) grew by \(figure) per cent.", "\(start) grew by **\(figure)%** in 2023. Surprising?",
            "\(start) grew by \(figure)\u{A0}% in 2023.",
          ],
          other: ["\(start) shrank by \(figure)% in 2023.", "\(start) grew by \(other)% in 2023."])
      case 1:
        return Statement(
          text: "More than \(figure) families used \(subject).",
          same: ["Over \(figure) families used \(subject).", "More than \(figure)\nfamilies used \(subject)."],
          other: ["Fewer than \(figure) families used \(subject).", "More than \(figure)0 families used \(subject)."])
      case 2:
        return Statement(
          text: "“We had never planned for \(figure) visitors,” says Ann Corley of \(subject).",
          same: ["\"We had never planned for \(figure) visitors,\" says Ann Corley of \(subject)."],
          other: ["“We had always planned for \(figure) visitors,” says Ann Corley of \(subject)."])
      case 3:
        return Statement(
          text: "According to the Carmel Institute, \(subject) cost £\(figure),000.",
          same: ["\(start) cost £\(figure),000, according to the Carmel Institute."],
          other: [
            "According to the Court of Lorne, \(subject) cost £\(figure),000.",
            "According to the Carmel Institute, \(subject) cost €\(figure),000.",
          ])
      default:
        return Statement(
          text: "\(start) does not employ \(figure) people.",
          same: ["\(start) doesn't employ \(figure) people."], other: ["\(start) employs \(figure) people."])
      }
    }
    switch random.below(5) {
    case 0:
      return Statement(
        text: "\(start) a progressé de \(figure) % en 2023.",
        same: [
          "En 2023, \(subject) a progressé de \(figure) pour cent.", "\(start) a progressé de **\(figure)%** en 2023.",
          "\(start) a progressé de \(figure)\u{202F}% en 2023. Étonnant, non ?",
        ],
        other: ["\(start) a reculé de \(figure) % en 2023.", "\(start) a progressé de \(other) % en 2023."])
    case 1:
      return Statement(
        text: "Plus de \(figure) familles ont utilisé \(subject).",
        same: [
          "Au-delà de \(figure) familles ont utilisé \(subject).",
          "Plus de \(figure)\nfamilles ont utilisé \(subject).",
        ],
        other: [
          "Moins de \(figure) familles ont utilisé \(subject).", "Plus de \(figure)0 familles ont utilisé \(subject).",
        ]
      )
    case 2:
      return Statement(
        text: "« Nous n'avions jamais prévu \(figure) visiteurs », explique Anne Corlay pour \(subject).",
        same: [
          "“Nous n’avions jamais prévu \(figure) visiteurs”, explique Anne Corlay pour \(subject).",
          "«\u{A0}Nous n'avions jamais prévu \(figure) visiteurs\u{A0}», explique Anne Corlay pour \(subject).",
        ],
        other: ["« Nous avions toujours prévu \(figure) visiteurs », explique Anne Corlay pour \(subject)."])
    case 3:
      return Statement(
        text: "Selon l'Institut Carmel, \(subject) a coûté \(figure) 000 euros.",
        same: ["\(start) a coûté \(figure)\u{A0}000 €, selon l'Institut Carmel."],
        other: [
          "Selon la Cour de Lorient, \(subject) a coûté \(figure) 000 euros.",
          "Selon l'Institut Carmel, \(subject) a coûté \(figure) 000 dollars.",
        ])
    default:
      return Statement(
        text: "\(start) n'emploie pas \(figure) personnes.", same: ["\(start) n’emploie pas \(figure)\u{A0}personnes."],
        other: ["\(start) emploie \(figure) personnes."])
    }
  }

  /// The draft with up to `count` edits, harmful ones and harmless ones as asked for, each of a statement of its own.
  func edited(_ count: Int, harmful: Bool, _ random: inout SeededGenerator) -> ArticleDraft {
    var draft = self
    let taken = edits.map { edit in
      switch edit {
      case .harmful(let statement, _), .dropped(let statement), .harmless(let statement, _): statement
      }
    }
    let free = Array(0..<statements.count).filter { !taken.contains($0) }
    for statement in random.pick(count, of: free) {
      let choice = random.below(12)
      draft.edits.append(
        !harmful
          ? .harmless(statement: statement, choice)
          : choice < 9 ? .harmful(statement: statement, choice) : .dropped(statement: statement))
    }
    return draft
  }
}
