import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Whether a program that a test drives is on this machine.
private func isHere(_ name: String) -> Bool {
  String(cString: getenv("PATH") ?? strdup("")).split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
}

/// The command line behaves as people know it from Git and from other good programs.
@Suite struct CommandHabitsTests {
  private let slug = SampleArticle.slug

  private func newsroom(_ article: SampleArticle = .faithful) throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(slug)")
    try newsroom.plant(article, on: "styled/\(slug)", from: "factual/\(slug)")
    return newsroom
  }

  // MARK: Colours

  @Test(arguments: [
    (["CLICOLOR_FORCE": "1"], true), (["CLICOLOR_FORCE": "0"], false), (["CLICOLOR_FORCE": ""], false), ([:], false),
    (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false), (["CLICOLOR_FORCE": "1", "NO_COLOR": ""], true),
  ])
  func coloursInAPipeAreForAWish(variables: [String: String], colored: Bool) throws {
    var newsroom = try newsroom()
    newsroom.git.environment.merge(variables) { $1 }
    #expect(try newsroom.editorial("status").text.contains("\u{1B}[") == colored)
    #expect(try newsroom.editorial("status", "--color", "always").text.contains("\u{1B}["))
    #expect(try !newsroom.editorial("status", "--color", "never").text.contains("\u{1B}["))
  }

  #if os(Linux)
    /// Runs the program with a terminal at its output.
    private func onTerminal(_ arguments: String, _ newsroom: TestNewsroom, _ variables: [String: String]) throws
      -> Subprocess
    {
      var environment = newsroom.git.environment
      environment["TERM"] = "xterm"
      environment.merge(variables) { $1 }
      return try Subprocess.run(
        ["script", "--quiet", "--return", "--command", "\(newsroom.program) \(arguments)", "/dev/null"],
        in: newsroom.git.folder, environment: environment)
    }

    @Test(arguments: [([:], true), (["NO_COLOR": "1"], false), (["CLICOLOR": "0"], false), (["TERM": "dumb"], false)])
    func coloursOnATerminalAreThereUnlessSomebodyMinds(variables: [String: String], colored: Bool) throws {
      let result = try onTerminal("status", try newsroom(), variables.merging(["GIT_PAGER": "cat"]) { $1 })
      #expect(result.status == 0 && result.text.contains(slug), "\(result.everything)")
      #expect(result.text.contains("\u{1B}[") == colored, "\(result.everything)")
    }

    // MARK: Pages

    @Test(arguments: [
      "status", "log solar-roofs", "diff solar-roofs", "score solar-roofs", "check --all", "explain score",
    ])
    func longOutputIsShownByGitsPager(command: String) throws {
      let newsroom = try newsroom()
      let pager = ["GIT_PAGER": "sed 's/^/page: /'"]
      #expect(try onTerminal(command, newsroom, pager).text.hasPrefix("page: "))
      #expect(try !onTerminal("\(command) --no-pager", newsroom, pager).text.contains("page: "))
      #expect(try !onTerminal("--no-pager \(command)", newsroom, pager).text.contains("page: "))
      #expect(try !newsroom.editorial(command.split(separator: " ").map(String.init)).text.contains("page: "))
    }

    @Test func pagerIsTheOneThatGitWouldChoose() throws {
      let newsroom = try newsroom()
      let ordinary = ["PAGER": "sed 's/^/general: /'"]
      #expect(try onTerminal("status", newsroom, ordinary).text.hasPrefix("general: "))
      try newsroom.git("config", "core.pager", "sed 's/^/mine: /'")
      #expect(try onTerminal("status", newsroom, ordinary).text.hasPrefix("mine: "))
      #expect(try onTerminal("status", newsroom, ["GIT_PAGER": "sed 's/^/now: /'"]).text.hasPrefix("now: "))
      for none in ["cat", ""] {
        #expect(try onTerminal("status", newsroom, ["GIT_PAGER": none]).text.contains(slug))
        #expect(try !onTerminal("status", newsroom, ["GIT_PAGER": none]).text.contains("mine: "))
      }
      try newsroom.git("config", "pager.editorial", "false")
      let unpaged = try onTerminal("status", newsroom, ordinary)
      #expect(unpaged.text.contains(slug) && !unpaged.text.contains("mine: "), "\(unpaged.everything)")
    }

    @Test func pagerChangesNoAnswerAndHidesNothing() throws {
      let newsroom = try newsroom(.wrongFigure)
      let refused = try onTerminal("score \(slug)@styled", newsroom, ["GIT_PAGER": "head -n 1"])
      #expect(refused.status == 1 && refused.text.contains("integrity 60.0"), "\(refused.everything)")
      #expect(!refused.text.contains("figure-altered"), "\(refused.everything)")
      let missing = try onTerminal("status", newsroom, ["GIT_PAGER": "no-such-pager-anywhere"])
      #expect(missing.status == 0 && missing.text.contains(slug), "\(missing.everything)")
    }
  #endif

  // MARK: git editorial

  @Test func gitFindsTheProgramUnderItsOwnName() throws {
    var newsroom = try newsroom()
    try newsroom.git.write("articles/notes.txt", "x\n")
    _ = try newsroom.folder.makeFolder("bin")
    let link = newsroom.folder.path("bin/git-editorial")
    #expect(symlink(newsroom.program, link) == 0)
    newsroom.git.environment["PATH"] = "\(newsroom.folder.path("bin")):\(newsroom.git.environment["PATH"] ?? "")"
    let plain = try newsroom.editorial("status")
    #expect(try newsroom.git("editorial", "status") + "\n" == plain.text)
    #expect(try newsroom.git("-C", "articles", "editorial", "status") + "\n" == plain.text)
    #expect(try newsroom.git("-c", "alias.board=editorial status", "board") + "\n" == plain.text)
  }

  // MARK: When to fail

  @Test func failingSeverityIsTheCallersToChoose() throws {
    let newsroom = try newsroom(.wrongFigure)
    func status(_ arguments: String...) throws -> Int32 {
      try newsroom.editorial(arguments).status
    }
    #expect(try status("score", "\(slug)@styled") == 1)
    #expect(try status("score", "\(slug)@styled", "--fail-on", "never") == 0)
    #expect(try status("check", "--all", "--fail-on", "never") == 0)
    #expect(try status("score", "\(slug)@styled", "--fail-on", "nothing") == 64)
    // Something that costs too little to be refused.
    let unused = SampleArticle.factual.text + "- [Office of Wind](https://officeofwind.org/report), 2024-02-03\n"
    try newsroom.plant(Array(unused.utf8), on: "factual/\(slug)")
    let passed = try newsroom.editorial("score", "\(slug)@factual", "--format", "json")
    #expect(passed.status == 0 && passed.text.contains("\"severity\": \"warning\""), "\(passed.everything)")
    #expect(try status("score", "\(slug)@factual", "--fail-on", "error") == 0)
    #expect(try status("score", "\(slug)@factual", "--fail-on", "warning") == 1)
    #expect(try status("score", "\(slug)@factual", "--fail-on", "note") == 1)
  }

  // MARK: The manual

  @Test func manualTellsOfEveryCommandAndOption() throws {
    let newsroom = try TestNewsroom()
    let page = try newsroom.editorial("--generate-manual")
    #expect(page.status == 0, "\(page.everything)")
    let help = try newsroom.editorial("--help")
    let verbs = help.text.matches(of: /\n  ([a-z]+) {2,}/).map { String($0.output.1) }.filter {
      $0 != "help" && $0 != "hook"
    }
    #expect(verbs.count > 10, "\(help.text)")
    for verb in verbs {
      #expect(page.text.contains("\n.SS editorial \(verb)"), "\(verb)")
      for option in try newsroom.editorial(verb, "--help").text.matches(of: /\n  (?:-[a-zA-Z], )?(--[a-z-]+)/) {
        #expect(page.text.contains(option.output.1.replacing("-", with: "\\-")), "\(verb) \(option.output.1)")
      }
    }
  }

  @Test func manualAndCompletionsAreInFrenchWhenAskedFor() throws {
    var newsroom = try TestNewsroom()
    newsroom.git.environment["LC_ALL"] = "fr_FR.UTF-8"
    #expect(try newsroom.editorial("--generate-manual").text.contains("\n.SH NAME\n"), "a file for everybody")
    for arguments in [["--generate-manual", "--lang", "fr"], ["--lang=fr", "--generate-manual"]] {
      let page = try newsroom.editorial(arguments)
      #expect(page.status == 0, "\(page.everything)")
      for words in ["\n.SH NOM\n", "\n.SH CODE DE SORTIE\n", "Montrer où en est chaque article", "\nL'article.\n"] {
        #expect(page.text.contains(words), "\(words)")
      }
      for words in ["EXIT STATUS", "Show ", "The article"] { #expect(!page.text.contains(words), "\(words)") }
    }
    let script = try newsroom.editorial("--generate-completion-script", "fish", "--lang", "fr")
    #expect(script.status == 0 && script.text.contains("Dire ce qui en résulterait"), "\(script.everything)")
    #expect(try newsroom.editorial("--generate-manual", "--nonsense").status == 64)
    for wrong in [["--lang", "xx"], ["--lang"], ["--lang=xx"]] {
      let answer = try newsroom.editorial(["--generate-manual"] + wrong)
      #expect(answer.status == 64 && answer.text.isEmpty && answer.errorText.contains("fr."), "\(answer.everything)")
    }
  }

  @Test func whatIsSaidInAScriptForZshEndsWhereItShould() throws {
    let script = try TestNewsroom().editorial("--generate-completion-script", "zsh", "--lang", "fr")
    // Between quotation marks an apostrophe is written '\'', so that each line has an even number of marks.
    for line in script.lines where line.contains("'help:") || line.contains("[") && line.hasPrefix("'") {
      #expect(line.replacing("'\\''", with: "").count { $0 == "'" }.isMultiple(of: 2), "\(line)")
    }
    #expect(script.text.contains("'help:Montrer ce que fait une commande.'"), "\(script.everything)")
  }

  @Test(.enabled(if: isHere("mandoc")), arguments: ["en", "fr"]) func manualIsWellFormed(language: String) throws {
    let newsroom = try TestNewsroom()
    let page = try newsroom.folder.write(
      "editorial.1", try newsroom.editorial("--generate-manual", "--lang", language).text)
    let check = try Subprocess.run(
      ["mandoc", "-T", "lint", "-W", "warning", page], in: newsroom.folder.path, environment: newsroom.git.environment)
    let complaints = check.lines.filter { !$0.contains("missing date") }
    #expect(complaints.isEmpty, "\(check.everything)")
  }
}
