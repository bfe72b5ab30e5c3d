import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the shells offer while a command is being typed.
@Suite struct CompletionTests {
  /// Returns what is offered for the last of `words`.
  private func offers(for words: [String], in newsroom: TestNewsroom) throws -> [String] {
    let script = """
      . /dev/stdin
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE=$*; COMP_POINT=${#COMP_LINE}
      function=$(complete -p editorial); function=${function##* -F }
      "${function%% *}" editorial "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}" 2>/dev/null
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let completion = try newsroom.editorial("--generate-completion-script", "bash")
    #expect(completion.status == 0, "\(completion.errorText)")
    let result = try Subprocess.run(
      ["bash", "-c", script, "bash", "editorial"] + words, in: newsroom.git.folder,
      environment: newsroom.git.environment, input: Array(completion.text.utf8))
    return result.lines
  }

  @Test func articlesBranchesFormatsAndVerbsAreOffered() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(SampleArticle.slug)")
    #expect(try offers(for: ["promote", "so"], in: newsroom) == ["solar-roofs"])
    #expect(try offers(for: ["check", "--on", "fac"], in: newsroom) == ["factual/solar-roofs"])
    #expect(try offers(for: ["score", "--format", "mark"], in: newsroom) == ["markdown"])
    #expect(try offers(for: ["doc"], in: newsroom) == ["doctor"])
  }

  /// Types the beginning of words into an interactive shell, which runs at a terminal of its own, and waits for the rest.
  private func type(
    _ words: String, into shell: String, beginningWith setting: String, waitingFor rest: String,
    _ newsroom: TestNewsroom
  ) throws -> Subprocess {
    let script = """
      zmodload zsh/zpty
      zpty shell "$1"
      zpty -w shell "$2; echo REA''DY"
      zpty -r shell line '*READY*'
      zpty -w -n shell "$3"$'\\t'
      zpty -r shell line "*$4*"
      print -r -- "$line"
      """
    var environment = newsroom.git.environment
    environment["ZDOTDIR"] = newsroom.folder.path
    return try Subprocess.run(
      ["zsh", "-f", "-c", script, "zsh", shell, setting, words, rest], in: newsroom.git.folder,
      environment: environment,
      timeout: 60)
  }

  private static func isHere(_ shell: String) -> Bool {
    getenv("PATH").map { String(cString: $0) }?.split(separator: ":").contains { access("\($0)/\(shell)", X_OK) == 0 }
      ?? false
  }

  private static let typed = [
    ("editorial promote so", "solar-roofs"), ("editorial check --on fac", "factual/solar-roofs"),
    ("editorial score --format mark", "markdown"), ("editorial doc", "doctor"),
  ]

  @Test(.enabled(if: isHere("zsh")), arguments: typed)
  func zshOffersThem(words: String, rest: String) throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(SampleArticle.slug)")
    let completion = try newsroom.folder.write(
      "_editorial", try newsroom.editorial("--generate-completion-script", "zsh").text)
    let shown = try type(
      words, into: "zsh -f -i",
      beginningWith:
        "PS1=; autoload -Uz compinit; compinit -u -D; source \(completion); compdef _editorial editorial",
      waitingFor: rest, newsroom)
    #expect(shown.status == 0 && shown.text.contains(rest), "\(shown.everything)")
  }

  @Test(.enabled(if: isHere("zsh") && isHere("fish")), arguments: typed)
  func fishOffersThem(words: String, rest: String) throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(SampleArticle.slug)")
    let completion = try newsroom.folder.write(
      "editorial.fish", try newsroom.editorial("--generate-completion-script", "fish").text)
    let shown = try type(
      words, into: "fish --no-config -i", beginningWith: "function fish_prompt; end; source \(completion)",
      waitingFor: rest, newsroom)
    #expect(shown.status == 0 && shown.text.contains(rest), "\(shown.everything)")
  }
}
