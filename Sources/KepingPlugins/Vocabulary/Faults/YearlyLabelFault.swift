import KepingCore

/// A fault in the label of a field of amounts by year, whose columns have the year after the label.
enum YearlyLabelFault: UsageFault {
  /// The label ends in a number, so that the year after it cannot be told from it.
  case endsInNumber(String)
  /// The label speaks of a year itself.
  case namesYear(String, year: String)

  var code: String { "wrong-argument" }

  var wording: Wording {
    switch self {
    case .endsInNumber(let label):
      Wording(
        "按年度填写的字段，名称“\(label)”不能以数字结尾：表格的列名在名称后面写年度，如“研发投入2023”",
        "the label '\(label)' of amounts by year cannot end in a number, because headings have the year after it, as in '研发投入2023'"
      )
    case .namesYear(let label, let year):
      Wording(
        "按年度填写的字段，名称“\(label)”里不能有“\(year)”：表格的列名在名称后面写年度，如“研发投入2023”",
        "the label '\(label)' of amounts by year cannot have '\(year)', because headings have the year after it, as in '研发投入2023'"
      )
    }
  }

  /// Terms for years relative to that of the guideline, which headings may have instead of a year.
  private static let relativeYears = ["上一年", "上年", "去年", "前年", "本年", "当年"]

  /// Creates the fault of a label, or returns nil if a year may follow it.
  init?(_ label: String) {
    let characters = label.filter { !$0.isWhitespace }
    if let year = Self.relativeYears.first(where: characters.contains) ?? Self.calendarYear(in: characters) {
      self = .namesYear(label, year: year)
    } else if characters.last?.isNumber == true {
      self = .endsInNumber(label)
    } else {
      return nil
    }
  }

  /// Returns the first number of four digits that may be a year, or nil if there is none.
  private static func calendarYear(in label: String) -> String? {
    label.split { !$0.isNumber }.map(String.init).first { digits in
      digits.count == 4 && (1900...2199).contains(digits.reduce(0) { $0 * 10 + ($1.wholeNumberValue ?? 0) })
    }
  }
}
