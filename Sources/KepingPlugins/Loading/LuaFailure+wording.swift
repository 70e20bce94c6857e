import KepingCore
import LuaRuntime

extension LuaFailure {
  /// Returns the failure's message for people, with control characters of the plugin's text escaped.
  package func wording(_ limits: Limits, atLoad: Bool) -> Wording {
    switch kind {
    case .instructions:
      let most = atLoad ? limits.loadInstructions : limits.instructions
      let wording = Wording("超出指令限额（\(most)条）", "exceeded the limit of \(most) instructions")
      return atLoad
        ? wording.adding(
          Wording("看有没有停不下来的循环，或者一直调用自己的函数", "see whether a loop does not end, or a function calls itself without an end"))
        : wording
    case .time:
      let most = atLoad ? limits.loadSeconds : limits.seconds
      return Wording("超出时间限额（\(most)秒处理器时间）", "exceeded the limit of \(most) seconds of processor time")
    case .memory: return Wording("超出内存限额（\(limits.memory)字节）", "exceeded the limit of \(limits.memory) bytes of memory")
    case .syntax where message.hasSuffix("C stack overflow"): return Wording("Lua语法有误：嵌套太深", "Lua syntax error: nested too deep")
    case .syntax where message.hasSuffix("<name> expected near 'end'"):
      // The host has a field with this name: the last day of a project.
      return Wording(
        "Lua语法有误：\(bareMessage)；end 是 Lua 的关键字，字段写作 period[\"end\"]",
        "Lua syntax error: \(bareMessage); 'end' is a keyword of Lua, so write the field as period[\"end\"]")
    case .syntax: return LuaMessage.syntax(bareMessage) ?? Wording("Lua语法有误：\(bareMessage)", "Lua syntax error: \(bareMessage)")
    case .contract where message.hasPrefix("a function changed a variable outside itself"):
      return Wording(
        "函数改动了它外面的变量；申报书之间不能留下任何东西，请在函数里用 local 另设变量",
        "\(bareMessage); use a local of the function instead")
    case .contract: return Wording("函数不合约定：\(bareMessage)", "the function violates its contract: \(bareMessage)")
    case .runtime:
      if let diagnostic = hostError as? Diagnostic { return diagnostic.wording }
      return LuaMessage.runtime(bareMessage) ?? Wording("Lua出错：\(bareMessage)", "Lua error: \(bareMessage)")
    }
  }

  /// Lua's message, without the location in front of it if that is the failure's.
  package var bareMessage: String {
    let parts = message.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let named = Int(parts[1]), parts[2].first == " " else { return message.printable(limit: 600) }
    // Lua shortens a long chunk name in the message of a syntax error, which always has the failure's location.
    let isKnown = kind == .syntax || (parts[0] == file ?? "" && named == line)
    return (isKnown ? String(parts[2].dropFirst()) : message).printable(limit: 600)
  }

  /// Returns the kind of failure that results contain.
  func kind(atLoad: Bool) -> PluginFailure.Kind {
    switch kind {
    case .instructions: .instructions
    case .memory: .memory
    case .time: .time
    case .syntax: .load
    case .contract: .contract
    case .runtime: atLoad && hostError != nil ? .load : .runtime
    }
  }

  /// The innermost 20 calls in the plugin's Lua, innermost first, one per line.
  ///
  /// Nil if there are none, or if the time limit stopped the run, because the calls would differ each time.
  var luaCalls: String? {
    guard kind != .time else { return nil }
    let own = traceback.split(separator: "\n").dropFirst().map { $0.drop { $0 == " " || $0 == "\t" } }
    let lines = own.filter { !$0.hasPrefix("[") }.prefix(20)
    return lines.isEmpty ? nil : lines.map { String($0).printable(limit: 200) }.joined(separator: "\n")
  }
}
