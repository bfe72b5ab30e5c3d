import Scoring
import StructuredText
import Testing

/// Spanish is a data pack alone; what the engine finds in French and English it finds in Spanish too.
@Suite struct SpanishTests {
  struct Edit: Sendable, CustomStringConvertible {
    let article: String
    let original: String
    let edited: String
    /// The rule that must refuse the edit; `nil` for one that costs nothing.
    let rule: String?

    var description: String { "\(original) → \(edited)" }

    init(_ rule: String?, _ original: String, _ edited: String, in article: String = SpanishArticles.workshops) {
      (self.article, self.original, self.edited, self.rule) = (article, original, edited, rule)
    }

    init(_ original: String, _ edited: String, in article: String = SpanishArticles.workshops) {
      self.init(nil, original, edited, in: article)
    }

    func scorecard() throws -> Scorecard {
      let place = try #require(article.firstRange(of: original))
      let candidate = article[..<place.lowerBound] + edited + article[place.upperBound...]
      return Judging.scorecard(String(candidate), against: article)
    }
  }

  private static let irrigation = SpanishArticles.irrigation

  private static let sources: String = {
    let article = SpanishArticles.workshops
    return article.firstRange(of: "*Este artículo").map { String(article[$0.lowerBound...]) } ?? ""
  }()

  // MARK: Harmful edits

  static let harmful = [
    Edit("figure-altered", "17,6 kg", "16,7 kg"), Edit("figure-altered", "12.400", "1.240"),
    Edit("figure-altered", "1,2 millones", "1,2 mil millones"),
    Edit("figure-altered", "1,2 millones de euros", "1,2 millones de dólares"),
    Edit("figure-altered", "un 34 %", "34 puntos porcentuales"),
    Edit("figure-altered", "uno de cada ocho", "uno de cada ochenta"), Edit("figure-altered", "el doble", "el triple"),
    Edit("figure-altered", "6.000 a 9.000", "6.000 a 19.000"),
    Edit("figure-altered", "0,09 €", "0,90 €", in: irrigation),
    Edit("figure-altered", "5.200 a 4.100", "4.100 a 5.200", in: irrigation),
    Edit("figure-altered", "dos mil millones", "dos millones", in: irrigation),
    Edit("figure-altered", "40 °C", "45 °C", in: irrigation),
    Edit(
      "figure-lost",
      " Los voluntarios abrieron 12.400 aparatos, y el 62 % volvió a funcionar (Fuente: Observatorio del Residuo).", ""),
    Edit(
      "figure-unsupported", "## Lo que cuesta", "Además, 350 vecinos aprendieron a soldar.\n\n## Lo que cuesta"),
    Edit("date-altered", "14 de octubre", "14 de noviembre"),
    Edit("date-altered", "enero a noviembre de 2024", "enero a septiembre de 2024"),
    Edit("date-altered", "2.º trimestre", "3.º trimestre", in: irrigation),
    Edit("date-altered", "28 de abril", "28 de mayo", in: irrigation),
    Edit("quotation-altered", "Lo que falta no son manos", "Lo que falta no es gente"),
    Edit("quotation-misattributed", "Elena Marchena", "Laura Ferrer"),
    Edit("name-altered", "un municipio, el Ayuntamiento de Valdemora", "un municipio, el Ayuntamiento de Castrillo"),
    Edit("negation-changed", "no se pudo reparar", "se pudo reparar"),
    Edit("negation-changed", "no vende piezas", "vende piezas"),
    Edit("direction-flipped", "bajaron un 34", "subieron un 34"),
    Edit("direction-flipped", "bajó de 3.500", "subió de 3.500", in: irrigation),
    Edit("comparator-flipped", "Más del 70", "Menos del 70"),
    Edit("comparator-flipped", "menos que en 2023", "más que en 2023", in: irrigation),
    Edit("quantifier-changed", "La mayoría de las pymes", "Algunas de las pymes"),
    Edit("quantifier-changed", "Ninguna comunidad tuvo", "Alguna comunidad tuvo", in: irrigation),
    Edit("quantifier-changed", "Algunos agricultores", "Todos los agricultores", in: irrigation),
    Edit("scope-changed", "en España", "en Europa"), Edit("scope-changed", "las pymes", "las grandes empresas"),
    Edit("hedge-removed", "Podrían acoger", "Acogerán"),
    Edit("hedge-removed", "El método quizá sirva", "El método sirve", in: irrigation),
    Edit("source-altered", "https://www.valdemora.es/actualidad/locales", "https://www.valdemora.es/actualidad/otros"),
    Edit("source-altered", "Fecha: 05/02/2025", "Fecha: 05/03/2025"),
    Edit("source-altered", "Fiabilidad: 9/10", "Fiabilidad: 6/10"),
    Edit(
      "source-lost",
      "3. **Ayuntamiento de Valdemora - Comunicado** - Comunicado\n   - Fecha: 15/10/2024 (con"
        + " actualización en enero de 2025)\n   - URL: https://www.valdemora.es/actualidad/locales\n   - Fiabilidad: 8/10",
      ""),
    Edit(
      "citation-lost", " ([Diario de Tormera](https://www.diario-tormera.es/2024/10/riego)).\n\nLa energía",
      ".\n\nLa energía", in: irrigation),
    Edit(
      "assistant-chatter", "# Talleres de reparación", "¡Claro! Aquí tienes el artículo:\n\n# Talleres de reparación"),
    Edit("assistant-chatter", "## Lo que cuesta", "Espero que esta versión te guste.\n\n## Lo que cuesta"),
    Edit("assistant-chatter", "## Lo que cuesta", "He conservado todas las cifras.\n\n## Lo que cuesta"),
    Edit("placeholder-text", "## Lo que cuesta", "[Por completar]\n\n## Lo que cuesta"),
    Edit("sources-placeholder", sources, "Las mismas fuentes que en el artículo original"),
    Edit(
      "sources-placeholder", sources,
      "[Las mismas fuentes que en el artículo original, presentadas exactamente de la misma manera]"),
    Edit("sources-placeholder", sources, "Véase el artículo original."),
    Edit("sources-placeholder", sources, "Las fuentes no cambian."),
    Edit("sources-placeholder", sources, "*(Sección de fuentes sin cambios)*"),
    Edit("sources-placeholder", sources, "[Insertar las fuentes]"),
    Edit("sources-placeholder", sources, "Fuentes por completar"),
    Edit("sources-placeholder", sources, "Ídem versión original"),
  ]

