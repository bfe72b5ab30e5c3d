import Testing

@testable import Languages

/// The sentences of `text`, with `|` between them.
private func sentences(_ text: String, _ language: String) throws -> String {
  let tokens = tokens(text)
  let breaker = SentenceBreaker(try pack(language))
  return breaker.sentences(in: tokens, text: Array(text.utf8)).map { covered($0, of: tokens, in: text) }
    .joined(separator: "|")
}

struct SentenceBreakerTests {
  @Test(arguments: [
    "Un. |Deux ! |Trois ? |Quatre… |Cinq.", "Alors ?! |Oui.", "13 % en 2024. |Puis 15 %.", "Il a 3.5 points. |Bien.",
    "M. Dupont parle. |Mme Durand aussi.", "Le Dr. Martin et le Pr. Petit.", "Cf. p. 12 du rapport. |Fin.",
    "Env. 300 personnes.",
    "Des PME, ETI, etc. |Puis le reste.", "Des PME, etc., et le reste.", "J. Dupont et A. B. Martin sont là. |Oui.",
    "Le plan B. |Il marche.",
    "Il dit : « oui. » |Puis il part.", "« Vraiment ? » demande-t-elle.", "« Non ! » |Elle part.",
    "Il hésite... puis part. |Fin.", "Il hésite… |Puis part.",
    "Voir dfm.fr et l'article. |Fin.", "1. Faites ceci. |Puis cela.", "Voir le n. 3 et la fig. 4. |Bien.",
    "Il mesure 5 m. |Elle aussi.",
    "Le 12 sept. 2025 au soir. |Fin.", "Ils sont sept. |Bien.", "L'IA progresse. (Source : CCI) |Puis recule.",
    "Cela monte.[1] |Puis baisse.", "(Il pleut.) |Il part.",
    "Titre\n|Texte. |Fin", "Un : deux ; trois. |Quatre", "Il y a. |Voilà.", "Ça marche ! |(Ou presque.) |Bien.",
    "Oui. |– Non.",
  ])
  func frenchSentencesEndWhereTheyShould(marked: String) throws {
    let text = marked.replacing("|", with: "")
    #expect(
      try sentences(text, "fr")
        == marked.replacing(" |", with: "|").replacing("\n|", with: "|"))
  }

  @Test(arguments: [
    "One. |Two! |Three?", "Mr. Smith met Dr. Jones. |Good.", "The U.S. economy grew. |It did.",
    "He left the U.S. |The others stayed.", "See e.g. the report. |Yes.",
    "\"Really?\" she asked. |Yes.", "“Stop!” |He left.", "He said \"no.\" |Then he left.", "Google Inc. is big. |Yes.",
    "He works at Acme Inc. |The firm is big.",
    "No. |That is wrong.", "See No. 5 and fig. 3. |Done.", "It rose 3.5%. |Then 4.",
    "Node.js is released. |npm follows.",
    "At 5 p.m. |The show starts.", "On Jan. 5 it rained. |Good.",
    "It works... maybe. |Fine.", "J. K. Rowling wrote it. |Good.", "I did it. |I am glad.",
    "Use v1.2.3. |Then upgrade.", "He is 5 ft. |She is 6.", "Wait... |What?",
  ])
  func englishSentencesEndWhereTheyShould(marked: String) throws {
    let text = marked.replacing("|", with: "")
    #expect(try sentences(text, "en") == marked.replacing(" |", with: "|"))
  }

  @Test(arguments: [
    "Uno. |¡Dos! |¿Tres? |Cuatro… |Cinco.", "13 % en 2024. |Luego, 15 %.", "El Sr. Díaz habla. |La Sra. Gil también.",
    "La Dra. Ruiz y D. Luis Gil.", "Véase la pág. 12 y el art. 4 de la ley. |Fin.", "El n.º 5 y la D.ª Ana. |Bien.",
    "El 1.º de mayo llovió. |El 2.º trimestre, no.", "El 1.er trimestre acabó. |Bien.",
    "Pymes, autónomos, etc. |Y el resto.",
    "Creció en EE. UU. y en Europa. |Bien.", "Creció en EE. UU. |Los demás bajaron.", "Dijo: «sí». |Luego se fue.",
    "«¿De verdad?», pregunta ella. |Sí.", "La IA avanza. (Fuente: INE) |Luego cae.", "Son siete. |Bien.",
    "El 12 sept. 2025 por la tarde. |Fin.", "¿Quién paga? |El ayuntamiento.",
    "Abre a las 9 a. m. y cierra a las 5 p. m. |Es gratis.",
    "Cuesta 12.400 euros. |Es caro.", "Frutas, p. ej. naranjas. |Bien.", "Se sabe que no. |El resto sí.",
  ])
  func spanishSentencesEndWhereTheyShould(marked: String) throws {
    let text = marked.replacing("|", with: "")
    #expect(try sentences(text, "es") == marked.replacing(" |", with: "|"))
  }

  @Test(arguments: ["", ".", "...", "« »", "?!\n\n?!", "a", "\" . \" . \""])
  func sentencesCoverAllTokens(text: String) throws {
    let tokens = tokens(text)
    let ranges = SentenceBreaker(try pack("fr")).sentences(in: tokens, text: Array(text.utf8))
    #expect(ranges.flatMap(Array.init) == Array(tokens.indices))
    #expect(ranges.allSatisfy { !$0.isEmpty })
  }
}
