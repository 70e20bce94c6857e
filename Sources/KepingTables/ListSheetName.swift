import Workbooks

/// The names of the sheets of a list, by which templates have them and the reader finds them.
enum ListSheetName {
  /// The names of the other sheets of a template, which no list has.
  static let reserved = [TemplateMark.applicationSheet, ClauseSheet.name, TemplateNotes.name, ChoiceSheet.name]
  /// The highest number that the reader expects after a name.
  private static let maximumNumber = 999

  /// Returns the name of the first sheet of a list with a label, or of a further one that has its number after the name.
  ///
  /// A spreadsheet does not allow every label as a name.
  static func name(_ label: String, number: Int = 1) -> String {
    let suffix = number == 1 ? "" : " \(number)"
    let name = WorkbookWriter.sheetName(label, before: suffix)
    return (name.isEmpty ? "清单" : name) + suffix
  }

  /// Returns the name of the sheet of a list in the template of one program.
  static func usual(_ label: String) -> String { name(label, number: reserved.contains(name(label)) ? 2 : 1) }

  /// Returns whether a template may have given a sheet its name for a list with a label.
  static func isName(_ sheet: String, of label: String) -> Bool {
    let key = Heading.key(sheet)
    if key == Heading.key(usual(label)) { return true }
    let digits = String(sheet.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    guard let number = Int(digits), (2...maximumNumber).contains(number) else { return false }
    return key == Heading.key(name(label, number: number))
  }
}

/// The names of the sheets of a workbook, none of which are equal.
struct SheetNames {
  /// The names in use, in small letters, because a spreadsheet does not distinguish them from capital ones.
  private var used = Set(ListSheetName.reserved)

  /// Returns a name for a sheet, with a number after it if another sheet has the name.
  mutating func take(_ label: String) -> String {
    var number = 1
    while true {
      let name = ListSheetName.name(label, number: number)
      if used.insert(name.lowercased()).inserted { return name }
      number += 1
    }
  }
}
