/// Why bytes are not JSON, and where.
public struct JSONFault: Error, Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case unexpectedEnd
    case unexpectedByte(UInt8)
    case invalidNumber
    case invalidLiteral
    case controlCharacter
    case invalidEscape
    case loneSurrogate
    case invalidUTF8
    case tooDeep
    case trailing
  }

  public let kind: Kind
  /// The place of the fault in the bytes that were read.
  public let offset: Int

  public init(kind: Kind, offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  /// What is wrong, for people.
  public var wording: Wording {
    switch kind {
    case .unexpectedEnd: Wording("JSON在此处中断，内容不完整", "the JSON ends too early")
    case .unexpectedByte(let byte):
      Wording("此处不应出现\(Self.name(of: byte))", "unexpected \(Self.name(of: byte))")
    case .invalidNumber: Wording("数字写法不符合JSON", "a number that JSON does not allow")
    case .invalidLiteral: Wording("只允许 true、false、null", "only true, false and null are allowed here")
    case .controlCharacter: Wording("文本中有未转义的控制字符", "an unescaped control character in a text")
    case .invalidEscape: Wording("文本中有无效的转义", "an invalid escape in a text")
    case .loneSurrogate: Wording("文本中有不成对的代理码", "a lone surrogate in a text")
    case .invalidUTF8: Wording("不是有效的UTF-8编码", "not valid UTF-8")
    case .tooDeep: Wording("嵌套超过\(JSONTape.maximumDepth)层", "nested deeper than \(JSONTape.maximumDepth)")
    case .trailing: Wording("记录之后还有多余内容", "something follows the record")
    }
  }

  private static func name(of byte: UInt8) -> String {
    byte > 0x20 && byte < 0x7F ? "“\(Character(Unicode.Scalar(byte)))”" : "0x" + String(byte, radix: 16, uppercase: true)
  }
}
