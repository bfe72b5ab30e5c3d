import Foundation
import Scoring

/// An edit of one article that somebody wrote by hand, in words that no pattern knows.
///
/// The edits of an article stand in `SLUG.json`: a list of `{"kind": "negation", "harmful": true, "old": "…", "new": "…"}`,
/// of which `old` stands in the article once.
struct WrittenEdit: Decodable {
  let kind: String
  let harmful: Bool
  let old: String
  let new: String

  /// Why a file of edits cannot be used.
  struct Problem: Error {
    let message: String
  }

  /// The edits in a folder and its subfolders, by the slug of their article.
  static func all(in folder: String) throws -> [String: [WrittenEdit]] {
    let names = (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? [])
      .filter { $0.hasSuffix(".json") }.sorted()
    var edits: [String: [WrittenEdit]] = [:]
    for name in names {
      let slug = String((name.split(separator: "/").last ?? "").dropLast(5))
      do {
        let content = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
        edits[slug, default: []] += try JSONDecoder().decode([WrittenEdit].self, from: content)
      } catch {
        throw Problem(message: "\(folder)/\(name): \(error)")
      }
    }
    return edits
  }
}

extension Specimen {
  /// The name of the article: of its file, or of the folder of its stages.
  var slug: String {
    let parts = name.split(separator: "/")
    let file = (parts.last ?? "").split(separator: ".").dropLast().joined(separator: ".")
    return file == "factual" && parts.count > 1 ? String(parts[parts.count - 2]) : file
  }
}

extension Runner {
  /// Makes each of the edits in a folder in its article; ends the program where one of them cannot be made.
  func trials(ofEditsIn folder: String, on specimens: [Specimen]) -> [Trial] {
    do {
      return try trials(of: WrittenEdit.all(in: folder), on: specimens)
    } catch {
      FileHandle.standardError.write(Data("\((error as? WrittenEdit.Problem)?.message ?? "\(error)")\n".utf8))
      exit(2)
    }
  }

  /// Makes each of the edits in its article, as it stands there.
  ///
  /// - Throws: `WrittenEdit.Problem`, where an article or the words to edit are not there, or there twice.
  private func trials(of edits: [String: [WrittenEdit]], on specimens: [Specimen]) throws -> [Trial] {
    let bySlug = Dictionary(grouping: specimens, by: \.slug)
    return try edits.sorted { $0.key < $1.key }.flatMap { slug, edits in
      guard let specimen = bySlug[slug]?.first, bySlug[slug]?.count == 1 else {
        throw WrittenEdit.Problem(message: "\(slug).json: there is no article of this name, or more than one")
      }
      let page = Page(text: specimen.text, isFrench: specimen.isFrench)
      let baseline = article(page)
      let parentScore = scorer.scorecard(candidate: baseline, baseline: baseline).integrity.value
      return try edits.enumerated().map { number, edit in
        let places = page.text.ranges(of: edit.old)
        guard places.count == 1, let place = places.first,
          let edited = page.applying(Change(place.units(of: page.text), with: edit.new))
        else {
          throw WrittenEdit.Problem(
            message: "\(slug).json, edit \(number + 1): its words stand \(places.count) times in the article")
        }
        return trial(
          EditKind(name: edit.kind, isHarmful: edit.harmful) { _, _ in [] }, .alone, specimen, from: baseline,
          to: article(edited.page), edited, parentScore: parentScore)
      }
    }
  }
}

extension Range<String.Index> {
  /// The same place in UTF-16 units.
  fileprivate func units(of text: String) -> Range<Int> {
    lowerBound.utf16Offset(in: text)..<upperBound.utf16Offset(in: text)
  }
}
