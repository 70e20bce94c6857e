import Foundation
import KepingFiles
import SystemPackage
import WorkbookFixtures
import Workbooks

/// A table of a page that shows cells of a workbook.
///
/// For example:
///
///     <!-- 填写 申报汇总.xlsx 申报表 -->
///     | 列 | 列名 | 第3行 |
///     | --- | --- | --- |
///     | A | 申报编号* | BS2024-0001 |
///
/// The comment names the workbook and its sheet. Each line of the table is a column of the sheet. Under `列名` is the text in
/// row 1, under `第3行` the text in row 3. The other columns of the table are explanations for the reader.
struct ManualCells {
  /// What the page does with the cells.
  enum Use: String {
    /// The reader types the cells, except empty ones, under headings that the sheet already has.
    case typed = "填写"
    /// The sheet has exactly these cells.
    case shown = "看到"
  }

  /// A cell of the table.
  struct Entry {
    /// The 1-based column.
    let column: Int
    /// The 1-based row.
    let row: Int
    let text: String
    let isHeading: Bool
  }

  let use: Use
  let workbook: String
  let sheet: String
  let entries: [Entry]

  /// Reads the table after a comment; nil if the first line is not such a comment.
  init?(_ lines: ArraySlice<String>) {
    guard let comment = lines.first?.wholeMatch(of: /<!-- (填写|看到) (\S+) (.+) -->/), let use = Use(rawValue: String(comment.1))
    else { return nil }
    self.use = use
    workbook = String(comment.2)
    sheet = String(comment.3)
    let table = lines.dropFirst().prefix { $0.hasPrefix("|") }.map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
    var entries: [Entry] = []
    for cells in table.dropFirst(2) {
      let column = cells[0].unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 }
      for (title, text) in zip(table[0], cells) {
        if title == "列名" {
          entries.append(Entry(column: column, row: 1, text: text, isHeading: true))
        } else if let row = title.prefixMatch(of: /第(\d+)行/).flatMap({ Int($0.1) }) {
          entries.append(Entry(column: column, row: row, text: text, isHeading: false))
        }
      }
    }
    self.entries = entries
  }

  /// Types the cells into the workbook, or compares them with it.
  ///
  /// - Returns: the differences between the page and the workbook.
  func follow(in folder: URL) throws -> [String] {
    let file = folder.appendingPathComponent(workbook)
    var sheets = try Self.read(file)
    guard let index = sheets.firstIndex(where: { $0.name == sheet }) else { return ["\(workbook) has no sheet \(sheet)"] }
    if entries.isEmpty { return ["the table of \(workbook) \(sheet) has no cells"] }
    var faults: [String] = []
    for entry in entries {
      if use == .shown || entry.isHeading {
        let real = sheets[index].text(entry.column, entry.row)
        if real != entry.text {
          faults.append("\(sheet)!\(Cell.name(entry.column, entry.row)) has “\(real)”, the page shows “\(entry.text)”")
        }
      } else if !entry.text.isEmpty {
        sheets[index].set(entry.column, entry.row, entry.text)
      }
    }
    if use == .typed { try Data(FixtureBook(sheets: sheets).bytes()).write(to: file) }
    return faults
  }

  /// Returns the texts and numbers of a workbook.
  private static func read(_ file: URL) throws -> [FixtureBook.Sheet] {
    let book = try WorkbookReader(try ByteSource(FilePath(file.path)).randomAccess(), name: file.lastPathComponent)
    return try book.sheets.map { sheet in
      var copy = FixtureBook.Sheet(sheet.name, isHidden: sheet.isHidden)
      let rows = try book.rows(of: sheet)
      while let row = try rows.next() {
        for cell in row.cells { copy.set(cell.column, row.number, row.text(cell), isNumber: cell.kind == .number) }
      }
      return copy
    }
  }
}

extension FixtureBook.Sheet {
  /// Returns the text of a cell, or its number with the 15 digits that a spreadsheet shows.
  fileprivate func text(_ column: Int, _ row: Int) -> String {
    guard row <= rows.count, column <= rows[row - 1].count else { return "" }
    switch rows[row - 1][column - 1] {
    case .text(let text): return text
    case .number(let number): return String(format: "%.15g", Double(number) ?? .nan)
    default: return ""
    }
  }

  /// Types a text into a cell; a text that looks like a number becomes a number, as in a spreadsheet.
  fileprivate mutating func set(_ column: Int, _ row: Int, _ text: String) {
    set(column, row, text, isNumber: text.wholeMatch(of: /-?\d+(\.\d+)?(E\+\d+)?/) != nil)
  }

  fileprivate mutating func set(_ column: Int, _ row: Int, _ text: String, isNumber: Bool) {
    while rows.count < row { rows.append([]) }
    while rows[row - 1].count < column { rows[row - 1].append(.none) }
    rows[row - 1][column - 1] = isNumber ? .number(text) : .text(text)
  }
}
