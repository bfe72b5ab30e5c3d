import GitStore
import Newsroom
import Reports
import Wording

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is known of pages, in a file beside the repository's objects: it is this machine's, and nobody's history.
struct LinkBook {
  /// The name of the file, in the folder that all work trees share.
  static let file = "editorial-links"
  /// What was asked for within so many seconds need not be asked for again.
  private static let fresh: Int64 = 24 * 3600

  private struct Entry {
    let standing: LinkStanding
    let time: Int64
  }

  private let path: String
  private var entries: [String: Entry] = [:]

  init(of desk: Desk) throws {
    path = desk.repository.commonDirectory + "/" + Self.file
    guard FileReader.kind(of: path) == .file else { return }
    let text = String(decoding: try FileReader.bytes(of: path), as: UTF8.self)
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      // A line that another version of this program wrote otherwise is forgotten.
      guard parts.count == 6, let time = Int64(parts[0]), let state = LinkStanding.State(rawValue: parts[2]) else {
        continue
      }
      entries[parts[5]] = Entry(
        standing: LinkStanding(
          state: state, status: Int(parts[3]) ?? 0, location: parts[4] == "-" ? nil : parts[4], day: parts[1]),
        time: time)
    }
  }

  subscript(address: String) -> LinkStanding? { entries[address]?.standing }

  /// Asks for the pages of addresses, but for those that were asked for a short time ago, and records what comes of it.
  ///
  /// - Parameters:
  ///   - isAnew: whether to ask for all of them.
  ///   - goesInside: whether to ask for what only this machine and its networks can reach.
  mutating func ask(
    for addresses: [String], isAnew: Bool, goesInside: Bool, on terminal: Terminal
  ) throws {
    let now = Surroundings.now().seconds
    let open = addresses.filter { address in
      guard !isAnew, let entry = entries[address] else { return true }
      return now - entry.time > Self.fresh || (goesInside && entry.standing.state == .inner)
    }
    guard !open.isEmpty else { return }
    let tried = worded("check the links", fr: "vérifier les liens")
    if terminal.isInteractive(.error) {
      let count = open.count
      terminal.complain(
        worded(
          "Asking for \(count) \(count == 1 ? "page" : "pages")…\n",
          fr: "Vérification de \(count) page\(count > 1 ? "s" : "")…\n"))
    }
    let process = FilterProcess(
      tried: tried, command: ShellWords.line([Self.program()] + (goesInside ? ["--private"] : [])),
      environment: Surroundings.environment(),
      // As long as each of them alone may take, its second question and its site's rules included.
      seconds: 70 * open.count + 60, limit: 64 << 20)
    guard case .written(let output) = try process.run(reading: Array(open.map { $0 + "\n" }.joined().utf8)) else {
      throw Failure(
        tried,
        because: worded(
          "the program editorial-links is not beside editorial and not on the PATH, or did not come to its end",
          fr: "le programme editorial-links n'est ni à côté d'editorial ni dans le PATH, ou n'a pas abouti"),
        remedy: worded(
          "How to build and install it is in the README, under Install",
          fr: "Le README dit comment le construire et l'installer, sous « Install »"))
    }
    let day = Surroundings.today()
    for line in String(decoding: output, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 4, let state = LinkStanding.State(rawValue: parts[0]) else { continue }
      entries[parts[3]] = Entry(
        standing: LinkStanding(
          state: state, status: Int(parts[1]) ?? 0, location: parts[2] == "-" ? nil : parts[2], day: day),
        time: now)
    }
    try save()
  }

  private func save() throws {
    let lines = entries.sorted { $0.key < $1.key }.map { address, entry in
      let standing = entry.standing
      return [
        "\(entry.time)", standing.day, standing.state.rawValue, "\(standing.status)", standing.location ?? "-", address,
      ].joined(separator: "\t") + "\n"
    }
    // Whoever reads it meanwhile reads the old one or the new one.
    let fresh = "\(path).\(getpid())"
    try FileWriter.write(fresh, Array(lines.joined().utf8), adds: false)
    rename(fresh, path)
  }

  /// The program that asks: the one that was installed beside this one is of the same version.
  private static func program() -> String {
    let name = "editorial-links"
    let folder = Surroundings.programPath().flatMap { path in path.lastIndex(of: "/").map { String(path[..<$0]) } }
    guard let path = folder.map({ "\($0)/\(name)" }), access(path, X_OK) == 0 else { return name }
    return path
  }
}
