import Facts
import LanguagePacks
import Languages
import Manuscripts
import StructuredText

extension Laws {
  mutating func checkSources(_ bytes: [UInt8]) {
    let article = ArticleParser().article(from: bytes)
    for language in LanguagePack.available {
      let sheet = FactSheet(of: article, language: language)
      checkSheet(sheet)
      let entries = sheet.sources?.entries ?? []
      let whole = TextRange(0, bytes.count)
      if let sources = sheet.sources {
        expect(whole.contains(sources.range), "sources \(sources.range) in \(whole)")
        expect(sources.heading.map(whole.contains) ?? true, "heading of the sources in \(whole)")
        expect(sources.prose.allSatisfy(sheet.passage.sentences.indices.contains), "prose \(sources.prose)")
      }
      for entry in entries {
        expect(whole.contains(entry.range), "entry \(entry) in \(whole)")
        for part in [entry.name, entry.url, entry.date, entry.type, entry.reliability] {
          guard let part else { continue }
          expect(whole.contains(part.range), "part \(part) in \(whole)")
        }
        expect(entry.reliabilityOfTen.map((0...10).contains) ?? true, "reliability of \(entry)")
        if let url = entry.url?.text, let key = URLKey.key(of: url) {
          expect(URLKey.key(of: "https://" + key) == key, "the key \(key) of a URL is its own key")
        }
      }
      for citation in sheet.citations {
        expect(citation.source.map(entries.indices.contains) ?? true, "citation \(citation) of an entry")
      }
      expect(sheet.unusedSources().allSatisfy(entries.indices.contains), "unused entries")
    }
  }

  mutating func checkFigures(_ bytes: [UInt8]) {
    let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
    // Tokens are read from any bytes, though those of an article are always UTF-8.
    for text in [bytes, text] { checkTokens(WordBreaker.tokens(of: text), of: text) }
    let tokens = WordBreaker.tokens(of: text)
    for language in LanguagePack.available {
      guard let pack = LanguagePack.pack(for: language) else { continue }
      var end = 0
      for sentence in SentenceBreaker(pack).sentences(in: tokens, text: text) {
        expect(sentence.lowerBound == end && !sentence.isEmpty, "sentence \(sentence) comes after \(end)")
        end = sentence.upperBound
      }
      expect(end == tokens.count, "sentences cover the text")
      checkReadings(of: tokens, pack)
      checkSheet(FactSheet(of: ArticleParser().article(from: text), language: language))
    }
  }

  private mutating func checkTokens(_ tokens: [Token], of text: [UInt8]) {
    var end = 0
    for token in tokens {
      expect(
        token.range.lowerBound >= end && !token.range.isEmpty && token.range.upperBound <= text.count,
        "token \(token) comes after \(end)")
      end = token.range.upperBound
    }
  }

  /// Whether what is read at each token starts there, ends in the text, and is possible.
  private mutating func checkReadings(of tokens: [Token], _ pack: LanguagePack) {
    let numbers = NumberReader(pack)
    let dates = DateReader(pack)
    for index in -1...tokens.count {
      if let reading = numbers.number(in: tokens, at: index) {
        expect(
          reading.tokens.lowerBound == index && !reading.tokens.isEmpty && reading.tokens.upperBound <= tokens.count,
          "number \(reading) at \(index)")
        expect(!reading.value.isNegative, "number \(reading) is not negative")
        checkArithmetic(of: reading.value, places: reading.significantPlaces)
      }
      if let reading = dates.date(in: tokens, at: index) {
        expect(
          reading.tokens.lowerBound == index && !reading.tokens.isEmpty && reading.tokens.upperBound <= tokens.count,
          "date \(reading) at \(index)")
        for date in [reading.date, reading.endDate] {
          guard let date else { continue }
          expect(date.isPossible && !date.description.isEmpty, "date \(date) is possible")
          expect(date.agrees(with: date), "date \(date) agrees with itself")
        }
      }
    }
  }

  private mutating func checkArithmetic(of value: ExactNumber, places: Int) {
    expect(!value.description.isEmpty, "\(value) can be told")
    expect(value.multiplied(by: .one) == value && value.adding(.zero) == value, "\(value) is itself")
    expect(value.subtracting(value) == .zero, "\(value) less itself is nothing")
    for other in [value, .hundred, .zero] {
      if let product = value.multiplied(by: other), other != .zero, let back = product.divided(by: other) {
        expect(back == value, "\(value) times and by \(other) is itself")
      }
      _ = value.adding(other)
    }
    let rounded = value.rounded(toPlaces: places)
    expect(rounded.rounded(toPlaces: places) == rounded, "\(value) is rounded once")
  }

  /// Whether everything on a sheet lies in its text.
  private mutating func checkSheet(_ sheet: FactSheet) {
    let tokens = sheet.passage.tokens
    let sentences = sheet.passage.sentences
    let whole = TextRange(0, sheet.article.bytes.count)
    for sentence in sentences.indices {
      expect(whole.contains(sheet.place(ofSentence: sentence)), "sentence \(sentence) in \(whole)")
      expect(sheet.article.tree.blocks.indices.contains(sentences[sentence].block), "sentence \(sentence) in a block")
    }
    let stretches =
      sheet.facts.map { ($0.tokens, $0.sentence, "fact") }
      + sheet.quotations.map { ($0.tokens, $0.sentence, "quotation") }
      + sheet.names.map { ($0.tokens, $0.sentence, "name") }
      + sheet.citations.map { ($0.tokens, $0.sentence, "citation") }
    for (range, sentence, kind) in stretches {
      expect(
        range.lowerBound >= 0 && range.upperBound <= tokens.count && sentences.indices.contains(sentence)
          && whole.contains(sheet.passage.place(of: range)), "\(kind) \(range) in sentence \(sentence)")
    }
    for fact in sheet.facts {
      expect(!fact.tokens.isEmpty && whole.contains(sheet.place(of: fact)), "fact \(fact) in \(whole)")
      expect(fact.isComparable(to: fact), "fact \(fact) is comparable to itself")
      if let figure = fact.figure {
        expect(figure.relation(to: figure) == .same, "figure \(figure) is the same as itself")
      }
    }
  }
}
