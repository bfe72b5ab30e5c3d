import Scoring

/// What `explain` says of the policy, and of what people may decide against a gate.
enum PolicyPages {
  static let policy = """
    The policy is editorial.yml at the root of the repository. Every key has a default, so an empty file works. In \
    force is the one on the protected branch (the last stage's, such as main) as it was before the update that is \
    judged: nobody lowers the bar in the very update that needs it lowered.

    A gate asks for an integrity score, and refuses what is below. Beside that, each rule has a level:
      off       the rule is not looked at
      note      its findings are told, and cost nothing
      warning   its findings cost their points
      refuse    its findings refuse the article, whatever the score

    Under the key rules the levels hold for all stages; under the rules of a gate, for that stage alone, and there \
    they count more:

    rules: {sentence-duplicated: off, source-unused: refuse}
    stages:
      - {name: draft, branch: "draft/{slug}"}
      - name: styled
        branch: "styled/{slug}"
        gate: {integrity: 95, against: draft, rules: {name-lost: note}}
      - {name: published, branch: main, gate: {integrity: 95, against: draft}}

    Missing sources, and a sentence in their place, always refuse: these two rules take no other level.

    mode: observe is for the first weeks. Gates tell in one line what they would refuse, keep it in the file \
    editorial-observed in the Git folder (one JSON object a line, the newest 256 KB), and refuse nothing. \
    editorial status says so as long as it lasts. Take the line out of the policy, and gates refuse again.

    waivers says who may accept findings: editorial explain waivers.
    """

  static let style = """
    The style score (0 to 100) says how far a text meets a style profile. It is shown always, and refuses an article \
    only where a gate asks for it: gate: {integrity: 95, against: factual, style: 60}. How the score of an article comes \
    about, with each measure and its places:

    editorial score solar-roofs --explain-style
    editorial score restyled.md --explain-style --profile plain

    The policy names the profile: style: {profile: newsletter}. conversational, plain and newsletter come with the \
    program. A profile of your own is a list of measures whose points are 100 together:

    style:
      profile: house
      profiles:
        house:
          - {measure: words, points: 20, from: 600, to: 1500}
          - {measure: words-per-sentence, points: 30, to: 20}
          - {measure: headings, level: 2, points: 10, from: 1, per-words: 300}
          - {measure: cliches, points: 20, each-costs: 5}
          - {name: we, measure: word, word: our company, points: 20, to: 2}

    A measure aims at limits or at nothing. Between from and to (one of them can be missing) it gives all its points; \
    below from its share of them, and above to less and less, until nothing is left at twice as much. With per-words \
    the limits hold for so many words. With each-costs every one that is found takes so many points away.

    What can be counted:
      questions, exclamation-marks   the marks
      contractions                   l'eau, n'est: one of c d j l m n s t before a straight '
      words                          of the whole text
      words-per-sentence             on average
      short-sentences                of fewer than ten words, or than shorter-than
      headings                       of one level, or of any
      lists, bold                    outside of the sources
      conclusion                     1 when a heading or the last paragraph begins like one
      cliches, heavy-transitions     by the lists of the article's language
      phrases                        those under phrases, letter for letter
      word                           the one under word, in any case, with any accents
      duplicate-sentences            those that stood in the text before
      percentages, sources, citations
      reading-ease                   0 hard, 100 easy, by the formula of the language
      lix                            30 easy, 60 hard, in any language
      integrity                      the integrity score

    reading-ease is Flesch's formula in English, Kandel and Moles' in French, Fernández Huerta's in Spanish. Syllables \
    are counted by rule: runs of vowels, without endings that are not heard.

    The profiles that come with the program, as you would write them:

    \(StyleProfile.shipped.map { "\($0.key):\n\($0.value)" }.joined(separator: "\n"))
    """

  static let waivers = """
    A waiver is a recorded, reasoned acceptance of one finding by a named person. Where a finding is right by the rules \
    and wrong in the case, say a figure that the office itself has corrected since, somebody answers for it:

    editorial accept solar-roofs 1f0c9a7e --reason "the office corrected the figure on 3 May"

    The digits are those that reports show behind the rule: [figure-altered 1f0c9a7e]. What is staged or written on \
    the article's branch is looked at, then what the next promotion would bring, then what is on the branches; a \
    version on any other branch is named with --in. The record is a commit without changes on the article's branch, \
    with a line Editorial-Waiver in its message. Push it like any other.

    A waiver covers one finding: the rule, the words, and the sentence of the baseline in which the fact stands. When \
    one of these changes, it covers nothing any more. The scores stay what they are, in the stamp too; only the gate \
    passes over the finding, and every report names who accepted it, when, and why.

    Gates read waivers from commits alone: those of the protected branch before the update, those that are pushed, and \
    those of the article's own branches. A promotion says them again in its commit, so that they outlive a squash, \
    which keeps only messages, and a shallow clone, which keeps only the last commits. The newest 20,000 commits are read.

    editorial accept solar-roofs --list      what is accepted, and whether it still covers something
    editorial accept solar-roofs 1f0c9a7e --remove      takes it back, wherever it was carried meanwhile

    Missing sources, and a sentence in their place, cannot be accepted. The policy can close more, and say whose \
    waivers count:

    waivers: {by: [desk@example.org], never: [quotation-altered]}

    With by, a waiver counts only in a commit that this person has made: a promotion by somebody else carries it along \
    with the commit, a squash by somebody else does not. An empty list lets nobody. Names in commits are claims; if \
    that is not enough, have the server check signatures.
    """
}
