import Languages
import Manuscripts
import Scoring
import StructuredText
import Wording

/// Reads `editorial.yml` strictly: a key that means nothing is an error, and all errors are told at once.
package enum PolicyDecoder {
  /// Returns the policy that `bytes` state; an empty file states the default one.
  ///
  /// - Throws: `PolicyError` with everything that is wrong.
  package static func policy(from bytes: [UInt8]) throws(PolicyError) -> Policy {
    let node: Node?
    do throws(StructuredTextError) {
      node = try YAMLReader.node(in: bytes, range: TextRange(0, bytes.count))
    } catch {
      throw PolicyError(problems: [error])
    }
    var policy = Policy()
    let root = NodeDecoder(node)
    readVersion(root)
    readPlaces(root, into: &policy)
    if let workflow = workflow(root) { policy.workflow = workflow }
    readRules(root, into: &policy.rules)
    if let mode = root.choice("mode", of: Policy.Mode.self) { policy.mode = mode }
    if let waivers = root.mapping("waivers") { policy.waivers = self.waivers(waivers) }
    if let stamp = root.choice("stamp", of: StampPlace.self) { policy.stamp = stamp }
    policy.preview = preview(root)
    let problems = root.finish()
    guard problems.isEmpty else { throw PolicyError(problems: problems) }
    return policy
  }

  private static func readVersion(_ root: NodeDecoder) {
    guard let version = root.int("version", in: 0...Int(Int32.max)), version != 1 else { return }
    root.report(
      worded(
        "this program reads policies of version 1, and this is one of version \(version)",
        fr: "ce programme lit les chartes de version 1, et celle-ci est de version \(version)"),
      at: root.range(of: "version"),
      remedy: worded(
        "update the program, or write 'version: 1'",
        fr: "mettez le programme à jour, ou écrivez 'version: 1'"))
  }

  private static func readPlaces(_ root: NodeDecoder, into policy: inout Policy) {
    if let node = root.node("articles") {
      let items = node.items ?? [node]
      let patterns = items.compactMap { pattern($0, key: "articles", root) }
      if items.isEmpty {
        root.report(
          worded("\"articles\" must have a pattern", fr: "« articles » doit avoir un motif"), at: node.range,
          remedy: worded(
            "write 'articles: [\"articles/{slug}.md\"]'",
            fr: "écrivez 'articles: [\"articles/{slug}.md\"]'"))
      }
      policy.articles = patterns
    }
    if let node = root.node("dossier") {
      policy.dossier = node.text == "none" ? nil : pattern(node, key: "dossier", root)
    }
  }

  private static func pattern(_ node: Node, key: String, _ root: NodeDecoder) -> ArticlePattern? {
    guard let text = node.text else {
      root.report(
        worded(
          "a pattern of \"\(key)\" must be one value",
          fr: "un motif de « \(key) » doit être une seule valeur"), at: node.range,
        remedy: worded(
          "put it in quotation marks",
          fr: "mettez-le entre guillemets droits"))
      return nil
    }
    do throws(ArticlePattern.Invalid) {
      return try ArticlePattern(text)
    } catch {
      root.report(
        worded(
          "the pattern \"\(text)\" of \"\(key)\" \(error.reason)",
          fr: "le motif « \(text) » de « \(key) » \(error.reason)"), at: node.range,
        remedy: key == "articles"
          ? worded("write one such as \"articles/{slug}.md\"", fr: "écrivez-en un comme \"articles/{slug}.md\"")
          : worded(
            "write one such as \"sources/{slug}/*.md\"",
            fr: "écrivez-en un comme \"sources/{slug}/*.md\""))
      return nil
    }
  }

  private static func preview(_ root: NodeDecoder) -> PreviewTemplate? {
    guard let text = root.string("preview") else { return nil }
    do throws(PreviewTemplate.Invalid) {
      return try PreviewTemplate(text)
    } catch {
      root.report(
        worded("the command of \"preview\" \(error.reason)", fr: "la commande de « preview » \(error.reason)"),
        at: root.range(of: "preview"),
        remedy: error.remedy
          ?? worded(
            "write one such as \"make -C {worktree} serve\"", fr: "écrivez-en une comme \"make -C {worktree} serve\""))
      return nil
    }
  }

  // MARK: Stages

  private static func workflow(_ root: NodeDecoder) -> Workflow? {
    guard let items = root.mappings("stages") else { return nil }
    let stages = items.compactMap { stage($0) }
    // A stage that could not be read is reported already, and would make the others look wrong.
    guard stages.count == items.count else { return nil }
    do throws(Workflow.Invalid) {
      return try Workflow(stages: stages)
    } catch {
      let place = zip(stages, items).first { stage, _ in stage.name == error.stage }?.1.range
      let subject =
        error.stage.map { worded("the stage \"\($0)\"", fr: "l'étape « \($0) »") }
        ?? worded("the last stage", fr: "la dernière étape")
      root.report("\(subject) \(error.reason)", at: place ?? root.range(of: "stages"))
      return nil
    }
  }

  private static func stage(_ item: NodeDecoder) -> Stage? {
    item.require("name", "branch")
    let name = item.string("name")
    let branch = item.string("branch")
    let gate = item.mapping("gate").map { decoder in (decoder, self.gate(decoder)) }
    guard let name, let branch else { return nil }
    guard isName(name) else {
      item.report(
        worded(
          "a stage's name must be of letters, digits and hyphens",
          fr: "le nom d'une étape se compose de lettres, de chiffres et de tirets"), at: item.range(of: "name"),
        remedy: worded("write a name such as factual", fr: "écrivez un nom comme factual"))
      return nil
    }
    do throws(BranchPattern.Invalid) {
      let pattern = try BranchPattern(branch)
      if let gate, gate.1 == nil { return nil }
      return Stage(name: name, branch: pattern, gate: gate?.1)
    } catch {
      item.report(
        worded("the branch \"\(branch)\" \(error.reason)", fr: "la branche « \(branch) » \(error.reason)"),
        at: item.range(of: "branch"),
        remedy: worded(
          "write one such as \"\(isName(name) ? name : "draft")/{slug}\"",
          fr: "écrivez-en une comme \"\(isName(name) ? name : "draft")/{slug}\""))
      return nil
    }
  }

  private static func gate(_ decoder: NodeDecoder) -> Gate? {
    decoder.require("integrity")
    let integrity = decoder.tenths("integrity", in: 0...1000)
    let style = decoder.int("style", in: 0...100)
    let maxDrop = decoder.tenths("max-drop", in: 0...1000)
    let against = decoder.string("against")
    let levels = decoder.mapping("rules").map { self.levels($0) } ?? [:]
    guard let integrity else { return nil }
    return Gate(
      integrity: Tenths(integrity), style: style, maxDrop: maxDrop.map { Tenths($0) }, against: against,
      levels: levels)
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 50
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" || $0 == "_"
      }
      && !text.hasPrefix("-")
  }

  // MARK: Rules

  private static func readRules(_ root: NodeDecoder, into rules: inout RuleSettings) {
    if let text = root.string("language") {
      if let tag = LanguageTag(text) {
        rules.language = tag
      } else {
        root.report(
          worded("\"\(text)\" is no language", fr: "« \(text) » n'est pas une langue"), at: root.range(of: "language"),
          remedy: worded(
            "write a tag such as fr, en or es",
            fr: "écrivez un code comme fr, en ou es"))
      }
    }
    if let style = root.mapping("style") { readStyle(style, into: &rules) }
    if let sources = root.mapping("sources") {
      if let fields = sources.choices("require", of: RuleSettings.SourceField.self) {
        rules.requiredSourceFields = fields
      }
      if let least = sources.int("min", in: 0...1000) { rules.minimumSources = least }
      if let reliability = sources.int("reliability", in: 0...10) { rules.minimumReliability = reliability }
    }
    if let frontMatter = root.mapping("front-matter"), let keys = frontMatter.strings("require") {
      rules.requiredFrontMatter = keys
    }
    if let levels = root.mapping("rules") { rules.levels = self.levels(levels) }
  }

  /// Reads the profiles of the policy's own, and the name of the one in force: one of these, or one that is shipped.
  private static func readStyle(_ decoder: NodeDecoder, into rules: inout RuleSettings) {
    rules.ownProfiles = StyleProfileDecoder.profiles("profiles", of: decoder)
    guard let name = decoder.string("profile") else { return }
    if let profile = rules.ownProfiles.first(where: { $0.name == name }) ?? StyleProfile.named(name) {
      rules.style = profile
      return
    }
    let names = StyleProfile.shippedNames + (decoder.node("profiles")?.entries?.map(\.key.text) ?? [])
    // A profile that could not be read is reported already.
    guard !names.contains(name) else { return }
    decoder.report(
      worded("there is no style profile \"\(name)\"", fr: "il n'y a pas de profil de style « \(name) »"),
      at: decoder.range(of: "profile"),
      remedy: Spelling.nearest(to: name, among: names).map {
        worded(
          "did you mean \"\($0)\"?",
          fr: "vouliez-vous dire « \($0) » ?")
      }
        ?? "use one of: \(names.joined(separator: ", "))")
  }

  /// Reads what becomes of findings, rule by rule.
  static func levels(_ decoder: NodeDecoder) -> [RuleID: RuleSettings.Level] {
    var levels: [RuleID: RuleSettings.Level] = [:]
    for key in decoder.keys {
      let rule = RuleID(key.text)
      reportUnknown(rule, at: key.range, decoder)
      guard
        let level = decoder.choice(
          key.text,
          among: ["off": .off, "note": .note, "warning": .warning, "refuse": .error, "error": RuleSettings.Level.error])
      else { continue }
      levels[rule] = level
      if WaiverRules.closed.contains(rule), level != .error {
        decoder.report(
          worded(
            "\"\(rule)\" cannot be lowered: without its sources, nobody can check an article",
            fr: "« \(rule) » ne peut pas être adoucie : sans ses sources, personne ne peut vérifier un article"),
          at: decoder.range(of: key.text),
          remedy: worded(
            "remove the line, or write '\(rule): refuse'",
            fr: "retirez la ligne, ou écrivez '\(rule): refuse'"))
      }
    }
    return levels
  }

  private static func reportUnknown(_ rule: RuleID, at range: TextRange, _ decoder: NodeDecoder) {
    guard RuleCatalog.rule(rule) == nil else { return }
    let nearest = Spelling.nearest(to: rule.name, among: RuleCatalog.all.map(\.id.name))
    decoder.report(
      worded("there is no rule \"\(rule)\"", fr: "il n'y a pas de règle « \(rule) »"), at: range,
      remedy: nearest.map { worded("did you mean \"\($0)\"?", fr: "vouliez-vous dire « \($0) » ?") }
        ?? worded(
          "see all rules: editorial explain",
          fr: "voyez toutes les règles : editorial explain"))
  }

  // MARK: Waivers

  private static func waivers(_ decoder: NodeDecoder) -> WaiverRules {
    var rules = WaiverRules()
    if let people = decoder.strings("by") {
      rules.people = people
      for person in people where !person.contains("@") {
        decoder.report(
          worded("\"\(person)\" is no address", fr: "« \(person) » n'est pas une adresse"), at: decoder.range(of: "by"),
          remedy: worded(
            "write 'by: [ann@example.org]', or 'by: []' for nobody",
            fr: "écrivez 'by: [ann@example.org]', ou 'by: []' pour personne"))
      }
    }
    for name in decoder.strings("never") ?? [] {
      let rule = RuleID(name)
      reportUnknown(rule, at: decoder.range(of: "never"), decoder)
      rules.never.insert(rule)
    }
    return rules
  }
}
