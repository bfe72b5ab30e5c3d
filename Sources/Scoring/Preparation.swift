import Languages

/// The words of an article's language, read on a thread of their own while the caller looks for what it is judged by.
package struct Preparation {
  private let reading: Companion<LanguagePack?>

  /// Starts to read the words of the language that the front matter of `text` seems to name.
  ///
  /// Whether it does is found out when the article is read; a wrong guess costs time, and nothing else.
  package init?(for text: [UInt8]) {
    let lines = text.prefix(2048).split(separator: UInt8(ascii: "\n"), maxSplits: 40)
    guard let line = lines.first(where: { $0.starts(with: "lang:".utf8) }),
      let tag = LanguageTag(String(decoding: line.dropFirst(5).drop { ($0 | 0x20) &- 0x61 >= 26 }, as: UTF8.self))
    else { return nil }
    reading = Companion { LanguagePack.pack(for: tag) }
  }
}
