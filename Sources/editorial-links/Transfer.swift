import CCurl

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One request that is under way.
final class Transfer {
  /// What came of a request.
  struct Answer {
    /// The status of the last answer; 0 without one.
    let status: Int
    /// Where the answer leads to.
    let next: String?
    let failure: Failure?
    let body: [UInt8]
  }

  enum Failure {
    case timeout, unreachable, other
    /// It leads to an address that is not to be asked.
    case inner
  }

  let handle: UnsafeMutableRawPointer
  private var body: [UInt8] = []
  private let most: Int
  /// Whether a way to an inner address was refused, and whether another way was taken.
  private var isRefused = false
  private var isOpened = false

  static let agent = "editorial"

  /// - Parameters:
  ///   - most: how many bytes of the answer are wanted; with none, only its head is asked for.
  ///   - isWhole: whether to ask for a body that is not wanted: some servers answer nothing else.
  ///   - goesInside: whether inner addresses may be asked.
  init?(_ address: String, most: Int, isWhole: Bool, goesInside: Bool) {
    guard let handle = curl_easy_init() else { return nil }
    self.handle = handle
    self.most = most
    editorial_curl_set_text(handle, CURLOPT_URL, Self.encoded(address))
    editorial_curl_set_text(handle, CURLOPT_USERAGENT, "editorial/0.1 (checks links when asked)")
    editorial_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
    editorial_curl_set_number(handle, CURLOPT_NOSIGNAL, 1)
    editorial_curl_set_number(handle, CURLOPT_NOBODY, most == 0 && !isWhole ? 1 : 0)
    editorial_curl_set_pointer(handle, CURLOPT_WRITEDATA, Unmanaged.passUnretained(self).toOpaque())
    editorial_curl_set_writer(handle) { bytes, size, count, transfer in
      guard let bytes, let transfer else { return 0 }
      return Unmanaged<Transfer>.fromOpaque(transfer).takeUnretainedValue().take(bytes, size * count)
    }
    if !goesInside { stayOutside(Self.hasProxy(for: address)) }
  }

  deinit { curl_easy_cleanup(handle) }

  /// Refuses to connect to inner addresses: at the last moment, when the name has been looked up.
  private func stayOutside(_ hasProxy: Bool) {
    if hasProxy {
      // It looks the names up, and may itself stand in the same network; what would go past it does not.
      editorial_curl_set_text(handle, CURLOPT_NOPROXY, "")
      return
    }
    editorial_curl_set_opener(
      handle,
      { transfer, _, address in
        guard let transfer, let address else { return -1 }
        let target = Unmanaged<Transfer>.fromOpaque(transfer).takeUnretainedValue()
        guard let place = editorial_curl_address(address), !InnerAddress.contains(place) else {
          target.isRefused = true
          return -1
        }
        target.isOpened = true
        return socket(address.pointee.family, address.pointee.socktype, address.pointee.protocol)
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Whether libcurl goes to an address by a proxy: one for the scheme, or one for all.
  private static func hasProxy(for address: String) -> Bool {
    let own = address.lowercased().hasPrefix("https:") ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy"]
    return (own + ["all_proxy", "ALL_PROXY"]).contains { name in getenv(name).map { $0.pointee != 0 } ?? false }
  }

  func limit(seconds: Int) {
    editorial_curl_set_number(handle, CURLOPT_TIMEOUT, seconds)
    editorial_curl_set_number(handle, CURLOPT_CONNECTTIMEOUT, seconds)
  }

  func answer(_ code: CURLcode) -> Answer {
    let status = editorial_curl_number(handle, CURLINFO_RESPONSE_CODE)
    let next = editorial_curl_text(handle, CURLINFO_REDIRECT_URL).map { String(cString: $0) }
    let failure: Failure?
    switch code {
    case _ where isRefused && !isOpened: failure = .inner
    case CURLE_OK: failure = nil
    // It was broken off here, because enough had come.
    case CURLE_WRITE_ERROR: failure = nil
    case CURLE_OPERATION_TIMEDOUT: failure = .timeout
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT: failure = .unreachable
    default: failure = .other
    }
    return Answer(status: status, next: next, failure: failure, body: body)
  }

  private func take(_ bytes: UnsafeMutablePointer<CChar>, _ count: Int) -> Int {
    let room = most - body.count
    guard room > 0 else { return 0 }
    body += UnsafeRawBufferPointer(start: bytes, count: min(room, count))
    return count
  }

  /// Returns an address as the wire takes it; what is no ASCII is written in percent.
  private static func encoded(_ address: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    // The name of a host is libcurl's to translate.
    let host = address.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 3, omittingEmptySubsequences: false)
    let head = host.count > 3 ? address.utf8.count - host[3].count : address.utf8.count
    var result: [UInt8] = []
    for (offset, byte) in address.utf8.enumerated() {
      if offset >= head, byte >= 0x7F || byte <= 0x20 {
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
