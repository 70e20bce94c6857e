import CUtf8proc
import KepingCore

/// The form of a text in which texts are compared that differ in width, case or white space alone.
public enum FoldedText {
  /// Returns a text, given as UTF-8, in the normalization form NFKC, without case, white space and invisible characters.
  ///
  /// Two texts that a person cannot tell apart at a glance, such as `BS-1`, `ＢＳ－1` and `bs -1`, have the same folded form. It
  /// serves only for comparing and is never shown: its letters are capital, so that it equals a plain id of capital letters.
  /// A text that is not UTF-8 is returned unchanged.
  public static func fold(_ text: some Collection<UInt8>) -> Bytes {
    if text.allSatisfy(isPlain) { return Bytes(text) }
    if text.allSatisfy({ $0 < 0x80 }) { return Bytes(text.filter { $0 > 0x20 && $0 != 0x7F }.map(upperCase)) }
    guard let mapped = map(Bytes(text)) else { return Bytes(text) }
    let visible = String(decoding: mapped, as: UTF8.self).unicodeScalars.filter { !$0.properties.isWhitespace }
    return String(String.UnicodeScalarView(visible)).utf8.map(upperCase)
  }

  /// Returns whether a byte of a text that consists of such bytes alone stays as it is.
  private static func isPlain(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F && upperCase(byte) == byte }

  private static func upperCase(_ byte: UInt8) -> UInt8 { byte >= 0x61 && byte <= 0x7A ? byte - 0x20 : byte }

  /// Returns the case-folded NFKC form of a text without ignorable characters, or nil if the text is not UTF-8.
  private static func map(_ text: Bytes) -> Bytes? {
    let options = UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue | UTF8PROC_COMPAT.rawValue | UTF8PROC_CASEFOLD.rawValue
    var result: UnsafeMutablePointer<UInt8>? = nil
    let count = unsafe text.withUnsafeBufferPointer { bytes in
      unsafe utf8proc_map(
        bytes.baseAddress, bytes.count, &result, utf8proc_option_t(rawValue: options | UTF8PROC_IGNORE.rawValue))
    }
    guard count >= 0, let result = unsafe result else { return nil }
    defer { unsafe free(result) }
    return unsafe Bytes(UnsafeBufferPointer(start: result, count: count))
  }
}
