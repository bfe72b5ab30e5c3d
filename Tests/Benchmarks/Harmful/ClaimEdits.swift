import TestSupport

extension EditKind {
  private static let frenchVerb = Pattern(
    "(?<!\\b(?:ne|se|y|en|me|te|le|la|les|lui|leur|nous|vous|si|où)~)(?<![\\p{L}'-])(c'est|est|sont|permet|permettent|peut|peuvent|doit|doivent|propose|proposent|représente|représentent|sera|seront|était|étaient|ont|utilise|concerne|concernent|existe|garantit)(?![\\p{L}-])(?!~(?:pas|plus|jamais|aucun|aucune|rien|que|ni|point|à~la~fois)\\b)(?=~)"
  )
  private static let englishVerb = Pattern(
    "(?<![\\p{L}'-])(?<!\\b(?:if|If)~)(is|are|was|were|can|will|could|should|must|(?:has|have|had)(?=~(?:\\p{L}+ed|been|become|seen|made|grown|had)\\b))(?![\\p{L}'’-])(?!~(?:not|never|no|only|nothing|none|that|why|how|where|what)\\b)(?=~[\\p{L}\\d])"
  )
  private static let frenchNegation = Pattern(
    "(?<![\\p{L}'])(n'|ne~)(\\p{L}+)~pas(?!~(?:seulement|uniquement|juste|encore|forcément|nécessairement|toujours|que)\\b)(?=[~.,;])"
  )
  private static let englishNegation = Pattern(
    "(?<![\\p{L}'-])(?:(is|are|was|were|do|does|did|has|have|had|can|will|could|should|would|must)~not(?!~(?:only|just|necessarily|yet|merely|simply)\\b)|(cannot|isn't|aren't|wasn't|weren't|doesn't|don't|didn't|can't|won't|couldn't|shouldn't|hasn't|haven't))(?=~(?!only|just|necessarily|yet|worry|hesitate|forget))"
  )
  private static let contracted = [
    "cannot": "can", "can't": "can", "won't": "will", "isn't": "is", "aren't": "are", "wasn't": "was",
    "weren't": "were", "doesn't": "does", "don't": "do", "didn't": "did", "couldn't": "could", "shouldn't": "should",
    "hasn't": "has", "haven't": "have",
  ]

