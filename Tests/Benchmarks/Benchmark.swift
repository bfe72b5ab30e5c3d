import Foundation

/// Measures the integrity engine on any folder of articles: harmful edits it should refuse, harmless ones it should let pass.
@main
struct Benchmark {
  private static let usage = """
    usage: Benchmarks --articles DIR [--seed N] [--per-article N] [--only KIND]… [--show KIND] [--limit N] [--json]

      --articles DIR     a folder of .md and .txt files, read with its subfolders
      --seed N           the edits to make: the same for the same number everywhere (default 1)
      --per-article N    edits of each kind on each article (default 3)
      --only KIND        make only the edits whose kind has this in its name
      --show KIND        print the edits of this kind (or harmful, harmless, restyle, all) that were judged wrongly
      --limit N          how many of them (default 40)
      --json             print the measures as JSON
      --strict           exit with 1 when a goal is missed

    """

  static func main() async {
    var arguments = Array(CommandLine.arguments.dropFirst())
    var options: [String: [String]] = [:]
    while let name = arguments.first, name.hasPrefix("--") {
      arguments.removeFirst()
      let isFlag = name == "--json" || name == "--strict"
      options[name, default: []].append(isFlag || arguments.isEmpty ? "" : arguments.removeFirst())
    }
    guard let folder = options["--articles"]?.last, arguments.isEmpty else {
      FileHandle.standardError.write(Data(usage.utf8))
      exit(2)
    }
    let number = { (name: String, other: Int) in options[name]?.last.flatMap { Int($0) } ?? other }
    let specimens = Specimen.all(in: folder)
    guard !specimens.isEmpty else {
      FileHandle.standardError.write(Data("no articles in \(folder)\n".utf8))
      exit(2)
    }
    let runner = Runner(
      seed: UInt64(clamping: number("--seed", 1)), perArticle: number("--per-article", 3), only: options["--only"] ?? []
    )
    let trials = await runner.trials(on: specimens)
    let table = Table(trials: trials)
    if options["--json"] != nil {
      print(JSONSummary(trials: trials).text)
    } else {
      print(table.text)
    }
    for name in options["--show"] ?? [] { print(table.failures(of: name, limit: number("--limit", 40))) }
    if options["--strict"] != nil, !Summary(trials: trials).meetsGoals { exit(1) }
  }
}

extension Specimen {
  /// The articles of a folder, by name.
  ///
  /// Where stages of one article lie in one folder, the factual one is edited, and the styled one is a restyle of it.
  static func all(in folder: String) -> [Specimen] {
    let names = (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? [])
      .filter { $0.hasSuffix(".md") || $0.hasSuffix(".txt") }.sorted()
    let read = { (name: String) in
      FileManager.default.contents(atPath: folder + "/" + name).map { String(decoding: $0, as: UTF8.self) }
    }
    return names.compactMap { name in
      let directory = name.split(separator: "/").dropLast().joined(separator: "/")
      let file = name.split(separator: "/").last ?? ""
      let prefix = directory.isEmpty ? "" : directory + "/"
      let isStaged = names.contains(prefix + "factual.md")
      guard !isStaged || file == "factual.md", let text = read(name) else { return nil }
      let french = text.split(whereSeparator: \.isWhitespace).count {
        ["les", "des", "est", "une", "pour", "dans", "le"].contains($0)
      }
      let english = text.split(whereSeparator: \.isWhitespace).count {
        ["the", "and", "is", "are", "for", "with", "of"].contains($0)
      }
      let restyle = isStaged && names.contains(prefix + "styled.md") ? read(prefix + "styled.md") : nil
      return Specimen(
        name: name, text: text.replacing("\r\n", with: "\n"), isFrench: french > english, restyle: restyle)
    }
  }
}
