/// The values of JSON that are words, as the bytes of a number: the first one lowest.
enum JSONLiteral: UInt64 {
  case null = 0x6C6C_756E
  case `true` = 0x6575_7274
  case `false` = 0x65_736C_6166

  /// In bytes.
  @inline(__always)
  var count: Int { self == .false ? 5 : 4 }

  /// Whether eight bytes begin with the word.
  @inline(__always)
  func isPrefix(of bytes: UInt64) -> Bool { bytes & (self == .false ? 0xFF_FFFF_FFFF : 0xFFFF_FFFF) == rawValue }
}
