import Bibliography
import Gatekeeping
import GitStore
import Manuscripts
import Newsroom
import Reports
import Wording

/// Puts sources into an article's dossier: a file for each, or what is new into the file that is there.
struct DossierWriter {
  let terminal: Terminal
  let format: OutputFormat
  let isTrial: Bool
  /// What the command is about, as a verb phrase.
  let tried: String

  private enum Change: String { case added, changed, unchanged }

  private struct File {
    let change: Change
    let path: String
    let bytes: [UInt8]
    let record: SourceRecord
  }

  /// - Parameters:
  ///   - subject: the first line of the commit's message.
  ///   - leftOut: what was in the material and has no place in a dossier.
  func put(
    _ records: [SourceRecord], for slug: String, at desk: Desk, subject: String, leftOut: Set<String> = []
  ) throws -> ExitStatus {
    let shelf = try desk.shelf(for: slug)
    let files = try files(for: records, on: shelf)
    let changes = files.filter { $0.change != .unchanged }
    var done: (commit: ObjectID, workTrees: [String])?
    if !isTrial, !changes.isEmpty {
      // A title is one line of a message, whatever it holds.
      let line = subject.split { $0.isNewline }.joined(separator: " ")
      done = try desk.put(changes.map { ($0.path, $0.bytes) }, on: shelf, subject: line)
    }
    switch format {
    case .text: try terminal.write(text(files, shelf, done, leftOut))
    case .json: try terminal.write(json(files, shelf, done?.commit, leftOut, pretty: true))
    case .jsonl: try terminal.write(json(files, shelf, done?.commit, leftOut, pretty: false))
    }
    return .passed
  }

  /// Returns what becomes of each file, each once.
  private func files(for records: [SourceRecord], on shelf: DossierShelf) throws -> [File] {
    let known = SourceDesk.records(of: shelf.files)
    var paths = known.map(\.path)
    var lookup = SourceLookup(known.map(\.record))
    var names = SourceNames(taken: known.map(\.record.id))
    var texts = Dictionary(shelf.files.map { ($0.path, $0.bytes) }) { first, _ in first }
    var changes: [String: Change] = [:]
    var order: [String] = []
    var last: [String: SourceRecord] = [:]
    for var record in records {
      let path: String
      let same = lookup.place(of: record)
      if let same {
        path = paths[same]
      } else {
        record.id = names.free(record.fileName)
        guard let place = shelf.path(of: "\(record.id).md") else {
          throw Failure(
            tried,
            because: worded(
              "the policy's dossier has no place for a file \(record.id).md",
              fr: "le dossier prévu par la charte n'a pas de place pour un fichier \(record.id).md"),
            remedy: worded(
              "Write in editorial.yml: dossier: \"sources/{slug}/*.md\"",
              fr: "Écrivez dans editorial.yml : dossier: \"sources/{slug}/*.md\""))
        }
        path = place
      }
      guard let bytes = DossierEntry.bytes(for: record, in: texts[path]) else {
        throw Failure(
          tried,
          because: worded(
            "the front matter of \(path) cannot be edited", fr: "l'en-tête de \(path) ne peut être modifié"),
          remedy: worded(
            "Mend it by hand: what stands between the first two lines --- is no YAML",
            fr: "Corrigez-le à la main : ce qui se trouve entre les deux premières lignes --- n'est pas du YAML"))
      }
      if last[path] == nil { order.append(path) }
      let isNew = texts[path] == nil
      if bytes != texts[path] { changes[path] = isNew || changes[path] == .added ? .added : .changed }
      texts[path] = bytes
      last[path] = record
      lookup.put(DossierEntry.record(of: ArticleParser().article(from: bytes), at: path), at: same)
      if same == nil { paths.append(path) }
    }
    return order.compactMap { path in
      guard let bytes = texts[path], let record = last[path] else { return nil }
      return File(change: changes[path] ?? .unchanged, path: path, bytes: bytes, record: record)
    }
  }

  private func text(
    _ files: [File], _ shelf: DossierShelf, _ done: (commit: ObjectID, workTrees: [String])?, _ leftOut: Set<String>
  ) -> String {
    var lines: [String] = []
    for file in files {
      let path = DisplayText.safe(file.path)
      switch file.change {
      case .added: lines.append(worded("added: \(path)", fr: "ajouté : \(path)"))
      case .changed: lines.append(worded("changed: \(path)", fr: "modifié : \(path)"))
      case .unchanged: lines.append(worded("as it was: \(path)", fr: "inchangé : \(path)"))
      }
      if isTrial, file.change != .unchanged {
        let text = String(decoding: file.bytes, as: UTF8.self)
        lines += text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
          .map { $0.isEmpty ? "" : "  " + DisplayText.safe(String($0)) }
      }
    }
    if !leftOut.isEmpty {
      let names = DisplayText.safe(leftOut.sorted().joined(separator: ", "))
      lines.append(
        worded("A dossier has no place for: \(names)", fr: "Un dossier n'a pas de place pour : \(names)"))
    }
    let branch = DisplayText.safe(shelf.branch)
    if let done {
      let id = "\(done.commit)".prefix(10)
      lines.append(worded("The branch \(branch) is now at \(id).", fr: "La branche \(branch) est à \(id)."))
      lines += MovedText.lines(on: done.workTrees)
    } else if isTrial {
      lines.append(
        worded("This was a trial, nothing was written.", fr: "C'était un essai, rien n'a été écrit."))
    } else {
      lines.append(worded("There was nothing new.", fr: "Il n'y avait rien de nouveau."))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func json(
    _ files: [File], _ shelf: DossierShelf, _ commit: ObjectID?, _ leftOut: Set<String>, pretty: Bool
  ) -> String {
    var writer = JSONWriter(pretty: pretty)
    writer.object { writer in
      writer.member("schema", JSONRenderer.schema)
      writer.member("article", shelf.slug.name)
      writer.member("branch", shelf.branch)
      writer.member("commit", commit.map { "\($0)" })
      writer.member("trial", isTrial)
      writer.list("files", of: files) { writer, file in
        writer.object { writer in
          writer.member("path", file.path)
          writer.member("change", file.change.rawValue)
        }
      }
      writer.list("leftOut", of: leftOut.sorted()) { $0.value($1) }
    }
    return writer.text + "\n"
  }
}
