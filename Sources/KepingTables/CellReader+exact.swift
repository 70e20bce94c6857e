import KepingCore
import Workbooks

extension CellReader {
  /// The result of reading a number without rounding it.
  enum ExactReading {
    /// The cell has no content.
    case absent
    /// The number; an amount of money is in yuan.
    case value(ExactDecimal)
    /// The reason why the cell cannot be read, in Chinese; messages put the heading of the column before it.
    case fault(String)
  }

  /// Reads a number or an amount of money as the exact decimal that the cell shows.
  ///
  /// - Parameters:
  ///   - isMoney: whether the number is an amount of money.
  ///   - unit: the unit of the column; the cell of an amount may have a unit of its own.
  func readExact(_ cell: Cell, of row: Row, isMoney: Bool, unit: Unit?) -> ExactReading {
    var texts: Bytes = []
    switch read(cell, of: row, as: isMoney ? .money : .decimal, unit: unit, for: .key, into: &texts) {
    case .absent: return .absent
    case .fault(let reason): return .fault(reason)
    case .value: break
    }
    let text = Self.trimmed(row.text(cell))
    let found: (number: CellNumber, exponent: Int)?
    if isMoney {
      found = if case .amount(let number, let exponent) = amount(cell, text, unit) { (number, exponent) } else { nil }
    } else {
      found = number(cell, text).map { ($0, 0) }
    }
    guard let found, let value = ExactDecimal(found.number.decimalText) else { return .fault("“\(text.prefix(30))”应为数字") }
    return .value(value.shifted(by: found.exponent))
  }
}
