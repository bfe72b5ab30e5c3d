import TestSupport

extension EditKind {
  static let wordingEdits: [EditKind] = [
    .words(
      "synonym", harmful: false,
      french: WordTable([
        ("également", "aussi"), ("afin de", "pour"), ("toutefois", "cependant"), ("cependant", "toutefois"),
        ("néanmoins", "toutefois"), ("en outre", "de plus"), ("de plus", "en outre"), ("notamment", "en particulier"),
        ("actuellement", "à l'heure actuelle"), ("tandis que", "alors que"), ("car", "parce que"),
        ("rapidement", "vite"), ("afin que", "pour que"), ("c'est pourquoi", "voilà pourquoi"),
        ("par conséquent", "donc"), ("par exemple", "à titre d'exemple"), ("permet de", "donne les moyens de"),
        ("permettent de", "donnent les moyens de"), ("grâce à", "à l'aide de"), ("au sein de", "dans"),
        ("dans le cadre de", "à l'occasion de"), ("en effet", "de fait"), ("désormais", "dorénavant"),
        ("ainsi", "de cette façon"), ("essentiel", "primordial"), ("essentielle", "primordiale"),
        ("important", "essentiel"), ("importante", "essentielle"), ("travail", "boulot"), ("aider", "épauler"),
        ("simple", "facile"), ("simples", "faciles"), ("difficile", "ardu"), ("proposer", "offrir"),
        ("propose", "offre"), ("proposent", "offrent"), ("utiliser", "employer"), ("utilise", "emploie"),
        ("créer", "mettre sur pied"), ("concevoir", "imaginer"), ("démarrer", "commencer"),
        ("répondre à", "apporter une réponse à"), ("nécessaire", "indispensable"), ("sujet", "thème"),
        ("sujets", "thèmes"), ("besoin", "demande"), ("dispositif", "mécanisme"), ("quotidien", "jour le jour"),
      ]),
      english: WordTable([
        ("however", "still"), ("often", "frequently"), ("currently", "at present"), ("because", "since"),
        ("begin", "start"), ("began", "started"), ("in order to", "to"), ("for example", "for instance"),
        ("large", "big"), ("quickly", "fast"), ("therefore", "so"), ("thus", "so"), ("additionally", "in addition"),
        ("whole", "entire"), ("entire", "whole"), ("shows", "demonstrates"), ("showed", "demonstrated"),
        ("create", "build"), ("created", "built"), ("provide", "offer"), ("provides", "offers"),
        ("provided", "offered"), ("try to", "attempt to"), ("people", "folks"), ("important", "significant"),
        ("difficult", "hard"), ("simple", "easy"), ("simply", "just"), ("assist", "help"), ("purchase", "buy"),
        ("utilize", "use"), ("really", "truly"), ("great", "excellent"), ("task", "job"), ("tasks", "jobs"),
        ("idea", "notion"), ("ideas", "notions"), ("issue", "problem"), ("issues", "problems"), ("team", "crew"),
        ("goal", "aim"), ("goals", "aims"), ("finally", "lastly"), ("especially", "particularly"),
        ("complete", "finish"), ("choose", "pick"), ("needed", "required"), ("happens", "occurs"),
        ("various", "different"),
      ]),
      where: { isOutsideFacts($0) }),
    .words(
      "direction reworded", harmful: false,
      french: WordTable(
        [
          ("hausse", "augmentation"), ("baisse", "diminution"), ("augmenter", "accroître"), ("réduire", "diminuer"),
          ("l'amélioration", "le progrès"), ("améliorer", "perfectionner"), ("renforcer", "consolider"),
          ("faciliter", "rendre plus facile"), ("simplifier", "rendre plus simple"),
          ("accélérer", "rendre plus rapide"), ("croissance", "progression"),
        ], before: "(?<!en~)(?<!une~)(?<!la~)(?<!cette~)(?<!forte~)"),
      english: WordTable([
        ("increase in", "rise in"), ("reduce", "cut"), ("reduced", "cut"), ("reducing", "cutting"), ("grew", "rose"),
        ("improve", "make better"), ("expand", "extend"), ("decrease in", "drop in"), ("doubled", "grew twofold"),
        ("faster", "quicker"), ("enable", "make it possible for"), ("growing", "rising"), ("growth", "expansion"),
      ])),
    .words(
      "comparator reworded", harmful: false,
      french: WordTable(
        [
          ("plus de", "au-delà de"), ("au moins", "au minimum"), ("jusqu'à", "au maximum"), ("près de", "presque"),
          ("environ", "à peu près"),
        ], before: "(?<!ne~)(?<!n'a~)(?<!en~)", after: "(?=~\\d+(?!\\d*~?h))"
      ),
      english: WordTable(
        [
          ("more than", "over"), ("over", "more than"), ("at least", "no fewer than"), ("up to", "as many as"),
          ("less than", "under"), ("about", "around"), ("nearly", "almost"), ("approximately", "about"),
          ("almost", "nearly"),
        ], after: "(?=~\\d)")),
    .words(
      "quantifier reworded", harmful: false,
      french: WordTable(
        [
          ("la plupart des", "la majorité des"), ("la majorité des", "la plupart des"), ("de nombreux", "beaucoup de"),
          ("de nombreuses", "beaucoup de"), ("l'ensemble des", "la totalité des"), ("souvent", "fréquemment"),
          ("toujours", "en permanence"), ("plusieurs", "divers"),
        ], after: "(?=~\\p{L})"),
      english: WordTable(
        [
          ("most of the", "the majority of the"), ("many", "numerous"), ("a lot of", "many"), ("often", "frequently"),
          ("usually", "generally"), ("all of the", "every one of the"), ("lots of", "many"),
        ], before: "(?<!as~)(?<!so~)(?<!how~)(?<!too~)", after: "(?=~\\p{L})")),
    .words(
      "hedge reworded", harmful: false,
      french: WordTable(
        [
          ("pourrait", "serait susceptible de"), ("pourraient", "seraient susceptibles de"),
          ("peut-être", "possiblement"), ("probablement", "sans doute"),
        ], after: "(?=~[\\p{Ll}&&[^aeiouéêh]])"),
      english: WordTable(
        [("might", "may"), ("probably", "likely"), ("perhaps", "maybe"), ("may", "might"), ("possibly", "perhaps")],
        after: "(?=~\\p{Ll})"),
      where: { $0.text(1) != "May" }),
    .harmless("contraction") { page, _ in
      guard !page.isFrench else { return page.replacing(cela) { $0.text(1).first == "C" ? "Ça" : "ça" } }
      return page.replacing(long) { contractions[$0.text(1).replacing("\n", with: " ")] }
        + page.replacing(short) { expansions[$0.text(1).replacing("’", with: "'")] }
    },
    .harmless("attribution put last") { page, _ in
      page.replacing(attributed) { match in
        guard let sentence = page.sentence(around: match.range), sentence.lowerBound == match.range.lowerBound else {
          return nil
        }
        let words = match.text(2)
        let lead = match.text(1)
        return Page.capitalised(words) + ", " + lead.prefix(1).lowercased() + lead.dropFirst() + "."
      }
    },
    .harmless("abbreviation expanded or used") { page, _ in
      definition.matches(in: page.text).flatMap { groups -> [Change] in
        guard let all = groups[0], let long = groups[1], let short = groups[2] else { return [] }
        let (name, letters) = (page.text(long).replacing("\n", with: " "), page.text(short))
        let initials = name.split { " -'’".contains($0) }.filter { $0.first?.isUppercase == true }.compactMap(\.first)
        guard String(initials) == letters else { return [] }
        let use = Pattern("(?<![\\p{L}\\p{N}(.\\-'])" + letters + "(?![\\p{L}\\p{N})\\-])")
        let spelled = Pattern(
          "(?<![\\p{L}\\p{N}])" + name.replacing(" ", with: "~").replacing(".", with: "\\.")
            + "(?![\\p{L}\\p{N}-]|~\\()")
        return use.matches(in: page).filter { !$0.range.overlaps(all) }.map { Change($0.range, with: name) }
          + spelled.matches(in: page).filter { !$0.range.overlaps(all) }.map { Change($0.range, with: letters) }
      }
    },
    headingReworded(
      french: [
        "Ce qui change vraiment", "Et concrètement ?", "Le point clé", "Ce qu'il faut savoir", "Alors, ça marche ?",
      ],
      english: [
        "What really changes", "And in practice?", "The key point", "What you need to know", "So, does it work?",
      ]
    ),
    sourcesHeadingReworded(
      french: ["Références", "Bibliographie", "Sources", "Sources et références"],
      english: ["References", "Further reading", "Bibliography", "Sources"]),
  ]

