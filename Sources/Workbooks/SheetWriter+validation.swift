import CXlsxWriter
import Glibc
import KepingCore

/// What may be typed into cells; a spreadsheet program refuses other input and shows the message.
extension SheetWriter {
  /// Offers texts as a drop-down list, together at most 255 characters, without commas.
  public func setChoices(_ choices: [String], _ rows: ClosedRange<Int>, column: Int, message: String) {
    var list: [UnsafeMutablePointer<CChar>?] = choices.map { strdup($0) } + [nil]
    defer { for text in list { free(text) } }
    list.withUnsafeMutableBufferPointer { list in
      validate(rows, column, message) { validation in
        validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
        validation.value_list = list.baseAddress
      }
    }
  }

  /// Accepts numbers of a range.
  public func setNumbers(_ range: ClosedRange<Double>, _ rows: ClosedRange<Int>, column: Int, message: String) {
    validate(rows, column, message) { validation in
      validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      validation.minimum_number = range.lowerBound
      validation.maximum_number = range.upperBound
    }
  }

  /// Accepts dates from the first day of a year on.
  public func setDates(from year: Int, _ rows: ClosedRange<Int>, column: Int, message: String) {
    validate(rows, column, message) { validation in
      validation.validate = UInt8(LXW_VALIDATION_TYPE_DATE.rawValue)
      validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO.rawValue)
      validation.value_datetime.year = Int32(year)
      validation.value_datetime.month = 1
      validation.value_datetime.day = 1
    }
  }

  private func validate(
    _ rows: ClosedRange<Int>, _ column: Int, _ message: String, _ rule: (inout lxw_data_validation) -> Void
  ) {
    message.withCString { message in
      var validation = lxw_data_validation()
      rule(&validation)
      validation.error_message = UnsafeMutablePointer(mutating: message)
      let column = UInt16(column - 1)
      writer.recordError(
        worksheet_data_validation_range(
          sheet, UInt32(rows.lowerBound - 1), column, UInt32(rows.upperBound - 1), column, &validation))
    }
  }
}
