import KepingCore

/// Renders the cost of an evaluation as tables: functions, then clauses and criteria, each with the most expensive first.
public enum ProfileTable {
  /// The number of clauses and criteria that are listed individually.
  private static let listed = 20

  /// Returns the tables, with line ends.
  public static func text(_ profile: Profile) -> String {
    let functions = profile.parts([.function])
    let parts = profile.parts([.clause, .criterion])
    var text = heading("插件函数")
    if functions.isEmpty { text += "没有调用插件函数\n" }
    for (part, cost) in functions { text += line(part.name, cost) }
    text += "\n" + heading("条款与评分（含其中的函数）")
    for (part, cost) in parts.prefix(listed) {
      text += line("\(part.program) \(part.name)" + (part.kind == .criterion ? " 评分" : ""), cost)
    }
    if parts.count > listed {
      let rest = parts.dropFirst(listed).map(\.cost)
      text += line("其余\(rest.count)项", rest.reduce(into: Profile.Cost()) { $0 += $1 })
    }
    return text + line("合计", parts.map(\.cost).reduce(into: Profile.Cost()) { $0 += $1 })
  }

  private static func heading(_ title: String) -> String {
    Columns.padded(title, to: 52) + ["次数", "毫秒", "微秒/次", "指令/次"].map { right($0, 11) }.joined() + "\n"
  }

  private static func line(_ name: String, _ cost: Profile.Cost) -> String {
    let microseconds = cost.time / .microseconds(1)
    let calls = Double(max(1, cost.calls))
    let cells = [
      "\(cost.calls)", fixed(microseconds / 1000), fixed(microseconds / calls), fixed(Double(cost.instructions) / calls),
    ]
    return Columns.padded(Columns.cut(name.printable(), to: 51), to: 52) + cells.map { right($0, 11) }.joined() + "\n"
  }

  /// Returns a number with one decimal.
  private static func fixed(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - Columns.width(text))) + text
  }
}
