import KepingCore
import LuaRuntime

extension LuaFailure {
  /// Returns the failure's message for people, with control characters of the plugin's text escaped.
  package func wording(_ limits: Limits, atLoad: Bool) -> Wording {
    switch kind {
    case .instructions:
      let most = atLoad ? limits.loadInstructions : limits.instructions
      return Wording("超出指令限额（\(most)条）", "exceeded the limit of \(most) instructions")
    case .time:
      let most = atLoad ? limits.loadSeconds : limits.seconds
      return Wording("超出时间限额（\(most)秒）", "exceeded the limit of \(most) seconds")
    case .memory: return Wording("超出内存限额（\(limits.memory)字节）", "exceeded the limit of \(limits.memory) bytes of memory")
    case .syntax: return Wording("Lua语法有误：\(bareMessage)", "Lua syntax error: \(bareMessage)")
    case .contract: return Wording("函数不合约定：\(bareMessage)", "the function violates its contract: \(bareMessage)")
    case .runtime:
      if let diagnostic = hostError as? Diagnostic { return diagnostic.wording }
      return Wording("Lua出错：\(bareMessage)", "Lua error: \(bareMessage)")
    }
  }

  /// Lua's message, without the location in front of it if that is known from the stack or is in the prelude.
  package var bareMessage: String {
    let parts = message.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let named = Int(parts[1]), parts[2].first == " " else { return message.printable(limit: 600) }
    let isKnown = file.map { parts[0] == $0 && named == line } ?? (kind == .syntax)
    let bare = isKnown || parts[0] == "[keping]" ? String(parts[2].dropFirst()) : message
    return bare.printable(limit: 600)
  }

  /// The line in the message of a syntax error, for which there is no stack; nil for other failures.
  package var syntaxLine: Int? {
    let parts = message.split(separator: ":", maxSplits: 2)
    return kind == .syntax && parts.count > 1 ? Int(parts[1]) : nil
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
