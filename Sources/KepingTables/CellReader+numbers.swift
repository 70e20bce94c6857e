import KepingCore
import Workbooks

extension CellReader {
  /// Reads a whole number: a count, or a number that is none, such as a year.
  func readCount(_ cell: Cell, _ text: String, isYear: Bool) -> Reading {
    var digits = text
    if cell.kind == .text {
      for unit in isYear ? Self.yearUnits : Self.countUnits where digits.hasSuffix(unit) {
        digits = Self.trimmed(String(digits.dropLast(unit.count)))
        break
      }
    }
    guard let number = number(cell, digits) else { return numberFault(cell, text, "整数") }
    return .value(number.value(shiftedBy: 0))
  }

  private static let yearUnits = ["年度", "年"]
  private static let countUnits = Unit.all.filter { $0.measure == .count }.map(\.name)

  /// An amount of money as it stands in a cell.
  enum AmountReading {
    /// The number, and the power of ten by which its unit exceeds yuan.
    case amount(CellNumber, exponent: Int)
    /// The reason why the cell cannot be read.
    case fault(Reading)
  }

  /// Reads an amount of money.
  func readMoney(_ cell: Cell, _ text: String, _ columnUnit: Unit?) -> Reading {
    switch amount(cell, text, columnUnit) {
    case .amount(let number, let exponent): .value(number.value(shiftedBy: exponent))
    case .fault(let fault): fault
    }
  }

  /// Reads the number of an amount of money and its unit.
  func amount(_ cell: Cell, _ text: String, _ columnUnit: Unit?) -> AmountReading {
    var digits = text
    var unit = columnUnit
    var hasCellUnit = false
    if cell.kind == .text {
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
          return .fault(.fault("“\(text.prefix(30))”带有“\(first)”，列名的单位却是“\(columnUnit.name)”，不知以哪个为准"))
        }
        unit = unit ?? Unit.all.first { $0.name == "元" }
      }
    } else if case .money(let exponent) = cell.format {
      // The clerk sees the unit of the number format after the number.
      let shown = Unit.all.first { $0.measure == .money && $0.exponent == exponent }
      if let shown, let unit, unit != shown {
        return .fault(.fault("单元格显示的单位是“\(shown.name)”，列名的单位是“\(unit.name)”，不知以哪个为准"))
      }
      unit = shown
    }
    guard let number = number(cell, digits) else { return .fault(numberFault(cell, text, "金额")) }
    guard let unit else { return .fault(.fault("没有注明单位，请在列名后注明（元）或（万元）")) }
    guard unit.measure == .money else { return .fault(.fault("单位“\(unit.name)”不是金额单位")) }
    return .amount(number, exponent: unit.exponent)
  }

  /// Longer names first, since 万元 ends with 元.
  private static let moneyUnits: [(String, Unit)] =
    Unit.all.filter { $0.measure == .money }.map { ($0.name, $0) } + Unit.shortNames

  /// Returns the number in the text of a cell without its unit, or nil if the cell holds none.
  func number(_ cell: Cell, _ digits: String) -> CellNumber? {
    cell.kind == .date || cell.kind == .flag ? nil : CellNumber(cell.kind, digits)
  }

  /// Returns the fault of a cell that should hold a number and does not.
  func numberFault(_ cell: Cell, _ text: String, _ expected: String) -> Reading {
    if cell.kind == .date {
      return .fault(
        "“\(shown(cell, text))”是日期或时间，应为\(expected)；请把单元格改为常规格式后重新填写\(numberAdvice.isEmpty ? "" : "，\(numberAdvice)")")
    }
    if Self.isScientific(text) { return .fault("“\(text.prefix(30))”是科学计数法，可能已丢失数位，请填写完整数字") }
    return .fault("“\(shown(cell, text))”应为\(expected)\(numberAdvice.isEmpty ? "" : "；\(numberAdvice)")")
  }
}
