import KepingCore
import LuaRuntime

/// What a plugin may use, when it is loaded and for each application.
public struct Limits: Sendable, Equatable {
  /// Lua instructions while a plugin loads.
  public var loadInstructions: Int = 20_000_000
  /// Seconds while a plugin loads.
  public var loadSeconds: Double = 5
  /// Lua instructions for one application.
  public var instructions: Int = 1_000_000
  /// Seconds for one application: the backstop, since it depends on the machine.
  public var seconds: Double = 2
  /// Bytes that a plugin's Lua state may hold.
  public var memory: Int = 64 << 20

  public init() {}

  var load: LuaBudget { LuaBudget(instructions: Int64(loadInstructions), seconds: loadSeconds) }
}

extension LuaFailure {
  /// What happened, in a sentence; what the plugin says itself is quoted with its control characters escaped.
  func wording(_ limits: Limits, atLoad: Bool) -> Wording {
    switch kind {
    case .instructions:
      let most = atLoad ? limits.loadInstructions : limits.instructions
      return Wording("超出指令限额（\(most)条）", "used up its \(most) instructions")
    case .time:
      let most = atLoad ? limits.loadSeconds : limits.seconds
      return Wording("超出时间限额（\(most)秒）", "ran longer than \(most) seconds")
    case .memory: return Wording("超出内存限额（\(limits.memory)字节）", "used up its \(limits.memory) bytes of memory")
    case .syntax: return Wording("Lua语法有误：\(said)", "Lua syntax: \(said)")
    case .contract: return Wording("函数不合约定：\(said)", "not what a function may do: \(said)")
    case .runtime:
      if let diagnostic = hostError as? Diagnostic { return diagnostic.wording }
      return Wording("Lua出错：\(said)", "Lua failed: \(said)")
    }
  }

  /// What Lua says, without the place in front where that is known otherwise, or is one of the sandbox's own lines.
  private var said: String {
    let parts = message.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let named = Int(parts[1]), parts[2].first == " " else { return printable(message) }
    let isKnown = file.map { parts[0] == $0 && named == line } ?? (kind == .syntax)
    return printable(isKnown || parts[0] == "[keping]" ? String(parts[2].dropFirst()) : message)
  }

  /// The line that Lua names in a syntax error, which has no stack to look at.
  var syntaxLine: Int? {
    let parts = message.split(separator: ":", maxSplits: 2)
    return kind == .syntax && parts.count > 1 ? Int(parts[1]) : nil
  }
}

/// A text that is not to be trusted, bounded and with its control characters escaped.
func printable(_ text: String, limit: Int = 600) -> String {
  var result = ""
  for scalar in text.unicodeScalars.prefix(limit) {
    switch scalar.value {
    case 0x0A: result += "\\n"
    case 0x09: result += " "
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      result += "\\u{\(String(scalar.value, radix: 16))}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  if text.unicodeScalars.count > limit { result += "…" }
  return result
}
