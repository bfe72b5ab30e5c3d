package import Gatekeeping
package import GitStore
import Wording

/// Puts the hook scripts into a repository, and takes them out again.
///
/// A hook that is there already is kept beside the script and runs before it; `uninstall` puts it back. The scripts go
/// where git looks for hooks: the `core.hooksPath` of the repository, or the `hooks` folder that all its work trees
/// share. In that case the folder is also set as `core.hooksPath`, absolute: without it any value in the user's own
/// configuration would switch the gate off, and a relative one is another folder in each linked work tree. After the
/// repository was moved, installing again corrects it.
///
/// When the user's own configuration sets `core.hooksPath` already, that folder serves other repositories, which must
/// not be gated. So the repository gets a hooks folder of its own (`editorial-hooks`), in which the user's hooks go on
/// running.
package struct HookInstaller {
  private let repository: Repository
  private let workflow: Workflow

  package init(repository: Repository, workflow: Workflow) {
    self.repository = repository
    self.workflow = workflow
  }

  /// The hooks that this repository needs: a bare one is pushed to, in another people work.
  package var neededHooks: [HookName] { repository.isBare ? HookName.server : HookName.local }

  var diffDriver: DiffDriver { DiffDriver(repository: repository) }

  /// The branches that have a gate, as words: `factual/{slug} or main`.
  package var guarded: String {
    let names = workflow.stages.filter { $0.gate != nil }.map { "\($0.branch)" }
    guard let last = names.last, names.count > 1 else {
      return names.first
        ?? worded(
          "nothing: no stage has a gate",
          fr: "rien : aucune étape n'a de contrôle")
    }
    return names.dropLast().joined(separator: ", ") + worded(" or ", fr: " ou ") + last
  }

  /// Installs hooks; those that are there as they should be stay untouched.
  ///
  /// - Parameter program: the absolute path of the program, for hooks that find none on their `PATH`.
  /// - Throws: `HookInstallerError`, before anything is written when it can be known.
  package func install(_ names: [HookName], program: String) throws(HookInstallerError) -> HookInstallation {
    guard program.hasPrefix("/"), !program.utf8.contains(where: { $0 < 0x20 }) else {
      throw .unusableProgramPath(program)
    }
    let place = try place()
    let states = names.map { ($0, state(of: HookScript($0), in: place.folder)) }
    for (name, state) in states {
      if case .edited = state { throw .edited(place.folder.path(of: name.rawValue)) }
      let kept = HookScript(name).keptName
      // An installation that was interrupted has kept the hook already.
      if case .foreign = state, place.folder.has(kept), !place.folder.isSame(name.rawValue, kept) {
        throw .keptNameTaken(place.folder.path(of: kept))
      }
    }
    do throws(HookFolder.Failure) {
      let made = try place.folder.make()
      try writeInstallFile(in: place, program: program, made: made)
      if let other = place.setAside { try forward(other, in: place.folder, names: names) }
      for (name, state) in states { try install(HookScript(name), state, in: place.folder) }
    } catch {
      throw .file(error.operation, error.path, error.reason)
    }
    if place.needsSetting { try setHooksPath(setting(for: place.folder)) }
    return try installation()
  }

  /// Writes the repository's own setting; takes away first what an installation that was killed has left locked.
  private func setHooksPath(_ path: String?) throws(HookInstallerError) {
    let file = repository.commonDirectory + "/config"
    let turn: WritingTurn
    do {
      turn = try WritingTurn(in: repository)
    } catch let error as DeskError {
      throw .file("write", file, error.message)
    } catch let error as GitError {
      throw .git(error)
    } catch {
      throw .file("write", file, "\(error)")
    }
    do throws(GitError) {
      try turn.writing(file) { () throws(GitError) in try repository.setLocalConfig("core.hooksPath", to: path) }
    } catch {
      throw .git(error)
    }
  }

  /// What the configuration says of the folder.
  ///
  /// It is said at all so that nobody's own configuration switches the gate off. Where people push to, git runs the
  /// hooks inside the repository, and a relative path goes with it when it is moved; in a work tree it would lead astray.
  private func setting(for folder: HookFolder) -> String {
    guard repository.isBare, folder.path == sharedFolder.path,
      !HookFolder(path: repository.commonDirectory + "/worktrees").exists
    else { return folder.path }
    return "hooks"
  }

  /// Takes the scripts away and puts back what they took the place of.
  package func uninstall() throws(HookInstallerError) -> HookInstallation {
    let place = try place()
    let folder = place.folder
    for name in HookName.allCases {
      if case .edited = state(of: HookScript(name), in: folder) { throw .edited(folder.path(of: name.rawValue)) }
    }
    let known = installFile(in: folder)
    try diffDriver.uninstall()
    if known.wasPathSet { try setHooksPath(nil) }
    do throws(HookFolder.Failure) {
      for name in folder.names() where folder.read(name).map(HookForwarder.isOwn) ?? false { try folder.remove(name) }
      for name in HookName.allCases { try uninstall(HookScript(name), in: folder) }
      try folder.remove(HookScript.installFile)
      for file in [PassedArticles.file, WaiverArchive.file, WritingTurn.file] {
        try HookFolder(path: repository.commonDirectory).remove(file)
      }
      WaitingTrailers(in: repository).clear()
      JudgedCommit(in: repository).clear()
    } catch {
      throw .file(error.operation, error.path, error.reason)
    }
    if known.wasFolderMade { folder.removeIfEmpty() }
    return try installation()
  }

  /// Returns what is installed, and what keeps it from working.
  package func installation() throws(HookInstallerError) -> HookInstallation {
    let place = try place()
    let states = HookName.allCases.map { name in
      let script = HookScript(name)
      return HookInstallation.Hook(
        name: name, state: state(of: script, in: place.folder), keepsOther: place.folder.has(script.keptName))
    }
    return HookInstallation(
      folder: place.folder.path, hooks: states, program: installFile(in: place.folder).program, notes: place.notes)
  }

  /// Returns the folder with hooks of this program that git does not look into; `nil` when there is none.
  func leftBehind() -> String? {
    do {
      let folder = try repository.hooksFolder().path
      return [sharedFolder, ownFolder].first { $0.path != folder && $0.has(HookScript.installFile) }?.path
    } catch {
      return nil
    }
  }

  // MARK: Places

  private struct Place {
    let folder: HookFolder
    /// The repository's own configuration has to name the folder.
    var needsSetting = false
    /// The folder of the user's configuration that has to give way.
    var setAside: HookFolder?
    var notes: [HookInstallation.Note] = []
  }

  /// The folder that git uses when nothing else is said.
  private var sharedFolder: HookFolder { HookFolder(path: repository.commonDirectory + "/hooks") }
  /// The folder that stands in for the user's.
  private var ownFolder: HookFolder { HookFolder(path: repository.commonDirectory + "/editorial-hooks") }

  private func place() throws(HookInstallerError) -> Place {
    let found: HooksFolder
    do { found = try repository.hooksFolder() } catch { throw .git(error) }
    guard let configured = found.configured else { return Place(folder: sharedFolder, needsSetting: true) }
    switch configured.scope {
    case .system, .global:
      return Place(
        folder: ownFolder, needsSetting: true, setAside: HookFolder(path: found.path), notes: [.setsAside(found.path)])
    case .command:
      throw .temporaryHooksPath(found.path)
    case .local, .workTree:
      var place = Place(folder: HookFolder(path: found.path))
      if !place.folder.exists, let moved = [sharedFolder, ownFolder].first(where: { installFile(in: $0).wasPathSet }) {
        return Place(folder: moved, needsSetting: true, notes: [.movedAway(from: found.path)])
      }
      place.needsSetting = installFile(in: place.folder).wasPathSet
      if let value = configured.value, !value.hasPrefix("/"), !value.hasPrefix("~"), !repository.isBare {
        place.notes.append(.relativeHooksPath(value))
      }
      return place
    }
  }

  // MARK: One hook

  private func state(of script: HookScript, in folder: HookFolder) -> HookInstallation.State {
    let name = script.name.rawValue
    guard folder.has(name) else { return .absent }
    if let bytes = folder.read(name) {
      if script.isOwn(bytes) {
        if !folder.isExecutable(name) { return .notExecutable }
        return Array(script.text.utf8) == bytes ? .installed : .outdated
      }
      if HookScript.claimsToBeOwn(bytes) { return .edited }
    }
    // pre-commit and prek keep what they find under this name and run it.
    if let bytes = folder.read(name + ".legacy"), script.isOwn(bytes) { return .behindOther }
    return .foreign
  }

  private func install(
    _ script: HookScript, _ state: HookInstallation.State, in folder: HookFolder
  ) throws(HookFolder.Failure) {
    let name = script.name.rawValue
    switch state {
    case .installed, .behindOther, .edited: return
    case .foreign where folder.has(script.keptName): break
    case .foreign: try folder.keep(name, as: script.keptName)
    case .absent, .outdated, .notExecutable: break
    }
    try folder.write(name, script.text, executable: true)
  }

  private func uninstall(_ script: HookScript, in folder: HookFolder) throws(HookFolder.Failure) {
    let name = script.name.rawValue
    switch state(of: script, in: folder) {
    case .installed, .outdated, .notExecutable:
      if folder.has(script.keptName) {
        try folder.move(script.keptName, to: name)
      } else {
        try folder.remove(name)
      }
    case .behindOther: try folder.remove(name + ".legacy")
    case .absent where folder.has(script.keptName): try folder.move(script.keptName, to: name)
    case .absent, .foreign, .edited: break
    }
  }

  /// Lets the hooks of the user's folder run from here: those of our names before the scripts, the others as they are.
  private func forward(
    _ other: HookFolder, in folder: HookFolder, names: [HookName]
  ) throws(HookFolder.Failure) {
    for name in other.names() where !name.contains(".") && other.isExecutable(name) {
      let target = names.contains { $0.rawValue == name } ? name + ".before-editorial" : name
      try folder.write(target, HookForwarder.text(to: other.path(of: name)), executable: true)
    }
  }

  // MARK: The file beside the scripts

  private func writeInstallFile(in place: Place, program: String, made: Bool) throws(HookFolder.Failure) {
    let folder = place.folder
    let known = installFile(in: folder)
    var lines = [program]
    for stage in workflow.stages where stage.gate != nil {
      lines.append("guards refs/heads/\(stage.branch.prefix)\(stage.branch.suffix.map { "*" + $0 } ?? "")")
    }
    if made || known.wasFolderMade { lines.append(Self.madeFolder) }
    if place.needsSetting { lines.append(Self.setPath) }
    let text = lines.map { $0 + "\n" }.joined()
    if folder.read(HookScript.installFile) != Array(text.utf8) {
      try folder.write(HookScript.installFile, text, executable: false)
    }
  }

  private static let madeFolder = "made folder"
  private static let setPath = "set core.hooksPath"

  private func installFile(in folder: HookFolder) -> (program: String?, wasFolderMade: Bool, wasPathSet: Bool) {
    guard let bytes = folder.read(HookScript.installFile) else { return (nil, false, false) }
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    let flags = lines.dropFirst()
    return (lines.first, flags.contains(Self.madeFolder), flags.contains(Self.setPath))
  }
}

/// A script that does no more than run a hook that lies elsewhere.
enum HookForwarder {
  private static let mark = "# editorial hook forwards"

  static func text(to path: String) -> String {
    let quoted = Self.quoted(path)
    return """
      #!/bin/sh
      \(mark)
      # The core.hooksPath of the user's configuration is set aside in this repository; its hooks go on running.
      if [ -x \(quoted) ]; then exec \(quoted) "$@"; fi

      """
  }

  /// Returns the path as one word of a shell.
  static func quoted(_ path: String) -> String {
    "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  static func isOwn(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: Array("#!/bin/sh\n\(mark)\n".utf8))
  }
}
