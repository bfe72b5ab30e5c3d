import Foundation
import PackagePlugin

/// Makes the tables of the packs of a target, anew when one of them has changed.
@main struct CompilePacks: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = target.directoryURL.appending(path: "Packs")
    let packs = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "yml" }.sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "CompiledPacks.swift")
    return [
      .buildCommand(
        displayName: "Compiling language packs", executable: try context.tool(named: "PackCompiler").url,
        arguments: [output.path] + packs.map(\.path), inputFiles: packs, outputFiles: [output])
    ]
  }
}
