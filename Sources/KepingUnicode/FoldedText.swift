import CUtf8proc
import KepingCore

/// The form of a text in which texts are compared that differ in width, case or white space alone.
public enum FoldedText {
  /// Returns a text, given as UTF-8, in the normalization form NFKC, without case, white space and invisible characters.
  ///
  /// Two texts that a person cannot tell apart at a glance, such as `BS-1`, `ＢＳ－1` and `bs -1`, have the same folded form. It
  /// serves only for comparing and is never shown: its letters are capital, so that it equals a plain id of capital letters.
  /// A text that is not UTF-8 is returned unchanged. Folding a folded form again returns the same.
  public static func fold(_ text: ArraySlice<UInt8>) -> Bytes {
    if text.allSatisfy(isPlain) { return Bytes(text) }
    if text.allSatisfy({ $0 < 0x80 }) { return Bytes(text.filter { $0 > 0x20 && $0 != 0x7F }.map(upperCase)) }
    var form = Bytes(text)
    while true {
      guard let mapped = map(form) else { return Bytes(text) }
      form = visible(mapped)
      // Without the white space between them, a letter and a combining mark may compose.
      if form.count == mapped.count { return form.map(upperCase) }
    }
  }

  /// Returns a text, given as UTF-8, without white space at its ends, which includes the zero-width space and the byte order
  /// mark.
  public static func trim(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = text.first, let last = text.last, !isVisible(first) || !isVisible(last) else { return text }
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    guard let start = scalars.firstIndex(where: { !isBlank($0) }), let end = scalars.lastIndex(where: { !isBlank($0) }) else {
      return []
    }
    let trimmed = scalars[start...end]
    return trimmed.count == scalars.count ? text : Bytes(String(trimmed).utf8)[...]
  }

  /// Returns whether a character is white space or invisible like it.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
  }

  /// Returns a text, given as UTF-8, without white space and control characters.
  private static func visible(_ text: Bytes) -> Bytes {
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    guard scalars.contains(where: isInvisible) else { return text }
    return Bytes(String(String.UnicodeScalarView(scalars.filter { !isInvisible($0) })).utf8)
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || scalar.value == 0x7F || scalar.properties.isWhitespace
  }

  /// Returns whether a byte of a text that consists of such bytes alone stays as it is.
  private static func isPlain(_ byte: UInt8) -> Bool { isVisible(byte) && upperCase(byte) == byte }

  /// Returns whether a byte is a printable ASCII character other than the space.
  private static func isVisible(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

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
