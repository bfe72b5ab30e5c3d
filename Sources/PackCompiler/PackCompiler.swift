import Languages
import StructuredText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes Swift that holds the tables of packs: `PackCompiler CompiledPacks.swift en.yml fr.yml`.
@main enum PackCompiler {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.first else { return fail("Usage: PackCompiler OUTPUT PACK...") }
    var source = "/// The numbers of each language pack, as `WrittenPack` wrote them.\nenum CompiledPacks {\n"
    for path in arguments.dropFirst() {
      let name = path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
      guard let tag = LanguageTag(name) else { return fail("\(path): “\(name)” is no language.") }
      guard let text = contents(of: path) else { return fail("\(path): it cannot be read.") }
      do throws(StructuredTextError) {
        let numbers = try WrittenPack.numbers(of: text, tag: tag)
        source += "  static let \(name): [UInt64] = [\n"
        for start in stride(from: 0, to: numbers.count, by: 8) {
          source += "    " + numbers[start..<min(start + 8, numbers.count)].map { "\($0), " }.joined() + "\n"
        }
        source += "  ]\n"
      } catch {
        let place = LineTable(text).position(of: error.range.start)
        return fail("\(path):\(place.line):\(place.column): \(error.message)")
      }
    }
    guard written(source + "}\n", to: output) else { return fail("\(output): it cannot be written.") }
  }

  private static func fail(_ message: String) {
    let bytes = Array((message + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    exit(1)
  }

  private static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return ferror(file) == 0 ? bytes : nil }
      bytes += buffer[..<count]
    }
  }

  private static func written(_ text: String, to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    let isWritten = fputs(text, file) >= 0
    return fclose(file) == 0 && isWritten
  }
}
