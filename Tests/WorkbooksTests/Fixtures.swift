import KepingCore
import KepingFiles
import WorkbookFixtures
import Workbooks

/// Returns the cells of a workbook as texts such as `A1=number:3`, followed by the codes of errors.
///
/// A marked cell has its marks behind its text, such as `A1=number:3 struck`. An error in a sheet ends that sheet.
func cells(of book: FixtureBook) throws -> [String] { try cells(inWorkbook: try book.bytes()) }

func cells(inWorkbook bytes: Bytes) throws -> [String] {
  let file = try TemporaryFile(bytes)
  var texts: [String] = []
  do throws(Diagnostic) {
    let book = try WorkbookReader(try ByteSource(file.path).randomAccess(), name: "表.xlsx")
    for sheet in book.sheets {
      do throws(Diagnostic) {
        try append(try book.rows(of: sheet), to: &texts)
      } catch {
        texts.append(error.code)
      }
    }
  } catch {
    texts.append(error.code)
  }
  return texts
}

/// Returns the cells of a CSV file as texts, followed by the code of the error, if any.
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
    for cell in row.cells {
      texts.append("\(Cell.name(cell.column, row.number))=\(cell.kind):\(row.text(cell))\(words(cell.marks))")
    }
  }
}

/// Returns a word for each mark, each with a space in front of it.
private func words(_ marks: Cell.Marks) -> String {
  (marks.contains(.whollyStruck) ? " wholly" : "") + (marks.contains(.struck) ? " struck" : "")
    + (marks.contains(.raised) ? " raised" : "")
}
