import BatchFixtures
import KepingBatch
import KepingCore
import KepingFiles
import SystemPackage
import WorkbookFixtures

@testable import KepingReports

/// Returns the paths of the examples of the shipped plugins.
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

/// Writes a report of the inputs in a format and returns its file.
func report(_ format: ReportFormat, _ inputs: [String]) throws -> TemporaryFile {
  let file = try TemporaryFile()
  let programs = try programs(allOn).programs
  let report = try format.begin(file.path, programs.catalogue)
  var summary = Summary()
  let batch = Batch(programs)
  func ignore(_ diagnostic: Diagnostic) {}
  for input in inputs {
    _ = try batch.assess(try Input(input, programs: programs), report: ignore) { assessment throws(Diagnostic) in
      summary.count(assessment)
      try report.write(assessment)
    }
  }
  try report.finish(summary)
  return file
}

func bytes(_ file: TemporaryFile) throws -> Bytes { try FileText.read(file.path, limit: 64 << 20) }
