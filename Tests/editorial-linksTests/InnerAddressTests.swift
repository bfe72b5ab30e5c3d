import Testing

@testable import editorial_links

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Addresses of this machine and of private networks are told from those of the public internet.
@Suite struct InnerAddressTests {
  private func isInner(_ text: String) throws -> Bool {
    if text.contains(":") {
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(AF_INET6)
      try #require(inet_pton(AF_INET6, text, &address.sin6_addr) == 1)
      return withUnsafePointer(to: address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { InnerAddress.contains($0) }
      }
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    try #require(inet_pton(AF_INET, text, &address.sin_addr) == 1)
    return withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { InnerAddress.contains($0) }
    }
  }

  @Test(arguments: [
    "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "192.0.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "::", "::1", "::ffff:10.0.0.1",
    "::ffff:169.254.169.254", "64:ff9b::7f00:1", "64:ff9b:1::101:101", "2002:7f00:1::", "fe80::1", "fec0::1", "fc00::1",
    "fd12:3456::1", "ff02::1",
  ]) func innerAddressesAreKnown(address: String) throws {
    #expect(try isInner(address))
    #expect(InnerAddress.contains(host: address.contains(":") ? "[\(address)]:80" : "\(address):80"))
  }

  @Test(arguments: [
    "1.1.1.1", "9.255.255.255", "11.0.0.0", "172.15.0.1", "172.32.0.1", "192.167.1.1", "169.253.1.1", "100.63.0.1",
    "100.128.0.1", "192.0.1.1", "198.17.0.1", "198.20.0.1", "223.255.255.255", "2606:4700::1111", "::ffff:1.1.1.1",
    "64:ff9b::101:101", "2002:101:101::",
  ]) func publicAddressesAreAsked(address: String) throws {
    #expect(try !isInner(address))
    #expect(!InnerAddress.contains(host: address.contains(":") ? "[\(address)]" : address))
  }

  @Test func namesThatAreNeverPublicAreKnown() {
    for name in ["localhost", "LocalHost:80", "www.localhost.", "printer.local", "metadata.internal"] {
      #expect(InnerAddress.contains(host: name))
    }
    for name in ["example.org", "localhost.example.org:8080", "local", "internal.example"] {
      #expect(!InnerAddress.contains(host: name))
    }
  }
}
