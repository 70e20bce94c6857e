import KepingCore

extension Ruling {
  /// What was ruled, by whom, when and why, in one text: `符合（张三，2024-05-01）：限项通知后撤回一项`.
  var summary: String {
    let decision =
      switch decision {
      case .outcome(let outcome): outcome.title
      case .position(let position): "第\(position)"
      }
    let confirmed = confirmedBy.map { "，\($0)复核" } ?? ""
    return "\(decision)（\(by)\(confirmed)，\(on.iso)）：\(reason)"
  }
}
