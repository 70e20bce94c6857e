import KepingCore
import KepingYAML

/// The names of outcomes and verdicts in tests, and the words that authors write in their place.
enum OutcomeWords {
  /// Reads an outcome such as `met`.
  /// - Throws: ``Diagnostic`` with code `unknown-value`, and the right name of a word that means an outcome.
  static func outcome(_ node: YAMLNode) throws(Diagnostic) -> Outcome {
    let text = try node.text()
    guard let outcome = Outcome(rawValue: text) else {
      throw unknownValue(
        text, node, meant: outcomes[text.lowercased()]?.rawValue, Outcome.allCases.map { ($0.rawValue, $0.title) })
    }
    return outcome
  }

  /// Reads a verdict such as `pass`.
  /// - Throws: ``Diagnostic`` with code `unknown-value`, and the right name of a word that means a verdict.
  static func verdict(_ node: YAMLNode) throws(Diagnostic) -> Verdict {
    let text = try node.text()
    guard let verdict = Verdict(rawValue: text) else {
      throw unknownValue(
        text, node, meant: verdicts[text.lowercased()]?.rawValue, Verdict.allCases.map { ($0.rawValue, $0.title) })
    }
    return verdict
  }

  /// Rejects a key that is not known but means an outcome.
  /// - Throws: ``Diagnostic`` with code `unknown-key` and the right name.
  static func check(_ keys: [YAMLNode], beside known: [String]) throws(Diagnostic) {
    for key in keys {
      let text = try key.text()
      guard !known.contains(text), let outcome = outcomes[text.lowercased()] else { continue }
      throw key.fault(
        "unknown-key",
        Wording(
          "未知的键“\(text)”；“\(outcome.title)”应写作 \(outcome.rawValue)",
          "unknown key '\(text)'; write \(outcome.rawValue) for '\(text)'"))
    }
  }

  private static func unknownValue(
    _ text: String, _ node: YAMLNode, meant: String?, _ known: [(name: String, title: String)]
  ) -> Diagnostic {
    let guess = meant ?? nearest(to: text, among: known.map(\.name))
    let hint = guess.map { Wording("；是否应为“\($0)”？", "; did you mean '\($0)'?") } ?? Wording("；", "")
    let all = known.map { "\($0.name)（\($0.title)）" }.joined(separator: "、")
    return node.fault(
      "unknown-value",
      Wording(
        "未知的值“\(text)”\(hint.chinese)可以写的有：\(all)",
        "unknown value '\(text)'\(hint.english) (\(known.map(\.name).joined(separator: ", ")))"))
  }

  private static let outcomes: [String: Outcome] = [
    "符合": .met, "满足": .met, "通过": .met, "达到": .met, "合格": .met, "是": .met, "pass": .met, "passed": .met, "true": .met,
    "yes": .met, "不符合": .unmet, "不满足": .unmet, "不通过": .unmet, "未通过": .unmet, "未达到": .unmet, "不合格": .unmet, "否": .unmet,
    "fail": .unmet, "failed": .unmet, "false": .unmet, "no": .unmet, "not_met": .unmet, "信息不足": .unknown, "未知": .unknown,
    "无法判断": .unknown, "未填写": .unknown, "没有填写": .unknown, "需补正": .unknown, "supplement": .unknown, "missing": .unknown,
    "不适用": .notApplicable, "na": .notApplicable, "n/a": .notApplicable, "not_applicable": .notApplicable,
    "not-applicable": .notApplicable,
  ]

  private static let verdicts: [String: Verdict] = [
    "通过": .pass, "符合": .pass, "合格": .pass, "met": .pass, "passed": .pass, "需补正": .supplement, "补正": .supplement,
    "待补正": .supplement, "信息不足": .supplement, "unknown": .supplement, "不通过": .fail, "未通过": .fail, "不符合": .fail, "不合格": .fail,
    "unmet": .fail, "failed": .fail, "无法评审": .error, "错误": .error, "出错": .error,
  ]
}
