import Synchronization

/// All that is known of one language: word lists and phrases, from a data file built into the program.
///
/// The text of the packs is data: see `Packs/en.yml` for what each section holds. A pack is read once and shared; the
/// readers of one language hold references to it or to its vocabularies.
package final class LanguagePack: Sendable {
  package let tag: LanguageTag

  /// Folded words that carry little meaning: articles, pronouns, prepositions, auxiliaries, conjunctions.
  package let stopWords: WordSet
  /// Words that a figure's bound is told by: « plus de », "at least".
  package let comparators: PhraseTable<Comparator>
  /// Verbs and nouns of growth and decline.
  package let directions: PhraseTable<Direction>
  package let negations: PhraseTable<Negation>
  package let hedges: PhraseTable<Hedge>
  package let quantifiers: PhraseTable<Quantifier>
  /// Units that stand after a number; signs of currencies also before one.
  package let units: PhraseTable<Unit>
  /// « la moitié », "two thirds".
  package let fractions: PhraseTable<ExactNumber>
  /// « et demi », "and a half": after a unit they add half of it.
  package let halves: PhraseTable<Bool>
  /// « doubler », "halved", "tenfold": the factor.
  package let multipliers: PhraseTable<ExactNumber>
  package let attributions: PhraseTable<Attribution>
  /// Folded words for what a source publishes: « enquête », "report".
  package let publications: WordSet
  /// Headings under which sources are listed.
  package let sourcesHeadings: PhraseTable<Bool>
  /// Words that open a citation in parentheses: « Source : ».
  package let citationMarkers: PhraseTable<Bool>
  /// Labels inside a source entry: « Fiabilité », "Accessed".
  package let sourceFields: PhraseTable<SourceFieldName>
  /// Wordings that stand where a list of sources should.
  package let sourcesPlaceholders: PhraseTable<Bool>
  package let placeholders: PhraseTable<Bool>
  /// Wordings that are placeholders where nothing else stands in the block or the field: « à compléter », "n/a".
  package let lonePlaceholders: PhraseTable<Bool>
  /// Words that, of several kinds in one sentence, tell of work on the text: « j'ai », « reformulé », « le texte ».
  package let chatterClues: PhraseTable<ChatterClue>
  /// Connectives that add no statement.
  package let transitions: PhraseTable<Bool>
  /// Folded, without the point; a point after one ends no sentence.
  package let abbreviations: WordSet
  /// Abbreviations only before a number: « p. 12 ».
  let abbreviationsBeforeDigits: WordSet
  /// Abbreviations that can also stand last in a sentence: « etc. ».
  let abbreviationsAtEnd: WordSet
  /// Folded words between a scale and what it counts: « millions de », "of".
  package let partitives: WordSet
  /// Beginnings that turn a word into its opposite: « in », "un".
  private let negativePrefixes: [String]
  /// Words between a count and its base: « une PME sur huit », "3 out of 10".
  package let ratios: PhraseTable<Bool>
  /// Words that announce both ends of a range: « entre », "between".
  package let rangeOpeners: PhraseTable<Bool>
  /// Words between the ends of a range; the value tells whether they need an opener, as « et » does.
  package let rangeConnectives: PhraseTable<Bool>
  /// Wordings with a negative word that deny nothing: « n'est-ce pas », « non seulement », "no doubt".
  package let tagQuestions: PhraseTable<Bool>
  /// Folded words that may stand inside a name: « de », "of".
  package let nameParticles: WordSet
  /// Folded names of months and weekdays, capitalised in some languages without being names.
  package let calendarWords: WordSet

  private let late: LateTables
  let style: StyleTables

  /// The words that a figure can start with.
  private let figureStarters: HeadFilter

  let stemmer: Stemmer
  let numbers: NumberVocabulary
  let dates: DateVocabulary

  /// Builds the tables of a pack from its text; sections that it lacks give empty tables.
  private init(_ text: PackText, tag: LanguageTag) {
    var tables = PackTables(text)
    self.tag = tag
    stopWords = tables.words("stop words")
    comparators = tables.table("comparators", tables.strict) { Comparator(rawValue: $0) }
    directions = tables.table("directions", tables.strict) { Direction(rawValue: $0) }
    negations = tables.table("negations", tables.strict) { Negation(rawValue: $0) }
    hedges = tables.table("hedges", tables.strict) { Hedge(rawValue: $0) }
    quantifiers = tables.table("quantifiers", tables.strict) { Quantifier(name: $0) }
    units = tables.table("units") { Self.unit($0) }
    fractions = tables.table("fractions") { Self.ratio($0) }
    halves = tables.table("half after") { _ in true }
    multipliers = tables.table("multipliers") { Self.ratio($0) }
    attributions = tables.table("attributions", tables.strict) { Attribution(rawValue: $0) }
    publications = tables.words("publications")
    sourcesHeadings = tables.table("sources headings") { _ in true }
    citationMarkers = tables.table("citation markers") { _ in true }
    sourceFields = tables.table("source fields") { SourceFieldName(rawValue: $0) }
    sourcesPlaceholders = tables.table("sources placeholders") { _ in true }
    placeholders = tables.table("placeholders") { _ in true }
    lonePlaceholders = tables.table("placeholders alone") { _ in true }
    chatterClues = tables.table("chatter clues", tables.strict) { ChatterClue(rawValue: $0) }
    transitions = tables.table("transitions", tables.strict) { _ in true }
    abbreviations = tables.words("abbreviations")
    abbreviationsBeforeDigits = tables.words("abbreviations before digits")
    abbreviationsAtEnd = tables.words("abbreviations at end")
    partitives = tables.words("of")
    negativePrefixes = tables.text.items(of: "negative prefixes").map { tables.text.text($0) }
    ratios = tables.table("ratios") { _ in true }
    rangeOpeners = tables.table("range openers") { _ in true }
    rangeConnectives = tables.table("range connectives") { $0 == "paired" }
    tagQuestions = tables.table("tag questions") { _ in true }
    nameParticles = tables.words("name particles")
    calendarWords = tables.words("months", "weekdays")
    let stemmer = Stemmer(tables)
    self.stemmer = stemmer
    late = LateTables(tables.text, stemmer)
    style = StyleTables(tables.text)
    numbers = NumberVocabulary(&tables)
    dates = DateVocabulary(&tables, numbers)
    var starters = numbers.starters
    fractions.addHeads(to: &starters)
    multipliers.addHeads(to: &starters)
    figureStarters = starters
  }

  /// Whether a figure can start with the token at `index` at all; most words are none that do.
  package func mayStartFigure(_ tokens: [Token], at index: Int) -> Bool {
    tokens[index].kind != .word || figureStarters.mayHold(tokens[index])
  }

  /// Whether words start there that look like an amount and are none: « doublé d'un », "no one".
  package func isIdiom(_ tokens: [Token], at index: Int) -> Bool { numbers.idioms.match(tokens, at: index) != nil }

  /// Returns `word` (folded) without the endings of number, gender and conjugation; at least three letters are left.
  package func stem(_ folded: String) -> String { stemmer.stem(folded) }

  /// Populations and territories whose exchange changes a claim; the value is `class.member`: `place.france`.
  package var scopes: PhraseTable<String> { late.tables.scopes }

  /// What an assistant says of the text it was asked for, or a refusal to write it.
  package var chatter: PhraseTable<Bool> { late.tables.chatter }

  /// Articles, their contractions and helping verbs: they say little of who does what.
  package var lightWords: WordSet { late.tables.lightWords }

  /// Words before whoever does something that is told in the passive: "by".
  package var agentMarks: WordSet { late.tables.agentMarks }

  /// Words before whom something is given, told or done to: "to".
  package var recipientMarks: WordSet { late.tables.recipientMarks }

  /// Words of being before a participle that tells what happens to somebody: "was".
  package var passiveMarks: WordSet { late.tables.passiveMarks }

  /// Endings of verbs that are active behind such a word: "is growing".
  package var activeEndings: [String] { late.tables.activeEndings }

  /// Pronouns before a verb that acts on what they stand for: « que ».
  package var objectRelatives: WordSet { late.tables.objectRelatives }

  /// Pronouns before a verb by which what they stand for acts: « qui », "which".
  package var subjectRelatives: WordSet { late.tables.subjectRelatives }

  /// Whether a word goes with every matter, so that another in its place says little: « proposer », "aim".
  package func isLoose(_ token: Token) -> Bool { late.tables.looseWords.match([token], at: 0) != nil }

  /// Whether two folded words, in any form, are listed as meaning the same.
  package func areSynonyms(_ a: String, _ b: String) -> Bool {
    let synonyms = late.tables.synonyms
    return synonyms.areListed(a, b) || synonyms.areListed(stem(a), stem(b))
  }

  /// Prepositions, by what they all amount to: `of`, `to`, `by`, `with`, and others.
  package var prepositions: PhraseTable<String> { late.tables.prepositions }

  /// Words that tie parties in either order: "equals", "works with" leaves nobody in the place of another.
  package var twoWayWords: PhraseTable<Bool> { late.tables.twoWayWords }

  /// Words of cause; the value tells on which side the cause stands: `before` or `behind`.
  package var causes: PhraseTable<String> { late.tables.causes }

  /// Words that announce a case in point: "for instance".
  package var exampleMarks: PhraseTable<Bool> { late.tables.exampleMarks }

  /// Pronouns in any of their forms, by their person: `first`, `second`, `third`.
  package var persons: PhraseTable<String> { late.tables.persons }

  /// Whether a folded word, or a stem, is listed as having an opposite.
  package func hasOpposite(_ folded: String) -> Bool { late.tables.opposites.words.contains(folded) }

  /// Whether a folded word, or its stem, is the one of two opposites that mostly takes away: « supprimée » for « créée ».
  package func isSecondOpposite(_ folded: String) -> Bool {
    let seconds = late.tables.opposites.seconds
    return seconds.contains(folded) || seconds.contains(stem(folded))
  }

  /// Whether two folded words, in any form, are opposites: « légales » and « illégal ».
  package func areOpposites(_ a: String, _ b: String) -> Bool {
    let opposites = late.tables.opposites
    return opposites.areListed(a, b) || opposites.areListed(stem(a), stem(b))
  }

  /// Reads now the tables that wait until they are asked for.
  package func readLateTables() { _ = late.tables }

  /// Whether one folded word is the other with a beginning that denies it: « mangeable », « immangeable ».
  package func isDenial(_ a: String, _ b: String) -> Bool {
    let (short, long) = a.utf8.count < b.utf8.count ? (a, b) : (b, a)
    guard short.utf8.count >= 4, long.hasSuffix(short) else { return false }
    return negativePrefixes.contains { $0.utf8.count + short.utf8.count == long.utf8.count && long.hasPrefix($0) }
  }

  /// Whether a folded word begins as one that denies another: « in », "un". Many that do deny nothing.
  package func beginsWithDenial(_ folded: String) -> Bool { negativePrefixes.contains { folded.hasPrefix($0) } }

  // MARK: The packs in the program

  /// The text of each pack. A new language is a file in `Packs` and its line here, at the end: of two languages between
  /// which a text does not tell, the first is taken.
  static let texts: [(tag: LanguageTag?, text: @Sendable () -> [UInt8])] = [
    (LanguageTag("en"), { PackageResources.en_yml }),
    (LanguageTag("fr"), { PackageResources.fr_yml }),
    (LanguageTag("es"), { PackageResources.es_yml }),
  ]

  /// The languages that there are packs for.
  package static let available: [LanguageTag] = texts.compactMap(\.tag)

  /// The stop words of each language that there is a pack for, read without the rest of the packs.
  static let stopWords: [LanguageTag: WordSet] = texts.reduce(into: [:]) { words, pack in
    guard let tag = pack.tag else { return }
    var tables = PackTables(PackText(pack.text(), upTo: "stop words"))
    words[tag] = tables.words("stop words")
  }

  private static let read = Mutex<[LanguagePack]>([])

  /// A pack that knows no words: for a program built without packs.
  package static let empty = LanguagePack(PackText([]), tag: .undetermined)

  /// Returns the pack of a language, read once in the life of the process; `nil` when there is none.
  package static func pack(for tag: LanguageTag) -> LanguagePack? {
    read.withLock { packs in
      if let pack = packs.first(where: { $0.tag == tag }) { return pack }
      guard let text = texts.first(where: { $0.tag == tag })?.text else { return nil }
      let pack = LanguagePack(PackText(text()), tag: tag)
      packs.append(pack)
      return pack
    }
  }
}
