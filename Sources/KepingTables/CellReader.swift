import KepingCore
import Workbooks

/// A reader that converts a cell to a value of a field type.
///
/// It accepts the content of a cell as it is or refuses it, and never guesses: digits that a spreadsheet may have lost,
/// amounts without a unit and invalid dates are faults.
struct CellReader {
  /// The result of reading a cell.
  enum Reading {
    /// The cell has no content.
    case absent
    /// The value of the cell.
    case value(FieldValues.Value)
    /// The reason why the cell cannot be read, in Chinese; messages put the heading of the column before it.
    case fault(String)
  }

  /// A use of a field that changes how its cells are read.
  enum Use {
    /// The value is evaluated or shown.
    case value
    /// The text identifies an application, a direction, a person or a known value.
    case key
    /// The year in which a person was born.
    case birthYear
  }

  /// Whether the workbook counts dates in days since 1904 instead of 1900.
  var countsFrom1904 = false
  /// The division code that messages give as an example.
  var exampleCode = ""
  /// What to fill in where nothing is known, after the message on a cell that holds no number.
  var numberAdvice = "没有的填0，不清楚的留空"

  /// Reads the value of a cell.
  ///
  /// - Parameters:
  ///   - unit: the unit of the column; the cell of an amount may have a unit of its own.
  ///   - use: what the field is used for.
  ///   - texts: the bytes to which the text of the value is appended.
  func read(
    _ cell: Cell, of row: Row, as type: FieldType, unit: Unit?, for use: Use = .value, into texts: inout Bytes
  ) -> Reading {
    var text = ""
    switch cell.kind {
    case .error: return .fault("单元格是公式错误“\(row.text(cell).prefix(20))”")
    case .uncalculated: return .fault("公式没有计算结果，请在Excel或WPS中打开并保存后再交")
    case .undecodable: return .fault("文字编码有误，请另存为UTF-8或GB 18030编码")
    case .tooLong: return .fault("文字过长")
    case .damaged: return .fault("单元格内容已损坏，请重新填写")
    case .covered: return .fault("在合并单元格\(row.text(cell))中，不知是哪一份的，请取消合并后分别填写")
    case .text, .number, .date, .flag: text = Self.trimmed(row.text(cell))
    }
    if !cell.marks.isEmpty, let reading = readMarks(cell, text, isFreeText: Self.isFreeText(type, use)) { return reading }
    if text.isEmpty { return .absent }
    let (isMoney, isPercent) =
      switch type {
      case .money, .yearlyMoney: (true, false)
      case .percent: (false, cell.format == .percent)
      default: (false, false)
      }
    if !isPercent, let fault = Self.formatFault(cell.format, isMoney: isMoney) { return .fault(fault) }
    switch type {
    case .decimal: return readDecimal(cell, text)
    case .percent: return readPercent(cell, text)
    case .flag: return readFlag(cell, text)
    case .count: return readCount(cell, text, isYear: false)
    case .year: return use == .birthYear ? readBirthYear(cell, text) : readCount(cell, text, isYear: true)
    case .money, .yearlyMoney: return readMoney(cell, text, unit)
    case .time: return readTime(cell, text, into: &texts)
    case .date: return readDate(cell, text, into: &texts)
    case .creditCode: return readCreditCode(cell, text, into: &texts)
    case .choice, .division, .text, .texts, .object, .objects, .tally:
      guard let plain = Self.unmarkedText(cell, text) else { return textFault(cell, text) }
      switch type {
      case .choice(let choices, let isOpen): return readChoice(plain, choices, isOpen: isOpen, into: &texts)
      case .division: return readDivision(plain, into: &texts)
      default: return texts.appendValue(plain)
      }
    }
  }

  // MARK: Texts

  /// Returns the content of a cell as text, or nil if the text that the user typed is uncertain.
  ///
  /// A number becomes its digits, with the leading zeros that its format shows, if a spreadsheet keeps all of them.
  static func plainText(_ cell: Cell, _ text: String) -> String? { cell.marks.isEmpty ? unmarkedText(cell, text) : nil }

  /// Returns the same as ``plainText(_:_:)`` for a cell whose marks have been considered already.
  static func unmarkedText(_ cell: Cell, _ text: String) -> String? {
    switch cell.kind {
    case .text: return text
    case .number:
      guard formatFault(cell.format, isMoney: false) == nil, let number = CellNumber(cell: text), number.isExact else {
        return nil
      }
      guard case .padded(let digits) = cell.format else { return number.decimalText }
      let digitsText = number.decimalText
      return digitsText.allSatisfy(\.isNumber)
        ? String(repeating: "0", count: max(0, digits - digitsText.count)) + digitsText : digitsText
    default: return nil
    }
  }

  /// Returns the fault of a format that shows something other than the number itself, or nil for any other format.
  private static func formatFault(_ format: NumberFormat, isMoney: Bool) -> String? {
    switch format {
    case .money where !isMoney: "的单元格格式带有金额单位，请改为常规格式"
    case .percent: "显示为百分数，请改为普通数字"
    case .scaled: "的单元格格式缩放了数字，显示的与实际的不同，请改为常规格式"
    case .qualified: "的单元格格式带有文字，不知以数字还是文字为准，请改为常规格式"
    case .plain, .date, .money, .padded: nil
    }
  }

  /// Returns the fault of a cell that should hold text and does not.
  func textFault(_ cell: Cell, _ text: String) -> Reading {
    switch cell.kind {
    case .number: .fault("被电子表格转成了数字“\(text.prefix(30))”，可能已丢失数位，请把单元格设为文本后重新填写")
    case .date: .fault("被电子表格转成了日期“\(shown(cell, text))”，请把单元格设为文本后重新填写")
    default: .fault("“\(shown(cell, text))”应为文本")
    }
  }

  /// Returns the content of a cell as a message shows it.
  func shown(_ cell: Cell, _ text: String) -> String {
    switch cell.kind {
    case .date:
      let time = CellNumber.double(text).flatMap { LocalTime(serial: $0, countsFrom1904: countsFrom1904) }
      return time?.shown ?? String(text.prefix(30))
    case .flag: return text == "1" ? "TRUE" : "FALSE"
    default: return String(text.prefix(30))
    }
  }

  private func readChoice(_ text: String, _ choices: [Choice], isOpen: Bool, into texts: inout Bytes) -> Reading {
    guard let value = Self.choiceValue(text, choices, acceptsParts: !isOpen) ?? (isOpen ? text : nil) else {
      let labels = choices.map(\.label).joined(separator: "、")
      return .fault("“\(text.prefix(30))”应为其中之一：\(labels)")
    }
    return texts.appendValue(value)
  }

  private func readFlag(_ cell: Cell, _ text: String) -> Reading {
    if cell.kind == .date { return .fault("“\(shown(cell, text))”是日期，应为“是”或“否”") }
    switch Self.halfWidth(text).lowercased() {
    case "是", "有", "√", "✓", "✔", "☑", "对", "true", "yes", "y", "1": return .value(FieldValues.Value(flag: true))
    case "否", "无", "没有", "×", "✗", "✘", "☐", "不是", "false", "no", "n", "0": return .value(FieldValues.Value(flag: false))
    default: return .fault("“\(text.prefix(30))”应为“是”或“否”")
    }
  }
}

extension Bytes {
  /// Appends a text and returns it as a value.
  mutating func appendValue(_ text: String) -> CellReader.Reading {
    let start = count
    append(text)
    return .value(FieldValues.Value(text: start..<count))
  }
}
