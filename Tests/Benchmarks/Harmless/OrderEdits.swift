import TestSupport

extension EditKind {
  static let orderEdits: [EditKind] = [
    transition(
      french: ["D'ailleurs, ", "Concrètement, ", "Bref, ", "En fait, ", "Tenez : ", "Eh bien, "],
      english: ["In fact, ", "By the way, ", "Put simply, ", "Indeed, ", "As it happens, ", "Well, "]),
    factAsked(
      french: ["Saviez-vous que & ?", "@, n'est-ce pas ?"], english: ["Did you know that &?", "@, right?"]),
    .harmless("sentences reordered") { page, _ in
      let plain = page.plainSentences
      return plain.indices.dropLast().compactMap { index in
        let (a, b) = (plain[index], plain[index + 1])
        guard let block = page.block(around: a), block.range.contains(b.lowerBound),
          page.text(a.upperBound..<b.lowerBound).allSatisfy(\.isWhitespace)
        else { return nil }
        // What points back must keep what it points to.
        guard !pointsBack(a, on: page), !pointsBack(b, on: page), !anaphora.occurs(in: page.text(b)),
          !anaphora.occurs(in: page.text(a))
        else { return nil }
        if index + 2 < plain.count, block.range.contains(plain[index + 2].lowerBound),
          pointsBack(plain[index + 2], on: page)
        {
          return nil
        }
        return Change([(a, page.text(b)), (b, page.text(a))])
      }
    },
    .harmless("sections reordered") { page, _ in
      let end =
        page.sources.map { sources in
          page.blocks.last { $0.range == sources.heading }?.start ?? sources.heading.lowerBound
        } ?? page.units.count
      let heads =
        page.blocks.filter {
          $0.kind == .heading && $0.start < end && page.text($0.start..<$0.range.lowerBound).hasPrefix("##")
            && !page.text($0.start..<$0.range.lowerBound).hasPrefix("###")
        }.map(\.start) + [end]
      return heads.indices.dropLast(2).map { index in
        let (first, second) = (heads[index]..<heads[index + 1], heads[index + 1]..<heads[index + 2])
        return Change([(first, page.text(second).trimmed + "\n\n"), (second, page.text(first).trimmed + "\n\n")])
      }
    },
    .harmless("list reordered") { page, _ in
      lists(page).compactMap { items in
        guard let first = items.first, let last = items.last, case .item(_, false) = first.kind else { return nil }
        let ends = Set(items.map { page.text($0.range).last.map { ".;,".contains($0) ? $0 : " " } ?? " " })
        guard ends.count == 1 else { return nil }
        return Change([(first.range, page.text(last.range)), (last.range, page.text(first.range))])
      }
    },
    .harmless("list turned into prose") { page, _ in
      lists(page).compactMap { items in
        guard let first = items.first, let last = items.last else { return nil }
        let sentences = items.map { item in
          let words = page.text(item.range).trimmed
          let bare = words.last.map { ";,".contains($0) } == true ? String(words.dropLast()) : words
          return (bare.hasPrefix("http") ? bare : Page.capitalised(bare))
            + (bare.last.map { ".!?:".contains($0) } == true ? "" : ".")
        }
        return Change(first.start..<last.range.upperBound, with: "\n" + sentences.joined(separator: " "))
      }
    },
    .harmless("prose turned into a list") { page, _ in
      page.blocks.filter { $0.kind == .paragraph }.compactMap { block in
        let inside = page.plainSentences.filter { block.range.contains($0.lowerBound) }
        guard inside.count > 2, inside.count == page.sentences.count(where: { block.range.contains($0.lowerBound) }),
          inside.first?.lowerBound == block.range.lowerBound,
          inside.last?.upperBound == block.range.upperBound,
          inside.allSatisfy({ !pointsBack($0, on: page) || $0 == inside[0] })
        else { return nil }
        return Change(
          block.range, with: inside.map { "- " + page.text($0).replacing("\n", with: " ") }.joined(separator: "\n"))
      }
    },
    .harmless("paragraph split") { page, _ in
      page.plainSentences.compactMap { sentence in
        guard let block = page.block(around: sentence), sentence.lowerBound > block.range.lowerBound else { return nil }
        let start = sentence.lowerBound
        return Change(start - 1..<start, with: "\n\n")
      }
    },
    .harmless("paragraphs merged") { page, _ in
      page.blocks.indices.dropLast().compactMap { index in
        let (a, b) = (page.blocks[index], page.blocks[index + 1])
        guard a.kind == .paragraph, b.kind == .paragraph,
          page.text(a.range.upperBound..<b.start).allSatisfy(\.isWhitespace),
          ".!?".contains(page.text(a.range).last ?? " ")
        else { return nil }
        return Change(a.range.upperBound..<b.range.lowerBound, with: " ")
      }
    },
    .harmless("sentence split") { page, _ in
      page.replacing(page.isFrench ? frenchJoint : englishJoint) { match in
        guard !page.isQuestion(match.range), !page.isQuoted(match.range) else { return nil }
        return ". " + Page.capitalised(match.text(2))
      }
    },
    sentencesJoined(french: " ; ", english: "; "),
    .harmless("sentence without facts dropped") { page, _ in
      page.plainSentences.filter { sentence in
        let words = page.text(sentence)
        return sentence.count < 120 && !words.contains { $0.isNumber || "«»“”\"[]*_`()/:%".contains($0) }
          && words.dropFirst().allSatisfy { !$0.isUppercase }
          && !assertive.occurs(in: words)
      }.map { Change($0, with: "") }
    },
  ]

