import KepingCore
import LuaRuntime

/// Lua's messages about source that it does not compile; `keping programs check` says more.
extension LuaMessage {
  /// Returns the wording of a syntax error; nil for an unknown message.
  static func syntax(_ message: String) -> Wording? {
    let parts = message.split(separator: " near ", maxSplits: 1).map(String.init)
    guard let problem = parts.first, let sentence = sentence(problem) else { return nil }
    let near = parts.count > 1 ? parts[1] : ""
    let place = near == "<eof>" ? "，但文件已结束" : near.isEmpty ? "" : "（在 \(near) 附近）"
    return Wording("Lua语法有误：\(sentence)\(place)", "Lua syntax error: \(message)")
  }

  private static func sentence(_ problem: String) -> String? {
    if let rest = part(of: problem, between: "'"), let end = rest.firstRange(of: "' expected") {
      let wanted = rest[..<end.lowerBound]
      guard let open = part(of: rest[end.upperBound...], between: " (to close '", and: ")"),
        let middle = open.firstRange(of: "' at line ")
      else { return "应为“\(wanted)”" }
      return "应为“\(wanted)”（与第\(open[middle.upperBound...])行的“\(open[..<middle.lowerBound])”对应）"
    }
    if let name = part(of: problem, between: "attempt to assign to const variable '", and: "'") {
      return "“\(name)”是 <const>，不能再赋值"
    }
    if let label = part(of: problem, between: "no visible label '"), let end = label.firstIndex(of: "'") {
      return "没有 goto 的标签“\(label[..<end])”"
    }
    if problem.hasPrefix("break outside") { return "break 只能写在循环里" }
    if problem.hasPrefix("unfinished long") { return "[[ 没有结束，要补上 ]]" }
    if problem.hasPrefix("invalid escape sequence") { return "文字里有不认识的转义“\\”，反斜杠本身写作 \\\\" }
    return sentences[problem]
  }

  private static let sentences = [
    "<name> expected": "应为名称", "unexpected symbol": "有不该有的符号", "syntax error": "语句不完整",
    "unfinished string": "文字没有结束，少了引号", "malformed number": "数写错了", "<eof> expected": "有多余的 end 或其他内容",
    "function arguments expected": "方法后面要写参数", "'=' or 'in' expected": "for 后面应为“=”或“in”",
    "cannot use '...' outside a vararg function": "“...”只能用在参数有“...”的函数里", "C stack overflow": "嵌套太深",
  ]
}

extension LuaFailure {
  /// The line that a message such as `break outside loop at line 8` names, which is not that of the failure; nil if it names none.
  var namedLine: Int? {
    guard kind == .syntax, let start = message.firstRange(of: " at line ") else { return nil }
    let problem = message[..<start.lowerBound]
    guard problem.contains("break outside") || problem.contains("no visible label") else { return nil }
    return Int(message[start.upperBound...].prefix { $0.isNumber })
  }
}
