/// The form of a field in a workbook: width, number format, input rule and hints.
public struct CellForm: Sendable {
  /// A rule for the input of a cell.
  public enum Rule: Sendable {
    /// One of several texts; if the rule is open, any other text is also accepted.
    case oneOf([String], isOpen: Bool)
    /// An integer in a range.
    case wholeNumber(ClosedRange<Double>)
    /// A number with a minimum.
    case number(atLeast: Double)
    /// Any number.
    case anyNumber
    /// A text of exactly this number of characters.
    case textLength(Int)
    /// Anything; the hint is shown all the same.
    case any
  }

  /// The form in which an example shows a value.
  public enum Example: Sendable {
    case text
    /// The label of a known value, or another text.
    case choice
    /// 是 or 否.
    case flag
    /// Beijing time, as a clerk writes it.
    case time
    /// A day as the record has it.
    case date
    /// A number in a unit that is `unit` times the unit of the record.
    case number(unit: Double)
  }

  /// The facts that a hint may mention.
  public struct Context: Sendable {
    /// The year of the guideline.
    public let year: Int
    /// The name of the column's unit; nil if it has none.
    public let unit: String?

    /// Creates the context of a column.
    public init(year: Int, unit: String?) {
      self.year = year
      self.unit = unit
    }
  }

  /// The minimum width of the column in characters.
  public var width = 12.0
  /// The number format of the cells; nil for the general format.
  public var numberFormat: String?
  /// The first lines of the comment on the heading.
  public var remarks: [String] = []
  /// The rule for the input; nil if anything may be typed.
  public var rule: Rule?
  /// A function that returns the text to show while a cell is selected and when the input is invalid.
  public var hint: @Sendable (Context) -> String = { _ in "" }
  /// The form of the example's value.
  public var example = Example.text

  /// The number format of text, which keeps the digits of codes unchanged.
  static let textFormat = "@"
  static let moneyFormat = "#,##0.######"
}
