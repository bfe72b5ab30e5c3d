import Scoring
import Wording

/// What `explain` says of the policy, and of what people may decide against a gate.
enum PolicyPages {
  private static let levels = """
    rules: {sentence-duplicated: off, source-unused: refuse}
    stages:
      - {name: draft, branch: "draft/{slug}"}
      - name: styled
        branch: "styled/{slug}"
        gate: {integrity: 95, against: draft, rules: {name-lost: note}}
      - {name: published, branch: main, gate: {integrity: 95, against: draft}}
    """

  private static let word = worded(
    "name: we, measure: word, word: our company", fr: "name: nous, measure: word, word: notre entreprise")
  private static let profile = """
    style:
      profile: house
      profiles:
        house:
          - {measure: words, points: 20, from: 600, to: 1500}
          - {measure: words-per-sentence, points: 30, to: 20}
          - {measure: headings, level: 2, points: 10, from: 1, per-words: 300}
          - {measure: cliches, points: 20, each-costs: 5}
          - {\(word), points: 20, to: 2}
    """

  static let policy = worded(
    """
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

    \(levels)

    Missing sources, and a sentence in their place, always refuse: these two rules take no other level.

    mode: observe is for the first weeks. Gates tell in one line what they would refuse, keep it in the file \
    editorial-observed in the Git folder (one JSON object a line, the newest 256 KB), and refuse nothing. \
    editorial status says so as long as it lasts. Take the line out of the policy, and gates refuse again.

    waivers says who may accept findings: editorial explain waivers.
    """,
    fr: """
      La charte est le fichier editorial.yml, à la racine du dépôt. Chaque clé a une valeur par défaut : un fichier vide \
      fonctionne donc. Celle qui vaut est celle de la branche protégée (celle de la dernière étape, comme main) telle \
      qu'elle était avant la mise à jour jugée : personne n'abaisse la barre dans la mise à jour même qui en a besoin.

      Un contrôle demande un score d'intégrité, et refuse ce qui est au-dessous. En outre, chaque règle a un niveau :
        off       la règle n'est pas regardée
        note      ses constats sont signalés, et ne coûtent rien
        warning   ses constats coûtent leurs points
        refuse    ses constats font refuser l'article, quel que soit le score

      Sous la clé rules, les niveaux valent pour toutes les étapes ; sous le rules d'un contrôle, pour cette étape seule, où \
      ils l'emportent :

      \(levels)

      Des sources qui manquent, ou une phrase à leur place, font toujours refuser : ces deux règles n'ont pas \
      d'autre niveau.

      mode: observe est pour les premières semaines. Les contrôles disent en une ligne ce qu'ils refuseraient, le gardent \
      dans le fichier editorial-observed du dossier de Git (un objet JSON par ligne, les 256 Ko les plus récents), et ne \
      refusent rien. editorial status le rappelle tant que cela dure. Retirez la ligne de la charte, et les contrôles \
      refusent de nouveau.

      waivers dit qui peut tolérer des constats : editorial explain waivers.
      """)

  static let style =
    styleText + "\n\n" + StyleProfile.shipped.map { "\($0.key):\n\($0.value)" }.joined(separator: "\n")

