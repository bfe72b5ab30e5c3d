import TestSupport
import Testing

/// What bash offers while a command is being typed.
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
}
