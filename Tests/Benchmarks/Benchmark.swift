import Foundation

/// Measures the integrity engine on any folder of articles: harmful edits it should refuse, harmless ones it should let pass.
@main
struct Benchmark {
  private static let usage = """
    usage: Benchmarks --articles DIR [--edits DIR] [--seed N] [--per-article N] [--wording WORDS] [--only KIND]…
                      [--show KIND] [--limit N] [--sample] [--json] [--strict]

      --articles DIR     a folder of .md and .txt files, read with its subfolders
      --edits DIR        instead of edits by pattern, those that were written by hand for these articles, one file each
      --seed N           the edits to make: the same for the same number everywhere (default 1)
      --per-article N    edits of each kind on each article (default 3)
      --wording WORDS    the words to edit with: first, or second, which the engine has not been mended by
      --only KIND        make only the edits whose kind has this in its name
      --show KIND        print the edits of this kind (or harmful, harmless, restyle, all) that were judged wrongly
      --limit N          how many of them (default 40)
      --sample           print edits however they were judged
      --json             print the measures as JSON
      --strict           exit with 1 when a goal is missed
      --calibration      print what the README and `editorial explain score` say of the default threshold
      --cost             print what it costs to score a pair in a running process, by its length

    """

  static func main() async {
    var arguments = Array(CommandLine.arguments.dropFirst())
    var options: [String: [String]] = [:]
    while let name = arguments.first, name.hasPrefix("--") {
      arguments.removeFirst()
      let isFlag = ["--json", "--strict", "--sample", "--calibration", "--cost"].contains(name)
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
    guard let wording = Wording(rawValue: options["--wording"]?.last ?? Wording.first.rawValue) else {
      FileHandle.standardError.write(Data("the wording is first or second\n".utf8))
      exit(2)
    }
    let (seed, perArticle) = (UInt64(clamping: number("--seed", 1)), number("--per-article", 3))
    let runner = Runner(seed: seed, perArticle: perArticle, only: options["--only"] ?? [], wording: wording)
    let written = options["--edits"]?.last.map { runner.trials(ofEditsIn: $0, on: specimens) }
    if options["--calibration"] != nil { exit(await calibrate(on: specimens, written: written) ? 0 : 1) }
    if options["--cost"] != nil {
      print(Cost(runner: runner).table(of: specimens))
      return
    }
    let trials = if let written { written } else { await runner.trials(on: specimens) }
    let table = Table(trials: trials)
    if options["--json"] != nil {
      let made = [
        ("seed", "\(seed)"), ("perArticle", "\(perArticle)"), ("wording", JSONSummary.quoted(wording.rawValue)),
      ]
      print(JSONSummary(options: made, trials: trials).text)
    } else {
      print(table.text)
    }
    for name in options["--show"] ?? [] {
      print(table.failures(of: name, limit: number("--limit", 40), all: options["--sample"] != nil))
    }
    guard options["--strict"] != nil else { return }
    if !meetsGoals(trials) { exit(1) }
  }

  /// Prints what the gate's threshold means, in each wording and on edits written by hand, and returns whether the goals
  /// hold in the first wording.
  ///
  /// One edit of each kind for each article: few, so that it runs with the tests.
  private static func calibrate(on specimens: [Specimen], written: [Trial]?) async -> Bool {
    var isGood = true
    for wording in Wording.allCases {
      let trials = await Runner(seed: 1, perArticle: 1, only: [], wording: wording).trials(on: specimens)
      print("\(wording): \(Summary(trials: trials).calibration)")
      if wording == .first { isGood = meetsGoals(trials) }
    }
    if let written { print("written by hand: \(Summary(trials: written).calibration)") }
    return isGood
  }

  /// Tells which goals are missed.
  private static func meetsGoals(_ trials: [Trial]) -> Bool {
    let missed = Summary(trials: trials).missedGoals
    FileHandle.standardError.write(Data(missed.map { $0 + "\n" }.joined().utf8))
    return missed.isEmpty
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
        name: name, text: text.replacing("\r\n", with: "\n"),
        isFrench: french + text.count { "éèàç".contains($0) } / 4 > english, restyle: restyle)
    }
  }
}
