import BatchFixtures
import KepingCore
import KepingFiles
import KepingPrograms
import WorkbookFixtures
import Workbooks

@testable import KepingTables

/// What is read out of a table, row by row, before it is evaluated.
struct RowReading {
  /// All values that were understood.
  var json: String
  /// The faults of cells: host's and program's.
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

/// A table with what the reader made of it.
struct TableReading {
  var rows: [RowReading] = []
  /// What was told of the file: code and place.
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

  /// A table of one application with more columns than every one has.
  init(_ columns: (String, FixtureCell)..., countsFrom1904: Bool = false) throws {
    try self.init(
      FixtureBook(
        FixtureBook.Sheet(
          "申报表", [hostHeadings + columns.map { FixtureCell.text($0.0) }, hostCells() + columns.map(\.1)]),
        countsFrom1904: countsFrom1904))
  }
}

/// Loaded once: what is read of a table asks no plugin's function.
nonisolated(unsafe) private let shippedPrograms = Result { try programs(allOn).programs }
