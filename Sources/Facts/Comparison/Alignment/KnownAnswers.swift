/// Answers to a question about each of some things, which is asked of few of them: each is looked for once.
final class KnownAnswers {
  private var known: [Bool?]

  init(among count: Int) { known = Array(repeating: nil, count: count) }

  func answer(_ index: Int, _ find: () -> Bool) -> Bool {
    if let known = known[index] { return known }
    let answer = find()
    known[index] = answer
    return answer
  }
}
