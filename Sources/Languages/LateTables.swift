import Synchronization

/// Tables that the reading of an article does not ask for, but its rules and its comparison do.
///
/// They are half of a pack, and are read when the first of them is looked into, or by a thread that has nothing else to do.
final class LateTables: Sendable {
  final class Tables: Sendable {
    let scopes: PhraseTable<String>
    let chatter: PhraseTable<Bool>
    let opposites: Opposites
    let lightWords: WordSet
    let agentMarks: WordSet
    let recipientMarks: WordSet
    let passiveMarks: WordSet
    let activeEndings: [String]
    let objectRelatives: WordSet
    let subjectRelatives: WordSet
    let looseWords: PhraseTable<Bool>
    let synonyms: Opposites
    let prepositions: PhraseTable<String>
    let persons: PhraseTable<String>
    let twoWayWords: PhraseTable<Bool>
    let causes: PhraseTable<String>
    let exampleMarks: PhraseTable<Bool>

    init(_ text: PackText, _ stemmer: Stemmer) {
      var sections = PackTables(text)
      scopes = sections.table("scopes") { $0 }
      chatter = sections.table("chatter") { _ in true }
      opposites = Opposites(text, "antonyms", stemmer)
      lightWords = sections.words("light words")
      agentMarks = sections.words("agent marks")
      recipientMarks = sections.words("recipient marks")
      passiveMarks = sections.words("passive marks")
      activeEndings = text.items(of: "active endings").map { text.text($0) }
      objectRelatives = sections.words("object relatives")
      subjectRelatives = sections.words("subject relatives")
      looseWords = sections.table("loose words") { _ in true }
      synonyms = Opposites(text, "synonyms", stemmer)
      prepositions = sections.table("prepositions") { $0 }
      persons = sections.table("persons") { $0 }
      twoWayWords = sections.table("two-way words") { _ in true }
      causes = sections.table("causes", sections.strict) { $0 }
      exampleMarks = sections.table("example marks") { _ in true }
    }
  }

  private let text: PackText
  private let stemmer: Stemmer
  private let read = Mutex<Tables?>(nil)

  init(_ text: PackText, _ stemmer: Stemmer) {
    self.text = text
    self.stemmer = stemmer
  }

  var tables: Tables {
    read.withLock { known in
      if let known { return known }
      let new = Tables(text, stemmer)
      known = new
      return new
    }
  }
}
