package import Languages
import Synchronization

/// The packs that are built into the program. A new language is a file in `Packs` and its line here, at the end: of two
/// languages between which a text does not tell, the first is taken.
private let compiled: [(tag: LanguageTag?, numbers: @Sendable () -> [UInt64])] = [
  (LanguageTag("en"), { CompiledPacks.en }),
  (LanguageTag("fr"), { CompiledPacks.fr }),
  (LanguageTag("es"), { CompiledPacks.es }),
]

extension LanguagePack {
  /// The languages that there are packs for.
  package static let available: [LanguageTag] = compiled.compactMap(\.tag)

  /// What is asked of every pack before the language of a text is known, in the order of `available`.
  static let heads: [(tag: LanguageTag, head: PackHead)] = compiled.compactMap { tag, numbers in
    tag.map { ($0, PackHead(numbers(), tag: $0)) }
  }

  /// A pack that knows no words.
  package static let empty = LanguagePack([], tag: .undetermined)

  static func numbers(for tag: LanguageTag) -> [UInt64]? { compiled.first { $0.tag == tag }?.numbers() }

  private static let made = Mutex<[LanguagePack]>([])

  /// Returns the pack of a language, made once in the life of the process; `nil` when there is none.
  package static func pack(for tag: LanguageTag) -> LanguagePack? {
    made.withLock { packs in
      if let pack = packs.first(where: { $0.tag == tag }) { return pack }
      guard let numbers = numbers(for: tag) else { return nil }
      let pack = LanguagePack(numbers, tag: tag)
      packs.append(pack)
      return pack
    }
  }
}

extension ArticleLabels {
  /// Returns the labels of a language; those of the first language when there is no pack for it.
  package static func labels(for tag: LanguageTag?) -> ArticleLabels {
    let heads = LanguagePack.heads
    return (heads.first { $0.tag == tag } ?? heads.first)?.head.labels ?? PackHead([], tag: .undetermined).labels
  }

  /// Returns the label that is written as `bytes`, whatever their case, accents and blanks, and its language.
  package static func label(writtenAs bytes: [UInt8]) -> (label: ArticleLabel, labels: ArticleLabels)? {
    let tokens = WordBreaker.tokens(of: bytes)
    for (_, head) in LanguagePack.heads {
      if let label = head.labels.label(of: tokens) { return (label, head.labels) }
    }
    return nil
  }
}
