import Gatekeeping
import GitStore
import Wording

extension Desk {
  /// Returns what is wrong with the repository and with what is installed in it, the hooks first.
  ///
  /// A policy that cannot be read is thrown, as everywhere: it has its own place by place report.
  ///
  /// - Parameter programWorks: tells whether the file at a path is a program that can be started.
  package func ailments(programWorks: (String) -> Bool) throws -> [Ailment] {
    let inForce = try policyInForce()
    var found = try hookAilments(programWorks)
    // No policy is a policy too; one that was written and forgotten is not.
    if inForce.origin == .defaults, let workTree = repository.workTree, HookFolder(path: workTree).has(Policy.path) {
      found.append(
        Ailment(
          .warning,
          worded(
            "\(Policy.path) is not on the branch \(inForce.policy.workflow.protectedBranch) yet, so the default policy holds: ",
            fr: """
              \(Policy.path) n'est pas encore sur la branche \(inForce.policy.workflow.protectedBranch), c'est donc \
              la charte par défaut qui vaut : 
              """)
            + worded("add it and commit", fr: "ajoutez-le et faites un commit"),
          command: ["git", "add", Policy.path]))
    }
    if inForce.policy.mode == .observe {
      found.append(
        Ailment(
          .warning,
          worded(
            "Observe mode is on, so gates tell what they would refuse, and refuse nothing",
            fr: "Le mode d'observation est actif : les contrôles disent ce qu'ils refuseraient, et ne refusent rien"),
          command: ["editorial", "explain", "policy"]))
    }
    found += try branchAilments(inForce.policy)
    found += try teamAilments()
    found += LockSearch(repository: repository, now: now.seconds).ailments()
    return found + indexAilments()
  }

  // MARK: Hooks

  private func hookAilments(_ programWorks: (String) -> Bool) throws -> [Ailment] {
    let installer = try hookInstaller()
    let installation = try installer.installation()
    let isServer = installation.hooks.contains { HookName.server.contains($0.name) && $0.state != .absent }
    let needed = isServer ? HookName.server : installer.neededHooks
    let install = ["editorial", "hook", "install"] + (isServer && !repository.isBare ? ["--server"] : [])
    let hooks = installation.hooks.filter { needed.contains($0.name) }
    let managers = HookManager.present(in: repository.workTree)
    if let manager = managers.first(where: \.startsEditorial) {
      return hooks.allSatisfy { $0.state == .absent }
        ? [
          Ailment(
            .error,
            worded(
              "\(manager.file) names editorial, but \(manager.name) has not installed its hooks",
              fr: "\(manager.file) nomme editorial, mais \(manager.name) n'a pas installé ses hooks"),
            command: manager.install)
        ] : []
    }
    if hooks.allSatisfy({ $0.state == .absent || $0.state == .foreign }) {
      if let left = installer.leftBehind() {
        return [
          Ailment(
            .error,
            worded(
              "core.hooksPath names \(installation.folder), so Git passes over the hooks that were installed in \(left)",
              fr: """
                core.hooksPath désigne \(installation.folder) : Git ignore donc les hooks qui ont été installés dans \
                \(left)
                """),
            command: install, cure: .installHooks)
        ]
      }
      return [
        Ailment(
          .error,
          worded(
            "No hook is installed, so nothing is refused in this repository",
            fr: "Aucun hook n'est installé : rien n'est refusé dans ce dépôt"), command: install)
      ]
    }
    var found: [Ailment] = installation.notes.compactMap { note in
      switch note {
      case .movedAway, .setsAside: Ailment(.error, note.message, command: install, cure: .installHooks)
      case .relativeHooksPath:
        Ailment(.warning, note.message, command: ["git", "config", "core.hooksPath", installation.folder])
      }
    }
    if let program = installation.program, !programWorks(program) {
      found.append(
        Ailment(
          .warning,
          worded(
            "The hooks know the program as \(program), where it is no more: without one on the PATH they refuse everything",
            fr: """
              Pour les hooks, le programme est \(program), où il n'est plus : sans programme dans le PATH, ils \
              refusent tout
              """),
          command: install, cure: .installHooks))
    }
    return found + hooks.compactMap { ailment(of: $0, in: installation, managers: managers, install: install) }
  }

