/// A literal name of JSON: `null`, `true` or `false`.
///
/// The raw value holds its bytes; the first one is the lowest.
enum JSONLiteral: UInt64 {
  case null = 0x6C6C_756E
  case `true` = 0x6575_7274
  case `false` = 0x65_736C_6166

  /// The length in bytes.
  @inline(__always)
  var count: Int { self == .false ? 5 : 4 }

  /// Returns whether the literal is at the beginning of eight bytes.
  @inline(__always)
  func isPrefix(of bytes: UInt64) -> Bool { bytes & (self == .false ? 0xFF_FFFF_FFFF : 0xFFFF_FFFF) == rawValue }
}
