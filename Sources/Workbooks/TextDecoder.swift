import Glibc
import KepingCore
import KepingFiles

/// How the bytes of a text file stand for characters.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  /// GB 18030, which GBK and GB 2312 are parts of.
  case gb18030
  /// As Excel saves "Unicode text".
  case utf16le = "utf-16le"

  /// What a text's beginning is encoded as: by its mark; else UTF-8 where it is that, since other texts hardly ever are;
  /// else GB 18030.
  public static func detect(_ beginning: ArraySlice<UInt8>) -> TextEncoding {
    if beginning.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if beginning.starts(with: [0xFF, 0xFE]) { return .utf16le }
    // The last character may be cut off.
    for cut in 0...min(3, beginning.count) where String(validating: beginning.dropLast(cut), as: UTF8.self) != nil {
      return .utf8
    }
    return .gb18030
  }
}

/// Turns a text file into UTF-8, piece by piece; what is not of its encoding becomes U+FFFD.
final class TextDecoder {
  private let source: ByteSource
  private let converter: iconv_t
  private var pending: Bytes = []
  private var isAtEnd = false
  private var isAtStart = true

  init(_ source: ByteSource, _ encoding: TextEncoding) throws(Diagnostic) {
    self.source = source
    let name =
      switch encoding {
      case .utf8: "UTF-8"
      case .gb18030: "GB18030"
      case .utf16le: "UTF-16LE"
      }
    guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else {
      throw Diagnostic(
        path: source.name, code: "unsupported-encoding",
        Wording("本机不支持编码\(encoding.rawValue)", "this machine does not know the encoding \(encoding.rawValue)"))
    }
    self.converter = converter
  }

  deinit { iconv_close(converter) }

  /// Appends a piece of the text; false at the end.
  func next(_ bytes: inout Bytes) throws(Diagnostic) -> Bool {
    guard !isAtEnd else { return false }
    isAtEnd = try source.read(into: &pending, atMost: 64 << 10) == 0
    let start = bytes.count
    convert(&bytes)
    if isAtStart, bytes.count >= start + 3 || isAtEnd {
      isAtStart = false
      if bytes[start...].starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeSubrange(start..<(start + 3)) }
    }
    return true
  }

  private func convert(_ result: inout Bytes) {
    var output = Bytes(repeating: 0, count: pending.count * 4 + 16)
    var consumed = 0
    while consumed < pending.count {
      var left = pending.count - consumed
      var room = output.count
      let code = pending.withUnsafeMutableBytes { input -> Int32 in
        output.withUnsafeMutableBytes { output in
          var from: UnsafeMutablePointer<CChar>? = (input.baseAddress! + consumed).assumingMemoryBound(to: CChar.self)
          var to: UnsafeMutablePointer<CChar>? = output.baseAddress!.assumingMemoryBound(to: CChar.self)
          return iconv(converter, &from, &left, &to, &room) == -1 ? errno : 0
        }
      }
      result.append(contentsOf: output[..<(output.count - room)])
      consumed = pending.count - left
      if code == EINVAL, !isAtEnd { break }  // a character that is cut off: the rest comes with the next piece
      if code == EILSEQ || code == EINVAL {
        result.append(contentsOf: [0xEF, 0xBF, 0xBD])
        consumed += 1
      }
    }
    pending.removeFirst(consumed)
  }
}
