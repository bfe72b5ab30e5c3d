import ArgumentParser
import Gatekeeping
import GitStore
import Newsroom

/// What a shell offers while a command is being typed. Where there is no repository, nothing is offered.
enum Completions {
  /// The articles of the repository.
  static var slugs: CompletionKind { kind { try $0.slugs().map(\.name) } }

  /// The branches of the repository.
  static var branches: CompletionKind {
    kind { try $0.repository.references(under: "refs/heads/").compactMap(\.name.branch) }
  }

  private static func kind(_ names: @escaping @Sendable (Desk) throws -> [String]) -> CompletionKind {
    let offer: @Sendable ([String], Int, String) -> [String] = { _, _, _ in
      do { return try names(try DeskRoom.open()) } catch { return [] }
    }
    return .custom(offer)
  }
}
