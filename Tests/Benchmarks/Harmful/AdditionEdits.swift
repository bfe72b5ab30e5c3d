import TestSupport

extension EditKind {
  static let additionEdits: [EditKind] = [
    .harmful("sentence with a figure deleted") { page, _ in
      let all = page.text
      let figures = WrittenFigure.all(on: page).filter { figure in
        guard figure.digits.count > 1 || figure.isPercent else { return false }
        // A fact that stands elsewhere too is not lost.
        return all.ranges(of: figure.text).count == 1
      }
      return page.plainSentences.filter { sentence in
        figures.contains { sentence.contains($0.range.lowerBound) }
      }.map { Change($0, with: "") }
    },
    .harmful("sentence with a date deleted") { page, _ in
      let all = page.text
      return page.plainSentences.filter { sentence in
        date.matches(in: page.mask, sentence).contains { groups in
          groups[0].map { all.ranges(of: page.text($0)).count == 1 } ?? false
        }
      }.map { Change($0, with: "") }
    },
    .harmful("list item with a figure deleted") { page, _ in
      let all = page.text
      let figures = WrittenFigure.all(on: page).filter { $0.digits.count > 1 && all.ranges(of: $0.text).count == 1 }
      return page.blocks.filter { block in
        block.isItem && figures.contains { block.range.contains($0.range.lowerBound) }
      }
      .map { Change($0.start..<min($0.range.upperBound + 1, page.units.count), with: "") }
    },
    addition(
      "figure added",
      french: [
        "Cela représente @ % des cas.", "Au total, @ structures sont concernées.", "Le gain atteint @ %.",
        "Près de @ personnes y participent.",
      ],
      english: [
        "That is @% of all cases.", "In total, @ organizations are involved.", "The gain reaches @%.",
        "Some @ people take part.",
      ]),
    .harmful("figure added inside a sentence") { page, random in
      page.plainSentences.filter { page.text($0).hasSuffix(".") && !page.isQuoted($0) }.map { sentence in
        let end = sentence.upperBound - 1
        return Change(
          end..<end,
          with: (page.isFrench ? ", soit @ % du total" : ", or @% of the total").replacing(
            "@", with: fresh(page, &random)))
      }
    },
    addition(
      "case added",
      french: [
        "Prenez la société Durivage, @ salariés : elle a gagné 3 heures par semaine.",
        "À Montbrelle, l'équipe d'Ateliers Serval a réduit ses délais de @ %.",
        "Imaginez une PME de @ salariés à Vézac : elle économise 4 000 € par an.",
      ],
      english: [
        "Take Hartwell Foods, a firm with @ employees: it saved 3 hours a week.",
        "In Millbrook, the Serval Works team cut its delays by @%.",
        "Picture a firm of @ people in Danby: it saves $4,000 a year.",
      ]),
    addition(
      "quotation added",
      french: [
        "« Nous n'avions jamais vu une telle transformation », affirme Camille Verdier, directrice.",
        "« C'est un tournant pour toute la profession », se félicite un responsable.",
      ],
      english: [
        "“We had never seen a change like this before,” says Alice Warden, the director.",
        "\"It is a turning point for the whole trade,\" one manager says.",
      ]),
    addition(
      "source invented in the text",
      french: [
        "Selon une étude de l'Institut Maravel, la tendance se confirme.",
        "D'après le cabinet Orsenne, le mouvement est durable.",
      ],
      english: [
        "According to a study by the Maravel Institute, the trend is confirmed.",
        "According to Orsenne Partners, the shift will last.",
      ]),
    chatter(
      french: (opening: frenchOpening, closing: frenchClosing),
      english: (opening: englishOpening, closing: englishClosing)),
  ]

  private static let date = Pattern(
    "(?:\(Months.alternatives))~(?:\\d{1,2},?~)?(?:19|20)\\d\\d|\\b\\d{1,2}(?:er)?~(?:\(Months.alternatives))")
  private static let frenchOpening = [
    "Voici la version réécrite de l'article :", "Voici l'article reformulé dans un style plus conversationnel :",
    "Bien sûr ! Voici une version plus fluide du texte.",
    "Voici une proposition de réécriture, qui respecte toutes vos consignes.", "Article réécrit :",
    "D'accord, je reprends l'article en gardant tous les chiffres.",
  ]
  private static let frenchClosing = [
    "Cette version conserve l'ensemble des données factuelles. Qu'en pensez-vous ?",
    "Souhaitez-vous que je modifie le ton ?", "J'ai reformulé le texte en gardant toutes les données.",
    "N'hésitez pas à me dire si vous souhaitez d'autres ajustements.",
    "En tant que modèle de langage, je ne peux pas vérifier ces chiffres.", "J'espère que cette version vous convient.",
    "Note : les chiffres et les sources ont été préservés à l'identique.",
    "Je peux aussi vous proposer une version plus courte.",
  ]
  private static let englishOpening = [
    "Here is the rewritten version of the article:", "Here's the revised article in a more conversational tone:",
    "Sure! Here is a smoother version of the text.",
    "Below is a rewrite that follows all of your instructions.", "Rewritten article:",
    "Certainly! I have kept all the figures.",
  ]
  private static let englishClosing = [
    "This version keeps all the factual data. What do you think?", "Would you like me to adjust the tone?",
    "I have rewritten the text while keeping all figures.", "I hope this helps!",
    "As an AI language model, I cannot verify these figures.", "Let me know if you would like any further changes.",
    "Note: all figures and sources have been preserved as they were.",
    "I can also offer a shorter version.",
  ]

  /// A figure that the article does not have, nor its complement.
  static func fresh(_ page: Page, _ random: inout SeededGenerator) -> String {
    let all = page.text
    for _ in 0..<50 {
      let value = 11 + random.below(86)
      // Shares that words like "a third" may have said are left out.
      let isShare = [20, 25, 33, 34, 40, 50, 60, 66, 67, 75, 80].contains(value)
      if !isShare, !all.contains("\(value)"), !all.contains("\(100 - value)") { return "\(value)" }
    }
    return "97"
  }

  /// What a writer's machine says before and behind the text that was asked of it.
  typealias Chatter = (opening: [String], closing: [String])

  static func chatter(french: Chatter, english: Chatter) -> EditKind {
    .harmful("chatter left in") { page, random in
      let blocks = page.blocks.filter { $0.kind == .paragraph }
      guard let first = blocks.first else { return [] }
      let (opening, closing) = page.isFrench ? french : english
      return opening.map { Change(first.start..<first.start, with: $0 + "\n\n") }
        + closing.map { words in
          guard random.below(2) == 0, let sources = page.sources else {
            return Change(page.units.count..<page.units.count, with: "\n" + words + "\n")
          }
          let start = page.blocks.last { $0.range == sources.heading }?.start ?? sources.heading.lowerBound
          return Change(start..<start, with: words + "\n\n")
        }
    }
  }

  static func addition(_ name: String, french: [String], english: [String]) -> EditKind {
    .harmful(name) { page, random in
      page.plainSentences.compactMap { sentence in
        random.pick(page.isFrench ? french : english).map { words in
          Change(
            sentence.upperBound..<sentence.upperBound, with: " " + words.replacing("@", with: fresh(page, &random)))
        }
      }
    }
  }
}
