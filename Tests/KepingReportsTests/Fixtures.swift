import BatchFixtures
import KepingBatch
import KepingCore
import KepingFiles
import SystemPackage
import WorkbookFixtures
import Workbooks

@testable import KepingReports

/// The applications that the shipped programs bring as examples, with an attack and a record that cannot be evaluated.
func exampleInputs() throws -> [String] {
  let plugins = root.appendingPathComponent("Plugins").path
  var files: [String] = []
  for plugin in Folder.names(in: FilePath(plugins)) ?? [] {
    for name in Folder.names(in: FilePath("\(plugins)/\(plugin)/examples")) ?? [] {
      files.append("\(plugins)/\(plugin)/examples/\(name)")
    }
  }
  return files
}

/// A report of some inputs, as the file that it is written to.
func report(_ format: ReportFormat, _ inputs: [String]) throws -> TemporaryFile {
  let file = try TemporaryFile()
  let programs = try programs(allOn).programs
  let report = try format.begin(file.path, programs)
  var summary = Summary()
  let batch = Batch(programs)
  func ignore(_ diagnostic: Diagnostic) {}
  for input in inputs {
    _ = try batch.evaluate(try Input(input, programs: programs), tell: ignore) { evaluation throws(Diagnostic) in
      summary.count(evaluation)
      try report.write(evaluation)
    }
  }
  try report.finish(summary)
  return file
}

/// A workbook's sheets: of each its name, and its rows as cells with their kinds.
func sheets(_ file: TemporaryFile) throws -> [(name: String, rows: [[String]])] {
  let book = try WorkbookReader(try ByteSource(file.path).randomAccess(), name: "结果.xlsx")
  return try book.sheets.map { sheet in
    var rows: [[String]] = []
    let reader = try book.rows(of: sheet)
    while let row = try reader.next() { rows.append(row.cells.map { "\($0.kind):\(row.text($0))" }) }
    return (sheet.name, rows)
  }
}

func bytes(_ file: TemporaryFile) throws -> Bytes { try FileText.read(file.path, limit: 64 << 20) }
