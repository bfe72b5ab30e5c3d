package import Scoring

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
      "The integrity score is \(score), and this stage asks for \(threshold)"
    case .styleBelow(let score, let threshold): "The style score is \(score), and this stage asks for \(threshold)"
    case .integrityDropped(let from, let to, let most):
      "The integrity score falls from \(from) to \(to), and one update may take \(most) points at most"
    case .blocking(let finding): finding.message
    case .symbolicLink: "A symbolic link stands in the place of the article"
    case .submodule: "A submodule stands in the place of the article"
    case .folderInPlaceOfArticle: "A folder stands in the place of the article"
    case .largeFilePointer: "The article is a Git LFS pointer, so its text is not in the repository"
    case .tooLarge(let bytes, let limit):
      "The article has \(bytes) bytes, and at most \(limit) are read"
    case .invalidSlug(let flaw), .invalidBranch(let flaw):
      "The name “\(flaw.name)” cannot be an article's slug because it \(flaw.reason)"
    case .slugCollision(let other): "The name differs from that of “\(other)” only in upper and lower case"
    case .pathNotUTF8: "The path is not valid UTF-8"
    case .foreignPath(let path, let owner): "“\(path)” does not belong to the article \(owner), whose branch this is"
    case .protectedBranchDeleted(let branch): "The branch \(branch) holds the published articles and cannot be deleted"
    case .policyWithArticles(let policy, let commit):
      "\(commit.map { "The commit \($0.prefix(10))" } ?? "This commit") changes both \(policy) and articles"
    case .brokenPolicy(let error): "The new policy cannot be read: \(error.message)"
    case .replaceReference(let name): "\(name) would make Git show other contents than those that were judged"
    case .notACommit(let id): "\(id) is not a commit"
    case .symbolicBranch(let target): "The branch would follow \(target), and change without being judged"
    case .linkAboveArticles(let path): "“\(path)” is no folder any more, but articles lie there"
    }
  }

  /// What to do about it, as an instruction.
  package var remedy: String? {
    switch self {
    case .integrityBelow(_, _, .fidelity): "Bring back what the findings name, or correct the baseline first"
    case .integrityBelow(_, _, .sourcing): "Complete the sources that the findings name"
    case .styleBelow: "Revise the text towards the style profile"
    case .integrityDropped: "Bring back what the findings name"
    case .blocking(let finding): finding.remedy
    case .symbolicLink, .submodule, .folderInPlaceOfArticle: "Commit the article's text as an ordinary file"
    case .largeFilePointer: "Exclude articles from LFS in .gitattributes and commit the text itself"
    case .tooLarge: "Split the article"
    case .invalidSlug, .pathNotUTF8: "Rename the file"
    case .slugCollision: "Rename one of the two files"
    case .foreignPath: "Commit it on a branch of its own, or on the protected branch"
    case .invalidBranch: "Rename the branch"
    case .protectedBranchDeleted: nil
    case .policyWithArticles: "Change the policy in a commit of its own"
    case .brokenPolicy: "Mend the policy file"
    case .symbolicBranch: "Move the branch itself"
    case .linkAboveArticles: "Commit the folder with its files"
    case .replaceReference, .notACommit: nil
    }
  }
}