  @Test(arguments: harmful)
  func harmfulEditIsRefusedByItsRule(edit: Edit) throws {
    let card = try edit.scorecard()
    #expect(card.integrity < Tenths(950), "\(card.integrity)")
    #expect(
      card.findings.contains { $0.rule.name == edit.rule }, "\(card.findings.map { "\($0.rule): \($0.message)" })")
  }

  // MARK: Harmless edits

  static let harmless = [
    Edit("17,6 kg", "17,6 kilogramos"), Edit("12.400", "12 400"), Edit("12.400", "doce mil cuatrocientos"),
    Edit("el 62 %", "el 62%"), Edit("el 62 %", "el sesenta y dos por ciento"),
    Edit("volvió a funcionar", "volvió a funcionar, y el 38 % no"),
    Edit("14 de octubre de 2024", "14/10/2024"), Edit("14 de octubre de 2024", "2024-10-14"),
    Edit("de enero a noviembre de 2024", "entre enero y noviembre de 2024"),
    Edit("1,2 millones de euros", "1.200.000 euros"), Edit("1,2 millones de euros", "1,2 M€"),
    Edit("uno de cada ocho", "1 de cada 8"), Edit("de 6.000 a 9.000 euros", "entre 6.000 y 9.000 €"),
    Edit("el doble", "dos veces más"), Edit("Más del 70 %", "Más de un 70 %"),
    Edit("unos 1.200 euros", "alrededor de 1.200 €"), Edit("48 talleres", "cuarenta y ocho talleres"),
    Edit(
      "«Lo que falta no son manos, lo que falta son piezas sueltas»",
      "“Lo que falta no son manos, lo que falta son piezas sueltas”"),
    Edit("## Lo que cuesta", "## ¿Y cuánto cuesta?"),
    Edit("## Lo que cuesta", "¿Y tú, qué repararías?\n\n## Lo que cuesta"),
    Edit("La mayoría de las pymes", "¿Sabías que sale caro? La mayoría de las pymes"),
    Edit("Los residuos del barrio bajaron", "¿Los residuos del barrio? Bajaron"),
    Edit("no vende piezas sueltas", "no vende piezas sueltas, ¿verdad?"),
    Edit("En cambio, uno", "Por el contrario, uno"),
    Edit(
      "Más del 70 % de los usuarios repetiría, según la Federación de Talleres Abiertos.",
      "Según la Federación de Talleres Abiertos, más del 70 % de los usuarios repetiría."),
    Edit("Fecha: 05/02/2025", "Fecha: 5 de febrero de 2025"),
    Edit("Veintitrés", "23", in: irrigation), Edit("3.500 millones", "3,5 mil millones", in: irrigation),
    Edit("3.500 millones", "tres mil quinientos millones", in: irrigation),
    Edit("dos mil millones", "2.000 millones", in: irrigation),
    Edit("2.º trimestre de 2024", "segundo trimestre de 2024", in: irrigation),
    Edit("0,09 € por kilovatio hora", "9 céntimos por kWh", in: irrigation), Edit("40 °C", "40 grados", in: irrigation),
    Edit("40 °C", "40 ºC", in: irrigation),
    Edit("5.200 a 4.100 metros cúbicos", "5200 m³ a 4100 m³", in: irrigation),
    Edit("quizá sirva", "tal vez sirva", in: irrigation),
  ]

  @Test(arguments: harmless)
  func harmlessEditCostsNothing(edit: Edit) throws {
    let card = try edit.scorecard()
    #expect(card.integrity == .full, "\(card.findings.map { "\($0.rule): \($0.message)" })")
    #expect(card.findings.map(\.message) == [])
  }

  @Test func restylingKeepsEveryPoint() {
    let card = Judging.scorecard(SpanishArticles.restyledWorkshops, against: SpanishArticles.workshops)
    #expect(card.integrity == .full)
    #expect(card.findings.map(\.message) == [])
  }

  @Test(arguments: [SpanishArticles.workshops, SpanishArticles.irrigation])
  func checkedArticlesAreSourced(article: String) {
    let card = Judging.scorecard(article)
    #expect(card.integrity == .full)
    #expect(card.findings.map(\.message) == [])
  }
}
