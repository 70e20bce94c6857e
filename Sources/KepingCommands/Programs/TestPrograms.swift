import ArgumentParser
import KepingAuthoring
import KepingCore
import KepingFiles
import KepingPlugins
import SystemPackage

/// The command `keping programs test [ID|FOLDER…]`.
struct TestPrograms: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "test", abstract: localized("运行专项自带的测试", "Run the tests of programs"),
      discussion: discussion(
        localized(
          "测试在专项的 tests/ 中：*.yaml 是用例，*.lua 是数据说不清的。变异只改检查和评分，Lua函数和Lua测试不参加。",
          "The tests are in the folder tests/ of a program: *.yaml files have cases as data, *.lua files have tests that data cannot express. --mutate changes checks and points, not Lua functions, and does not use Lua tests."
        ),
        examples: [
          ("keping programs test", localized("全部专项", "all programs")),
          ("keping programs test jili-2024 --coverage --mutate", localized("看有没有漏掉的", "see what the tests miss")),
        ]))
  }

  @OptionGroup var choice: PluginChoice

  @Option(
    help: ArgumentHelp(
      localized("只运行名称、条款或文件中有这段文字的测试", "Run only tests with this text in their name, clauses or file"), valueName: "text"))
  var filter: String?

  @Flag(help: ArgumentHelp(localized("每个条款可能的每种结论都须有用例见到", "Require a test for every outcome that a clause can have")))
  var coverage = false

  @Flag(
    help: ArgumentHelp(
      localized("逐处改动检查和评分，每处改动都须有用例识破", "Change checks and points one by one, and require a case that fails for each change")))
  var mutate = false

  @Option(
    help: ArgumentHelp(localized("把结果写成JUnit XML文件", "Write the results to a JUnit XML file"), valueName: "file"),
    completion: .file())
  var junit: String?

  func validate() throws {
    guard let filter else { return }
    if coverage || mutate {
      throw ValidationError(
        localized(
          "--filter 只运行一部分测试，不能与 --coverage、--mutate 同用",
          "--filter runs only some tests and cannot be combined with --coverage or --mutate"))
    }
    if filter.isEmpty { throw ValidationError(localized("--filter 不能为空", "--filter must not be empty")) }
  }

  func run() throws {
    let (plugins, faults) = try choice.plugins()
    for fault in faults { Console.show(fault) }
    var request = TestRequest()
    request.filter = filter
    request.wantsCoverage = coverage
    request.wantsMutation = mutate
    var reports: [TestReport] = []
    try reporting { () throws(Diagnostic) in
      // Created before the tests run, so that an unwritable file is reported at once.
      let sink = try junit.map { path throws(Diagnostic) in try ByteSink(FilePath(path)) }
      for plugin in plugins {
        let report = TestReport(plugin, request)
        for fault in report.faults { Console.show(fault) }
        try ByteSink().write(Bytes(TestSheet.text(report, Locale.language).utf8))
        reports.append(report)
      }
      try sink?.write(JUnitReport.text(reports, faults: faults, Locale.language).bytes)
      try sink?.finish()
      if let filter, reports.allSatisfy({ $0.results.isEmpty && $0.faults.isEmpty }) {
        throw Diagnostic(
          code: "no-tests", Wording("没有测试的名称、条款或文件中有“\(filter)”", "no test has '\(filter)' in its name, clauses or file"))
      }
    }
    if !faults.isEmpty || reports.contains(where: { !$0.isPassed }) { throw ExitCode.problem }
  }
}