  static let claimEdits: [EditKind] = [
    .harmful("negation added") { page, random in
      page.replacing(page.isFrench ? frenchVerb : englishVerb) { match in
        guard !page.isQuestion(match.range) else { return nil }
        let verb = match.text(1)
        guard page.isFrench else {
          return verb == "can" ? "cannot" : verb + (random.below(3) == 0 && verb != "will" ? "n't" : " not")
        }
        if verb.hasSuffix("'est") || verb.hasSuffix("’est") { return "ce n'est pas" }
        return ("aeiouéê".contains(verb.first ?? "x") ? "n'" : "ne ") + verb + " pas"
      }
    },
    .harmful("negation removed") { page, _ in
      if page.isFrench {
        return frenchNegation.matches(in: page).compactMap { match in
          guard !page.isQuestion(match.range), !["hésitez", "oubliez"].contains(match.text(2)) else { return nil }
          return Change(match.range, with: match.text(2))
        }
      }
      return englishNegation.matches(in: page).compactMap { match in
        guard !page.isQuestion(match.range) else { return nil }
        let word = match.text(1)
        return Change(
          match.range, with: word.isEmpty ? contracted[match.text(2).replacing("’", with: "'")] ?? "does" : word)
      }
    },
    .words(
      "with and without exchanged", harmful: true,
      french: WordTable(
        [("sans", "avec"), ("avec", "sans")],
        after: "(?!~(?:doute|cesse|que|quoi|rancune|plus|lui|elle|ce|cela|autre|\\p{L}+[ei]r\\b))"),
      english: WordTable(
        [("without", "with"), ("with", "without")],
        before:
          "(?<!deal~|dealing~|along~|start~|work~|working~|comes~|come~|trouble~|problem~|problems~|familiar~|provide~|associated~|interact~|keep~up~|agree~)",
        after: "(?=~(?:the|a|an|our|their|no|any|\\p{Ll}{4})\\b|~\\p{Ll}{4})")),
    .words(
      "direction flipped", harmful: true,
      french: WordTable([
        ("hausse", "baisse"), ("baisse", "hausse"), ("l'augmentation", "la diminution"),
        ("une augmentation", "une diminution"), ("d'augmenter", "de diminuer"), ("augmenter", "diminuer"),
        ("augmente", "diminue"), ("augmenté", "diminué"), ("diminue", "augmente"), ("diminuer", "augmenter"),
        ("la diminution", "l'augmentation"), ("réduire", "accroître"), ("réduit", "accroît"),
        ("la réduction", "l'accroissement"), ("croissance", "décroissance"), ("progression", "régression"),
        ("progresse", "recule"), ("progressé", "reculé"), ("reculé", "progressé"), ("améliorer", "dégrader"),
        ("l'amélioration", "la dégradation"), ("renforcer", "affaiblir"), ("accélérer", "ralentir"),
        ("accélère", "ralentit"), ("simplifier", "compliquer"), ("faciliter", "compliquer"), ("facilite", "complique"),
        ("favoriser", "freiner"), ("développer", "restreindre"), ("encourager", "décourager"), ("gagner", "perdre"),
        ("supérieur", "inférieur"), ("supérieure", "inférieure"), ("doublé", "été divisé par deux"),
        ("plus rapide", "plus lent"), ("plus rapidement", "plus lentement"), ("ouvert", "fermé"),
        ("lutter contre", "encourager"),
      ]),
      english: WordTable(
        [
          ("increase", "decrease"), ("increases", "decreases"), ("increased", "decreased"),
          ("increasing", "decreasing"), ("decrease", "increase"), ("decreased", "increased"), ("grew", "fell"),
          ("grow", "shrink"), ("growing", "shrinking"), ("grown", "shrunk"), ("growth", "decline"), ("rose", "fell"),
          ("rising", "falling"), ("reduce", "increase"), ("reduced", "increased"), ("reduces", "increases"),
          ("reducing", "increasing"), ("doubled", "halved"), ("improve", "worsen"), ("improved", "worsened"),
          ("improving", "worsening"), ("improvement", "deterioration"), ("higher", "lower"), ("lower", "higher"),
          ("faster", "slower"), ("slower", "faster"), ("easier", "harder"), ("better", "worse"), ("larger", "smaller"),
          ("smaller", "larger"), ("longer", "shorter"), ("shorter", "longer"), ("expand", "shrink"),
          ("expanded", "shrunk"), ("enable", "disable"), ("enabled", "disabled"), ("enables", "prevents"),
          ("allow", "forbid"), ("allows", "forbids"), ("allowed", "forbade"), ("strengthen", "weaken"),
          ("accelerate", "slow"), ("gain", "lose"), ("success", "failure"), ("succeed", "fail"), ("accept", "reject"),
          ("accepted", "rejected"), ("added", "removed"), ("adding", "removing"), ("opened", "closed"),
        ], before: "(?<!no~)")
    ) { !$0.page.isQuestion($0.range) },
    .words(
      "before and after exchanged", harmful: true,
      french: WordTable(
        [("avant", "après"), ("après", "avant"), ("dès", "jusqu'à"), ("depuis", "jusqu'à")],
        before: "(?<!en~|bien~|juste~|jour~|d'|peu~)",
        after: "(?!~(?:tout|que|tous|\\p{L}+[ei]r\\b|lors|longtemps|toujours|maintenant|avoir))(?=~[\\p{Ll}\\d])"),
      english: WordTable(
        [
          ("before", "after"), ("after", "before"), ("since 20", "until 20"), ("since the", "until the"),
          ("until the", "since the"), ("since our", "until our"),
        ],
        before: "(?<!look~|looking~|ever~|long~|and~|day~|named~|shortly~)", after: "(?!~all)(?=~[\\p{Ll}\\d])")
    ) { !$0.page.isQuestion($0.range) },
    .words(
      "comparator flipped", harmful: true,
      french: WordTable(
        [
          ("plus de", "moins de"), ("moins de", "plus de"), ("plus d'un", "moins d'un"), ("plus d'une", "moins d'une"),
          ("au moins", "au plus"), ("jusqu'à", "au moins"), ("au-delà de", "en deçà de"), ("au minimum", "au maximum"),
          ("au maximum", "au minimum"), ("à partir de", "jusqu'à"),
        ],
        before: "(?<!ne~|n'a~|en~)",
        after:
          "(?=~(?:\\*\\*)?(?:\\d|un\\b|une\\b|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|cent|mille|la~moitié)|(?<=d'une?)~)"
      ),
      english: WordTable(
        [
          ("more than", "less than"), ("less than", "more than"), ("fewer than", "more than"), ("at least", "at most"),
          ("at most", "at least"), ("over", "under"), ("under", "over"), ("up to", "at least"), ("above", "below"),
          ("below", "above"), ("no more than", "no less than"), ("within", "after"),
        ],
        after:
          "(?=~(?:\\*\\*)?(?:[$£€]?\\d|a\\b|one\\b|two|three|four|five|six|seven|eight|nine|ten\\b|half|twenty|hundred|thousand))"
      )
    ) { match in
      !["over a", "under a", "above a", "below a", "up to a", "within a", "under one", "over one"].contains {
        match.page.text(match.range.lowerBound..<match.range.upperBound + 2).lowercased().hasPrefix($0)
      }
    },
  ]
}
