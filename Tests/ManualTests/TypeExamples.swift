import KepingAuthoring
import KepingBatch
import KepingCore
import KepingFiles
import KepingPlugins
import KepingPrograms
import KepingReports
import KepingTables
import SystemPackage

/// The examples in the doc comments of the library's types.
///
/// The body of a method such as ``batchExample()`` is the example of its type, line by line. The properties are the values
/// that the sentences before an example name.
final class TypeExamples {
  private let plugins: FilePath
  private let output: FilePath
  private let programs: Programs
  private let assessment: Assessment
  /// The lines that the examples have printed.
  private(set) var printed: [String] = []

  /// Loads the programs and makes the assessment that the examples use.
  ///
  /// - Parameter output: The file that an example may write.
  init(plugins: FilePath, output: FilePath) throws {
    var faults: [Diagnostic] = []
    let configuration = Configuration("programs: { jili-2024: on }", path: "keping.yaml", faults: &faults)
    let record =
      #"{"id":"BS2024-0001","year":2024,"direction":"4.1","title":"示例项目（虚构）","#
      + #""applicant":{"name":"示例铝业有限公司（虚构）","kind":"enterprise","rdExpense":{"2023":800000}}}"#
    self.plugins = plugins
    self.output = output
    programs = Programs(try PluginFolder(plugins), configuration)
    var assessor = Assessor(programs)
    assessment = assessor.assess(Bytes(record.utf8))
  }

  /// The examples by type.
  var all: [String: () throws -> Void] {
    [
      "PluginFolder": pluginFolderExample,
      "Configuration": configurationExample,
      "Programs": programsExample,
      "Assessor": assessorExample,
      "Assessment": assessmentExample,
      "Diagnostic": diagnosticExample,
      "Batch": batchExample,
      "Template": templateExample,
      "ResultReport": resultReportExample,
      "PluginCheck": pluginCheckExample,
    ]
  }

  /// Keeps a line instead of printing it.
  private func print(_ items: Any...) { printed.append(items.map { "\($0)" }.joined(separator: " ")) }

  private func pluginFolderExample() throws {
    let folder = try PluginFolder(plugins)
    for plugin in folder.plugins { print(plugin.id, plugin.manifest.plan.title) }
    for fault in folder.faults { print(fault.text(.english)) }
    // Prints "jianfeng-2024 百色市“科技尖峰”行动专项"
    // Prints "jili-2024 百色市激励研发投入专项"
    // Prints "zhuji-2024 百色市“科技筑基”行动专项"
  }

  private func configurationExample() throws {
    let yaml = """
      programs: { jili-2024: on, zhuji-2024: off }
      bounds: { 4.1/condition/1: 80万元 }
      """
    var faults: [Diagnostic] = []
    var configuration = Configuration(yaml, path: "Config/keping.yaml", faults: &faults)
    if let fault = faults.first { throw fault }
    try configuration.set("4.1/condition/1=90万元")
    for (key, bound) in configuration.bounds { print(key, bound.value.text) }
    // Prints "4.1/condition/1 90万元"
  }

  private func programsExample() throws {
    var faults: [Diagnostic] = []
    let configuration = Configuration("programs: { jili-2024: on }", path: "keping.yaml", faults: &faults)
    let programs = Programs(try PluginFolder(plugins), configuration)
    if let fault = (faults + programs.configurationFaults + programs.pluginFaults).first { throw fault }
    for direction in ["4.1", "6.1"] {
      guard let entry = programs.find(year: 2024, direction: direction) else { continue }
      if case .on = entry.status { print(direction, entry.plugin.id, "on") } else { print(direction, entry.plugin.id, "off") }
    }
    // Prints "4.1 jili-2024 on"
    // Prints "6.1 zhuji-2024 off"
  }

  private func assessorExample() throws {
    let record = """
      {"id": "BS2024-0001", "year": 2024, "direction": "4.1", "title": "示例项目（虚构）",
       "applicant": {"name": "示例铝业有限公司（虚构）", "kind": "enterprise", "rdExpense": {"2023": 800000}}}
      """
    var assessor = Assessor(programs)
    let assessment = assessor.assess(Bytes(record.utf8))
    print(assessment.verdict.title)
    // Prints "不通过"
    print(assessor.assess(Bytes("{}".utf8)).failure?.message ?? "")
    // Prints "缺少申报编号（共6处）"
  }

  private func assessmentExample() throws {
    for finding in assessment.findings where finding.kind == .condition && finding.outcome == .unmet {
      print(finding.clause, finding.message)
      for evidence in finding.evidence { print(evidence.field, evidence.value.json, evidence.required?.text ?? "") }
    }
    let copy = try Assessment(json: assessment.json)
    print(copy == assessment)
    // Prints "4.1/condition/1 上年（2023年）研发投入80万元，低于100万元"
    // Prints "applicant.rdExpense.2023 800000 >= 1000000"
    // Prints "true"
  }

  private func diagnosticExample() throws {
    var faults: [Diagnostic] = []
    _ = Configuration("program: { jili-2024: on }", path: "Config/keping.yaml", faults: &faults)
    for fault in faults { print(fault.code, fault.line ?? 0) }
    // Prints "unknown-key 1"
    for fault in faults { print(fault.text(.english)) }
    // Prints "Config/keping.yaml:1:1: error: unknown key 'program'; did you mean 'programs'? [unknown-key]"
  }

  private func batchExample() throws {
    let file = plugins.appending("jili-2024/examples/4.1.json")
    let input = try Input(file.string, programs: programs)
    let isComplete = try Batch(programs).assess(
      input, report: { print($0.text(.english)) }, { print($0.id ?? "", $0.verdict.title) })
    print(isComplete)
    // Prints "BS2024-41-001 通过"
    // Prints "BS2024-41-002 需补正"
    // Prints "BS2024-41-003 不通过"
    // Prints "true"
  }

  private func templateExample() throws {
    guard case .on(_, let program)? = programs.find(year: 2024, direction: "4.1")?.status,
      let direction = program.directions.first(where: { $0.id == "4.1" })
    else { return }
    let subject = Template.Subject(program: program, direction: direction, example: nil)
    try Template.write([subject], to: StagedFile(output))
    for column in TemplateColumn.all(program, direction).columns.prefix(3) { print(column.heading) }
    // Prints "申报编号*"
    // Prints "指南年度*"
    // Prints "申报方向*"
  }

  private func resultReportExample() throws {
    let report = try ReportFormat.markdown.begin(output, programs.catalogue)
    var summary = Summary()
    try report.write(assessment)
    summary.count(assessment)
    try report.finish(summary)
    let lines = try FileText.readText(output, limit: 1 << 20).split(separator: "\n")
    print(lines[1])
    // Prints "## BS2024-0001 不通过"
  }

  private func pluginCheckExample() throws {
    let plugin = try Plugin(plugins.appending("jili-2024"))
    let check = PluginCheck(plugin)
    for diagnostic in check.diagnostics { print(diagnostic.text(.english)) }
    print(check.program?.program.directions.count ?? 0, check.hasNoErrors)
    // Prints "7 true"
  }
}
