import KepingCore
import KepingPlugins

/// Renders the results of a plugin's tests for the terminal.
public enum TestSheet {
  /// Returns the failures, then the figures, with line ends.
  public static func text(_ report: TestReport, _ language: Language) -> String {
    var lines: [Wording] = []
    for result in report.results where !result.isPassed { lines += Self.lines(for: result) }
    for gap in report.gaps {
      lines.append(
        Wording(
          "\(gap.location): \(gap.clause) 没有用例见到 \(gap.outcome.rawValue)",
          "\(gap.location): no test sees \(gap.clause) \(gap.outcome.rawValue)"))
    }
    for survivor in report.mutation?.survivors ?? [] {
      lines.append(
        Wording(
          "\(survivor.location): \(survivor.clause) 的变异没有用例识破：\(survivor.change.chinese)",
          "\(survivor.location): no case notices a change of \(survivor.clause): \(survivor.change.english)"))
    }
    lines += figures(report)
    lines += report.suggestions.flatMap { Self.lines(for: $0) }
    return lines.map { $0.text(language).printable() + "\n" }.joined()
  }

  private static func lines(for result: TestResult) -> [Wording] {
    let location = "\(result.location)" + (result.column.map { ":\($0)" } ?? "")
    var lines = [Wording("\(location): \(result.name)", "\(location): \(result.name)")]
    lines += result.differences.map { Wording("    \($0.chinese)", "    \($0.english)") }
    if !result.changes.isEmpty {
      let changes = result.changes.joined(separator: ", ")
      lines.append(Wording("    改动：\(changes)", "    with: \(changes)"))
    }
    return lines
  }

  /// Returns suggested cases as lines that can be pasted into a file of tests, with everything else as comments.
  private static func lines(for suggestion: SuggestedCases) -> [Wording] {
    let (direction, path) = (suggestion.direction, suggestion.path)
    var lines: [Wording] = []
    if !suggestion.text.isEmpty {
      let seen = suggestion.seen > 0 ? ("、见到\(suggestion.seen)种结论", ", have \(suggestion.seen) outcomes") : ("", "")
      lines += [
        Wording(
          "# 方向\(direction)：建议\(suggestion.count)个用例，识破\(suggestion.noticed)处改动\(seen.0)；\(suggestion.isNew ? "存为 \(path)" : "接在 \(path) 的末尾")",
          "# direction \(direction): \(suggestion.count) suggested cases notice \(suggestion.noticed) changes\(seen.1); \(suggestion.isNew ? "a new file," : "for the end of") \(path)"
        ),
        Wording(
          "# 结论和分数是程序现在算出来的，不是指南写的：请逐个与原文核对，不符的是程序写错了。",
          "# The program computed what the cases expect: compare each with the quote; where they differ, the program is wrong."),
      ]
      lines += suggestion.text.split(separator: "\n").map { Wording(String($0), String($0)) }
    }
    lines += suggestion.missed.map { missed in
      Wording(
        "# 没有找到用例：\(missed.id) \(missed.what.chinese)（\(missed.reason.chinese)）",
        "# no case found: \(missed.id) \(missed.what.english) (\(missed.reason.english))")
    }
    return lines
  }

  private static func figures(_ report: TestReport) -> [Wording] {
    let id = report.plugin.id
    let passed = report.results.count - report.failed
    if report.results.isEmpty, report.coverage == nil {
      // Without a fault, the filter matched no test, which needs no line.
      return report.faults.isEmpty ? [] : [Wording("\(id)：测试没有运行", "\(id): its tests were not run")]
    }
    var lines = [
      Wording("\(id)：\(passed)个用例通过，\(report.failed)个不通过", "\(id): \(passed) tests passed, \(report.failed) failed")
    ]
    if let coverage = report.coverage {
      lines.append(
        Wording(
          "    \(coverage.clauses)个条款，可能的结论\(coverage.possible)种，见到\(coverage.seen)种",
          "    \(coverage.clauses) clauses, \(coverage.seen) of \(coverage.possible) possible outcomes seen"))
      lines += coverage.impossible.map { item in
        let outcome = "\(item.clause) \(item.outcome.rawValue)"
        return Wording("    不可能：\(outcome)（\(item.reason ?? "")）", "    impossible: \(outcome) (\(item.reason ?? ""))")
      }
    }
    if let mutation = report.mutation {
      lines.append(
        Wording(
          "    \(mutation.count)个变异，识破\(mutation.killed)个，漏过\(mutation.survivors.count)个，等价\(mutation.equivalents.count)个",
          "    \(mutation.count) changes, \(mutation.killed) noticed, \(mutation.survivors.count) not noticed, \(mutation.equivalents.count) equivalent"
        ))
      lines += mutation.equivalents.map { item in
        Wording(
          "    等价：\(item.clause) \(item.change.chinese)（\(item.reason ?? "")）",
          "    equivalent: \(item.clause) \(item.change.english) (\(item.reason ?? ""))")
      }
    } else if report.request.wantsMutation, report.failed > 0 {
      lines.append(Wording("    有用例不通过，没有做变异", "    no changes were tried, because some tests failed"))
    }
    return lines
  }
}
