import KepingCore

/// The ids that links to the applications of a page refer to, each of them unique.
///
/// An id is the 申报编号 as browsers write it in an address: every byte that cannot stand there is `%XX`. A browser therefore finds
/// `page.html#BS2024-0001` without a script. No 申报编号 gives an id with `~`, which separates what the page itself adds.
struct Anchors {
  private var used: Set<String> = []
  private var count = 0

  /// Returns the id of the next application.
  ///
  /// If the 申报编号 is unknown or an earlier application has it, `~` and the position in the report follow.
  mutating func next(_ id: String?) -> String {
    count += 1
    let anchor = Self.encoded(id ?? "")
    return !anchor.isEmpty && used.insert(anchor).inserted ? anchor : "\(anchor)~\(count)"
  }

  private static func encoded(_ id: String) -> String {
    // Fast path: most ids have nothing to encode.
    if id.utf8.allSatisfy(isAllowed) { return id }
    var result: Bytes = []
    for byte in id.utf8 {
      if isAllowed(byte) {
        result.append(byte)
      } else {
        result.append("%")
        for digit in [byte >> 4, byte & 15] { result.append(digit < 10 ? 0x30 + digit : 0x37 + digit) }
      }
    }
    return result.text
  }

  /// Returns whether a browser keeps a byte as it is at the end of an address; `%` and `~` are written as `%25` and `%7E`.
  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"), UInt8(ascii: "%"), UInt8(ascii: "~"): false
    default: (0x21...0x7E).contains(byte)
    }
  }
}
