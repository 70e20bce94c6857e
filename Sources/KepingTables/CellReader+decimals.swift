import KepingCore
import Workbooks

extension CellReader {
  /// Reads a number that may have decimals or be negative.
  func readDecimal(_ cell: Cell, _ text: String) -> Reading {
    guard let number = number(cell, text) else { return numberFault(cell, text, "数字") }
    return .value(number.value(shiftedBy: 0))
  }

  /// Reads a number of percent: a text with %, a cell that shows a percentage, or a plain number that can only be one.
  ///
  /// A plain number up to 1 may be a share instead, even if the heading of the column states percent: pasting the value of a
  /// cell that shows 70% leaves 0.7.
  func readPercent(_ cell: Cell, _ text: String) -> Reading {
    var digits = text
    var isMarked = false
    if cell.kind == .text, let last = text.last, "%％".contains(last) {
      digits = Self.trimmed(String(text.dropLast()))
      isMarked = true
    }
    guard let number = number(cell, digits) else { return numberFault(cell, text, "百分数") }
    // The cell holds 0.3 and shows 30%.
    if cell.kind == .number, cell.format == .percent { return .value(number.value(shiftedBy: 2)) }
    let value = number.value(shiftedBy: 0)
    if !isMarked, value.number != 0, value.number.magnitude <= 1 {
      return .fault("“\(shown(cell, text))”不知是比例还是百分数，请带上%，如30%")
    }
    return .value(value)
  }
}
