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
          "测试在专项的 tests/ 中：*.yaml 是用例，*.lua 是数据说不清的。变异改检查、评分和Lua函数收到的、返回的值；Lua测试不参加。--suggest 建议的用例印在标准输出上，预期值是程序现在算出来的，逐个与原文核对以后再贴进 tests/。",
          "The tests are in the folder tests/ of a program: *.yaml files have cases as data, *.lua files have tests that data cannot express. --mutate changes checks, points, and what Lua functions receive and return, and does not use Lua tests. --suggest prints cases to paste into tests/; what they expect is what the program does now, so compare each with the guideline first."
        ),
        examples: [
          ("keping programs test", localized("全部专项", "all programs")),
          ("keping programs test jili-2024 --coverage --mutate", localized("看有没有漏掉的", "see what the tests miss")),
          (
            "keping programs test jili-2024 --coverage --mutate --suggest",
            localized("并建议补上的用例", "and suggest cases for it")
          ),
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

  @Flag(
    help: ArgumentHelp(
      localized(
        "为 --coverage、--mutate 查出的遗漏建议用例", "Suggest cases for what --coverage and --mutate find to be missed")))
  var suggest = false

  @Option(
    help: ArgumentHelp(localized("把结果写成JUnit XML文件", "Write the results to a JUnit XML file"), valueName: "file"),
    completion: .file())
  var junit: String?

  func validate() throws {
    if suggest, !coverage, !mutate {
      throw ValidationError(
        localized("--suggest 须与 --coverage 或 --mutate 同用", "--suggest needs --coverage or --mutate"))
    }
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
    request.suggests = suggest ? Locale.language : nil
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
