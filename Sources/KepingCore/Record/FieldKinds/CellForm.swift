/// How a field is filled in in a workbook.
public struct CellForm: Sendable {
  /// What may be typed into a cell.
  public enum Rule: Sendable {
    /// One of some texts; where it is open, another one is kept, too.
    case oneOf([String], isOpen: Bool)
    case wholeNumber(ClosedRange<Double>)
    case number(atLeast: Double)
    case textLength(Int)
  }

  /// How an example shows a value.
  public enum Example: Sendable {
    case text
    /// The label of a known value, or another text.
    case choice
    /// 是 or 否.
    case flag
    /// A time of Beijing as a clerk writes it.
    case time
    /// A number in a unit that is this many times the unit of the record.
    case number(unit: Double)
  }

  /// What a hint may speak of.
  public struct Context: Sendable {
    /// The year of the guideline.
    public let year: Int
    /// The name of the column's unit.
    public let unit: String?

    public init(year: Int, unit: String?) {
      self.year = year
      self.unit = unit
    }
  }

  /// The least width of a column.
  public var width = 12.0
  /// The number format of the cells; nil for the general one.
  public var numberFormat: String?
  /// What the heading's comment says first.
  public var remarks: [String] = []
  /// Nil where anything may be typed.
  public var rule: Rule?
  /// What is shown while a cell is selected, and where the input is wrong.
  public var hint: @Sendable (Context) -> String = { _ in "" }
  public var example = Example.text

  /// The number format of what stays a text whatever it looks like, so that codes keep their digits.
  static let textFormat = "@"
  static let moneyFormat = "#,##0.######"
}
