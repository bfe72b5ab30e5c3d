package import Scoring
import Wording

/// One reason why a gate refuses.
package enum Refusal: Hashable, Sendable {
  // What the scorecard says.
  case integrityBelow(score: Tenths, threshold: Tenths, basis: Scorecard.Basis)
  case styleBelow(score: Int, threshold: Int)
  case integrityDropped(from: Tenths, to: Tenths, most: Tenths)
  /// An error that no score outweighs.
  case blocking(Finding)

  // What is in the article's place cannot be judged.
  case symbolicLink
  case submodule
  case folderInPlaceOfArticle
  case largeFilePointer
  case tooLarge(bytes: Int, limit: Int)
  case invalidSlug(Slug.Invalid)
  /// Two names that are one file on a file system that ignores case.
  case slugCollision(with: String)
  case pathNotUTF8
  /// It comes from before it was taken from an earlier stage; the branch is one that has the commit which says why.
  case sentBack(Slug, commit: String, subject: String, author: String, branch: String)

  // The update as a whole.
  /// A branch that belongs to one article changes something else.
  case foreignPath(String, owner: Slug)
  /// The branch's name holds no valid slug.
  case invalidBranch(Slug.Invalid)
  case protectedBranchDeleted(String)
  /// The policy and an article change in one commit; `nil` while it is being made.
  case policyWithArticles(policy: String, commit: String?)
  case brokenPolicy(PolicyError)
  case replaceReference(String)
  case notACommit(String)
  /// The branch would follow another one, and nothing would judge that.
  case symbolicBranch(target: String)
  /// A link where articles lie would bring in others.
  case linkAboveArticles(String)

  /// One sentence that says what is wrong, without a final full stop.
  package var message: String {
    switch self {
    case .integrityBelow(let score, let threshold, _):
      worded(
        "The integrity score is \(score), and this stage asks for \(threshold)",
        fr: "Le score d'intégrité est de \(score.shown), et cette étape demande \(threshold.shown)")
    case .styleBelow(let score, let threshold):
      worded(
        "The style score is \(score), and this stage asks for \(threshold)",
        fr: "Le score de style est de \(score), et cette étape demande \(threshold)")
    case .integrityDropped(let from, let to, let most):
      worded(
        "The integrity score falls from \(from) to \(to), and one update may take \(most) points at most",
        fr: """
          Le score d'intégrité tombe de \(from.shown) à \(to.shown), et une mise à jour peut prendre \(most.shown) \
          points au plus
          """)
    case .blocking(let finding): finding.message
    case .symbolicLink:
      worded(
        "A symbolic link stands in the place of the article",
        fr: "Un lien symbolique se trouve à la place de l'article")
    case .submodule:
      worded(
        "A submodule stands in the place of the article",
        fr: "Un sous-module se trouve à la place de l'article")
    case .folderInPlaceOfArticle:
      worded(
        "A folder stands in the place of the article",
        fr: "Un dossier se trouve à la place de l'article")
    case .largeFilePointer:
      worded(
        "The article is a Git LFS pointer, so its text is not in the repository",
        fr: "L'article est un pointeur Git LFS : son texte n'est pas dans le dépôt")
    case .tooLarge(let bytes, let limit):
      worded(
        "The article has \(bytes) bytes, and at most \(limit) are read",
        fr: "L'article a \(bytes) octets, et on en lit \(limit) au plus")
    case .invalidSlug(let flaw), .invalidBranch(let flaw):
      worded(
        "The name “\(flaw.name)” cannot be an article's slug because it \(flaw.reason)",
        fr: "Le nom « \(flaw.name) » ne peut pas être le slug d'un article : il \(flaw.reason)")
    case .slugCollision(let other):
      worded(
        "The name differs from that of “\(other)” only in upper and lower case",
        fr: "Le nom ne diffère de « \(other) » que par les majuscules et minuscules")
    case .sentBack(let slug, _, let subject, let author, _):
      worded(
        "\(slug) was sent back by \(author), “\(subject)”, and this version is from before that",
        fr: "\(slug) a été renvoyé par \(author), « \(subject) », et cette version date d'avant")
    case .pathNotUTF8: worded("The path is not valid UTF-8", fr: "Le chemin n'est pas de l'UTF-8")
    case .foreignPath(let path, let owner):
      worded(
        "“\(path)” does not belong to the article \(owner), whose branch this is",
        fr: "« \(path) » n'appartient pas à l'article \(owner), dont c'est ici la branche")
    case .protectedBranchDeleted(let branch):
      worded(
        "The branch \(branch) holds the published articles and cannot be deleted",
        fr: "La branche \(branch) contient les articles publiés et ne peut pas être supprimée")
    case .policyWithArticles(let policy, let commit):
      worded(
        "\(commit.map { "The commit \($0.prefix(10))" } ?? "This commit") changes both \(policy) and articles",
        fr: """
          \(commit.map { "Le commit \($0.prefix(10))" } ?? "Ce commit") change à la fois \(policy) et des articles
          """)
    case .brokenPolicy(let error):
      worded(
        "The new policy cannot be read: \(error.message)",
        fr: "La nouvelle charte ne peut pas être lue : \(error.message)")
    case .replaceReference(let name):
      worded(
        "\(name) would make Git show other contents than those that were judged",
        fr: "\(name) ferait montrer à Git un autre contenu que celui qui a été jugé")
    case .notACommit(let id): worded("\(id) is not a commit", fr: "\(id) n'est pas un commit")
    case .symbolicBranch(let target):
      worded(
        "The branch would follow \(target), and change without being judged",
        fr: "La branche suivrait \(target), et changerait sans être jugée")
    case .linkAboveArticles(let path):
      worded(
        "“\(path)” is no folder any more, but articles lie there",
        fr: "« \(path) » n'est plus un dossier, mais des articles s'y trouvent")
    }
  }

  /// What to do about it, as an instruction.
  package var remedy: String? {
    switch self {
    case .integrityBelow(_, _, .fidelity):
      worded(
        "Bring back what the findings name, or correct the baseline first",
        fr: "Rétablissez ce que les constats nomment, ou corrigez d'abord l'article d'origine")
    case .integrityBelow(_, _, .sourcing):
      worded(
        "Complete the sources that the findings name",
        fr: "Complétez les sources que les constats nomment")
    case .styleBelow:
      worded(
        "Revise the text towards the style profile",
        fr: "Rapprochez le texte du profil de style")
    case .integrityDropped:
      worded(
        "Bring back what the findings name",
        fr: "Rétablissez ce que les constats nomment")
    case .blocking(let finding): finding.remedy
    case .symbolicLink, .submodule, .folderInPlaceOfArticle:
      worded(
        "Commit the article's text as an ordinary file",
        fr: "Faites un commit du texte de l'article, comme fichier ordinaire")
    case .largeFilePointer:
      worded(
        "Exclude articles from LFS in .gitattributes and commit the text itself",
        fr: "Excluez les articles de LFS dans .gitattributes et faites un commit du texte lui-même")
    case .tooLarge: worded("Split the article", fr: "Partagez l'article")
    case .invalidSlug, .pathNotUTF8: worded("Rename the file", fr: "Renommez le fichier")
    case .sentBack(_, let commit, _, _, let branch):
      worded(
        """
        Take back what you did here (editorial undo) and get what the others did: git fetch, then git switch \(branch) \
        && git pull. Read why it was sent back (git show \(commit)), and promote it again when that is mended
        """,
        fr: """
          Annulez ce que vous avez fait ici (editorial undo) et récupérez ce qu'ont fait les autres : git fetch, puis git \
          switch \(branch) && git pull. Lisez pourquoi il a été renvoyé (git show \(commit)), et promouvez-le de \
          nouveau quand c'est corrigé
          """)
    case .slugCollision: worded("Rename one of the two files", fr: "Renommez l'un des deux fichiers")
    case .foreignPath:
      worded(
        "Commit it on a branch of its own, or on the protected branch",
        fr: "Faites-en un commit sur sa propre branche, ou sur la branche protégée")
    case .invalidBranch: worded("Rename the branch", fr: "Renommez la branche")
    case .protectedBranchDeleted: nil
    case .policyWithArticles:
      worded(
        "Change the policy in a commit of its own",
        fr: "Changez la charte dans un commit à part")
    case .brokenPolicy: worded("Mend the policy file", fr: "Corrigez la charte")
    case .symbolicBranch: worded("Move the branch itself", fr: "Déplacez la branche elle-même")
    case .linkAboveArticles:
      worded(
        "Commit the folder with its files",
        fr: "Faites un commit du dossier avec ses fichiers")
    case .replaceReference, .notACommit: nil
    }
  }
}
