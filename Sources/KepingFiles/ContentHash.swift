import Crypto
import FoundationEssentials
import KepingCore

/// The SHA-256 of a content, computed while the content is read.
public struct ContentHash: Sendable {
  private var state = SHA256()
  /// The number of bytes that were added.
  public private(set) var count: Int64 = 0

  /// Creates the hash of no bytes.
  public init() {}

  /// Adds the next bytes of the content.
  public mutating func add(_ bytes: some DataProtocol) {
    state.update(data: bytes)
    count += Int64(bytes.count)
  }

  /// The hash of the bytes so far as 64 hexadecimal digits.
  public var text: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: Bytes = []
    for byte in state.finalize() { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    return text.text
  }

  /// Returns the hash of bytes that are all in memory as 64 hexadecimal digits.
  public static func text(of bytes: Bytes) -> String {
    var hash = ContentHash()
    hash.add(bytes)
    return hash.text
  }
}
