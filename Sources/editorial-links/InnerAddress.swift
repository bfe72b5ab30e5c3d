#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Addresses that are no place of the public internet: this machine, the networks that it stands in, and what is reserved.
///
/// Whoever writes an article chooses what is asked for, and is not to reach through this program what only this machine
/// can reach.
enum InnerAddress {
  /// Whether a socket would lead to such an address; so does one of a kind that is not known.
  static func contains(_ address: UnsafePointer<sockaddr>) -> Bool {
    switch Int32(address.pointee.sa_family) {
    case AF_INET:
      return address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { contains($0.pointee.sin_addr) }
    case AF_INET6:
      return address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { contains($0.pointee.sin6_addr) }
    default: return true
    }
  }

  /// Whether the name of a host says so by itself, as one that a proxy would look up.
  static func contains(host: String) -> Bool {
    var name = host.lowercased()
    if name.hasPrefix("["), let end = name.firstIndex(of: "]") {
      name = String(name[name.index(after: name.startIndex)..<end])
    } else {
      name = String(name.prefix { $0 != ":" })
    }
    while name.hasSuffix(".") { name.removeLast() }
    // Also what a library would complete, such as 127.1 and 0x7f000001.
    var old = in_addr()
    if inet_aton(name, &old) != 0 { return contains(old) }
    var new = in6_addr()
    if inet_pton(AF_INET6, String(name.prefix { $0 != "%" }), &new) == 1 { return contains(new) }
    return name == "localhost" || name.hasSuffix(".localhost") || name.hasSuffix(".local")
      || name.hasSuffix(".internal")
  }

  private static func contains(_ address: in_addr) -> Bool {
    contains(four: withUnsafeBytes(of: address) { Array($0) })
  }

  private static func contains(_ address: in6_addr) -> Bool {
    let bytes = withUnsafeBytes(of: address) { Array($0) }
    // An address of the old kind inside one of the new kind: mapped, compatible, translated (RFC 6052), by 6to4.
    let zeros = bytes.prefix { $0 == 0 }.count
    if zeros >= 12 || (zeros == 10 && bytes[10] == 0xFF && bytes[11] == 0xFF) { return contains(four: bytes[12...]) }
    if bytes.starts(with: [0, 0x64, 0xFF, 0x9B]) {
      // What else begins so is for networks of their own (RFC 8215).
      return bytes[4..<12].contains { $0 != 0 } || contains(four: bytes[12...])
    }
    if bytes.starts(with: [0x20, 0x02]) { return contains(four: bytes[2..<6]) }
    // Unique local, link-local, site-local, multicast.
    return bytes[0] & 0xFE == 0xFC || (bytes[0] == 0xFE && bytes[1] & 0x80 == 0x80) || bytes[0] == 0xFF
  }

  /// The blocks of RFC 6890 that are not for everybody, and multicast.
  private static func contains(four address: some Sequence<UInt8>) -> Bool {
    let address = Array(address)
    switch (address[0], address[1]) {
    case (0, _), (10, _), (127, _), (169, 254), (172, 16...31), (192, 168), (100, 64...127), (198, 18...19): return true
    case (192, 0): return address[2] == 0
    case (224..., _): return true
    default: return false
    }
  }
}
