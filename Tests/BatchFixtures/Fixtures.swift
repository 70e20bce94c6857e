import Foundation
import KepingBatch
import KepingCore
import KepingFiles
import KepingPlugins
import KepingPrograms
import SystemPackage
import WorkbookFixtures

/// The root folder of the package.
public let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// Returns the shipped programs under a configuration, and the errors of the configuration.
public func programs(_ configuration: String) throws -> (programs: Programs, faults: [Diagnostic]) {
  var faults: [Diagnostic] = []
  let configuration = Configuration(configuration, path: "keping.yaml", faults: &faults)
  let folder = try PluginFolder(FilePath(root.appendingPathComponent("Plugins").path))
  let programs = Programs(folder, configuration)
  return (programs, faults + programs.configurationFaults)
}

/// A configuration that switches the shipped programs on.
public let allOn = "programs: { jianfeng-2024: on, jili-2024: on, zhuji-2024: on }\n"

/// Returns the transformed result of each record in a JSON input.
public func evaluate<Result>(
  _ input: Bytes, _ configuration: String = allOn, maximumRecord: Int = Assessor.maximumRecord,
  by transform: (Assessment) -> Result
) throws -> [Result] {
  let file = try TemporaryFile(input)
  var results: [Result] = []
  let batch = Batch(try programs(configuration).programs, maximumRecord: maximumRecord)
  try batch.assess(try ByteSource(file.path)) { assessment throws(Diagnostic) in results.append(transform(assessment)) }
  return results
}

/// Returns the results of an input as the lines that the command writes.
public func resultLines(
  _ input: Bytes, _ configuration: String = allOn, maximumRecord: Int = Assessor.maximumRecord
) throws -> [String] {
  let file = try TemporaryFile(input)
  let programs = try programs(configuration).programs
  return try resultLines(of: file.path.string, by: Batch(programs, maximumRecord: maximumRecord), programs)
}

/// Returns the results of a file as the lines that the command writes.
///
/// - Parameter form: the form of the file; nil to detect it.
public func resultLines(of path: String, form: Input.Form? = nil, by batch: Batch, _ programs: Programs) throws -> [String] {
  var lines: Bytes = []
  func ignore(_ diagnostic: Diagnostic) {}
  let input = try Input(path, form: form, programs: programs)
  _ = try batch.evaluateLines(input, of: Set(Verdict.allCases), report: ignore) { block throws(Diagnostic) in
    lines += block.lines
  }
  return lines.text.split(separator: "\n").map(String.init)
}

/// Returns the id of an application, then its error code, or `ok` if it was evaluated.
public func outline(_ assessment: Assessment) -> String {
  "\(assessment.id ?? "-") \(assessment.failure?.code.rawValue ?? "ok")"
}

/// Returns an application for direction 4.1 as JSON, with its R&D expense of 2023 in yuan and additional members.
public func application(_ id: String, rd: Int = 800_000, more: String = "") -> String {
  """
  {"id":"\(id)","year":2024,"direction":"4.1","title":"虚构","applicant":{"name":"示例公司（虚构）","kind":"enterprise",\
  "rdExpense":{"2022":500000,"2023":\(rd)}}\(more)}
  """
}

/// Returns the transformed result of each application in a workbook.
public func evaluate<Result>(_ book: FixtureBook, by transform: (Assessment) -> Result) throws -> [Result] {
  try assess(book, by: try programs(allOn).programs).map(transform)
}

/// Returns the assessments of the applications in a workbook.
public func assess(_ book: FixtureBook, by programs: Programs) throws -> [Assessment] {
  let file = try TemporaryFile(try book.bytes())
  var results: [Assessment] = []
  func ignore(_ diagnostic: Diagnostic) {}
  _ = try Batch(programs).assess(try Input(file.path.string, programs: programs), report: ignore) {
    assessment throws(Diagnostic) in results.append(assessment)
  }
  return results
}
