/// All that is known of one language: word lists and phrases, from a data file.
///
/// The text of the packs is data: see `en.yml` for what each section holds. Tables are made of it when the program is
/// built. A pack is shared; the readers of one language hold references to it or to its vocabularies.
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
  /// Words that tell how far something has come.
  package let stages: PhraseTable<Stage>
  /// Verbs before a participle by which it is told as done: "have".
  package let perfectMarks: WordSet
  package let perfectEndings: [String]
  /// How infinitives end, in a language where only the ending tells them from nouns.
  package let infinitiveEndings: [String]
  private let futureEndings: [String]
  /// The bytes that these end with: of most words the last one tells.
  private let futureLetters: [UInt8]
  /// Words that tell who is free to do something and who is bound to.
  package let duties: PhraseTable<Duty>
  /// Units that stand after a number; signs of currencies also before one.
  package let units: PhraseTable<Unit>
  /// « la moitié », "two thirds".
  package let fractions: PhraseTable<ExactNumber>
  /// « et demi », "and a half": after a unit they add half of it.
  package let halves: PhraseTable<Bool>
  /// « doubler », "halved", "tenfold": the factor.
  package let multipliers: PhraseTable<ExactNumber>
  /// Words behind a time of day that is told by twelve hours; the value tells whether they are those after noon.
  package let clockHalves: PhraseTable<Bool>
  /// What tells a time of day from other pairs of numbers with a colon between.
  package let colonPairs: PhraseTable<ColonClue>
  package let attributions: PhraseTable<Attribution>
  /// Folded words for what a source publishes: « enquête », "report".
  package let publications: WordSet
  /// Headings under which sources are listed.
  package let sourcesHeadings: PhraseTable<Bool>
  /// Words that open a citation in parentheses: « Source : ».
  package let citationMarkers: PhraseTable<Bool>
  /// Words in front of the number of an entry: « source », « n° ».
  package let noteMarkers: PhraseTable<NoteMarker>
  /// Labels inside a source entry: « Fiabilité », "Accessed".
  package let sourceFields: PhraseTable<SourceFieldName>
  /// Words that rate a source: « élevée », "low"; the value tells the grade that they all amount to.
  package let reliabilityGrades: PhraseTable<String>
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
  /// Words before an amount by which it is no more than that: "only three".
  package let limits: PhraseTable<Bool>
  /// Words before a number that make it negative: "minus".
  package let minusWords: WordSet
  /// Words that announce both ends of a range: « entre », "between".
  package let rangeOpeners: PhraseTable<Bool>
  /// Words between the ends of a range; the value tells whether they need an opener, as « et » does.
  package let rangeConnectives: PhraseTable<Bool>
  /// Wordings with a negative word that deny nothing: « n'est-ce pas », « non seulement », "no doubt".
  package let emptyDenials: PhraseTable<Bool>
  /// Wordings with a word of quantity that tell no quantity: « le nombre de ».
  package let noQuantities: PhraseTable<Bool>
  /// Folded words that may stand inside a name: « de », "of".
  package let nameParticles: WordSet
  /// Folded names of months and weekdays, capitalised in some languages without being names.
  package let calendarWords: WordSet
  package let weekdays: WordSet

  /// Populations and territories whose exchange changes a claim; the value is `class.member`: `place.france`.
  package let scopes: PhraseTable<String>
  /// What an assistant says of the text it was asked for, or a refusal to write it.
  package let chatter: PhraseTable<Bool>
  /// Articles, their contractions and helping verbs: they say little of who does what.
  package let lightWords: WordSet
  /// Words before whoever does something that is told in the passive: "by".
  package let agentMarks: WordSet
  /// Words before whom something is given, told or done to: "to".
  package let recipientMarks: WordSet
  /// Words of being before a participle that tells what happens to somebody: "was".
  package let passiveMarks: WordSet
  /// Endings of verbs that are active behind such a word: "is growing".
  package let activeEndings: [String]
  /// Pronouns before a verb that acts on what they stand for: « que ».
  package let objectRelatives: WordSet
  /// Pronouns before a verb by which what they stand for acts: « qui », "which".
  package let subjectRelatives: WordSet
  /// Prepositions, by what they all amount to: `of`, `to`, `by`, `with`, and others.
  package let prepositions: PhraseTable<String>
  /// Words that tie parties in either order: "equals", "works with" leaves nobody in the place of another.
  package let twoWayWords: PhraseTable<Bool>
  /// Words that can stand where another text has a denial: "avoid", "other".
  package let veiledDenials: PhraseTable<Bool>
  /// Words by which one thing can hang on another, however it is told: "when", "depends".
  package let conditions: PhraseTable<Bool>
  /// Words for all there is, wherever and whoever it is, that count nothing: “any”, “anywhere”.
  package let totals: PhraseTable<Bool>
  /// Words before "if" that make it a question, or no condition: "know", "even".
  package let questionLeads: PhraseTable<Bool>
  /// Words that answer a condition with its cause: « si le marché ferme, c'est que… ».
  package let causeAnswers: PhraseTable<Bool>
  /// Verbs by which somebody thanks or says something: "we would like to thank" plans nothing.
  package let courtesies: PhraseTable<Bool>
  /// Words that put aside what stands behind them: "rather than".
  package let contrasts: PhraseTable<Bool>
  /// Words that lead to what was just said in other words: « autrement dit », "that is to say".
  package let restatements: PhraseTable<Bool>
  /// What is left of a whole behind a share of it: « le reste », "the remainder".
  package let rests: PhraseTable<Bool>
  /// Words between two clauses of which each tells an amount of its own: « contre », "while".
  package let clauseContrasts: PhraseTable<Bool>
  /// What joins the items of a list, which may stand in any order.
  package let listJoints: PhraseTable<Bool>
  /// What says of the part behind it what it is to the part before: « plutôt que », "than", "to".
  package let orderedTies: PhraseTable<Bool>
  /// Words that say that two lists go with each other in their order: "respectively".
  package let orderWords: PhraseTable<Bool>
  /// Words before an amount by which something moved (`by`), or to which (`to`).
  package let steps: PhraseTable<String>
  /// Words behind an amount that make a difference of it: « de moins », "less".
  package let differences: PhraseTable<Difference>
  /// Words before a unit without a number, by which something is counted or paid: "per", « à la »; and those that do so only
  /// right behind an amount: "ten cents a mile".
  package let rateLeads: PhraseTable<RateLead>
  /// Words that make of an amount one that nobody counted: "estimated at", « selon les estimations ».
  package let estimates: PhraseTable<Bool>
  /// Words that put something at the head of an order: "top", « la plus grande ».
  package let firstRanks: PhraseTable<Bool>
  /// Words before a verb that make it a possibility; the value tells which: `can` or `may`.
  package let modals: PhraseTable<String>
  /// Endings that make a verb a possibility, from the letter on that the infinitive ends with: « rait ».
  private let conditionalEndings: [String]
  /// Those that no other form of a verb has, with their accents: « erait », for « tirait » may be no possibility.
  private let sureConditionalEndings: [String]
  /// Folded words that are put before a quality to say how much of it: « plus », "least".
  package let comparatives: WordSet
  private let converses: Opposites
  /// Words of cause; the value tells on which side the cause stands: `before` or `behind`.
  package let causes: PhraseTable<String>
  /// Words that announce a case in point: "for instance".
  package let exampleMarks: PhraseTable<Bool>
  /// Pronouns in any of their forms, by their person: `first`, `second`, `third`.
  package let persons: PhraseTable<String>
  private let looseWords: PhraseTable<Bool>
  private let antonyms: Opposites
  private let synonyms: Opposites

  /// Connectives that weigh a text down.
  package let heavyTransitions: PhraseTable<Bool>
  /// Worn-out wordings.
  package let cliches: PhraseTable<Bool>
  /// Words that a conclusion begins with.
  package let conclusions: PhraseTable<Bool>
  package let syllables: Syllables
  /// `nil` when the pack has no formula.
  package let readingEase: ReadingEase?

  /// The words and marks that a figure can start with, but for digits.
  private let figureStarters: HeadFilter
  /// The words that a claim can start with, or a wording that looks like one.
  private let claimStarters: HeadFilter

  let stemmer: Stemmer
  let numbers: NumberVocabulary
  let dates: DateVocabulary

  /// Makes a pack of its tables; sections that it lacks give empty ones.
  package init(_ tables: inout some PackTables, tag: LanguageTag) {
    self.tag = tag
    stopWords = PackHead(&tables, tag: tag).stopWords
    let strict = PhraseHyphens.strict(clitics: tables.items(of: "clitics"))
    comparators = tables.table("comparators", strict) { Comparator(rawValue: $0) }
    directions = tables.table("directions", strict) { Direction(rawValue: $0) }
    negations = tables.table("negations", strict) { Negation(rawValue: $0) }
    hedges = tables.table("hedges", strict) { Hedge(rawValue: $0) }
    quantifiers = tables.table("quantifiers", strict) { Quantifier(name: $0) }
    stages = tables.table("stages", strict) { Stage(rawValue: $0) }
    limits = tables.table("limits") { _ in true }
    minusWords = tables.words("minus words")
    perfectMarks = tables.words("perfect marks")
    perfectEndings = tables.items(of: "perfect endings")
    infinitiveEndings = tables.items(of: "infinitive endings")
    futureEndings = tables.items(of: "future endings")
    futureLetters = Array(Set(futureEndings.compactMap(\.utf8.last)))
    duties = tables.table("duties", strict) { Duty(rawValue: $0) }
    units = tables.table("units") { Self.unit($0) }
    fractions = tables.table("fractions") { Self.ratio($0) }
    halves = tables.table("half after") { _ in true }
    multipliers = tables.table("multipliers") { Self.ratio($0) }
    clockHalves = tables.table("clock halves") { $0 == "afternoon" }
    colonPairs = tables.table("colon pairs") { ColonClue(rawValue: $0) }
    attributions = tables.table("attributions", strict) { Attribution(rawValue: $0) }
    publications = tables.words("publications")
    sourcesHeadings = tables.table("sources headings") { _ in true }
    citationMarkers = tables.table("citation markers") { _ in true }
    noteMarkers = tables.table("note markers") { NoteMarker(rawValue: $0) }
    sourceFields = tables.table("source fields") { SourceFieldName(rawValue: $0) }
    reliabilityGrades = tables.table("reliability grades") { $0 }
    sourcesPlaceholders = tables.table("sources placeholders") { _ in true }
    placeholders = tables.table("placeholders") { _ in true }
    lonePlaceholders = tables.table("placeholders alone") { _ in true }
    chatterClues = tables.table("chatter clues", strict) { ChatterClue(rawValue: $0) }
    transitions = tables.table("transitions", strict) { _ in true }
    abbreviations = tables.words("abbreviations")
    abbreviationsBeforeDigits = tables.words("abbreviations before digits")
    abbreviationsAtEnd = tables.words("abbreviations at end")
    partitives = tables.words("of")
    negativePrefixes = tables.items(of: "negative prefixes")
    ratios = tables.table("ratios") { _ in true }
    rangeOpeners = tables.table("range openers") { _ in true }
    rangeConnectives = tables.table("range connectives") { $0 == "paired" }
    emptyDenials = tables.table("empty denials") { _ in true }
    noQuantities = tables.table("no quantities") { _ in true }
    nameParticles = tables.words("name particles")
    calendarWords = tables.words("months", "weekdays")
    weekdays = tables.words("weekdays")
    stemmer = Stemmer(tables.groups(of: "stem"))
    numbers = NumberVocabulary(&tables)
    dates = DateVocabulary(&tables, numbers)
    var starters = numbers.starters
    fractions.addHeads(to: &starters)
    multipliers.addHeads(to: &starters)
    numbers.hoursOfDay.addHeads(to: &starters)
    units.addHeads(to: &starters) { unit in
      if case .currency = unit.dimension { true } else { false }
    }
    for sign in ["-", "+"] + tables.items(of: "minus words") + tables.items(of: "minus before degrees") {
      starters.insert(WordHash(sign.utf8).value)
    }
    figureStarters = starters
    scopes = tables.table("scopes") { $0 }
    var claims = HeadFilter()
    for table in [transitions, emptyDenials, noQuantities] { table.addHeads(to: &claims) }
    scopes.addHeads(to: &claims)
    negations.addHeads(to: &claims)
    hedges.addHeads(to: &claims)
    quantifiers.addHeads(to: &claims)
    directions.addHeads(to: &claims)
    comparators.addHeads(to: &claims)
    claimStarters = claims
    chatter = tables.table("chatter") { _ in true }
    antonyms = tables.opposites("antonyms", besides: "contraries", stemmer)
    lightWords = tables.words("light words")
    agentMarks = tables.words("agent marks")
    recipientMarks = tables.words("recipient marks")
    passiveMarks = tables.words("passive marks")
    activeEndings = tables.items(of: "active endings")
    objectRelatives = tables.words("object relatives")
    subjectRelatives = tables.words("subject relatives")
    looseWords = tables.table("loose words") { _ in true }
    synonyms = tables.opposites("synonyms", besides: nil, stemmer)
    prepositions = tables.table("prepositions") { $0 }
    persons = tables.table("persons") { $0 }
    twoWayWords = tables.table("two-way words") { _ in true }
    veiledDenials = tables.table("veiled denials") { _ in true }
    conditions = tables.table("conditions") { _ in true }
    totals = tables.table("totals") { _ in true }
    questionLeads = tables.table("question leads") { _ in true }
    causeAnswers = tables.table("cause answers") { _ in true }
    courtesies = tables.table("courtesies") { _ in true }
    contrasts = tables.table("contrasts") { _ in true }
    restatements = tables.table("restatements") { _ in true }
    rests = tables.table("rests") { _ in true }
    clauseContrasts = tables.table("clause contrasts") { _ in true }
    listJoints = tables.table("list joints") { _ in true }
    orderedTies = tables.table("ordered ties") { _ in true }
    orderWords = tables.table("order words") { _ in true }
    steps = tables.table("steps") { $0 }
    differences = tables.table("differences") { Difference(rawValue: $0) }
    rateLeads = tables.table("rate leads", strict) { RateLead(rawValue: $0) }
    estimates = tables.table("estimates") { _ in true }
    firstRanks = tables.table("first ranks") { _ in true }
    modals = tables.table("modals", strict) { $0 }
    conditionalEndings = tables.items(of: "conditional endings")
    sureConditionalEndings = tables.items(of: "sure conditional endings")
    comparatives = tables.words("comparatives")
    converses = tables.opposites("converses", besides: nil, stemmer)
    causes = tables.table("causes", strict) { $0 }
    exampleMarks = tables.table("example marks") { _ in true }
    heavyTransitions = tables.table("heavy transitions") { _ in true }
    cliches = tables.table("cliches") { _ in true }
    conclusions = tables.table("conclusions") { _ in true }
    syllables = Syllables(&tables)
    readingEase = ReadingEase(tables.items(of: "reading ease"))
  }

  /// Makes the pack that the program holds as `numbers`.
  package convenience init(_ numbers: [UInt64], tag: LanguageTag) {
    var tables = CompiledPack(numbers)
    self.init(&tables, tag: tag)
  }

  /// Whether a figure can start with the token at `index` at all; most words and marks are none that do.
  package func mayStartFigure(_ tokens: [Token], at index: Int) -> Bool {
    switch tokens[index].kind {
    case .digits: true
    // « ½ » is no ASCII character, as none of the vulgar fractions is.
    case .mark: tokens[index].hash.count > 1 || figureStarters.mayHold(tokens[index])
    case .word: figureStarters.mayHold(tokens[index])
    case .address: false
    }
  }

  /// Whether the word with this hash can start a claim, or a wording that looks like one; most start none.
  package func mayStartClaim(_ word: WordHash) -> Bool { claimStarters.mayHold(word) }

  /// Whether the word is part of a wording that looks like an amount and is none: « doublé d'un », "no one".
  package func isIdiom(_ tokens: [Token], at index: Int) -> Bool { numbers.isIdiom(tokens, at: index) }

  /// Returns `word` (folded) without the endings of number, gender and conjugation; at least three letters are left.
  package func stem(_ folded: String) -> String { stemmer.stem(folded) }

  /// Returns the stem of a folded word, whose hash is known, with its own hash.
  package func stem(_ folded: String, _ hash: WordHash) -> (stem: String, hash: WordHash) {
    stemmer.stem(folded, hash)
  }

  /// Whether a word goes with every matter, so that another in its place says little: « proposer », "aim".
  package func isLoose(_ token: Token) -> Bool { looseWords.match([token], at: 0) != nil }

  /// Whether two folded words, in any form, are listed as meaning the same.
  package func areSynonyms(_ a: String, _ b: String) -> Bool {
    synonyms.areListed(a, b) || synonyms.areListed(stem(a), stem(b))
  }

  /// Whether a folded word, or a stem, is listed as having an opposite.
  package func hasOpposite(_ folded: String) -> Bool { antonyms.words.contains(folded) }

  /// Whether the word, or the stem, with this hash is listed as having an opposite.
  package func hasOpposite(_ hash: WordHash) -> Bool { antonyms.words.contains(hash) }

  /// Whether a folded word, or its stem, is the one of two opposites that mostly takes away: « supprimée » for « créée ».
  package func isSecondOpposite(_ folded: String) -> Bool {
    antonyms.seconds.contains(folded) || antonyms.seconds.contains(stem(folded))
  }

  /// Whether two folded words, in any form, are opposites: « légales » and « illégal ».
  package func areOpposites(_ a: String, _ b: String) -> Bool {
    antonyms.areListed(a, b) || antonyms.areListed(stem(a), stem(b))
  }

  /// Whether two folded words, in any form, tell one deal from either side: "sold", "bought".
  package func areConverses(_ a: String, _ b: String) -> Bool {
    converses.areListed(a, b) || converses.areListed(stem(a), stem(b))
  }

  /// Whether one folded word is the other with a beginning that denies it: « mangeable », « immangeable ».
  package func isDenial(_ a: String, _ b: String) -> Bool {
    let (short, long) = a.utf8.count < b.utf8.count ? (a, b) : (b, a)
    guard short.utf8.count >= 4, long.hasSuffix(short) else { return false }
    return negativePrefixes.contains { $0.utf8.count + short.utf8.count == long.utf8.count && long.hasPrefix($0) }
  }

  /// Whether a folded word compares: « plus », "least".
  package func areComparatives(_ folded: String) -> Bool { comparatives.contains(folded) }

  /// What a folded verb that is a possibility has before the ending that makes it one, with the infinitive's last letter:
  /// « échapper » of « échapperaient »; `nil` for other words.
  package func rootOfConditional(_ folded: String) -> String? {
    for ending in conditionalEndings where folded.hasSuffix(ending) && folded.utf8.count > ending.utf8.count + 2 {
      return String(folded.dropLast(ending.count - 1))
    }
    return nil
  }

  /// Whether a word as it is written, in small letters, can be nothing but a verb that is a possibility: « géreraient », while
  /// « géraient » is none.
  package func isConditional(_ word: String) -> Bool {
    sureConditionalEndings.contains { word.hasSuffix($0) && word.utf8.count > $0.utf8.count + 1 }
  }

  /// Whether a folded word denies the one that it is joined to by a hyphen: "non".
  package func deniesAsPrefix(_ folded: String) -> Bool { negativePrefixes.contains(folded) }

  /// Whether a folded verb ends as those that tell of what is to come: « proposera ».
  package func isFuture(_ folded: String) -> Bool {
    guard let last = folded.utf8.last, futureLetters.contains(last) else { return false }
    return futureEndings.contains { folded.utf8.count > $0.utf8.count + 2 && folded.hasSuffix($0) }
  }

  /// Whether a folded word begins as one that denies another: « in », "un". Many that do deny nothing.
  package func beginsWithDenial(_ folded: String) -> Bool { negativePrefixes.contains { folded.hasPrefix($0) } }
}
