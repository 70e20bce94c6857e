import CXlsxWriter
import Glibc

/// A check of what a user types into a cell (data validation).
public struct InputCheck: Sendable {
  /// A condition that an input must meet.
  public enum Rule: Sendable {
    /// One of the given texts, which the spreadsheet offers in a list; together they have at most 255 characters.
    case oneOf([String])
    /// One of the texts in a range of cells, given as a formula such as `=选项!$A$1:$A$6`.
    case listed(String)
    /// A whole number within a range.
    case wholeNumber(ClosedRange<Double>)
    /// A number within a range, possibly with decimals.
    case numberWithin(ClosedRange<Double>)
    /// A number that is not below a minimum.
    case number(atLeast: Double)
    /// A text of exactly this number of characters.
    case textLength(Int)
    /// Anything; the hint is shown all the same.
    case any
  }

  /// The condition that an input must meet.
  public let rule: Rule
  /// Whether the user can keep an input that does not meet the rule, after a warning.
  public let isAdvisory: Bool
  /// The title of the hint; at most 32 characters are used.
  ///
  /// It is shown together with the hint.
  public let title: String
  /// The hint; at most 255 characters are used.
  ///
  /// It is shown while the cell is selected and when an input is wrong.
  public let hint: String

  /// Creates a check.
  public init(_ rule: Rule, isAdvisory: Bool = false, title: String, hint: String) {
    self.rule = rule
    self.isAdvisory = isAdvisory
    self.title = title
    self.hint = hint
  }
}

extension SheetWriter {
  /// Adds a check to the cells of a column.
  ///
  /// - Parameters:
  ///   - rows: the 1-based rows.
  ///   - column: the 1-based column.
  public func setCheck(_ check: InputCheck, rows: ClosedRange<Int>, column: Int) {
    var texts: [UnsafeMutablePointer<CChar>?] = []
    func text(_ value: String) -> UnsafeMutablePointer<CChar>? {
      texts.append(strdup(value))
      return texts.last!
    }
    defer { for text in texts { free(text) } }
    var validation = lxw_data_validation()
    validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.error_type = UInt8(
      (check.isAdvisory ? LXW_VALIDATION_ERROR_TYPE_WARNING : LXW_VALIDATION_ERROR_TYPE_STOP).rawValue)
    validation.input_title = text(String(check.title.prefix(32)))
    validation.input_message = text(String(check.hint.prefix(255)))
    validation.error_title = text(String(check.title.prefix(32)))
    validation.error_message = text(String(check.hint.prefix(255)))
    var list: [UnsafeMutablePointer<CChar>?] = []
    switch check.rule {
    case .oneOf(let choices):
      list = choices.map { text($0) } + [nil]
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
    case .listed(let formula):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      validation.value_formula = text(formula)
    case .wholeNumber(let range):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      validation.minimum_number = range.lowerBound
      validation.maximum_number = range.upperBound
    case .numberWithin(let range):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      validation.minimum_number = range.lowerBound
      validation.maximum_number = range.upperBound
    case .number(let least):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO.rawValue)
      validation.value_number = least
    case .textLength(let length):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LENGTH.rawValue)
      validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_EQUAL_TO.rawValue)
      validation.value_number = Double(length)
    case .any: validation.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    }
    list.withUnsafeMutableBufferPointer { list in
      if !list.isEmpty { validation.value_list = list.baseAddress }
      writer.recordError(
        worksheet_data_validation_range(
          sheet, UInt32(rows.lowerBound - 1), UInt16(column - 1), UInt32(rows.upperBound - 1), UInt16(column - 1), &validation))
    }
  }
}
