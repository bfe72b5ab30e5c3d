package import Languages
import Wording

/// What a policy says about rules and scores; the defaults are the policy of an empty file.
package struct RuleSettings: Sendable {
  /// What a policy makes of one rule.
  package enum Level: String, Hashable, Sendable, CaseIterable {
    case off, note, warning, error
  }

  /// Only the rules that the policy names.
  package var levels: [RuleID: Level] = [:]
  /// What every entry of the sources section must have.
  package var requiredSourceFields: [SourceField] = [.name, .url]
  /// How many sources an article must list.
  package var minimumSources = 1
  /// The lowest reliability, of ten, that passes without a warning; an entry without one passes.
  package var minimumReliability = 5
  /// Front matter keys that must be there and not empty.
  package var requiredFrontMatter: [String] = []
  /// The language of articles whose front matter names none; `nil`: detected from the text.
  package var language: LanguageTag?
  /// How an article should be written.
  package var style = StyleProfile.conversational
  /// The profiles of the policy's own, the one in force among them or not.
  package var ownProfiles: [StyleProfile] = []

  package init() {}

  /// Whether anything is told about images and links to files that are not there.
  package var reportsMissingFiles: Bool { Self.rulesOnFiles.contains { levels[$0] != .off } }

  /// Whether the policy lets an article be refused for them.
  package var refusesMissingFiles: Bool { Self.rulesOnFiles.contains { levels[$0] == .error } }

  /// Whether anything is told about what does not go with other articles.
  package var comparesArticles: Bool {
    [FigureConflict.description.id, SourceConflict.description.id].contains { levels[$0] != .off }
  }

  private static let rulesOnFiles = [ImageMissing.description.id, LinkBroken.description.id]

  /// A part of a source entry that a policy can require.
  package enum SourceField: String, Hashable, Sendable, CaseIterable {
    case name, url, date, type, reliability

    /// The part as a message names it.
    package var noun: String {
      switch self {
      case .name: worded("name", fr: "nom")
      case .url: worded("url", fr: "URL")
      case .date: "date"
      case .type: "type"
      case .reliability: worded("reliability", fr: "fiabilité")
      }
    }
  }
}
