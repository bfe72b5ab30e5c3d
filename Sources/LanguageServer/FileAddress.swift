/// The way between `file:` addresses, as editors write them, and paths.
enum FileAddress {
  /// Returns the path that an address names; `nil` when it names no file of this machine.
  static func path(of address: String) -> String? {
    let scheme = "file://"
    guard address.lowercased().hasPrefix(scheme) else { return nil }
    var rest = Array(address.utf8.dropFirst(scheme.utf8.count))
    if rest.starts(with: Array("localhost/".utf8)) { rest.removeFirst("localhost".utf8.count) }
    guard rest.first == UInt8(ascii: "/") else { return nil }
    var path: [UInt8] = []
    var index = 0
    while index < rest.count {
      let byte = rest[index]
      if byte == UInt8(ascii: "%"), index + 2 < rest.count,
        let value = UInt8(String(decoding: rest[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        path.append(value)
        index += 3
      } else {
        path.append(byte)
        index += 1
      }
    }
    return path.contains(0) ? nil : String(validating: path, as: UTF8.self)
  }

  /// Returns the address of a file.
  static func address(of path: String) -> String {
    path.utf8.reduce(into: "file://") { address, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        address.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        address += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
  }
}
