import KepingFiles
import WorkbookFixtures
import Workbooks

/// Returns the name of each sheet of a workbook, and its rows as texts such as `number:18`.
public func sheets(_ file: TemporaryFile) throws -> [(name: String, rows: [[String]])] {
  let book = try WorkbookReader(try ByteSource(file.path).randomAccess(), name: "结果.xlsx")
  return try book.sheets.map { sheet in
    var rows: [[String]] = []
    let reader = try book.rows(of: sheet)
    while let row = try reader.next() { rows.append(row.cells.map { "\($0.kind):\(row.text($0))" }) }
    return (sheet.name, rows)
  }
}
