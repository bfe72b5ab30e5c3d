package import Languages
package import Manuscripts
import Wording

/// The text of a new `editorial.yml`: the defaults written out, so that an editor sees what can be changed.
package struct PolicyTemplate: Sendable {
  /// The patterns of the repository's layout.
  package let articles: [ArticlePattern]
  /// `nil` leaves the language to be detected.
  package let language: LanguageTag?
  /// The branch of the last stage.
  package let protectedBranch: String
  /// Where the scores are recorded.
  package let stamp: StampPlace

  /// - Parameter articles: empty for the default layout.
  package init(
    articles: [ArticlePattern] = [], language: LanguageTag? = nil, protectedBranch: String = "main",
    stamp: StampPlace = .header
  ) {
    self.stamp = stamp
    self.articles = articles.isEmpty ? Policy().articles : articles
    self.language = language
    self.protectedBranch = protectedBranch
  }

  package var text: String {
    let patterns = articles.map { Self.quoted($0.text) }.joined(separator: ", ")
    let language =
      language.map { "language: \($0)" }
      ?? worded(
        "# language: fr                       # detected when not set",
        fr: "# language: fr                       # reconnue quand elle n'est pas donnée")
    let branch = Self.isPlain(protectedBranch) ? protectedBranch : Self.quoted(protectedBranch)
    let column = branch + "," + String(repeating: " ", count: max(1, 17 - branch.utf8.count))
    return worded(
      """
      # The editorial policy of this repository. Every key has a default; the values below are the defaults.
      # It is read from the main branch as it was before an update, so a change of it takes effect with the next one.
      version: 1

      # Where articles lie. {slug} names the article; {date} and {lang} may stand beside it.
      articles: [\(patterns)]
      # Source material of an article, one file per source.
      dossier: "sources/{slug}/*.md"
      \(language)

      # Each stage is a branch. A gate holds for every update of the branch, whatever command makes it.
      stages:
        - {name: draft,     branch: "draft/{slug}"}
        - {name: factual,   branch: "factual/{slug}", gate: {integrity: 80}}
        - {name: styled,    branch: "styled/{slug}",  gate: {integrity: 95, against: factual}}
        - {name: published, branch: \(column)gate: {integrity: 95, against: factual}}
        # A gate can also have:  style: 60 (the lowest style score), max-drop: 5 (points lost in one update),
        # rules: {name-lost: warning} (as below, for this stage alone)

      # The way to write: conversational, plain, newsletter, or a profile of your own (editorial explain style).
      style: {profile: conversational}
      sources: {require: [name, url], min: 1, reliability: 5}
      # front-matter: {require: [title, description, date, author]}
      # What becomes of findings: off, note, warning, or refuse, whatever the score.
      # rules: {sentence-duplicated: off, source-unused: refuse}
      # Who may accept findings (editorial accept), and of which rules nobody may; without this, everybody, of all.
      # waivers: {by: [desk@example.org], never: [quotation-altered]}
      # For the first weeks: gates tell and record what they would refuse, and refuse nothing.
      # mode: observe

      # Where a promotion records the scores: header (a comment above the text, which a page made of it may show in its
      # source), front-matter or none.
      stamp: \(stamp.rawValue)
      # How an article is shown before it is published (editorial preview), where that is not known by itself.
      # preview: "make -C {worktree} serve"

      """,
      fr: """
        # La charte éditoriale de ce dépôt. Chaque clé a une valeur par défaut ; les valeurs ci-dessous sont celles-là.
        # Elle est lue sur la branche principale telle qu'elle était avant une mise à jour : la changer vaut pour la \
        suivante.
        version: 1

        # Où se trouvent les articles. {slug} nomme l'article ; {date} et {lang} peuvent l'accompagner.
        articles: [\(patterns)]
        # Les documents de source d'un article, un fichier par source.
        dossier: "sources/{slug}/*.md"
        \(language)

        # Chaque étape est une branche. Un contrôle vaut pour toute mise à jour de la branche, quelle que soit la \
        commande.
        stages:
          - {name: draft,     branch: "draft/{slug}"}
          - {name: factual,   branch: "factual/{slug}", gate: {integrity: 80}}
          - {name: styled,    branch: "styled/{slug}",  gate: {integrity: 95, against: factual}}
          - {name: published, branch: \(column)gate: {integrity: 95, against: factual}}
          # Un contrôle peut avoir aussi :  style: 60 (le score de style le plus bas), max-drop: 5 (points perdus en \
          une
          # mise à jour), rules: {name-lost: warning} (comme plus bas, pour cette étape seule)

        # La façon d'écrire : conversational, plain, newsletter, ou un profil à vous (editorial explain style).
        style: {profile: conversational}
        sources: {require: [name, url], min: 1, reliability: 5}
        # front-matter: {require: [title, description, date, author]}
        # Ce que deviennent les constats : off, note, warning, ou refuse, quel que soit le score.
        # rules: {sentence-duplicated: off, source-unused: refuse}
        # Qui peut tolérer des constats (editorial accept), et de quelles règles personne ; sans cela, tous, et de \
        toutes.
        # waivers: {by: [desk@example.org], never: [quotation-altered]}
        # Pour les premières semaines : les contrôles disent et gardent ce qu'ils refuseraient, et ne refusent rien.
        # mode: observe

        # Où une promotion inscrit les scores : header (un commentaire au-dessus du texte, qu'une page peut montrer dans
        # son code source), front-matter ou none.
        stamp: \(stamp.rawValue)
        # Comment un article est montré avant d'être publié (editorial preview), quand cela n'est pas connu d'avance.
        # preview: "make -C {worktree} serve"

        """)
  }

  /// Whether YAML reads the name as it is written.
  private static func isPlain(_ name: String) -> Bool {
    guard let first = name.utf8.first, (0x61...0x7A).contains(first | 0x20) else { return false }
    return name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x2D...0x39).contains(byte) || byte == UInt8(ascii: "_")
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text.unicodeScalars {
      if character == "\"" || character == "\\" { result += "\\" }
      result.unicodeScalars.append(character)
    }
    return result + "\""
  }
}
