/// A program that puts the hooks of several tools into a repository, and is configured there.
struct HookManager {
  let name: String
  /// Its configuration, from the root of the work tree.
  let file: String
  /// What installs its hooks.
  let install: [String]
  /// Whether its configuration starts this program.
  let startsEditorial: Bool

  /// Returns those that have their configuration in the work tree, the ones that start this program first.
  static func present(in workTree: String?) -> [HookManager] {
    guard let workTree else { return [] }
    let folder = HookFolder(path: workTree)
    let found = known.flatMap { manager in
      manager.files.compactMap { file -> HookManager? in
        guard let bytes = folder.read(file) else { return nil }
        return HookManager(
          name: manager.name, file: file, install: manager.install,
          startsEditorial: String(decoding: bytes, as: UTF8.self).contains("editorial"))
      }
    }
    return found.filter(\.startsEditorial) + found.filter { !$0.startsEditorial }
  }

  private static let known: [(name: String, files: [String], install: [String])] = [
    ("pre-commit", [".pre-commit-config.yaml", ".pre-commit-config.yml"], ["pre-commit", "install"]),
    (
      "lefthook",
      ["lefthook.yml", ".lefthook.yml", "lefthook.yaml", ".lefthook.yaml", "lefthook.toml", "lefthook.json"],
      ["lefthook", "install"]
    ),
    ("husky", [".husky/pre-commit", ".husky/pre-push"], ["npx", "husky"]),
  ]
}
