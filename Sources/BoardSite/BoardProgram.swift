package import EditorialCLI
import Newsroom
import Wording

#if canImport(Glibc)
  @preconcurrency import Glibc
#else
  import Darwin
#endif

/// The board, from its start to the signal that ends it.
package enum BoardProgram {
  /// Serves until the process is told to end.
  ///
  /// - Throws: `Failure`, when there is no repository here, or no port.
  package static func serve(_ settings: BoardSettings, on terminal: Terminal) throws {
    // Before any thread is started, so that none of them takes a signal that the main one waits for.
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    do {
      _ = try DeskRoom.open().policyForReading()
    } catch {
      throw Failure(error, trying: worded("open the board", fr: "ouvrir le tableau de bord"))
    }
    let routes = BoardRoutes()
    let server = try BoardServer(host: settings.host, port: settings.port) { routes.answer($0, behind: $1) }
    let entrance = server.gate.entrance
    try terminal.write(
      worded(
        """
        The board is open at:
          \(entrance)
        Whoever has this address can use it, in your name. Ctrl-C closes it.

        """,
        fr: """
          Le tableau de bord est ouvert à l'adresse :
            \(entrance)
          Qui a cette adresse peut s'en servir, en votre nom. Ctrl-C le ferme.

          """))
    if !settings.isForThisMachine { terminal.complain(warning(of: settings.host)) }
    var invitation = settings.opensBrowser ? Invitation.written(to: entrance) : nil
    if settings.opensBrowser, !(invitation?.start() ?? false) {
      terminal.complain(
        worded(
          "No browser could be started here: open the address yourself.\n",
          fr: "Aucun navigateur n'a pu être lancé ici : ouvrez l'adresse vous-même.\n"))
    }
    var signal: Int32 = 0
    while sigwait(&signals, &signal) != 0 {}
    invitation = nil
    server.stop()
  }

  /// What it means to listen elsewhere.
  private static func warning(of host: String) -> String {
    worded(
      """
      Warning: the board can be reached over the network, at \(host). It uses no encryption: whoever can read what goes over
      that network can take the address, and act in your name. Do this only in a network that you trust. Safer, for one
      other machine: leave --host out, and type there: ssh -L PORT:127.0.0.1:PORT this-machine

      """,
      fr: """
        Attention : le tableau de bord est accessible par le réseau, à \(host). Rien n'est chiffré : qui peut lire ce qui
        circule sur ce réseau peut prendre l'adresse, et agir en votre nom. À ne faire que sur un réseau de confiance. Plus
        sûr, pour une seule autre machine : sans --host, taper là-bas : ssh -L PORT:127.0.0.1:PORT cette-machine

        """)
  }
}

/// A file that leads a browser to the board: what a program is started with can be read by every user of the machine, and
/// the address is a key.
private struct Invitation: ~Copyable {
  private let folder: String
  private var file: String { folder + "/board.html" }

  private init(folder: String) { self.folder = folder }

  /// - Returns: `nil` when nothing can be written.
  static func written(to address: String) -> Invitation? {
    let base = getenv("XDG_RUNTIME_DIR").map { String(cString: $0) } ?? getenv("TMPDIR").map { String(cString: $0) }
    var template = Array("\(base ?? "/tmp")/editorial-board-XXXXXX".utf8CString)
    // A folder of this name is made for this user alone.
    let made = template.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap { mkdtemp($0) } }
    guard made != nil else { return nil }
    let invitation = Invitation(
      folder: String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
    let page = """
      <!doctype html><meta charset="utf-8"><title>editorial</title>
      <meta http-equiv="refresh" content="0;url=\(address)"><a href="\(address)">editorial</a>

      """
    let descriptor = open(invitation.file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    let bytes = Array(page.utf8)
    let written = write(descriptor, bytes, bytes.count)
    close(descriptor)
    guard written == bytes.count else { return nil }
    return invitation
  }

  deinit {
    unlink(file)
    rmdir(folder)
  }

  /// Starts the browser that the user prefers, and says whether one was found.
  func start() -> Bool {
    let named = getenv("BROWSER").map { String(cString: $0) }
    let candidates = [named, "xdg-open", "open", "sensible-browser"].compactMap { $0 }.filter { !$0.isEmpty }
    for program in candidates {
      var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup(file), nil]
      defer { for argument in arguments { if let argument { free(argument) } } }
      var attributes = posix_spawnattr_t()
      posix_spawnattr_init(&attributes)
      // The signals that this process waits for are not to be deaf spots of the browser, nor Ctrl-C its end.
      var none = sigset_t()
      sigemptyset(&none)
      posix_spawnattr_setsigmask(&attributes, &none)
      posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
      defer { posix_spawnattr_destroy(&attributes) }
      var child = pid_t()
      if posix_spawnp(&child, program, nil, &attributes, &arguments, environ) == 0 { return true }
    }
    return false
  }
}
