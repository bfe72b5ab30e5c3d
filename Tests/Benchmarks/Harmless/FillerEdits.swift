import TestSupport

extension EditKind {
  static let fillerEdits: [EditKind] = [
    insertion(
      "question added",
      french: [
        "Étonnant, non ?", "Qu'en pensez-vous ?", "Et vous, où en êtes-vous ?", "Vous voyez où nous voulons en venir ?",
        "Intéressant, n'est-ce pas ?", "Et alors ?", "Ça vous parle ?",
      ],
      english: [
        "Surprising, isn't it?", "What do you think?", "Why does this matter?", "Sound familiar?", "How about you?",
        "So what does this mean in practice?", "Ready?",
      ]),
    fillers,
    fillers.reversed(as: "filler dropped"),
  ]

  private static let fillers = insertion(
    "filler added",
    french: [
      "Prenons un instant pour y réfléchir.", "Voyons cela de plus près.", "Voilà un point qui compte.",
      "Allons plus loin.", "Le sujet mérite qu'on s'y arrête.", "Mais reprenons.", "Et ce n'est pas tout.",
    ],
    english: [
      "Let us take a closer look.", "Pause on that for a moment.", "Here comes the heart of the matter.",
      "Let's go further.", "The subject deserves attention.", "But back to the topic.", "And there's more.",
    ])

  static func insertion(_ name: String, french: [String], english: [String]) -> EditKind {
    .harmless(name) { page, random in
      page.plainSentences.compactMap { sentence in
        random.pick(page.isFrench ? french : english).map {
          Change(sentence.upperBound..<sentence.upperBound, with: " " + $0)
        }
      }
    }
  }
}
