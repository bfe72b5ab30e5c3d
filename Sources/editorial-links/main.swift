// Started by `editorial sources --check-links`, which is the program for people: it reads addresses, one a line, and writes
// a line for each when it is known: state, status, where it has moved (or -), and the address, with tabs between.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Returns the number behind an option.
func number(after option: String, in bounds: ClosedRange<Int>, otherwise usual: Int) -> Int {
  guard let place = CommandLine.arguments.firstIndex(of: option), place + 1 < CommandLine.arguments.count,
    let number = Int(CommandLine.arguments[place + 1])
  else { return usual }
  return min(max(number, bounds.lowerBound), bounds.upperBound)
}

var addresses: [String] = []
var known: Set<String> = [""]
while let line = readLine() {
  if known.insert(line).inserted { addresses.append(line) }
}
let checker = LinkChecker(
  pause: number(after: "--pause", in: 0...60_000, otherwise: 1_000),
  seconds: number(after: "--timeout", in: 1...600, otherwise: 20),
  goesInside: CommandLine.arguments.contains("--private")
) { finding in
  let place = finding.location.map { $0.contains { $0 == "\t" || $0.isNewline } ? "-" : $0 } ?? "-"
  print("\(finding.state)\t\(finding.status)\t\(place)\t\(finding.address)")
}
guard let checker else { exit(2) }
checker.check(addresses)
