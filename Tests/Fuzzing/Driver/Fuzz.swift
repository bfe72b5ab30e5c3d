import Fuzzing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The entry that is fuzzed. The environment names it, because libFuzzer starts this program anew with arguments of its own.
private let entry = getenv("EDITORIAL_FUZZ").flatMap { FuzzEntry(rawValue: String(cString: $0)) }

/// Called by libFuzzer with every input that it makes up.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let entry else { return 0 }
  let flaws = entry.flaws(in: Array(UnsafeBufferPointer(start: start, count: count)))
  guard flaws.isEmpty else { fatalError(flaws.joined(separator: "\n")) }
  return 0
}

private typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

/// libFuzzer's way in for programs with a `main` of their own.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The start of the program: the package manager looks for `main` under this name.
@_cdecl("Fuzz_main")
public func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  guard entry != nil else {
    print("EDITORIAL_FUZZ must be one of \(FuzzEntry.allCases.map(\.rawValue).joined(separator: ", ")).")
    return 64
  }
  var (count, arguments) = (count, arguments)
  return runFuzzer(&count, &arguments, testOneInput)
}