  private static let styleText = worded(
    """
    The style score (0 to 100) says how far a text meets a style profile. It is shown always, and refuses an article \
    only where a gate asks for it: gate: {integrity: 95, against: factual, style: 60}. How the score of an article comes \
    about, with each measure and its places:

    editorial score solar-roofs --explain-style
    editorial score restyled.md --explain-style --profile plain

    The policy names the profile: style: {profile: newsletter}. conversational, plain and newsletter come with the \
    program. A profile of your own is a list of measures whose points are 100 together:

    \(profile)

    A measure aims at limits or at nothing. Between from and to (one of them can be missing) it gives all its points; \
    below from its share of them, and above to less and less, until nothing is left at twice as much. With per-words \
    the limits hold for so many words. With each-costs every one that is found takes so many points away.

    What can be counted:
      questions, exclamation-marks   the marks
      contractions                   l'eau, n'est: c d j l m n s t before a straight '
      words                          of the whole text
      words-per-sentence             on average
      short-sentences                of fewer than ten words, or than shorter-than
      headings                       of one level, or of any
      lists, bold                    outside of the sources
      conclusion                     1 when the text says that it ends
      cliches, heavy-transitions     by the lists of the article's language
      phrases                        those under phrases, letter for letter
      word                           the one under word, in any case, any accents
      duplicate-sentences            those that stood in the text before
      percentages, sources, citations
      reading-ease                   0 hard, 100 easy, by its language's formula
      lix                            30 easy, 60 hard, in any language
      integrity                      the integrity score

    reading-ease is Flesch's formula in English, Kandel and Moles' in French, Fernández Huerta's in Spanish. Syllables \
    are counted by rule: runs of vowels, without endings that are not heard.

    The profiles that come with the program, as you would write them:
    """,
    fr: """
      Le score de style (0 à 100) dit à quel point un texte suit un profil de style. Il est toujours montré, et ne fait \
      refuser un article que là où un contrôle le demande : gate: {integrity: 95, against: factual, style: 60}. Pour voir \
      d'où vient le score d'un article, avec chaque mesure et ses endroits :

      editorial score solar-roofs --explain-style
      editorial score restyled.md --explain-style --profile plain

      La charte nomme le profil : style: {profile: newsletter}. conversational, plain et newsletter viennent avec le \
      programme. Un profil à vous est une liste de mesures dont les points font ensemble 100 :

      \(profile)

      Une mesure vise des limites, ou zéro. Entre from et to (l'un des deux peut manquer), elle donne tous ses points ; \
      au-dessous de from, sa part, et au-dessus de to, de moins en moins, jusqu'à rien au double. Avec per-words, les limites \
      valent pour tant de mots. Avec each-costs, chaque occurrence retire tant de points.

      Ce qui peut être compté :
        questions, exclamation-marks   les signes
        contractions                   l'eau, n'est : c d j l m n s t devant une ' droite
        words                          les mots de tout le texte
        words-per-sentence             en moyenne
        short-sentences                de moins de dix mots, ou que shorter-than
        headings                       les titres d'un niveau, ou de tous
        lists, bold                    hors des sources
        conclusion                     1 quand le texte dit qu'il finit
        cliches, heavy-transitions     selon les listes de la langue de l'article
        phrases                        celles de phrases, lettre pour lettre
        word                           celui de word, sans la casse ni les accents
        duplicate-sentences            celles qui se trouvaient déjà dans le texte
        percentages, sources, citations
        reading-ease                   0 difficile, 100 facile, selon la langue
        lix                            30 facile, 60 difficile, dans toute langue
        integrity                      le score d'intégrité

      reading-ease est la formule de Flesch en anglais, de Kandel et Moles en français, de Fernández Huerta en espagnol. Les \
      syllabes sont comptées par règle : les suites de voyelles, sans les finales muettes.

      Les profils qui viennent avec le programme, comme vous les écririez :
      """)

  static let waivers = worded(
    """
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
    """,
    fr: """
      Une tolérance est l'acceptation, consignée et motivée, d'un constat par une personne nommée. Là où un constat est \
      juste selon les règles et faux dans ce cas, par exemple pour un chiffre que l'institut lui-même a corrigé depuis, \
      quelqu'un en répond :

      editorial accept solar-roofs 1f0c9a7e --reason "l'institut a corrigé le chiffre le 3 mai"

      Les chiffres sont ceux que les rapports montrent derrière la règle : [figure-altered 1f0c9a7e]. On regarde ce qui est \
      indexé ou écrit sur la branche de l'article, puis ce que la prochaine promotion apporterait, puis ce qui est sur les \
      branches ; une version sur toute autre branche se nomme avec --in. La tolérance est un commit sans modification sur la \
      branche de l'article, avec une ligne Editorial-Waiver dans son message. Envoyez-le comme un autre.

      Une tolérance couvre un constat : la règle, les mots, et la phrase de l'article d'origine où se trouve le fait. Quand \
      l'un d'eux change, elle ne couvre plus rien. Les scores restent ce qu'ils sont, dans le fichier aussi ; seul le contrôle \
      passe sur le constat, et chaque rapport nomme qui l'a toléré, quand, et pourquoi.

      Les contrôles ne lisent les tolérances que dans les commits : ceux de la branche protégée avant la mise à jour, ceux \
      qui sont envoyés, et ceux des branches de l'article. Une promotion les redit dans son commit, pour qu'elles survivent à \
      un squash, qui ne garde que les messages, et à un clone superficiel, qui ne garde que les derniers commits. Les 20 000 \
      commits les plus récents sont lus.

      editorial accept solar-roofs --list      ce qui est toléré, et si cela couvre encore quelque chose
      editorial accept solar-roofs 1f0c9a7e --remove      la reprend, où qu'elle ait été portée entre-temps

      Des sources qui manquent, ou une phrase à leur place, ne peuvent pas être tolérées. La charte peut en exclure \
      davantage, et dire de qui les tolérances comptent :

      waivers: {by: [desk@example.org], never: [quotation-altered]}

      Avec by, une tolérance ne compte que dans un commit que cette personne a fait : une promotion par quelqu'un d'autre la \
      porte avec le commit, un squash par quelqu'un d'autre, non. Une liste vide n'admet personne. Les noms dans les commits \
      sont déclaratifs ; si cela ne suffit pas, faites vérifier les signatures par le serveur.
      """)
}
