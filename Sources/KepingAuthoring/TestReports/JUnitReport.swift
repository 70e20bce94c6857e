import KepingCore
import KepingPlugins
import KepingReports

/// Renders the results of plugin tests as JUnit XML, for tools that show test results.
///
/// The document has no times, so that equal results give equal bytes.
package enum JUnitReport {
  /// An element `testsuite`: the tests of a file, or the coverage, the mutations or the faults of a plugin.
  private struct Suite {
    let name: String
    var cases: [Case]
    var failures: Int { cases.count { $0.failure != nil } }
  }

  private struct Case {
    let name: String
    let location: SourceLocation
    /// The lines of the failure, or nil if the case passed.
    let failure: [String]?
  }

  /// Returns the whole document.
  ///
  /// - Parameters:
  ///   - reports: the reports of the tested plugins.
  ///   - faults: the faults of plugins that could not be tested.
  ///   - language: the language of the messages.
  package static func text(_ reports: [TestReport], faults: [Diagnostic] = [], _ language: Language) -> XML {
    var suites = reports.flatMap { Self.suites(of: $0, language) }
    if !faults.isEmpty { suites.append(Suite(name: "plugins", cases: cases(faults, language))) }
    let count = suites.reduce(0) { $0 + $1.cases.count }
    let failures = suites.reduce(0) { $0 + $1.failures }
    var text: XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites name=\"keping programs test\" tests=\"\(count)\" failures=\"\(failures)\" errors=\"0\">\n"
    for suite in suites {
      text +=
        "  <testsuite name=\"\(suite.name)\" tests=\"\(suite.cases.count)\" failures=\"\(suite.failures)\" errors=\"0\" skipped=\"0\">\n"
      for test in suite.cases { text += element(test, className: suite.name) }
      text += "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }

  private static func element(_ test: Case, className: String) -> XML {
    let start: XML =
      "    <testcase classname=\"\(className)\" name=\"\(test.name)\" file=\"\(test.location.path)\" line=\"\(test.location.line)\""
    guard let failure = test.failure else { return start + "/>\n" }
    let lines = XML(joining: failure, separator: "\n") { "\($0)" }
    return start + ">\n      <failure message=\"\(failure.first ?? "")\">\(lines)</failure>\n    </testcase>\n"
  }

  private static func suites(of report: TestReport, _ language: Language) -> [Suite] {
    let plugin = report.plugin
    var suites: [Suite] = []
    for result in report.results {
      let name = plugin.chunk(ofPath: result.location.path)
      if suites.last?.name != name { suites.append(Suite(name: name, cases: [])) }
      let changes = result.changes.map { "    \($0)" }
      let failure = result.isPassed ? nil : result.differences.map { $0.text(language) } + changes
      // Several cases of a clause have the same name, so the location is added.
      let location = "\(result.location.line)" + (result.column.map { ":\($0)" } ?? "")
      suites[suites.count - 1].cases.append(
        Case(name: "\(result.name) (\(location))", location: result.location, failure: failure))
    }
    func add(_ name: String, _ failures: [Case]) {
      let passed = Case(name: name, location: SourceLocation(path: plugin.path, line: 1), failure: nil)
      suites.append(Suite(name: "\(plugin.id) \(name)", cases: failures.isEmpty ? [passed] : failures))
    }
    if report.request.wantsCoverage, report.coverage != nil {
      add(
        "coverage",
        report.gaps.map { Case(name: "\($0.clause) \($0.outcome.rawValue)", location: $0.location, failure: ["\($0.location)"]) })
    }
    if let mutation = report.mutation {
      add(
        "mutation",
        mutation.survivors.map { survivor in
          let change = survivor.change.text(language)
          return Case(
            name: "\(survivor.clause) \(change)", location: survivor.location, failure: ["\(survivor.location): \(change)"])
        })
    }
    if !report.faults.isEmpty { add("faults", cases(report.faults, language)) }
    return suites
  }

  private static func cases(_ faults: [Diagnostic], _ language: Language) -> [Case] {
    faults.map { fault in
      Case(name: fault.code, location: SourceLocation(path: fault.path, line: fault.line ?? 1), failure: [fault.text(language)])
    }
  }
}
