import Gatekeeping
import Newsroom
import StructuredText

extension Laws {
  mutating func checkPolicy(_ bytes: [UInt8]) {
    let whole = TextRange(0, bytes.count)
    do throws(PolicyError) {
      let policy = try PolicyDecoder.policy(from: bytes)
      expect(!policy.articles.isEmpty, "a policy has articles")
      expect(!policy.workflow.stages.isEmpty, "a policy has stages")
    } catch {
      expect(!error.problems.isEmpty, "what is wrong is told")
      for problem in error.problems {
        expect(!problem.message.isEmpty && whole.contains(problem.range), "\(problem) in \(whole)")
      }
    }
  }

  mutating func checkHook(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
    let first = String(decoding: lines[0], as: UTF8.self)
    let rest = Array(lines.dropFirst().first ?? [])
    for name in HookName.allCases {
      for arguments in [["prepared", first], ["origin", "url", first], [first]] {
        // What Git does not say is refused; that is an answer.
        guard let event = try? HookEvent(name, arguments: arguments, input: rest) else { continue }
        switch event {
        case .movement(let updates), .push(let updates), .reception(let updates):
          let most = bytes.count(where: { $0 == UInt8(ascii: "\n") }) + 1
          expect(updates.count <= most, "\(updates.count) updates in \(most) lines")
        case .commit, .nothing: break
        }
      }
    }
  }
}
