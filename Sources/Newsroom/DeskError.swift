package import Gatekeeping
package import GitStore
package import Scoring
import Wording

/// Why the desk could not do what was asked. A refusal of a gate is none of these: it is an answer.
package enum DeskError: Error, Sendable {
  /// The policy that is in force cannot be read. The bytes are those of the file, for line and column.
  case brokenPolicy(PolicyError, label: String, bytes: [UInt8])
  /// No branch and no path has such an article.
  case noSuchArticle(String, suggestion: String?)
  case noSuchStage(String, suggestion: String?)
  case noSuchRevision(String)
  /// The clone is shallow, and the revision may be among what it lacks.
  case notFetched(String, remote: String?)
  /// The clone is shallow, and the commit where the two parted is not in it.
  case shallow(String, String, remote: String?)
  case invalidSlug(Slug.Invalid)
  /// The article is not at the stage that it should leave.
  case notAtStage(Slug, Stage)
  /// Somebody sent it back by this commit, which was fetched, and the branch here does not have it yet.
  case sentBack(Slug, branch: String, Commit)
  /// Everything that the stages have is in the next ones already.
  case nothingToPromote(Slug, Stage)
  /// The first stage is entered by writing, not by a promotion.
  case notAPromotion(Stage)
  /// Both stages changed the same lines. Nothing was written.
  case conflicts(Promotion, [MergeConflict])
  /// No stage has a branch of its own and a gate that measures against an earlier one.
  case noStageForRestyling
  /// The target branch is checked out, and files there would be lost.
  case wouldOverwrite(workTree: String, [Obstacle])
  /// The target branch is in the middle of a rebase or a bisection.
  case branchBusy(String, workTree: String)
  /// There is a draft of this name.
  case slugTaken(Slug, branch: String)
  /// An article has the name already; the branch is one that has it.
  case nameTaken(Slug, branch: String)
  /// The policy has no place for source material.
  case noDossier
  /// The article is published, and on no branch where somebody writes.
  case notBeingWritten(Slug)
  /// No pattern of the policy says where such an article would lie.
  case noPlaceForArticle(Slug)
  /// The article has several files, and the question is about one.
  case severalArticles(Slug, [String])
  /// The article has several files, and a writer is asked for one.
  case severalFiles(Slug, [String])
  /// The path is none of the article's; those that there are.
  case noSuchFile(String, Slug, there: [String])
  /// Nothing in it can be read as an article.
  case notAnArticle(String, reason: String)
  /// The words hold nothing that an article could state.
  case noFact(String)
  case noCommit
  /// The ref moved again and again meanwhile.
  case movedMeanwhile(String)
  /// Another promotion in this repository does not end.
  case othersPromote
  /// No gate sees such a finding in the article. Known are those that can be meant.
  case noSuchFinding(String, Slug, suggestion: String?, known: [String])
  /// The name fits several findings, or waivers.
  case severalFindings(String, [String])
  case noSuchWaiver(String, Slug, suggestion: String?)
  /// Nobody, or not this person, can accept findings of the rule.
  case notWaivable(RuleID, WaiverRules.Obstacle)
  /// A waiver must say why.
  case noReason
  /// No release can have this name; the reason is a clause with the name as its subject.
  case invalidReleaseName(String, reason: String)
  /// There is a tag of this name.
  case releaseTaken(String)
  /// Somebody else works on the article.
  case claimed(Slug, Claim)
  case notClaimed(Slug)
  /// A time that is over already.
  case past(Moment)
  /// No promotion of the article is signed off.
  case notScheduled(Slug)
  /// Two people have signed off different promotions of the article at once.
  case severalSchedules(Slug, [ScheduledPromotion])
  /// The article is not any more what was signed off; the commit is the one that its branch leads to now.
  case changedSinceSignOff(ScheduledPromotion, now: Commit)

  /// One sentence, without a final full stop.
  package var message: String {
    switch self {
    case .brokenPolicy(let error, let label, _):
      worded(
        "The policy \(label) cannot be read: \(error.message)",
        fr: "La charte \(label) ne peut pas être lue : \(error.message)")
    case .noSuchArticle(let name, _):
      worded(
        "There is no article “\(name)”",
        fr: "Il n'y a pas d'article « \(name) »")
    case .noSuchStage(let name, _): worded("There is no stage “\(name)”", fr: "Il n'y a pas d'étape « \(name) »")
    case .noSuchRevision(let name):
      worded(
        "There is no revision “\(name)”",
        fr: "Il n'y a pas de révision « \(name) »")
    case .notFetched(let name, _):
      worded(
        "There is no revision “\(name)” in this clone, which has only a part of the history",
        fr: "Il n'y a pas de révision « \(name) » dans ce clone, qui n'a qu'une partie de l'historique")
    case .shallow(let one, let other, _):
      worded(
        "This clone has only a part of the history, and the commit where \(one) and \(other) parted is not in it",
        fr: """
          Ce clone n'a qu'une partie de l'historique, et le commit où \(one) et \(other) se sont séparées n'y est \
          pas
          """)
    case .invalidSlug(let flaw):
      worded(
        "“\(flaw.name)” cannot be an article's slug because it \(flaw.reason)",
        fr: "« \(flaw.name) » ne peut pas être le slug d'un article : il \(flaw.reason)")
    case .notAtStage(let slug, let stage):
      worded(
        "\(slug) is not at the stage \(stage.name)",
        fr: "\(slug) n'est pas à l'étape \(stage.name)")
    case .sentBack(let slug, let branch, let commit):
      worded(
        """
        \(slug) was sent back: “\(commit.subject)”, by \(commit.author.name), was fetched, and is not on your branch \
        \(branch) yet
        """,
        fr: """
          \(slug) a été renvoyé : « \(commit.subject) », par \(commit.author.name), a été récupéré, et n'est pas \
          encore sur votre branche \(branch)
          """)
    case .nothingToPromote(let slug, let stage):
      worded(
        "There is nothing to promote: all that \(slug) has is at the stage \(stage.name) already",
        fr: "Il n'y a rien à promouvoir : tout ce qu'a \(slug) est déjà à l'étape \(stage.name)")
    case .notAPromotion(let stage):
      worded(
        "Nothing is promoted to the first stage, \(stage.name)",
        fr: "Rien n'est promu à la première étape, \(stage.name)")
    case .noDossier:
      worded(
        "The policy has no place for source material", fr: "La charte ne prévoit pas de place pour les sources")
    case .notBeingWritten(let slug):
      worded(
        "\(slug) is published, and nobody is writing on it", fr: "\(slug) est publié, et personne n'y travaille")
    case .noStageForRestyling:
      worded(
        "The policy has no stage where an article is restyled",
        fr: "La charte ne prévoit aucune étape où un article est réécrit")
    case .conflicts(let promotion, let conflicts):
      worded(
        "Promoting \(promotion.slug) to \(promotion.to.name) gives a conflict in ",
        fr: "Promouvoir \(promotion.slug) à \(promotion.to.name) donne un conflit dans ")
        + conflicts.map { "\($0.path)" }.joined(separator: ", ")
    case .wouldOverwrite(let workTree, let obstacles):
      worded(
        "The branch is checked out in \(workTree), and changes there would be lost: ",
        fr: "La branche est extraite dans \(workTree), et des modifications y seraient perdues : ")
        + obstacles.map { "\($0.path)" }.joined(separator: ", ")
    case .branchBusy(let branch, let workTree):
      worded(
        "A rebase or bisection of \(branch) is not finished in \(workTree)",
        fr: "Un rebase ou une bissection de \(branch) n'est pas terminé dans \(workTree)")
    case .slugTaken(let slug, let branch):
      worded(
        "\(slug) is being written already, on the branch \(branch)",
        fr: "\(slug) est déjà en cours d'écriture, sur la branche \(branch)")
    case .nameTaken(let slug, let branch):
      worded(
        "There is an article named \(slug) already, on the branch \(branch)",
        fr: "Il y a déjà un article nommé \(slug), sur la branche \(branch)")
    case .noPlaceForArticle(let slug):
      worded(
        "The policy's patterns do not say where the article \(slug) would lie",
        fr: "Les motifs de la charte ne disent pas où se trouverait l'article \(slug)")
    case .noSuchFile(let path, let slug, _):
      worded("\(path) is no file of the article \(slug)", fr: "\(path) n'est pas un fichier de l'article \(slug)")
    case .severalArticles(let slug, let paths), .severalFiles(let slug, let paths):
      worded(
        "\(slug) has several files: \(paths.joined(separator: ", "))",
        fr: "\(slug) a plusieurs fichiers : \(paths.joined(separator: ", "))")
    case .notAnArticle(let name, let reason): "\(name) \(reason)"
    case .noFact(let words):
      worded(
        "“\(words)” holds no word and no number to look for",
        fr: "« \(words) » ne contient ni mot ni nombre à chercher")
    case .noCommit: worded("The repository has no commit yet", fr: "Le dépôt n'a encore aucun commit")
    case .movedMeanwhile(let branch):
      worded(
        "Others keep moving \(branch)",
        fr: "D'autres ne cessent de déplacer \(branch)")
    case .othersPromote:
      worded(
        "Another promotion is at work in this repository, and does not end",
        fr: "Une autre promotion est à l'œuvre dans ce dépôt, et ne se termine pas")
    case .noSuchFinding(let name, let slug, _, _):
      worded(
        "No gate sees a finding “\(name)” in \(slug)",
        fr: "Aucun contrôle ne voit de constat « \(name) » dans \(slug)")
    case .severalFindings(let name, let ids):
      worded(
        "“\(name)” fits several: \(Set(ids).sorted().joined(separator: ", "))",
        fr: "« \(name) » en désigne plusieurs : \(Set(ids).sorted().joined(separator: ", "))")
    case .noSuchWaiver(let name, let slug, _):
      worded(
        "No waiver “\(name)” is in force for \(slug)",
        fr: "Aucune tolérance « \(name) » n'est en vigueur pour \(slug)")
    case .notWaivable(let rule, .sources):
      worded(
        "A finding of \(rule) cannot be accepted: without its sources, nobody can check the article",
        fr: "Un constat de \(rule) ne peut pas être toléré : sans ses sources, personne ne peut vérifier l'article")
    case .notWaivable(let rule, .rule):
      worded(
        "The policy lets nobody accept findings of \(rule)",
        fr: "La charte ne laisse personne tolérer des constats de \(rule)")
    case .notWaivable(_, .nobody):
      worded(
        "The policy lets nobody accept findings",
        fr: "La charte ne laisse personne tolérer des constats")
    case .notWaivable(_, .person(let address)):
      worded(
        "The policy lets others accept findings, and not \(address)",
        fr: "La charte laisse d'autres tolérer des constats, et non \(address)")
    case .noReason:
      worded(
        "A waiver needs a reason, for whoever reads it later",
        fr: "Une tolérance a besoin d'une raison, pour qui la lira plus tard")
    case .invalidReleaseName(let name, let reason):
      worded(
        "“\(name)” cannot name a release because it \(reason)",
        fr: "« \(name) » ne peut pas nommer une parution : ce nom \(reason)")
    case .releaseTaken(let name):
      worded(
        "There is a release or another tag “\(name)” already",
        fr: "Il y a déjà une parution ou une autre étiquette « \(name) »")
    case .claimed(let slug, let claim):
      worded(
        "\(claim.name) has claimed \(slug), since \(claim.since.shown)\(claim.reason.map { ": \($0)" } ?? "")",
        fr: "\(claim.name) a réservé \(slug), depuis \(claim.since.shown)\(claim.reason.map { " : \($0)" } ?? "")")
    case .notClaimed(let slug):
      worded("Nobody has claimed \(slug)", fr: "Personne n'a réservé \(slug)")
    case .past(let time): worded("\(time.shown) is over", fr: "Le \(time.shown) est passé")
    case .notScheduled(let slug):
      worded("No promotion of \(slug) is scheduled", fr: "Aucune promotion de \(slug) n'est programmée")
    case .severalSchedules(let slug, let all):
      worded(
        "\(slug) was scheduled by several at once: "
          + all.map { "by \($0.name) to \($0.to) on \($0.time.shown)" }.joined(separator: ", "),
        fr: "Plusieurs personnes ont programmé \(slug) en même temps : "
          + all.map { "\($0.name) vers \($0.to) le \($0.time.shown)" }.joined(separator: ", "))
    case .changedSinceSignOff(let scheduled, let commit):
      worded(
        "\(scheduled.slug) has changed since \(scheduled.name) signed it off: \(scheduled.from) is now at "
          + "\(commit.id.short), “\(commit.subject)” by \(commit.author.name)",
        fr:
          "\(scheduled.slug) a changé depuis l'accord donné par \(scheduled.name) : \(scheduled.from) est maintenant à "
          + "\(commit.id.short), « \(commit.subject) », par \(commit.author.name)")
    }
  }

  /// What to do or type next.
  package var remedy: String? {
    switch self {
    case .brokenPolicy:
      worded(
        "Mend editorial.yml on the main branch, in an update that changes nothing else",
        fr: "Corrigez editorial.yml sur la branche principale, dans une mise à jour qui ne change rien d'autre")
    case .noSuchArticle(_, let suggestion?), .noSuchStage(_, let suggestion?):
      worded(
        "Did you mean “\(suggestion)”?",
        fr: "Vouliez-vous dire « \(suggestion) » ?")
    case .noSuchArticle:
      worded(
        "See all articles: editorial status",
        fr: "Voyez tous les articles : editorial status")
    case .noSuchStage: worded("The stages are in editorial.yml", fr: "Les étapes sont dans editorial.yml")
    case .invalidSlug:
      worded(
        "Use letters, digits and hyphens",
        fr: "Employez des lettres, des chiffres et des tirets")
    case .notAtStage: worded("See where it is: editorial status", fr: "Voyez où il en est : editorial status")
    case .sentBack(_, let branch, let commit):
      worded(
        "See why with git show \(commit.id.short), and bring your branch up to date: git switch \(branch) && git pull",
        fr: """
          Voyez pourquoi par git show \(commit.id.short), et mettez votre branche à jour : git switch \(branch) && git \
          pull
          """)
    case .nothingToPromote: nil
    case .notAPromotion: worded("Begin an article: editorial new", fr: "Commencez un article : editorial new")
    case .noDossier:
      worded(
        "Give it one in editorial.yml: dossier: \"sources/{slug}/*.md\"",
        fr: "Donnez-lui-en une dans editorial.yml : dossier: \"sources/{slug}/*.md\"")
    case .notBeingWritten(let slug):
      worded("Open it to revise it: editorial new \(slug)", fr: "Rouvrez-le pour le réviser : editorial new \(slug)")
    case .noStageForRestyling:
      worded(
        "Give one a branch of its own and a gate such as {integrity: 95, against: factual}, in editorial.yml",
        fr:
          "Donnez à l'une d'elles une branche et un contrôle tel que {integrity: 95, against: factual} dans editorial.yml"
      )
    case .conflicts(let promotion, _):
      worded(
        "Merge the branches with git, mend the conflict, and promote again: ",
        fr: "Fusionnez les branches avec git, réglez le conflit, et promouvez de nouveau : ")
        + "git switch \(promotion.from.branch.name(for: promotion.slug) ?? "") && git merge "
        + "\(promotion.to.branch.name(for: promotion.slug) ?? "")"
    case .wouldOverwrite:
      worded(
        "Commit them, or set them aside with git stash, then try again",
        fr: "Faites-en un commit, ou mettez-les de côté avec git stash, puis recommencez")
    case .branchBusy: worded("Finish or abort it first", fr: "Terminez-le ou abandonnez-le d'abord")
    case .slugTaken(_, let branch):
      worded(
        "Go on there: git switch \(branch)",
        fr: "Continuez là : git switch \(branch)")
    case .nameTaken(let slug, _):
      worded(
        "Choose another name. To see that article: editorial status \(slug)",
        fr: "Choisissez un autre nom. Pour voir cet article : editorial status \(slug)")
    case .noPlaceForArticle:
      worded(
        "Put a pattern such as articles/{slug}.md first in editorial.yml",
        fr: "Mettez d'abord dans editorial.yml un motif comme articles/{slug}.md")
    case .severalArticles: worded("Name one of them", fr: "Nommez l'un d'eux")
    case .severalFiles(_, let paths):
      worded("Say which: --path \(paths.first ?? "…")", fr: "Dites lequel : --path \(paths.first ?? "…")")
    case .noSuchFile(_, _, let paths):
      paths.isEmpty
        ? worded("See the patterns in editorial.yml", fr: "Voyez les motifs dans editorial.yml")
        : worded("There is: \(paths.joined(separator: ", "))", fr: "Il y a : \(paths.joined(separator: ", "))")
    case .noFact:
      worded(
        "Name a figure, a date or a few words: --fact \"13 %\"",
        fr: "Nommez un chiffre, une date ou quelques mots : --fact \"13 %\"")
    case .noCommit: worded("Commit something first", fr: "Faites d'abord un commit")
    case .movedMeanwhile, .othersPromote: worded("Try again", fr: "Réessayez")
    case .noSuchFinding(_, _, let suggestion?, _), .noSuchWaiver(_, _, let suggestion?):
      worded("Did you mean “\(suggestion)”?", fr: "Vouliez-vous dire « \(suggestion) » ?")
    case .noSuchFinding(_, _, nil, let known) where known.isEmpty:
      worded(
        "There is nothing to accept. A version on another branch: add --in <branch>",
        fr: "Il n'y a rien à tolérer. Pour une version sur une autre branche, ajoutez --in <branche>")
    case .noSuchFinding(_, _, nil, let known):
      worded(
        "There are: \(known.prefix(12).joined(separator: ", "))",
        fr: "Il y a : \(known.prefix(12).joined(separator: ", "))")
    case .severalFindings: worded("Write more of it", fr: "Écrivez-en davantage")
    case .noSuchWaiver(_, let slug, nil):
      worded(
        "See which are: editorial accept \(slug) --list",
        fr: "Voyez lesquelles le sont : editorial accept \(slug) --list")
    case .notWaivable(_, .sources):
      worded(
        "List the sources, each with its name and URL",
        fr: "Donnez les sources, chacune avec son nom et son URL")
    case .notWaivable:
      worded(
        "Mend it, or change `waivers` in editorial.yml first, in an update of its own",
        fr: "Corrigez-le, ou changez d'abord `waivers` dans editorial.yml, dans une mise à jour à part")
    case .noReason:
      worded(
        "Say why: --reason \"the agency corrected the figure, see its letter of 3 May\"",
        fr: "Dites pourquoi : --reason \"l'agence a corrigé le chiffre, voir sa lettre du 3 mai\"")
    case .noSuchRevision: worded("See what there is: git branch --all", fr: "Voyez ce qu'il y a : git branch --all")
    case .notFetched(_, let remote), .shallow(_, _, let remote):
      worded("Fetch the rest: ", fr: "Récupérez le reste : ")
        + "git fetch --unshallow \(remote ?? "origin") '+refs/heads/*:refs/remotes/\(remote ?? "origin")/*'"
    case .notAnArticle: nil
    case .invalidReleaseName:
      worded(
        "Use letters, digits and hyphens, such as spring-issue",
        fr: "Employez des lettres, des chiffres et des traits d'union, par exemple numero-de-printemps")
    case .releaseTaken: worded("See what there is: git tag -n", fr: "Voir ce qu'il y a : git tag -n")
    case .claimed(let slug, _):
      worded(
        "To take it over: editorial claim \(slug) --take-over",
        fr: "Pour prendre la suite : editorial claim \(slug) --take-over")
    case .notClaimed:
      worded("See who works on what: editorial status", fr: "Voir qui travaille sur quoi : editorial status")
    case .past: worded("Name a time to come", fr: "Donnez une date à venir")
    case .notScheduled:
      worded("See what is: editorial schedule --list", fr: "Voir ce qui l'est : editorial schedule --list")
    case .severalSchedules(let slug, _):
      worded(
        "Say which holds: editorial schedule \(slug) --at …, or editorial unschedule \(slug)",
        fr: "Dites lequel vaut : editorial schedule \(slug) --at …, ou editorial unschedule \(slug)")
    case .changedSinceSignOff(let scheduled, _):
      worded(
        "Read it again and sign it off, or take the date away: editorial schedule \(scheduled.slug) --at …, "
          + "or editorial unschedule \(scheduled.slug)",
        fr: "Relisez-le et redonnez votre accord, ou retirez la date : editorial schedule \(scheduled.slug) --at …, "
          + "ou editorial unschedule \(scheduled.slug)")
    }
  }
}
