import Scoring
import Testing

/// Remarks that an assistant leaves inside an article, for whoever asked for it; and what an author says to readers.
@Suite struct AssistantRemarksTests {
  private static let told = [
    "en": "The ferry calls at the quay below the mill.",
    "fr": "Le bac accoste au quai sous le moulin.",
    "es": "La barca atraca en el muelle bajo el molino.",
  ]

  private static func adding(_ remark: String, in lang: String, apart: Bool = false) -> Rewording {
    let sentence = told[lang] ?? ""
    return Rewording(lang, sentence, sentence + (apart ? "\n\n" : " ") + remark)
  }

  static let remarks: [(String, String)] = [
    ("en", "Continuing with the remainder of the text:"), ("en", "I will now go on with the next section."),
    ("en", "(Reply with “continue” and the remaining paragraphs follow; my answer was cut off.)"),
    ("en", "Note to the editor: the claim above needs a source."),
    ("en", "[I found no way to verify this passage.]"), ("en", "[Please confirm this figure before printing.]"),
    ("en", "You may want to insert a photograph or a quote here."),
    ("en", "I could add a table to this section, if you prefer."),
    ("en", "Is there any passage that you would like me to change?"),
    ("en", "I merged two paragraphs that said the same."),
    ("en", "I did my best to keep the meaning of the original; tell me if I overlooked anything."),
    ("fr", "Je poursuis avec le reste de l'article :"), ("fr", "[Suite de la réponse précédente : la section finale.]"),
    ("fr", "Note à la rédaction : l'affirmation ci-dessus demande une source."),
    ("fr", "[Je n'ai trouvé aucun moyen de vérifier ce passage.]"),
    ("fr", "Vous pourriez insérer une citation à cet endroit."),
    ("fr", "Je peux ajouter un tableau à cette section, si vous préférez."),
    ("fr", "Y a-t-il un passage que vous voulez que je change, ou autre chose à améliorer ?"),
    ("fr", "J'ai fusionné deux paragraphes qui disaient la même chose."),
    ("fr", "J'ai tâché de conserver le sens de l'original ; signalez-moi toute erreur."),
    ("es", "Nota para el editor: la afirmación anterior necesita una fuente."),
    ("es", "[No he podido verificar este pasaje.]"), ("es", "Podrías insertar una cita aquí."),
    ("es", "He unido dos párrafos que decían lo mismo."),
    ("es", "Puedo añadir una tabla a esta sección, si lo prefieres."),
  ]

  @Test(arguments: remarks) func aRemarkOnTheTextIsRefused(lang: String, remark: String) {
    for apart in [false, true] {
      let card = Self.adding(remark, in: lang, apart: apart).scorecardAmongOthers
      #expect(card.findings.contains { $0.rule == "assistant-chatter" }, "\(remark) \(card.findings)")
    }
  }

  static let calls: [(String, String)] = [
    ("en", "Let us move on to the next section of the path."), ("en", "The rest of the story is soon told."),
    ("en", "Please check the timetable before you come."), ("en", "Tell me in the comments what you saw."),
    ("en", "I could not verify the rumour, and neither could the keepers."),
    ("en", "I removed my hat and left it on a bench."), ("en", "If you want to know more, read on."),
    ("en", "Feel free to bring your own bread."), ("en", "You could plant a tree here and there."),
    ("fr", "Passons à la section suivante du sentier."), ("fr", "La suite de l'histoire est vite dite."),
    ("fr", "Merci de vérifier les horaires avant de venir."), ("fr", "Dites-moi en commentaire ce que vous avez vu."),
    ("fr", "Je n'ai pas pu vérifier la rumeur, et les gardiens non plus."),
    ("fr", "J'ai retiré mon chapeau et je l'ai laissé sur un banc."), ("fr", "N'hésitez pas à apporter votre pain."),
    ("fr", "Vous pourriez planter un arbre ici et là."), ("fr", "Dans la section suivante, on parle du prix."),
    ("es", "Pasemos a la siguiente sección del sendero."), ("es", "El resto de la historia se cuenta pronto."),
    ("es", "No pude verificar el rumor, y los guardas tampoco."), ("es", "Puedes traer tu propio pan."),
  ]

  @Test(arguments: calls) func whatAnAuthorSaysIsNoRemark(lang: String, call: String) {
    for apart in [false, true] {
      let card = Self.adding(call, in: lang, apart: apart).scorecardAmongOthers
      #expect(!card.findings.contains { $0.rule == "assistant-chatter" }, "\(call) \(card.findings)")
    }
  }

  /// What somebody is quoted with is that person's.
  @Test func quotedWordsAreNoRemark() {
    let card = Self.adding(
      "“I could not verify the paragraph on the mill,” says the clerk.", in: "en"
    ).scorecardAmongOthers
    #expect(!card.findings.contains { $0.rule == "assistant-chatter" })
  }

  /// In an article by somebody who writes of writing, its own words stay what they are.
  @Test func theArticlesOwnWordsAreNoRemark() {
    let told = "I rewrote this paragraph for you, dear editor, because I could not verify the section above."
    Rewording("en", told, told + " The ferry calls at the quay.").expectKept()
  }
}
