/// An error in JSON text, with its offset.
public struct JSONFault: Error, Sendable, Equatable {
  /// A violation of RFC 8259, or of a limit of the decoder.
  public enum Kind: Sendable, Equatable {
    /// The text ends within a value.
    case unexpectedEnd
    /// A byte that is not allowed at this offset.
    case unexpectedByte(UInt8)
    /// A number that does not have the form of JSON.
    case invalidNumber
    /// A name other than `true`, `false` and `null`.
    case invalidLiteral
    /// An unescaped control character in a string.
    case controlCharacter
    /// An escape that JSON does not define.
    case invalidEscape
    /// An escaped surrogate without its counterpart.
    case loneSurrogate
    /// Ill-formed UTF-8.
    case invalidUTF8
    /// Nesting deeper than ``JSONTape/maximumDepth``.
    case tooDeep
    /// Bytes other than white space after the value.
    case trailing
  }

  /// The kind of the error.
  public let kind: Kind
  /// The offset of the error in the bytes that were read.
  public let offset: Int

  /// Creates an error of a kind at an offset.
  public init(kind: Kind, offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  /// The message for a person.
  public var wording: Wording {
    switch kind {
    case .unexpectedEnd:
      Wording("JSON在此处中断，内容不完整；请看括号和双引号是否成对", "unexpected end of JSON; see whether brackets and quotes are in pairs")
    case .unexpectedByte(let byte):
      Wording("此处不应出现\(Self.name(of: byte))", "unexpected \(Self.name(of: byte))")
    case .invalidNumber: Wording("数字写法不符合JSON", "invalid number")
    case .invalidLiteral: Wording("只允许 true、false、null", "expected true, false or null")
    case .controlCharacter: Wording("文本中有未转义的控制字符", "unescaped control character in a string")
    case .invalidEscape: Wording("文本中有无效的转义；要写“\\”本身，请写“\\\\”", "invalid escape in a string; write \\\\ for a backslash")
    case .loneSurrogate: Wording("文本中有不成对的代理码", "unpaired surrogate in a string")
    case .invalidUTF8: Wording("不是有效的UTF-8编码，请另存为UTF-8", "invalid UTF-8; save the file as UTF-8")
    case .tooDeep: Wording("嵌套超过\(JSONTape.maximumDepth)层", "nesting is deeper than \(JSONTape.maximumDepth) levels")
    case .trailing: Wording("记录之后还有多余内容", "unexpected text after the JSON value")
    }
  }

  private static func name(of byte: UInt8) -> String {
    byte > 0x20 && byte < 0x7F ? "“\(Character(Unicode.Scalar(byte)))”" : "0x" + String(byte, radix: 16, uppercase: true)
  }
}
