import BatchFixtures
import KepingCore
import KepingFiles
import KepingPrograms
import WorkbookFixtures
import Workbooks

@testable import KepingTables

/// The values and faults of a row before it is evaluated.
struct RowReading {
  /// The values that were read, as JSON.
  var json: String
  /// The faults of cells in fields of the host and of the program.
  var faults: [Problem]
  var unknownFields: [Problem]

  init(_ row: ApplicationRow, _ programs: Programs) {
    var values = row.reader.values
    faults = values.hostFaults + values.programFaults
    unknownFields = values.unknownFields
    var record = Record()
    record.fillHost(from: &values)
    if let entry = programs.find(year: record.year, direction: record.direction), case .on(_, let program) = entry.status {
      record.fillProgram(from: values, by: CompiledProgram(program, for: .values))
    }
    json = record.allValues.bytes.text
  }
}

/// The rows and diagnostics of a table.
struct TableReading {
  var rows: [RowReading] = []
  /// The errors, remarks and faults of the file.
  var diagnostics: [Diagnostic] = []

  var json: [String] { rows.map(\.json) }
  var faults: [Problem] { rows.flatMap(\.faults) }

  init(_ book: FixtureBook) throws {
    let file = try TemporaryFile(try book.bytes())
    try self.init(file, name: "表.xlsx") { programs throws(Diagnostic) in
      try TableReader(workbook: try ByteSource(file.path).randomAccess(), name: "表.xlsx", programs: programs)
    }
  }

  init(csv bytes: Bytes, encoding: TextEncoding? = nil) throws {
    let file = try TemporaryFile(bytes)
    try self.init(file, name: "表.csv") { programs throws(Diagnostic) in
      try TableReader(csv: try ByteSource(file.path), encoding: encoding, programs: programs)
    }
  }

  private init(_ file: TemporaryFile, name: String, _ open: (Programs) throws(Diagnostic) -> TableReader) throws {
    let loaded = try shippedPrograms.get()
    let reader: TableReader
    do throws(Diagnostic) {
      reader = try open(loaded)
    } catch {
      diagnostics.append(error)
      return
    }
    while true {
      do throws(Diagnostic) {
        guard let row = try reader.next() else { break }
        rows.append(RowReading(row, loaded))
      } catch {
        diagnostics.append(error)
      }
    }
    diagnostics += reader.remarks + reader.faults
    _ = file
  }

  /// Reads a table with one application that has columns in addition to the usual ones.
  init(_ columns: (String, FixtureCell)..., countsFrom1904: Bool = false) throws {
    try self.init(
      FixtureBook(
        FixtureBook.Sheet(
          "申报表", [hostHeadings + columns.map { FixtureCell.text($0.0) }, hostCells() + columns.map(\.1)]),
        countsFrom1904: countsFrom1904))
  }
}

/// The shipped programs, loaded once for all tests, since reading a table calls no function of a plugin.
nonisolated(unsafe) private let shippedPrograms = Result { try programs(allOn).programs }
