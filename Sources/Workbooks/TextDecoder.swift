import Glibc
import KepingCore
import KepingFiles

/// The character encoding of a text file.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// GB 18030, a superset of GBK and GB 2312.
  case gb18030
  /// UTF-16 with the low byte first, in which Excel saves "Unicode text".
  case utf16le = "utf-16le"
  /// UTF-16 with the high byte first.
  case utf16be = "utf-16be"

  /// Detects the encoding from the beginning of a text: by its byte order mark; else UTF-16 if every second byte of its
  /// separators and digits is 0; else UTF-8 if nearly all of its multibyte characters are valid, which is very rare for a
  /// text in another encoding; else GB 18030.
  public static func detect(_ beginning: ArraySlice<UInt8>) -> TextEncoding {
    if beginning.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if beginning.starts(with: [0xFF, 0xFE]) { return .utf16le }
    if beginning.starts(with: [0xFE, 0xFF]) { return .utf16be }
    if let unmarked = unmarkedUTF16(beginning) { return unmarked }
    let (good, bad) = multibyteCharacters(beginning)
    // One character may be cut off at the end, and some may be damaged, which is reported for their cells.
    return bad <= 1 + good / 20 && (good > 0 || bad == 0) ? .utf8 : .gb18030
  }

  /// Returns the form of UTF-16 in which a text without a byte order mark is, or nil if it is not in UTF-16.
  private static func unmarkedUTF16(_ bytes: ArraySlice<UInt8>) -> TextEncoding? {
    guard bytes.contains(0) else { return nil }
    return [TextEncoding.utf16le, .utf16be].first { encoding in isUTF16(bytes, encoding) }
  }

  /// Returns whether bytes are a table in UTF-16: most of their units are characters of a text, and at least one in twenty
  /// is a separator, a digit, a space or a line end.
  private static func isUTF16(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) -> Bool {
    let low = encoding == .utf16le ? bytes.startIndex : bytes.startIndex + 1
    let high = encoding == .utf16le ? bytes.startIndex + 1 : bytes.startIndex
    let count = bytes.count / 2
    var plain = 0
    var wrong = 0
    for unit in 0..<count {
      let (first, second) = (bytes[low + unit * 2], bytes[high + unit * 2])
      if second == 0 {
        switch first {
        case 0x09, 0x0A, 0x0D, 0x20, 0x22, 0x2C, 0x30...0x39, 0x3B: plain += 1
        case 0..<0x20, 0x7F..<0xA0: wrong += 1
        default: break
        }
      } else if first == 0, [0x09, 0x0A, 0x0D, 0x20, 0x22, 0x2C, 0x3B].contains(second) {
        // For example U+2C00, the bytes of a comma in the other order.
        wrong += 1
      }
    }
    return plain >= 2 && plain * 20 >= count && wrong * 20 <= plain
  }

  /// Counts the valid multibyte characters of a text as UTF-8, and the bytes that belong to no character.
  private static func multibyteCharacters(_ bytes: ArraySlice<UInt8>) -> (good: Int, bad: Int) {
    var good = 0
    var bad = 0
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let lead = bytes[index]
      let length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
      let rest = bytes[index...].dropFirst().prefix(max(0, length - 1))
      if length > 0, rest.count == length - 1, rest.allSatisfy({ $0 & 0xC0 == 0x80 }) {
        if length > 1 { good += 1 }
        index += length
      } else if length > 0, index + length > bytes.endIndex {
        break  // cut off
      } else {
        bad += 1
        index += 1
      }
    }
    return (good, bad)
  }
}

/// A decoder that converts a text file to UTF-8 in pieces.
///
/// Invalid bytes become U+FFFD.
final class TextDecoder {
  private let source: ByteSource
  private let converter: iconv_t
  /// The bytes that have been read and not converted.
  private var pending: Bytes = []
  private var isAtEnd = false
  private var isAtStart = true

  /// Creates a decoder.
  ///
  /// - Throws: ``Diagnostic`` with code `unsupported-encoding` if `iconv` does not know the encoding.
  init(_ source: ByteSource, _ encoding: TextEncoding) throws(Diagnostic) {
    self.source = source
    let name =
      switch encoding {
      case .utf8: "UTF-8"
      case .gb18030: "GB18030"
      case .utf16le: "UTF-16LE"
      case .utf16be: "UTF-16BE"
      }
    guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else {
      throw Diagnostic(
        path: source.name, code: "unsupported-encoding",
        Wording("本机不支持编码\(encoding.rawValue)", "this system does not support the encoding \(encoding.rawValue)"))
    }
    self.converter = converter
  }

  deinit { iconv_close(converter) }

  /// Appends the next piece of the text without a byte order mark.
  ///
  /// - Returns: false at the end of the file.
  /// - Throws: ``Diagnostic`` if the file cannot be read.
  func appendNext(to bytes: inout Bytes) throws(Diagnostic) -> Bool {
    guard !isAtEnd else { return false }
    isAtEnd = try source.read(into: &pending, atMost: 64 << 10) == 0
    let start = bytes.count
    convertPending(into: &bytes)
    if isAtStart, bytes.count >= start + 3 || isAtEnd {
      isAtStart = false
      if bytes[start...].starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeSubrange(start..<(start + 3)) }
    }
    return true
  }

  /// Converts the pending bytes up to a character that is cut off at the end.
  private func convertPending(into result: inout Bytes) {
    var output = Bytes(repeating: 0, count: pending.count * 4 + 16)
    var consumed = 0
    while consumed < pending.count {
      var remaining = pending.count - consumed
      var freeBytes = output.count
      let code = pending.withUnsafeMutableBytes { input -> Int32 in
        output.withUnsafeMutableBytes { output in
          var from: UnsafeMutablePointer<CChar>? = (input.baseAddress! + consumed).assumingMemoryBound(to: CChar.self)
          var to: UnsafeMutablePointer<CChar>? = output.baseAddress!.assumingMemoryBound(to: CChar.self)
          return iconv(converter, &from, &remaining, &to, &freeBytes) == -1 ? errno : 0
        }
      }
      result.append(contentsOf: output[..<(output.count - freeBytes)])
      consumed = pending.count - remaining
      if code == EINVAL, !isAtEnd { break }  // a character that is cut off: the rest comes with the next piece
      if code == EILSEQ || code == EINVAL {
        result.append(contentsOf: [0xEF, 0xBF, 0xBD])
        consumed += 1
      }
    }
    pending.removeFirst(consumed)
  }
}
