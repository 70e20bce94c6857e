import KepingCore
import KepingFiles
import WorkbookFixtures
import Workbooks

/// Rows as texts: `A1=number:3`, and behind them how the reading ended, where it did not end well.
func cells(of book: FixtureBook) throws -> [String] { try cells(inWorkbook: try book.bytes()) }

func cells(inWorkbook bytes: Bytes) throws -> [String] {
  let file = try TemporaryFile(bytes)
  var texts: [String] = []
  do throws(Diagnostic) {
    let book = try WorkbookReader(try ByteSource(file.path).randomAccess(), name: "表.xlsx")
    for sheet in book.sheets { try append(try book.rows(of: sheet), to: &texts) }
  } catch {
    texts.append(error.code)
  }
  return texts
}

/// The rows of a CSV file, likewise.
func cells(inCSV bytes: Bytes, _ encoding: TextEncoding? = nil) throws -> [String] {
  let file = try TemporaryFile(bytes)
  var texts: [String] = []
  do throws(Diagnostic) {
    try append(try CSVReader(try ByteSource(file.path), encoding: encoding), to: &texts)
  } catch {
    texts.append(error.code)
  }
  return texts
}

private func append(_ rows: any RowSource, to texts: inout [String]) throws(Diagnostic) {
  while let row = try rows.next() {
    for cell in row.cells { texts.append("\(Cell.name(cell.column, row.number))=\(cell.kind):\(row.text(cell))") }
  }
}
