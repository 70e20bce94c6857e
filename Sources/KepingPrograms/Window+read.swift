import KepingCore
import KepingYAML

extension Window {
  /// Reads a window such as `{ opens: 2024-03-01, closes: 2024-03-31 17:30 }`.
  ///
  /// - Throws: ``Diagnostic`` if a time is not valid or before one that it must follow.
  init(_ node: YAMLNode) throws(Diagnostic) {
    let members = try node.members(allowing: WindowTime.names)
    var times: [String: (time: WindowTime, text: String)] = [:]
    for name in WindowTime.names {
      guard let member = members[name] else { continue }
      let text = try member.text()
      guard let time = WindowTime(text) else {
        throw member.fault(.invalidTime)
      }
      times[name] = (time, text)
    }
    guard !times.isEmpty else {
      throw node.fault(.emptyWindow)
    }
    let opens = times["opens"]?.time.first
    let closes = times["closes"]?.time.last
    let ends = ["opens": opens, "closes": closes, "correctionCloses": times["correctionCloses"]?.time.last]
    for (early, late) in [("opens", "closes"), ("closes", "correctionCloses"), ("opens", "correctionCloses")] {
      if let first = ends[early] ?? nil, let second = ends[late] ?? nil, second < first {
        throw members[late]!.fault(.windowOutOfOrder(late: late, early: early))
      }
    }
    self.init(
      opens: opens, closes: closes, correctionCloses: times["correctionCloses"]?.time.last,
      opensText: times["opens"]?.text ?? "", closesText: times["closes"]?.text ?? "",
      correctionClosesText: times["correctionCloses"]?.text ?? "")
  }
}

extension YAMLNode {
  /// Whether the node is a mapping of project types to windows, and not a window itself.
  var isGroupOfWindows: Bool {
    guard case .mapping(let members) = value else { return false }
    let isWindow = members.contains { member in WindowTime.names.contains { $0 == (try? member.key.text()) } }
    return !isWindow && members.contains { $0.value.isGroup }
  }

  /// Whether the node is a mapping.
  var isGroup: Bool { if case .mapping = value { true } else { false } }
}
