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

  /// Whether the workbook counts dates in days since 1904 instead of 1900.
  var countsFrom1904 = false

  /// Reads the value of a cell.
  ///
  /// - Parameters:
  ///   - unit: the unit of the column; the cell of an amount may have a unit of its own.
  ///   - texts: the bytes to which the text of the value is appended.
  func read(_ cell: Cell, of row: Row, as type: FieldType, unit: Unit?, into texts: inout Bytes) -> Reading {
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
    if text.isEmpty { return .absent }
    let isMoney =
      switch type {
      case .money, .yearlyMoney: true
      default: false
      }
    if let fault = Self.formatFault(cell.format, isMoney: isMoney) { return .fault(fault) }
    switch type {
    case .flag: return readFlag(cell.kind, text)
    case .count: return readCount(cell.kind, text, isYear: false)
    case .year: return readCount(cell.kind, text, isYear: true)
    case .money, .yearlyMoney: return readMoney(cell, text, unit)
    case .time: return readTime(cell.kind, text, into: &texts)
    case .choice(let choices, let isOpen):
      guard let plain = Self.plainText(cell, text) else { return textFault(cell.kind, text) }
      guard let value = Self.choiceValue(plain, choices) ?? (isOpen ? plain : nil) else {
        let labels = choices.map(\.label).joined(separator: "、")
        return .fault("“\(plain.prefix(30))”应为其中之一：\(labels)")
      }
      return texts.appendValue(value)
    case .creditCode:
      if cell.kind == .number || Self.isScientific(text) {
        return .fault("被电子表格转成了数字“\(text.prefix(30))”，末几位已不可信，请把单元格设为文本后重新填写")
      }
      guard let plain = Self.plainText(cell, text) else { return textFault(cell.kind, text) }
      return texts.appendValue(Self.halfWidth(plain))
    case .division:
      guard let plain = Self.plainText(cell, text) else { return textFault(cell.kind, text) }
      return texts.appendValue(Self.halfWidth(plain))
    case .text, .texts, .object, .objects, .tally:
      guard let plain = Self.plainText(cell, text) else { return textFault(cell.kind, text) }
      return texts.appendValue(plain)
    }
  }

  // MARK: Texts

  /// Returns the content of a cell as text, or nil if the text that the user typed is uncertain.
  ///
  /// A number becomes its digits, with the leading zeros that its format shows, if a spreadsheet keeps all of them.
  static func plainText(_ cell: Cell, _ text: String) -> String? {
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
  private func textFault(_ kind: Cell.Kind, _ text: String) -> Reading {
    switch kind {
    case .number: .fault("被电子表格转成了数字“\(text.prefix(30))”，可能已丢失数位，请把单元格设为文本后重新填写")
    case .date: .fault("被电子表格转成了日期，请把单元格设为文本后重新填写")
    default: .fault("应为文本")
    }
  }

  /// Returns the value of the choice that a text means: its value or its label.
  static func choiceValue(_ text: String, _ choices: [Choice]) -> String? {
    // Nearly all cells are filled in from a drop-down list and match exactly.
    if let exact = choices.first(where: { $0.label == text || $0.value == text }) { return exact.value }
    let key = synonyms[text] ?? Heading.key(text)
    if let byLabel = choices.first(where: { Heading.key($0.label) == key }) { return byLabel.value }
    return choices.first { $0.value.lowercased() == key }?.value
  }

  /// Names that clerks use for labels of choices.
  private static let synonyms = [
    "公司": "企业", "民营企业": "企业", "私营企业": "企业", "国有企业": "企业", "高校": "高等院校", "大学": "高等院校", "高等学校": "高等院校",
    "科研机构": "科研院所", "科研单位": "科研院所", "研究所": "科研院所", "研究院": "科研院所", "医院": "医疗机构", "政府机关": "机关",
    "行政机关": "机关", "其它": "其他",
  ]

  private func readFlag(_ kind: Cell.Kind, _ text: String) -> Reading {
    let flag: Bool
    switch Self.halfWidth(text).lowercased() {
    case "是", "有", "√", "✓", "✔", "☑", "对", "true", "yes", "y", "1": flag = true
    case "否", "无", "没有", "×", "✗", "✘", "☐", "不是", "false", "no", "n", "0": flag = false
    default: return .fault("“\(text.prefix(30))”应为“是”或“否”")
    }
    return kind == .date ? .fault("应为“是”或“否”") : .value(FieldValues.Value(flag: flag))
  }

  // MARK: Numbers

  private func readCount(_ kind: Cell.Kind, _ text: String, isYear: Bool) -> Reading {
    var digits = text
    if kind == .text {
      for unit in isYear ? Self.yearUnits : Self.countUnits where digits.hasSuffix(unit) {
        digits = Self.trimmed(String(digits.dropLast(unit.count)))
        break
      }
    }
    guard kind != .date, kind != .flag, let number = CellNumber(kind, digits) else {
      if Self.isScientific(text) { return .fault("“\(text.prefix(30))”是科学计数法，可能已丢失数位，请填写完整数字") }
      return .fault("“\(kind == .date ? "日期" : String(text.prefix(30)))”应为整数；没有的填0，不清楚的留空")
    }
    return .value(number.value(shiftedBy: 0))
  }

  private static let yearUnits = ["年度", "年"]
  private static let countUnits = Unit.all.filter { $0.measure == .count }.map(\.name)

  private func readMoney(_ cell: Cell, _ text: String, _ columnUnit: Unit?) -> Reading {
    let kind = cell.kind
    var digits = text
    var unit = columnUnit
    var hasCellUnit = false
    if kind == .text {
      for (name, cellUnit) in Self.moneyUnits where digits.hasSuffix(name) {
        digits = Self.trimmed(String(digits.dropLast(name.count)))
        unit = cellUnit
        hasCellUnit = true
        break
      }
      if let first = digits.first, "¥￥".contains(first) {
        digits.removeFirst()
        // The currency sign stands for yuan.
        if let columnUnit, columnUnit.exponent > 0, !hasCellUnit {
          return .fault("“\(text.prefix(30))”带有“\(first)”，列名的单位却是“\(columnUnit.name)”，不知以哪个为准")
        }
        unit = unit ?? Unit.all.first { $0.name == "元" }
      }
    } else if case .money(let exponent) = cell.format {
      // The clerk sees the unit of the number format after the number.
      let shown = Unit.all.first { $0.measure == .money && $0.exponent == exponent }
      if let shown, let unit, unit != shown {
        return .fault("单元格显示的单位是“\(shown.name)”，列名的单位是“\(unit.name)”，不知以哪个为准")
      }
      unit = shown
    }
    guard kind != .date, kind != .flag, let number = CellNumber(kind, digits) else {
      if Self.isScientific(text) { return .fault("“\(text.prefix(30))”是科学计数法，可能已丢失数位，请填写完整数字") }
      return .fault("“\(kind == .date ? "日期" : String(text.prefix(30)))”应为金额；没有的填0，不清楚的留空")
    }
    guard let unit else { return .fault("没有注明单位，请在列名后注明（元）或（万元）") }
    guard unit.measure == .money else { return .fault("单位“\(unit.name)”不是金额单位") }
    return .value(number.value(shiftedBy: unit.exponent))
  }

  /// Longer names first, since 万元 ends with 元.
  private static let moneyUnits: [(String, Unit)] =
    Unit.all.filter { $0.measure == .money }.map { ($0.name, $0) } + Unit.shortNames

  // MARK: Times

  private func readTime(_ kind: Cell.Kind, _ text: String, into texts: inout Bytes) -> Reading {
    switch kind {
    case .date:
      guard let days = Double(text), let time = LocalTime(serial: days, countsFrom1904: countsFrom1904) else {
        return .fault("日期超出范围")
      }
      return texts.appendValue(time.rfc3339)
    case .text:
      if Timestamp(rfc3339: Array(text.utf8)) != nil { return texts.appendValue(text) }
      if let time = LocalTime(Self.halfWidth(text)) { return texts.appendValue(time.rfc3339) }
      return .fault("“\(text.prefix(30))”应为时间，如2024-03-01 09:00")
    default: return .fault("“\(text.prefix(30))”应为时间，如2024-03-01 09:00；单元格应设为日期格式")
    }
  }

  /// Returns whether the cell of a time has a date without a time of day.
  static func isDayOnly(_ cell: Cell, _ text: String) -> Bool {
    if cell.kind == .date { return Double(text).map { $0 == $0.rounded(.down) } ?? false }
    return !halfWidth(text).contains { ":时点".contains($0) }
  }
}

extension Bytes {
  /// Appends a text and returns it as a value.
  fileprivate mutating func appendValue(_ text: String) -> CellReader.Reading {
    let start = count
    append(text)
    return .value(FieldValues.Value(text: start..<count))
  }
}