  private func ailment(
    of hook: HookInstallation.Hook, in installation: HookInstallation, managers: [HookManager], install: [String]
  ) -> Ailment? {
    let path = "\(installation.folder)/\(hook.name.rawValue)"
    switch hook.state {
    case .installed, .behindOther: return nil
    case .absent:
      return Ailment(
        .error, worded("The hook \(path) is missing", fr: "Le hook \(path) manque"), command: install,
        cure: .installHooks)
    case .outdated:
      return Ailment(
        .warning,
        worded(
          "The hook \(path) is that of an earlier version",
          fr: "Le hook \(path) est d'une version antérieure"), command: install, cure: .installHooks)
    case .notExecutable:
      return Ailment(
        .error,
        worded(
          "The hook \(path) may not be executed, so Git passes it over",
          fr: "Le hook \(path) n'est pas exécutable : Git l'ignore"), command: install, cure: .installHooks)
    case .edited:
      return Ailment(
        .error,
        worded(
          "The hook \(path) was changed by somebody; what it does is not known",
          fr: "Le hook \(path) a été modifié par quelqu'un ; on ne sait pas ce qu'il fait"),
        command: ["mv", path, path + ".before-editorial"])
    case .foreign:
      let owner = managers.first.map { worded(", which is \($0.name)’s", fr: ", qui appartient à \($0.name)") } ?? ""
      // What is there is kept and runs first; where that is not possible, the installer says so.
      return Ailment(
        .error,
        worded(
          "Another hook stands in the place of \(path)\(owner)",
          fr: "Un autre hook se trouve à la place de \(path)\(owner)"), command: install, cure: .installHooks)
    }
  }

  // MARK: Branches

  private func branchAilments(_ policy: Policy) throws -> [Ailment] {
    let protected = policy.workflow.protectedBranch
    let tips = Tips(repository)
    var found: [Ailment] = []
    if try tips.tip(of: protected) == nil, case .branch(_, let tip?) = try repository.head() {
      found.append(
        Ailment(
          .error,
          worded(
            "There is no branch \(protected), which the policy publishes on",
            fr: "Il n'y a pas de branche \(protected), sur laquelle la charte publie"),
          command: ["git", "branch", protected, tip.short]))
    }
    for reference in try repository.references(under: "refs/heads/") {
      guard let branch = reference.name.branch, let place = policy.workflow.place(ofBranch: branch) else { continue }
      if case .invalid(_, let flaw) = place {
        found.append(
          Ailment(
            .error,
            worded(
              "The branch \(branch) is named like a stage’s, but its article’s name \(flaw.reason)",
              fr: "La branche \(branch) porte un nom d'étape, mais le nom de son article \(flaw.reason)"),
            command: ["git", "branch", "--move", branch, "old-\(flaw.name.replacing("/", with: "-"))"]))
      }
      guard let slug = place.slug, let against = place.stage.gate?.against,
        let stage = policy.workflow.stage(named: against)
      else { continue }
      let baseline = policy.workflow.branch(of: slug, at: stage)
      if try tips.tip(of: baseline) == nil {
        // Another repository may have it; if there is none, what is published is the measure.
        let remote = try usualRemote()
        found.append(
          Ailment(
            .warning,
            worded(
              "\(branch) has no branch \(baseline) to be measured against",
              fr: "\(branch) n'a pas de branche \(baseline) à laquelle être comparée"),
            command: remote.map { ["git", "fetch", $0, "\(baseline):\(baseline)"] }
              ?? ["git", "branch", baseline, protected]))
      }
    }
    return found
  }

  // MARK: The index

  private func indexAilments() -> [Ailment] {
    guard !repository.isBare else { return [] }
    do {
      _ = try repository.plainIndex()
      return []
    } catch {
      guard case .unreadableIndex(let feature) = error.code else {
        return [
          Ailment(
            .error,
            worded(
              "Git’s index cannot be read (\(error)); without it, git reset writes a new one from HEAD",
              fr: """
                L'index de Git est illisible (\(error)) ; quand il est absent, git reset en écrit un nouveau à \
                partir de HEAD
                """),
            command: ["rm", "\(repository.gitDirectory)/index"])
        ]
      }
      return [
        Ailment(
          .warning,
          worded(
            "Git’s index is a \(feature), which this program cannot write: it promotes nothing into the branch that is ",
            fr: """
              L'index de Git est de la sorte \(feature), que ce programme ne sait pas écrire : il ne promeut rien \
              dans la branche qui est 
              """)
            + worded("checked out", fr: "extraite"),
          command: ["git", "update-index", "--no-split-index", "--force-write-index"])
      ]
    }
  }

  /// Mends what can be mended without a decision of a person.
  ///
  /// - Parameter program: the absolute path of this program.
  /// - Returns: what was mended.
  /// - Throws: `HookInstallerError` when hooks cannot be installed.
  package func mend(_ ailments: [Ailment], program: String) throws -> [Ailment] {
    var mended: [Ailment] = []
    let needsHooks = ailments.filter { $0.cure == .installHooks }
    if !needsHooks.isEmpty {
      let installer = try hookInstaller()
      let isServer = try installer.installation().hooks.contains {
        HookName.server.contains($0.name) && $0.state != .absent
      }
      _ = try installer.install(isServer ? HookName.server : installer.neededHooks, program: program)
      mended += needsHooks
    }
    for ailment in ailments {
      if case .remove(let path)? = ailment.cure, LockSearch.remove(path) { mended.append(ailment) }
    }
    return mended
  }
}
