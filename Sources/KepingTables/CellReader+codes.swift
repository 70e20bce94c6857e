import KepingCore
import Workbooks

extension CellReader {
  /// Reads a 统一社会信用代码, which a spreadsheet may have turned into a number.
  func readCreditCode(_ cell: Cell, _ text: String, into texts: inout Bytes) -> Reading {
    let code = Self.creditCode(text)
    if cell.kind == .number || Self.isScientific(text) && code.utf8.count != 18 {
      return .fault("被电子表格转成了数字“\(text.prefix(30))”，末几位已不可信，请把单元格设为文本后重新填写")
    }
    guard Self.unmarkedText(cell, text) != nil else { return textFault(cell, text) }
    return texts.appendValue(code)
  }

  /// Returns a credit code in capitals and half-width characters, without white space and hyphens, which people put between
  /// its parts.
  ///
  /// A text of nothing else is returned unchanged.
  static func creditCode(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
    if isPlain { return text }
    var code = String.UnicodeScalarView()
    for scalar in halfWidth(text).unicodeScalars where !isBlank(scalar) && !"-‐‑–—−".unicodeScalars.contains(scalar) {
      let isLower = (0x61...0x7A).contains(scalar.value)
      code.append(isLower ? Unicode.Scalar(scalar.value - 0x20) ?? scalar : scalar)
    }
    return code.isEmpty ? text : String(code)
  }

  /// Reads a 行政区划代码: six digits, or the name of a division that has exactly one code.
  func readDivision(_ text: String, into texts: inout Bytes) -> Reading {
    let text = Self.halfWidth(text)
    if text.utf8.count == 6, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return texts.appendValue(text) }
    let given = "“\(text.prefix(30))”"
    if text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
      return .fault("\(given)应为6位数字的行政区划代码，如\(exampleCode)，或行政区划的名称")
    }
    let codes = DivisionRegister.codes(named: String(text.filter { !$0.isWhitespace }))
    switch codes.count {
    case 1: return texts.appendValue(codes[0])
    case 0: return .fault("\(given)不是6位行政区划代码，也不是现行行政区划的名称，请填写代码，如\(exampleCode)")
    default:
      let names = codes.prefix(6).map { (DivisionRegister.fullName(of: $0) ?? "") + $0 }
      let some = names.joined(separator: "、") + (codes.count > 6 ? "等" : "")
      return .fault("\(given)有\(codes.count)处（\(some)），不知是哪一处，请填写6位行政区划代码")
    }
  }
}