  static func transition(french: [String], english: [String]) -> EditKind {
    .harmless("transition added") { page, random in
      page.plainSentences.compactMap { sentence in
        guard let rest = uncapitalised(sentence, on: page), !page.isQuestion(sentence) else { return nil }
        return random.pick(page.isFrench ? french : english).map {
          Change(sentence.lowerBound..<sentence.lowerBound + 1, with: $0 + rest.prefix(1))
        }
      }
    }
  }

  /// A sentence said within a question that takes it for true: `@` stands for it as a sentence, `&` for it as a clause.
  static func factAsked(french: [String], english: [String]) -> EditKind {
    .harmless("fact turned into a question") { page, random in
      page.plainSentences.compactMap { sentence in
        guard let rest = uncapitalised(sentence, on: page), rest.hasSuffix("."), !page.isQuestion(sentence),
          !page.isQuoted(sentence), !rest.contains("\n"), var form = random.pick(page.isFrench ? french : english)
        else { return nil }
        let body = String(rest.dropLast())
        if page.isFrench, "aeiouéèhê".contains(body.first ?? "x") { form = form.replacing("que &", with: "qu'&") }
        return Change(
          sentence, with: form.replacing("@", with: Page.capitalised(body)).replacing("&", with: body))
      }
    }
  }

  static func sentencesJoined(french: String, english: String) -> EditKind {
    .harmless("sentences joined") { page, _ in
      let plain = page.plainSentences
      return plain.indices.dropLast().compactMap { index in
        let (a, b) = (plain[index], plain[index + 1])
        guard let block = page.block(around: a), block.range.contains(b.lowerBound), page.text(a).hasSuffix("."),
          page.text(a.upperBound..<b.lowerBound).allSatisfy(\.isWhitespace), let rest = uncapitalised(b, on: page),
          !page.isQuestion(b)
        else { return nil }
        return Change(a.upperBound - 1..<b.lowerBound + 1, with: (page.isFrench ? french : english) + rest.prefix(1))
      }
    }
  }

  private static let frenchJoint = Pattern("(,~et~|~;~)((?:il|elle|ils|elles|nous|cela|ce|cette|ces|on)~)")
  private static let englishJoint = Pattern("(,~and~|;~)((?:it|we|they|this|these|he|she|that)~)")
  private static let assertive = Pattern(
    "\\b(?:pas|jamais|aucune?|plus|moins|hausse|baisse|pourrait|tous|toutes|plupart|not|never|no|more|less|most|all|may|might|could|only|seul\\w*|n't|un|une|deux|trois|quatre|cinq|six|sept|huit|dix|one|two|three|four|five|six|seven|eight|ten|twice|double|hundreds?|thousands?|dozens?|millions?|centaines?|milliers?|dizaines?|premi\\w+|first|half|moitié|\(Months.alternatives))\\b|n't",
    anyCase: true)
  private static let anaphora = Pattern(
    "\\b(?:ce|cet|cette|ces|celui|celle|ceux|celles|ci|il|elle|ils|elles|leur|leurs|this|these|those|such|it|they|their|its|he|she|latter|there)\\b",
    anyCase: true)
  private static let back = Pattern(
    "^[\"“«*_]*(?:Il|Elle|Ils|Elles|Ce|Cet|Cette|Ces|Cela|C'|Celui|Celle|Ceux|Celles|Mais|Et|Or|Donc|Ainsi|Cependant|Toutefois|En revanche|De plus|En outre|Enfin|Puis|Ensuite|Par|Leur|Leurs|Son|Sa|Ses|D'|Parmi|Grâce|Dans ce|Y|Lui|En effet|À ce|It|Its|He|She|They|Their|This|That|These|Those|But|And|So|Then|However|Also|For|Thus|Therefore|Such|Finally|Instead|Still|Yet|Or|Here|There|Additionally|Moreover|Another|Once|Both|Many of|Some of|In addition|As a result|After|Since|First|Second|Next|If|His|Her|Not|Rather|Similarly|Unfortunately|One|With)(?![\\p{L}])"
  )

  static func pointsBack(_ sentence: Range<Int>, on page: Page) -> Bool { back.occurs(in: page.text(sentence)) }

  private static let frenchCommon: Set<String> = [
    "Le", "La", "Les", "Un", "Une", "Des", "Cette", "Ce", "Ces", "Cela", "Il", "Elle", "Ils", "Elles", "Nous", "Pour",
    "Dans", "En", "L", "C", "De", "Depuis", "On", "Notre", "Leur", "Chaque", "Son", "Sa", "Ses",
  ]
  private static let englishCommon: Set<String> = [
    "The", "A", "An", "This", "These", "It", "We", "They", "For", "In", "On", "As", "With", "There", "If", "When",
    "You", "Our", "To", "Their", "Each", "Its", "While", "Most", "Some", "Many",
  ]

  /// Returns the sentence with a small first letter; `nil` when its first word may be a name.
  static func uncapitalised(_ sentence: Range<Int>, on page: Page) -> String? {
    let words = page.text(sentence)
    guard (page.isFrench ? frenchCommon : englishCommon).contains(String(words.prefix { $0.isLetter })) else {
      return nil
    }
    return words.prefix(1).lowercased() + words.dropFirst()
  }

  /// Runs of at least two items of one list, none with anything but words below it.
  static func lists(_ page: Page) -> [[Page.Block]] {
    var runs: [[Page.Block]] = []
    for block in page.blocks {
      if block.isItem, let last = runs.last?.last, last.kind == block.kind, block.start - last.range.upperBound == 1 {
        runs[runs.count - 1].append(block)
      } else if block.isItem {
        runs.append([block])
      }
    }
    return runs.filter { run in run.count > 1 && !run.contains { page.text($0.range).contains("```") } }
  }
}
