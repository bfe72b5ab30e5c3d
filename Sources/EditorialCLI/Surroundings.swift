import GitStore

#if canImport(Glibc)
  // The C library declares the environment as a variable that anybody could change; this program does not.
  @preconcurrency import Glibc
#else
  import Darwin
#endif

/// What comes in from outside: the environment, the clock, the place of the program. Nothing below this module looks.
enum Surroundings {
  static func environment() -> [String: String] {
    #if canImport(Glibc)
      var entries = environ
    #else
      guard var entries = _NSGetEnviron().pointee else { return [:] }
    #endif
    var environment = [String: String](minimumCapacity: 64)
    while let entry = entries.pointee {
      let text = String(cString: entry)
      if let mark = text.utf8.firstIndex(of: UInt8(ascii: "=")) {
        environment[String(text[..<mark])] = String(text[text.utf8.index(after: mark)...])
      }
      entries += 1
    }
    return environment
  }

  static func now() -> Timestamp {
    let seconds = Int64(time(nil))
    return Timestamp(seconds: seconds, offset: offset(at: seconds))
  }

  /// The minutes east of Greenwich that clocks here show at a moment; summer time makes them differ.
  static func offset(at seconds: Int64) -> Int {
    var seconds = time_t(seconds)
    var local = tm()
    localtime_r(&seconds, &local)
    return local.tm_gmtoff / 60
  }

  /// Milliseconds of a clock that never goes back.
  static func monotonicMilliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }

  /// Today, as `2025-07-31`.
  static func today() -> String {
    var seconds = time(nil)
    var local = tm()
    localtime_r(&seconds, &local)
    let pad = { (number: Int32) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(Int(local.tm_year) + 1900)-\(pad(local.tm_mon + 1))-\(pad(local.tm_mday))"
  }

  /// The absolute path by which this program was started.
  ///
  /// A link is not followed: a package manager moves what is behind it, and keeps the link.
  static func programPath() -> String? {
    guard let name = CommandLine.arguments.first else { return nil }
    if name.contains("/") { return absolute(name) }
    let folders = environment()["PATH"]?.split(separator: ":", omittingEmptySubsequences: false) ?? []
    for folder in folders {
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      if access(path, X_OK) == 0, FileReader.kind(of: path) == .file { return absolute(path) }
    }
    return realpath("/proc/self/exe", nil).map { path in
      defer { free(path) }
      return String(cString: path)
    }
  }

  /// What tells this build of the program from any other: which file it is, and since when. `nil` where nothing does.
  static func buildMark() -> String? {
    #if os(Linux)
      var information = stat()
      guard stat("/proc/self/exe", &information) == 0 else { return nil }
      let changed = information.st_ctim
      return "\(information.st_dev) \(information.st_ino) \(information.st_size) \(changed.tv_sec).\(changed.tv_nsec)"
    #else
      return nil
    #endif
  }

  /// What tells the process that started this one from any other: its number, and when it began. `nil` where nothing does.
  static func callerMark() -> String? {
    #if os(Linux)
      let caller = getppid()
      guard let text = try? FileReader.bytes(of: "/proc/\(caller)/stat"),
        // A program's name may hold anything; after it, `proc(5)` numbers the fields from 3, and 22 is the start.
        let name = text.lastIndex(of: UInt8(ascii: ")"))
      else { return nil }
      let fields = text[(name + 1)...].split { $0 == UInt8(ascii: " ") }
      return fields.count > 19 ? "\(caller) \(String(decoding: fields[19], as: UTF8.self))" : nil
    #else
      return nil
    #endif
  }

  private static func absolute(_ path: String) -> String? {
    if path.hasPrefix("/") { return path }
    guard let folder = getcwd(nil, 0) else { return nil }
    defer { free(folder) }
    return String(cString: folder) + "/" + (path.hasPrefix("./") ? String(path.dropFirst(2)) : path)
  }
}
