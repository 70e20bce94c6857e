/// The reason why a text is not a valid 统一社会信用代码.
public enum CreditCodeFault: Sendable, Equatable {
  /// There is white space or an invisible character in front of the code, after it or inside it.
  case blank(isInside: Bool)
  /// A character is the full-width form of a letter, a digit or a sign; `position` is 1-based.
  case fullWidth(Unicode.Scalar, position: Int)
  /// There are too few or too many characters.
  case wrongLength(Int)
  /// A letter is small; `position` is 1-based.
  case smallLetter(Unicode.Scalar, position: Int)
  /// The alphabet does not have a character; `position` is 1-based.
  case unknownCharacter(Unicode.Scalar, position: Int)
  /// All characters are the same.
  case repeated
  /// The third to eighth characters are not the digits of an administrative division code.
  case noDivision
  /// The last character does not fit the others.
  case wrongCheckCharacter
}

extension CreditCode {
  /// Returns the reason why a code is not valid, or nil if it is valid.
  ///
  /// If there are several reasons, the one that a person has to remove first is returned.
  public static func fault(of code: String) -> CreditCodeFault? {
    let scalars = Array(code.unicodeScalars)
    if scalars.contains(where: isBlank) {
      guard let first = scalars.firstIndex(where: { !isBlank($0) }), let last = scalars.lastIndex(where: { !isBlank($0) })
      else { return .blank(isInside: false) }
      return .blank(isInside: scalars[first...last].contains(where: isBlank))
    }
    if let index = scalars.firstIndex(where: { (0xFF01...0xFF5E).contains($0.value) }) {
      return .fullWidth(scalars[index], position: index + 1)
    }
    guard scalars.count == length else { return .wrongLength(scalars.count) }
    var values: [Int] = []
    for (index, scalar) in scalars.enumerated() {
      if ("a"..."z").contains(scalar) { return .smallLetter(scalar, position: index + 1) }
      let value = scalar.isASCII ? value(of: UInt8(scalar.value)) : -1
      if value < 0 { return .unknownCharacter(scalar, position: index + 1) }
      values.append(value)
    }
    if values.allSatisfy({ $0 == values[0] }) { return .repeated }
    if values[2..<8].contains(where: { $0 > 9 }) { return .noDivision }
    var sum = values[length - 1]
    var weight = 1
    for value in values.dropLast() {
      sum += value * weight
      weight = weight * 3 % 31
    }
    return sum % 31 == 0 ? nil : .wrongCheckCharacter
  }

  /// Returns whether a character is a control character, white space or an invisible mark, such as copying from a page leaves.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ...0x20, 0x7F...0xA0, 0xAD, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFE00...0xFE0F, 0xFEFF:
      true
    default: false
    }
  }
}

extension CreditCodeFault {
  /// The rest of a sentence that begins with the name and the text of the code.
  public var message: String {
    switch self {
    case .blank(isInside: true): "中间有空格或看不见的字符，请去掉"
    case .blank(isInside: false): "前后有空格或看不见的字符，请去掉"
    case .fullWidth(let scalar, let position): "第\(position)位“\(Self.shown(scalar))”是全角字符，请改用半角"
    case .wrongLength(let count): "有\(count)个字符，应为\(CreditCode.length)个，请核对"
    case .smallLetter(let scalar, let position): "第\(position)位“\(Self.shown(scalar))”是小写字母，请改用大写"
    case .unknownCharacter(let scalar, let position): "第\(position)位\(Self.description(scalar))"
    case .repeated: "各位都相同，不是真实的代码，请核对"
    case .noDivision: "第3至8位应为6位数字的行政区划代码，请核对"
    case .wrongCheckCharacter: "最后一位与前面各位不符，有一位抄错，请核对"
    }
  }

  private static func description(_ scalar: Unicode.Scalar) -> String {
    let likely: String? =
      switch scalar {
      case "I": "数字1"
      case "O": "数字0"
      case "S": "数字5"
      case "V": "字母U"
      case "Z": "数字2"
      default: nil
      }
    guard let likely else { return "“\(shown(scalar))”不是数字或大写字母，请核对" }
    return "的字母\(scalar)不会出现在代码中，是否应为\(likely)？"
  }

  private static func shown(_ scalar: Unicode.Scalar) -> String { String(scalar).printable() }
}