  static func headingReworded(french: [String], english: [String]) -> EditKind {
    .harmless("heading reworded") { page, random in
      page.blocks.filter { block in
        block.kind == .heading && block.range != page.sources?.heading
          // An article may list what it refers to in two places; under another heading it lists it no longer.
          && !PageReader.sourcesHeading.occurs(in: page.text(block.range))
          && !page.text(block.range).contains { $0.isNumber || "[(`<\"“«".contains($0) }
      }.compactMap { block in random.pick(page.isFrench ? french : english).map { Change(block.range, with: $0) } }
    }
  }

  static func sourcesHeadingReworded(french: [String], english: [String]) -> EditKind {
    .harmless("sources heading reworded") { page, _ in
      guard let heading = page.sources?.heading else { return [] }
      return (page.isFrench ? french : english).filter { $0 != page.text(heading) }.map { Change(heading, with: $0) }
    }
  }

  private static let cela = Pattern("(?<![\\p{L}'])(cela|Cela)(?=~\\p{Ll})(?!~(?:fait|dit)\\b)")
  private static let contractions = [
    "do not": "don't", "does not": "doesn't", "did not": "didn't", "is not": "isn't", "are not": "aren't",
    "was not": "wasn't", "were not": "weren't", "cannot": "can't", "will not": "won't", "it is": "it's",
    "It is": "It's", "we are": "we're", "We are": "We're", "has not": "hasn't", "have not": "haven't",
    "should not": "shouldn't", "would not": "wouldn't", "we have": "we've", "We have": "We've", "that is": "that's",
    "they are": "they're", "you are": "you're",
  ]
  private static let expansions = [
    "don't": "do not", "doesn't": "does not", "didn't": "did not", "isn't": "is not", "aren't": "are not",
    "wasn't": "was not", "weren't": "were not", "can't": "cannot", "won't": "will not", "we're": "we are",
    "We're": "We are", "we've": "we have", "We've": "We have", "haven't": "have not", "hasn't": "has not",
    "they're": "they are", "you're": "you are", "we'll": "we will", "I'm": "I am",
  ]
  private static let long = Pattern(
    "(?<![\\p{L}'-])(" + contractions.keys.sorted().map { $0.replacing(" ", with: "~") }.joined(separator: "|")
      + ")(?=~\\p{Ll})")
  private static let short = Pattern(
    "(?<![\\p{L}'-])(" + expansions.keys.sorted().joined(separator: "|") + ")(?=~\\p{Ll})")
  private static let attributed = Pattern(
    "(?:^|(?<=[.!?]~))((?:Selon|D'après|According~to)~[^,.;:\\n]{4,60}),~([\\p{Ll}][^.!?:;\\uE000]{20,}?)\\.(?=~|$)")
  private static let definition = Pattern(
    "((?:\\p{Lu}[\\p{L}-]+)(?:~(?:de|des|du|la|le|et|pour|of|for|and|the|d'|en|\\p{Lu}[\\p{L}-]+)){1,6})~\\((\\p{Lu}{2,6})\\)"
  )

  /// Whether the sentence says nothing that is a fact in itself: no figure, no name near the word.
  static func isOutsideFacts(_ match: Match) -> Bool {
    guard let sentence = match.page.sentence(around: match.range) else { return false }
    let near = match.page.masked(
      max(sentence.lowerBound, match.range.lowerBound - 25)..<min(sentence.upperBound, match.range.upperBound + 25))
    return !near.contains(where: \.isNumber)
  }
}
