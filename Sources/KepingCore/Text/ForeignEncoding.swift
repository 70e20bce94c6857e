/// The likely encoding of a text that is not UTF-8.
public enum ForeignEncoding: Sendable, Equatable {
  /// UTF-16, which old editors of Windows call Unicode.
  case utf16
  /// GB 18030 or its subsets GBK and GB 2312, which editors of a Chinese Windows call ANSI.
  case gb18030
  /// Another encoding, or a damaged file.
  case unknown

  /// Returns the likely encoding of bytes and the offset of the first one that is wrong; nil if the bytes are UTF-8.
  ///
  /// Zero bytes are valid in UTF-8, but a text that people write has none, so that every second one shows UTF-16.
  public static func detect(_ bytes: Bytes) -> (encoding: ForeignEncoding, offset: Int)? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return (.utf16, 0) }
    let beginning = bytes.prefix(4096)
    if beginning.count >= 8, let zero = beginning.firstIndex(of: 0), beginning.count(where: { $0 == 0 }) * 4 >= beginning.count {
      return (.utf16, min(zero, 1))
    }
    guard let offset = firstIllFormed(bytes) else { return nil }
    // The first characters in GB 18030 may happen to be UTF-8.
    let first = bytes.firstIndex { $0 >= 0x80 } ?? offset
    return isGB18030(bytes[first...].prefix(4096)) ? (.gb18030, first) : (.unknown, offset)
  }

  /// The message with advice.
  public var wording: Wording {
    switch self {
    case .utf16: Wording("不是UTF-8编码，而是UTF-16（“Unicode”）；请在编辑器里另存为UTF-8", "UTF-16 and not UTF-8; save the file as UTF-8")
    case .gb18030:
      Wording(
        "不是UTF-8编码，像是GBK（GB 18030，“ANSI”）；请在编辑器里另存为UTF-8", "not UTF-8, but apparently GBK (GB 18030); save the file as UTF-8")
    case .unknown:
      Wording("不是UTF-8编码，或者这里已经损坏；请在编辑器里改正，另存为UTF-8", "not UTF-8, or damaged here; correct it and save the file as UTF-8")
    }
  }

  private static func firstIllFormed(_ bytes: Bytes) -> Int? {
    var offset = 0
    while offset < bytes.count {
      guard let length = JSONReader.utf8Length(bytes.span, offset, bytes.count) else { return offset }
      offset += length
    }
    return nil
  }

  /// Returns whether bytes are text in GB 18030: every byte that is not ASCII belongs to a character, and nearly all of these
  /// are among the Chinese characters and marks of GB 2312.
  private static func isGB18030(_ bytes: ArraySlice<UInt8>) -> Bool {
    var usual = 0
    var others = 0
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let lead = bytes[index]
      index += 1
      if lead < 0x80 { continue }
      // The last character may be cut off.
      guard index < bytes.endIndex else { break }
      let trail = bytes[index]
      guard (0x81...0xFE).contains(lead), trail != 0x7F, (0x40...0xFE).contains(trail) else { return false }
      if (0xA1...0xF7).contains(lead), trail >= 0xA1 { usual += 1 } else { others += 1 }
      index += 1
    }
    return usual > 4 * others
  }
}
