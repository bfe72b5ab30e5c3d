import StructuredText
import TestSupport
import Testing

/// An editor who works in French is answered in French, and no program notices.
@Suite struct FrenchTests {
  private let slug = SampleArticle.slug

  private func newsroom(_ environment: [String: String] = [:]) throws -> TestNewsroom {
    var newsroom = try TestNewsroom()
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"] {
      newsroom.git.environment[name] = environment[name]
    }
    try newsroom.plant(.factual, on: "factual/\(slug)")
    return newsroom
  }

  // MARK: Which language

  @Test(arguments: [
    (["LC_MESSAGES": "fr_FR.UTF-8"], true), (["LANG": "fr_CA"], true), (["LC_ALL": "fr", "LANG": "en_GB"], true),
    (["LC_ALL": "en_GB", "LC_MESSAGES": "fr_FR"], false), (["LANG": "fr_FR", "LC_MESSAGES": "C"], false),
    (["LANG": "en_GB", "LANGUAGE": "fr:en"], true), (["LANG": "fr_FR", "LANGUAGE": "de:en"], false),
    (["LANG": "C.UTF-8", "LANGUAGE": "fr"], false), (["LANG": "de_DE.UTF-8"], false), (["LC_ALL": ""], false),
  ])
  func languageIsTheOneOfTheLocale(variables: [String: String], isFrench: Bool) throws {
    let answer = try newsroom(variables).editorial("score", slug)
    #expect(answer.text.contains("intégrité") == isFrench, "\(answer.everything)")
    #expect(answer.text.contains("integrity") != isFrench, "\(answer.everything)")
  }

  @Test func whoeverAsksForALanguageGetsIt() throws {
    let newsroom = try newsroom(["LC_ALL": "fr_FR.UTF-8"])
    #expect(try newsroom.editorial("--lang", "en", "status").text.contains("INTEGRITY"))
    #expect(try newsroom.editorial("status").text.contains("INTÉGRITÉ"))
    try newsroom.git("config", "editorial.lang", "en")
    #expect(try newsroom.editorial("status").text.contains("INTEGRITY"))
    #expect(try newsroom.editorial("status", "--lang=fr").text.contains("INTÉGRITÉ"))
    // Known before anything is asked of a repository, and where there is none.
    #expect(try newsroom.editorial("status", "--help").text.contains("Show where every article stands."))
    var elsewhere = newsroom
    elsewhere.git.environment["GIT_CONFIG_GLOBAL"] = try newsroom.folder.write("own", "[editorial]\n\tlang = en\n")
    let outside = try newsroom.folder.makeFolder("outside")
    #expect(try newsroom.editorial(["explain", "score"], in: outside).text.contains("score d'intégrité"))
    #expect(try elsewhere.editorial(["explain", "score"], in: outside).text.contains("integrity score"))
    let unknown = try newsroom.editorial("status", "--lang", "xx")
    #expect(unknown.status == 64, "\(unknown.everything)")
  }

  @Test(arguments: ["json", "jsonl", "sarif", "junit", "checkstyle", "rdjson", "github"])
  func whatProgramsReadIsTheSameInEveryLocale(format: String) throws {
    var newsroom = try newsroom()
    try newsroom.plant(.wrongFigure, on: "styled/\(slug)", from: "factual/\(slug)")
    let answer = try newsroom.editorial("score", slug, "--format", format)
    #expect(answer.text.contains("figure-altered"), "\(answer.everything)")
    newsroom.git.environment["LC_ALL"] = "fr_FR.UTF-8"
    try newsroom.git("config", "editorial.lang", "fr")
    #expect(try newsroom.editorial("score", slug, "--format", format).output == answer.output)
    #expect(try newsroom.editorial("score", slug, "--format", format, "--lang", "fr").output != answer.output)
  }

  @Test func findingsHaveOneNameInEveryLanguage() throws {
    let newsroom = try newsroom(["LC_ALL": "fr_FR.UTF-8"])
    try newsroom.plant(.wrongFigure, on: "styled/\(slug)", from: "factual/\(slug)")
    let accepted = try newsroom.editorial("accept", slug, "figure-altered", "--reason", "vérifié")
    try #require(accepted.status == 0, "\(accepted.everything)")
    #expect(accepted.text.contains("Ce constat est toléré par "), "\(accepted.everything)")
    let answer = try newsroom.editorial("score", slug)
    #expect(answer.text.contains("constat toléré"), "\(answer.everything)")
    #expect(answer.text.contains("toléré par "), "\(answer.everything)")
  }

  // MARK: What is said

  @Test func refusalOfTheHookIsInFrench() throws {
    let newsroom = try newsroom(["LC_MESSAGES": "fr_FR.UTF-8"])
    let candidate = try newsroom.plant(.wrongFigure, on: "desk/restyled")
    try newsroom.installHooks()
    let result = try newsroom.git.run(["merge", "--ff-only", candidate])
    #expect(result.status != 0)
    let nbsp = "\u{A0}"
    for words in [
      "editorial refuse la mise à jour de main. Rien n'a été déplacé.",
      "\(slug)\(nbsp): intégrité 60,0, 95,0 exigé pour published\(nbsp): refusé",
      "L'article d'origine dit «\(nbsp)40%\(nbsp)», et ici on lit «\(nbsp)14%\(nbsp)»",
      "à faire\(nbsp): Remettez «\(nbsp)40%\(nbsp)», en chiffres ou en lettres",
      "Git a peut-être laissé des fichiers de la version refusée.", "Ensuite\(nbsp):",
    ] {
      #expect(result.everything.contains(words), "\(words)\n\(result.everything)")
    }
    #expect(!result.everything.contains("baseline"), "\(result.everything)")
  }

  @Test func serverSpeaksTheLanguageOfItsConfiguration() throws {
    let newsroom = try newsroom(["LC_ALL": "C"])
    let candidate = try newsroom.plant(.wrongFigure, on: "desk/restyled")
    let server = newsroom.folder.path("server.git")
    try newsroom.git("clone", "--quiet", "--bare", ".", server)
    let installed = try newsroom.editorial("-C", server, "hook", "install", "--server")
    try #require(installed.status == 0, "\(installed.everything)")
    try newsroom.git("--git-dir", server, "config", "editorial.lang", "fr")
    let result = try newsroom.git.run(["push", server, "\(candidate):refs/heads/main"])
    #expect(result.everything.contains("editorial refuse l'envoi vers main"), "\(result.everything)")
  }

  @Test func commitsOfAPromotionAreTheSameInEveryLanguage() throws {
    let newsroom = try newsroom(["LC_ALL": "fr_FR.UTF-8"])
    try newsroom.plant(.faithful, on: "styled/\(slug)", from: "factual/\(slug)")
    let result = try newsroom.editorial("promote", slug)
    #expect(result.text.contains("a été promu de styled à published"), "\(result.everything)")
    let message = try newsroom.git("log", "-1", "--format=%B", "main")
    #expect(message.contains("Promote \(slug) from styled to published"))
    #expect(message.contains("Integrity-Score: 100.0"))
  }

  @Test func pageIsInFrenchToItsLastLabel() throws {
    let newsroom = try newsroom()
    try newsroom.plant(.wrongFigure, on: "styled/\(slug)", from: "factual/\(slug)")
    let page = try newsroom.editorial("report", "--html", "-", "--lang", "fr").text
    #expect(page.contains("<html lang=\"fr\">"))
    for label in ["Tableau de bord", "Intégrité", "Constats", "Historique", "Tendances", "Fiabilité"] {
      #expect(page.contains(label), "\(label)")
    }
    for label in ["Board", "Integrity", "Findings", "History", "Baseline", "refused", "passed", "Skip to"] {
      #expect(!page.contains(">\(label)"), "\(label)")
    }
  }

  @Test func errorsAndTheirRemediesAreInFrench() throws {
    let newsroom = try newsroom(["LANG": "fr_FR.UTF-8"])
    let missing = try newsroom.editorial("score", "solar-rofs")
    #expect(missing.status == 2)
    #expect(missing.errorText.hasPrefix("editorial\u{A0}: impossible de lire solar-rofs"), "\(missing.everything)")
    #expect(missing.errorText.contains("Vouliez-vous dire solar-roofs"), "\(missing.everything)")
    let command = try newsroom.editorial("statsu")
    #expect(command.errorText.contains("Vouliez-vous dire status") && command.errorText.hasSuffix("--help\n"))
    let unknown = try newsroom.editorial("accept", slug, "name-lost", "--reason", "vérifié")
    #expect(unknown.errorText.contains("impossible de tolérer name-lost dans \(slug)"), "\(unknown.everything)")
    let elsewhere = try self.newsroom(["LANG": "fr_FR.UTF-8"])
    let tree = try elsewhere.git("rev-parse", "factual/\(slug)^{tree}")
    elsewhere.folder.remove("repository/.git/objects/\(tree.prefix(2))/\(tree.dropFirst(2))")
    let torn = try elsewhere.editorial("promote", slug)
    #expect(torn.errorText.contains("il manque au dépôt l'objet ou la référence \(tree)"), "\(torn.everything)")
    #expect(torn.errorText.contains("git fsck"), "\(torn.everything)")
    try newsroom.git.write("editorial.yml", "version: 1\nstagse: []\n")
    try newsroom.git("commit", "--quiet", "--all", "--message", "Break the policy")
    let broken = try newsroom.editorial("check", "--all")
    #expect(broken.errorText.contains("clé inconnue «\u{A0}stagse\u{A0}»"), "\(broken.everything)")
    #expect(broken.errorText.contains("editorial.yml:2:1: erreur\u{A0}: "), "\(broken.everything)")
  }

  @Test func reportReadsAsANewsroomWouldWriteIt() throws {
    let newsroom = try newsroom(["LANG": "fr_FR.UTF-8"])
    let checked = """
      # Les toits

      Selon la Ville, le programme a coûté 3,96 millions d'euros en 2024 (Source : Ville de Larkfield).

      ## Sources

      1. **Ville de Larkfield**
         - URL : https://ville.larkfield.org/budget

      """
    let folder = try newsroom.folder.makeFolder("bureau")
    try newsroom.folder.write("bureau/verifie.md", checked)
    try newsroom.folder.write("bureau/reecrit.md", checked.replacing("3,96 millions", with: "4,5 millions"))
    let answer = try newsroom.editorial(["score", "reecrit.md", "--against", "verifie.md"], in: folder)
    // The blanks before colons, and within quotation marks, are such as no line breaks at.
    let plain = answer.text.replacing("\u{A0}", with: " ")
    #expect(
      plain == """
        reecrit.md : intégrité 60,0, 95,0 exigé : refusé
          style 80 sur 100 (conversational) : questions 0,0/20, short-sentences 30,0/30, contractions
            20,0/20, heavy-transitions 20,0/20, exclamation-marks 10,0/10
          comparé à verifie.md

        reecrit.md:3:38: erreur : [figure-altered 2d5826c4] -40,0
          L'article d'origine dit « 3,96 millions d'euros », et ici on lit « 4,5 millions d'euros »
            3 | …la Ville, le programme a coûté 4,5 millions d'euros en 2024 (Source : Ville de Larkfie…
              |                                 ^^^^^^^^^^^^^^^^^^^^
          dans l'article d'origine, verifie.md:3:38 :
            3 | …la Ville, le programme a coûté 3,96 millions d'euros en 2024 (Source : Ville de Larkfie…
              |                                 ^^^^^^^^^^^^^^^^^^^^^
          à faire : Remettez « 3,96 millions d'euros », en chiffres ou en lettres

        1 erreur ; 40,0 points perdus.
        Ensuite : editorial explain figure-altered

        """)
  }

  /// No blank at which a line could break stands before a mark, or within quotation marks.
  @Test func helpIsTypographicallyRight() throws {
    let newsroom = try newsroom(["LANG": "fr_FR.UTF-8"])
    let verbs = [
      "accept", "check", "diff", "doctor", "explain", "facts", "hook", "init", "log", "lsp", "new", "promote", "report",
      "score", "status",
    ]
    let pages = ["score", "policy", "style", "waivers"].map { ["explain", $0] } + verbs.map { [$0, "--help"] }
    for page in pages {
      let help = try newsroom.editorial(page)
      #expect(help.status == 0 && help.text.utf8.count > 100, "\(help.everything)")
      for mark in [" ;", " ?", " !", " »", "« "] { #expect(!help.text.contains(mark), "\(page) \(mark)\n\(help.text)") }
    }
  }

  @Test func pagesShowTheSameExamplesInBothLanguages() throws {
    let newsroom = try newsroom()
    for page in ["policy", "style", "waivers", "team"] {
      let texts = try ["en", "fr"].map { try newsroom.editorial("explain", page, "--lang", $0).text }
      // What is to be copied stands in braces, or behind the name of a program.
      let examples = texts.map { text in
        text.split(separator: "\n").map { $0.drop { $0 == " " } }
          .filter { $0.hasSuffix("}") && !$0.contains(". ") && $0.contains(": {") || $0.hasPrefix("- {measure") }
      }
      #expect(examples[0] == examples[1], "\(page)")
      if page == "style" { #expect(examples[0].count > 15, "\(examples[0])") }
    }
  }

  @Test func editorIsAnsweredInItsOwnLanguage() throws {
    let newsroom = try newsroom()
    let address = "file://\(newsroom.git.folder)/\(SampleArticle.path)"
    try newsroom.git("switch", "--quiet", "--create", "styled/\(slug)", "factual/\(slug)")
    let editor = try EditorClient(newsroom, locale: "fr-FR")
    editor.open(address, SampleArticle.wrongFigure.text)
    let told = try editor.message { $0["method"]?.text == "textDocument/publishDiagnostics" }
    let messages = told["params"]?["diagnostics"]?.items?.compactMap { $0["message"]?.text } ?? []
    #expect(messages.contains { $0.contains("L'article d'origine dit") }, "\(messages)")
    #expect(try editor.leave().status == 0)
  }

  @Test func policyOfInitIsAPolicyInBothLanguages() throws {
    for language in ["en", "fr"] {
      let newsroom = try TestNewsroom(policy: nil)
      let written = try newsroom.editorial("init", "--lang", language)
      #expect(written.status == 0, "\(written.everything)")
      let policy = try newsroom.git.read("editorial.yml")
      #expect(policy.contains("La charte éditoriale") == (language == "fr"))
      #expect(policy.hasSuffix("\n") && !policy.hasSuffix("\n\n"))
      try newsroom.git("add", "editorial.yml")
      try newsroom.git("commit", "--quiet", "--message", "Adopt a policy")
      let checked = try newsroom.editorial("check", "--all")
      #expect(checked.status == 0, "\(checked.everything)")
    }
  }

  @Test func proseOfADifferenceIsAPageToo() throws {
    let newsroom = try newsroom()
    try newsroom.plant(.wrongFigure, on: "styled/\(slug)", from: "factual/\(slug)")
    let page = try newsroom.editorial("diff", slug, "--word-diff", "--format", "html", "--lang", "fr").text
    #expect(page.contains("<html lang=\"fr\">"))
    #expect(page.contains("<del class=\"bad\">40%</del><ins class=\"good\">14%</ins>"), "\(page)")
  }

  // MARK: Rules

  /// Rules whose examples need files, a dossier, other articles or a policy around them.
  private static let needMore: Set<String> = [
    "fact-ungrounded", "field-missing", "figure-conflict", "image-missing", "link-broken", "source-conflict",
  ]

  @Test func everyRuleSpeaksFrench() throws {
    let newsroom = try TestNewsroom()
    func rules(_ language: String) throws -> [Node] {
      let answer = try newsroom.editorial("explain", "--format", "json", "--lang", language)
      return try JSONReader.node(in: answer.output).items ?? []
    }
    let english = try rules("en")
    let french = try rules("fr")
    try #require(english.count > 50 && english.count == french.count)
    for (one, other) in zip(english, french) {
      for part in ["summary", "rationale"] {
        #expect(one[part]?.text != other[part]?.text, "\(one["rule"]?.text ?? ""): \(part)")
      }
    }
    // The examples that fail, as a batch: each rule's own finding in both languages.
    let pairs = english.map { rule in
      let example = rule["failing"]
      let members = ["baseline", "candidate"].compactMap { name in
        example?[name]?.text.flatMap { $0 == "null" ? nil : $0 }.map {
          "\"\(name)\": \(Self.quoted($0.filter { $0 != "⟦" && $0 != "⟧" }))"
        }
      }
      return (rule["rule"]?.text ?? "", members.joined(separator: ", "))
    }
    let input = Array(pairs.map { "{\"id\": \"\($0)\", \($1)}\n" }.joined().utf8)
    func answers(_ language: String) throws -> [Node] {
      try newsroom.editorial(["score", "--batch", "--lang", language], input: input).lines
        .map { try JSONReader.node(in: Array($0.utf8)) }
    }
    for (one, other) in zip(try answers("en"), try answers("fr")) {
      let rule = one["id"]?.text ?? ""
      let pair = [one, other].map { ($0["findings"]?.items ?? []).filter { $0["rule"]?.text == rule } }
      if !Self.needMore.contains(rule) { #expect(!pair[0].isEmpty, "\(rule)") }
      #expect(pair[0].map { $0["id"]?.text } == pair[1].map { $0["id"]?.text }, "\(rule)")
      for (a, b) in zip(pair[0], pair[1]) {
        #expect(a["message"]?.text != b["message"]?.text, "\(rule): \(a["message"]?.text ?? "")")
        #expect(a["remedy"]?.text != b["remedy"]?.text, "\(rule): \(a["remedy"]?.text ?? "")")
      }
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
  }
}
