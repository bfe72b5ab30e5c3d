import TestSupport

/// The second wording's inventions, leftovers and stand-ins for sources.
extension EditKind {
  static let secondAdditionEdits: [EditKind] = [
    addition(
      "figure added",
      french: [
        "Le budget dépasse désormais @ millions d'euros.", "À ce jour, @ villages l'ont adopté.",
        "Sur dix ans, la facture a grimpé de @ %.", "On en dénombrait @ au dernier recensement.",
        "Il aura fallu @ mois pour y parvenir.",
      ],
      english: [
        "The budget now tops @ million dollars.", "To date, @ villages have adopted it.",
        "Over ten years the bill has climbed by @%.", "At the last count there were @ of them.",
        "It took @ months to get there.",
      ]),
    .harmful("figure added inside a sentence") { page, random in
      page.plainSentences.filter { page.text($0).hasSuffix(".") && !page.isQuoted($0) }.compactMap { sentence in
        let end = sentence.upperBound - 1
        let words =
          page.isFrench
          ? [" (une hausse de @ % en un an)", " dans @ cas sur cent", ", pour un coût de @ 000 €", " depuis @ mois"]
          : [" (up @% in a year)", " in @ cases out of a hundred", ", at a cost of $@,000", " for the past @ months"]
        return random.pick(words).map { Change(end..<end, with: $0.replacing("@", with: fresh(page, &random))) }
      }
    },
    addition(
      "case added",
      french: [
        "À Sainte-Orphée, la coopérative Brunaud a ainsi embauché @ personnes.",
        "C'est ce qu'a fait la ville de Queyrac, qui y consacre @ agents.",
        "Mathilde, infirmière à Roquelaure, y a gagné @ minutes par jour.",
      ],
      english: [
        "In Saltby, the Brunner cooperative has taken on @ people this way.",
        "That is what the town of Quarley did, with @ staff assigned to it.",
        "Matilda, a nurse in Rockley, gained @ minutes a day.",
      ]),
    addition(
      "quotation added",
      french: [
        "Un habitué le confie : « On ne reviendrait en arrière pour rien au monde. »",
        "« Je n'y croyais plus », souffle Aurélien Castaing, qui dirige l'antenne locale.",
        "Pour l'économiste Solène Vasseur, « c'est le début d'une autre époque ».",
      ],
      english: [
        "As one regular put it: “We would not go back for anything in the world.”",
        "\"I had stopped believing in it,\" sighs Adrian Casting, who runs the local branch.",
        "For the economist Selina Vassar, “this is the start of another era”.",
      ]),
    addition(
      "source invented in the text",
      french: [
        "Le baromètre de la Fondation Ombrelle va dans le même sens.",
        "C'est aussi ce que conclut un rapport du Comité Lavaur, rendu public récemment.",
      ],
      english: [
        "The barometer of the Umbra Foundation points the same way.",
        "A report of the Lavour Committee, made public recently, comes to the same conclusion.",
      ]),
    chatter(
      french: (opening: secondFrenchOpening, closing: secondFrenchClosing),
      english: (opening: secondEnglishOpening, closing: secondEnglishClosing)),
    .harmful("sources replaced by a placeholder") { page, _ in
      guard let body = page.sources?.body else { return [] }
      return (page.isFrench ? frenchStandIns : englishStandIns).map { Change(body, with: "\n" + $0 + "\n\n") }
    },
    sourcesReplacedInPart(
      french: [
        "- … (suite de la liste : se reporter à la première version)", "_Les références suivantes n'ont pas bougé._",
        "- et toutes les autres déjà citées", "[suite de la bibliographie ici]",
      ],
      english: [
        "- … (for the rest of the list, go back to the first version)", "_The references below have not moved._",
        "- and all the others cited earlier", "[rest of the bibliography here]",
      ]),
  ]

  private static let secondFrenchOpening = [
    "Absolument ! Je vous propose la mouture suivante :",
    "Pas de souci, voilà le papier remanié dans un ton plus détendu.",
    "Je me suis permis de retravailler l'ensemble ; le résultat figure ci-dessous.",
    "Texte retravaillé selon votre demande :", "Compris. Ci-après, l'article remis en forme, sources comprises.",
    "**Version conversationnelle**\n\n(Les données chiffrées n'ont pas été touchées.)",
    "Avec plaisir ! Ton plus vivant, faits inchangés : c'est parti.",
  ]
  private static let secondFrenchClosing = [
    "Dites-moi si ce registre vous va, je peux l'ajuster.",
    "Voulez-vous que j'en tire aussi un résumé pour les réseaux ?",
    "Aucun chiffre n'a été altéré lors de la réécriture.", "Je reste à votre disposition pour toute retouche.",
    "Étant une intelligence artificielle, je n'ai pas accès à ces études.",
    "Remarque : j'ai veillé à ne rien inventer et à laisser les citations intactes.",
    "En espérant avoir répondu à votre attente !", "Faut-il que je raccourcisse l'introduction ?",
    "---\n\n*Nombre de mots : 640. Ton : chaleureux. Public : grand public.*",
  ]
  private static let secondEnglishOpening = [
    "Absolutely! I suggest the following draft:", "No problem, the piece reworked in a more relaxed tone is below.",
    "I took the liberty of reworking the whole thing; the result follows.", "Text reworked as requested:",
    "Understood. Find below the reformatted article, sources included.",
    "**Conversational version**\n\n(The figures have not been touched.)",
    "My pleasure! Livelier tone, same facts: off we go.",
  ]
  private static let secondEnglishClosing = [
    "Tell me whether this register suits you and I can tune it.",
    "Do you want me to draw a summary for social media from it too?",
    "None of the numbers was altered during rewriting.", "I remain available for any touch-ups.",
    "Being an artificial intelligence, I have no access to these studies.",
    "Remark: I took care not to invent anything and to leave quotations intact.",
    "Hoping this meets your expectations!", "Should I shorten the introduction?",
    "---\n\n*Word count: 640. Tone: warm. Audience: general public.*",
  ]
  private static let frenchStandIns = [
    "On se reportera à la bibliographie du premier jet.", "(reprendre ici la liste de la V1)",
    "Voir plus haut les liens dans le texte d'origine.", "Les sources figurent dans le dossier de presse.",
    "_[bibliographie inchangée, coupée pour gagner de la place]_", "Sources : voir fichier joint.",
    "Mêmes renvois qu'auparavant.", "xxx", "— à venir —", "Sources vérifiées par la rédaction.",
    "Les liens ont été retirés pour plus de lisibilité.", "<!-- coller les sources -->",
    "L'ensemble des références citées dans le document de base demeure valable.", "1. …\n2. …\n3. …",
    "- Source 1\n- Source 2\n- Source 3",
  ]
  private static let englishStandIns = [
    "Please turn to the bibliography of the first draft.", "(carry over the list from V1 here)",
    "See the links in the original text above.", "The sources are in the press kit.",
    "_[bibliography unchanged, cut to save space]_", "Sources: see attached file.", "Same pointers as before.", "xxx",
    "— to come —", "Sources checked by the editors.", "Links were taken out for readability.",
    "<!-- paste the sources -->", "Every reference cited in the base document still stands.", "1. …\n2. …\n3. …",
    "- Source 1\n- Source 2\n- Source 3",
  ]
}
