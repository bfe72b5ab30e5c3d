import Scoring
import Wording

/// The stages that an article passes through, in order; the last is a branch that all articles share.
package struct Workflow: Hashable, Sendable {
  package let stages: [Stage]
  /// The last stage's branch, without `refs/heads/`; it holds the policy.
  package let protectedBranch: String

  /// - Throws: `Workflow.Invalid` when the stages do not make a workflow.
  package init(stages: [Stage]) throws(Invalid) {
    guard let last = stages.last, let branch = last.branch.name(for: nil) else {
      throw Invalid(
        stage: stages.last?.name,
        reason: worded(
          "must have a branch that all articles share, such as main",
          fr: "doit avoir une branche que tous les articles partagent, comme main"))
    }
    for (index, stage) in stages.enumerated() {
      let earlier = stages[..<index]
      if earlier.contains(where: { $0.name == stage.name }) {
        throw Invalid(
          stage: stage.name,
          reason: worded(
            "has the name of another stage",
            fr: "porte le nom d'une autre étape"))
      }
      if index < stages.count - 1, stage.isShared {
        throw Invalid(
          stage: stage.name,
          reason: worded(
            "must have {slug} in its branch; only the last stage is shared",
            fr: "doit avoir {slug} dans sa branche ; seule la dernière étape est partagée"))
      }
      if let other = earlier.first(where: { $0.branch.overlaps(stage.branch) }) {
        throw Invalid(
          stage: stage.name,
          reason: worded(
            "has a branch that cannot be told from that of \(other.name)",
            fr: "a une branche qu'on ne peut distinguer de celle de \(other.name)"))
      }
      if let against = stage.gate?.against, !earlier.contains(where: { $0.name == against && !$0.isShared }) {
        throw Invalid(
          stage: stage.name,
          reason: worded(
            "is judged against \(against), which is no earlier stage",
            fr: "est comparée à \(against), qui n'est pas une étape antérieure"))
      }
    }
    self.stages = stages
    protectedBranch = branch
  }

  /// Why stages do not make a workflow.
  package struct Invalid: Error, Hashable, Sendable {
    /// The stage that is at fault; `nil` when there is none at all.
    package let stage: String?
    /// A clause with the stage as its subject.
    package let reason: String
  }

  /// Where a branch stands in the workflow.
  package enum Place: Hashable, Sendable {
    case shared(Stage)
    case article(Stage, Slug)
    /// The branch of a stage whose name holds no valid slug.
    case invalid(Stage, Slug.Invalid)

    package var stage: Stage {
      switch self {
      case .shared(let stage), .article(let stage, _), .invalid(let stage, _): stage
      }
    }

    /// The article that the branch belongs to; `nil` for a shared branch.
    package var slug: Slug? {
      if case .article(_, let slug) = self { slug } else { nil }
    }
  }

  /// Returns the place of `branch` (without `refs/heads/`); `nil` when it is no stage's.
  package func place(ofBranch branch: String) -> Place? {
    for stage in stages {
      switch stage.branch.match(branch) {
      case .shared: return .shared(stage)
      case .article(let name):
        do throws(Slug.Invalid) { return .article(stage, try Slug(name)) } catch { return .invalid(stage, error) }
      case nil: continue
      }
    }
    return nil
  }

  package func stage(named name: String) -> Stage? {
    stages.first { $0.name == name }
  }

  /// The stage that an article at `stage` is promoted to; `nil` after the last.
  package func stage(after stage: Stage) -> Stage? {
    guard let index = stages.firstIndex(of: stage), index + 1 < stages.count else { return nil }
    return stages[index + 1]
  }

  /// Returns the branch that holds `slug` at `stage`, without `refs/heads/`.
  package func branch(of slug: Slug, at stage: Stage) -> String {
    stage.branch.name(for: slug) ?? protectedBranch
  }

  /// draft, factual, styled, published.
  package static let standard = Workflow(
    standardStages: [
      Stage(name: "draft", branch: BranchPattern(prefix: "draft/", suffix: "")),
      Stage(
        name: "factual", branch: BranchPattern(prefix: "factual/", suffix: ""), gate: Gate(integrity: Tenths(800))),
      Stage(
        name: "styled", branch: BranchPattern(prefix: "styled/", suffix: ""),
        gate: Gate(integrity: Tenths(950), against: "factual")),
      Stage(
        name: "published", branch: BranchPattern(prefix: "main", suffix: nil),
        gate: Gate(integrity: Tenths(950), against: "factual")),
    ], protectedBranch: "main")

  /// Returns the same stages with another branch for the last one.
  ///
  /// - Throws: `Workflow.Invalid` when that is no branch, or one of an earlier stage.
  package func publishing(on branch: String) throws(Invalid) -> Workflow {
    guard let last = stages.last else {
      throw Invalid(
        stage: nil,
        reason: worded(
          "must have a branch",
          fr: "doit avoir une branche"))
    }
    let pattern: BranchPattern
    do throws(BranchPattern.Invalid) {
      pattern = try BranchPattern(branch)
    } catch {
      throw Invalid(stage: last.name, reason: error.reason)
    }
    return try Workflow(stages: stages.dropLast() + [Stage(name: last.name, branch: pattern, gate: last.gate)])
  }

  private init(standardStages: [Stage], protectedBranch: String) {
    stages = standardStages
    self.protectedBranch = protectedBranch
  }
}

extension BranchPattern {
  /// Whether one branch name can fit both patterns, or one would be a folder in the other's way.
  fileprivate func overlaps(_ other: BranchPattern) -> Bool {
    switch (suffix, other.suffix) {
    case (nil, nil):
      return prefix == other.prefix || prefix.hasPrefix(other.prefix + "/") || other.prefix.hasPrefix(prefix + "/")
    case (nil, _): return other.overlaps(self)
    case (_, nil):
      return match(other.prefix) != nil || prefix.hasPrefix(other.prefix + "/")
    case (let mine?, let theirs?):
      return (prefix.hasPrefix(other.prefix) || other.prefix.hasPrefix(prefix))
        && (mine.hasSuffix(theirs) || theirs.hasSuffix(mine))
    }
  }
}
