import Foundation
import KepingBatch
import KepingCore
import KepingFiles
import KepingPlugins
import SystemPackage
import WorkbookFixtures

/// The folder of the package.
public let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// The shipped programs under a configuration.
public func programs(_ configuration: String) throws -> (programs: Programs, faults: [Diagnostic]) {
  var faults: [Diagnostic] = []
  let configuration = Configuration(configuration, path: "keping.yaml", faults: &faults)
  let folder = try PluginFolder(FilePath(root.appendingPathComponent("Plugins").path))
  let programs = Programs(folder, configuration)
  return (programs, faults + programs.configurationFaults)
}

/// A configuration that switches the shipped programs on.
public let allOn = "programs: { jianfeng-2024: on, jili-2024: on, zhuji-2024: on }\n"

/// The results of an input, each as `transform` sees it.
public func evaluate<Result>(
  _ input: Bytes, _ configuration: String = allOn, maximumRecord: Int = Batch.maximumRecord,
  by transform: (borrowing Evaluation) -> Result
) throws -> [Result] {
  let file = try TemporaryFile(input)
  var results: [Result] = []
  let batch = Batch(try programs(configuration).programs, maximumRecord: maximumRecord)
  try batch.evaluate(try ByteSource(file.path)) { evaluation throws(Diagnostic) in results.append(transform(evaluation)) }
  return results
}

/// Id and error code of each result: what became of each record.
public func outline(_ evaluation: borrowing Evaluation) -> String {
  "\(evaluation.idText ?? "-") \(evaluation.failure?.code.rawValue ?? "ok")"
}

/// An application for 4.1 with the figures given.
public func application(_ id: String, rd: Int = 800_000, more: String = "") -> String {
  """
  {"id":"\(id)","year":2024,"direction":"4.1","title":"虚构","applicant":{"name":"示例公司（虚构）","kind":"enterprise",\
  "rdExpense":{"2022":500000,"2023":\(rd)}}\(more)}
  """
}

/// The results of a workbook's applications, each as `transform` sees it.
public func evaluate<Result>(_ book: FixtureBook, by transform: (borrowing Evaluation) -> Result) throws -> [Result] {
  let file = try TemporaryFile(try book.bytes())
  let programs = try programs(allOn).programs
  var results: [Result] = []
  func ignore(_ diagnostic: Diagnostic) {}
  _ = try Batch(programs).evaluate(try Input(file.path.string, programs: programs), tell: ignore) {
    evaluation throws(Diagnostic) in results.append(transform(evaluation))
  }
  return results
}
