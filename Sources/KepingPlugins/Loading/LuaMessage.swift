import KepingCore

/// A message of Lua, or of the sandbox's library, as people read it: what is wrong and what to do.
enum LuaMessage {
  /// Returns the wording of an error that Lua raised while it ran; nil for another message.
  static func runtime(_ message: String) -> Wording? {
    operation(message) ?? comparison(message) ?? argument(message) ?? LuaLibrary.unavailable(message) ?? known(message)
  }

  /// Returns the part of a message between a beginning and an end; nil if it does not have both.
  static func part(of message: some StringProtocol, between beginning: String, and end: String = "") -> String? {
    guard message.hasPrefix(beginning), message.hasSuffix(end), message.utf8.count >= beginning.utf8.count + end.utf8.count else {
      return nil
    }
    return String(message.dropFirst(beginning.count).dropLast(end.count))
  }

  // MARK: Operations

  /// What Lua attempts, with its name in Chinese and the advice for a value that is not nil.
  private static let attempts: [(beginning: String, chinese: String, advice: Wording)] = [
    (
      "attempt to index a ", "不能取它的成员",
      Wording(
        "只有表、文字和字段有成员；require 得到的，那个文件要 return 一个表",
        "only tables, texts and fields have members; a required file must return a table")
    ),
    (
      "attempt to call a ", "不能当函数调用",
      Wording("看名称是否写错，或者前面少了逗号", "see whether the name is wrong, or a comma is missing before it")
    ),
    ("attempt to perform arithmetic on a ", "不能计算", Wording("文字先用 tonumber 变成数", "turn a text into a number with tonumber")),
    ("attempt to perform bitwise operation on a ", "不能做位运算", Wording("要用整数", "use an integer")),
    (
      "attempt to concatenate a ", "不能用 .. 连接",
      Wording("先用 tostring 变成文字；字段在加载时还没有值", "use tostring first; a field has no value at load")
    ),
    (
      "attempt to get length of a ", "没有长度",
      Wording("# 只用于表和文字；清单字段的个数写作 :count()", "# is for tables and texts; write :count() for a list field")
    ),
  ]

  private static func operation(_ message: String) -> Wording? {
    for (beginning, cannot, advice) in attempts {
      guard let rest = part(of: message, between: beginning), let end = rest.range(of: " value") else { continue }
      let type = rest[..<end.lowerBound]
      let name = variable(rest[end.upperBound...])
      let isNil = type == "nil"
      let what = name.map { "“\($0)”" } ?? "这里的值"
      return Wording(
        "\(what)是\(LuaTypeName.wording(type).chinese)，\(cannot)；\(isNil ? "看名称是否写错，或者在这之前没有赋值" : advice.chinese)",
        "\(message); \(isNil ? "see whether the name is wrong, or has no value yet" : advice.english)")
    }
    return nil
  }

  /// Returns the name in a description such as ` (field 'x')`.
  private static func variable(_ text: Substring) -> String? {
    let parts = text.split(separator: "'", omittingEmptySubsequences: false)
    return parts.count >= 3 ? String(parts[1]) : nil
  }

  private static func comparison(_ message: String) -> Wording? {
    // Arithmetic on texts that are no numbers: attempt to add a 'string' with a 'number'.
    if message.hasPrefix("attempt to "), message.contains("'string'") {
      return Wording("文字不能计算，先用 tonumber 变成数", "\(message); turn the text into a number with tonumber")
    }
    if let type = part(of: message, between: "attempt to compare two ", and: " values") {
      let name = LuaTypeName.wording(type).chinese
      return Wording("两个\(name)不能比较大小；请比较其中的数", "\(message); compare numbers in them")
    }
    guard let types = part(of: message, between: "attempt to compare ")?.split(separator: " "), types.count == 3 else {
      return nil
    }
    let hint =
      types.contains("nil")
      ? Wording("看名称是否写错", "see whether a name is wrong")
      : Wording("文字先用 tonumber 变成数", "turn a text into a number with tonumber")
    return Wording(
      "\(LuaTypeName.wording(types[0]).chinese)与\(LuaTypeName.wording(types[2]).chinese)不能比较大小；\(hint.chinese)",
      "\(message); \(hint.english)")
  }

  // MARK: Arguments

  private static func argument(_ message: String) -> Wording? {
    guard let rest = part(of: message, between: "bad argument #") else { return nil }
    let parts = rest.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let number = Int(parts[0].prefix { $0.isNumber }) else { return nil }
    let problem = part(of: parts[2], between: " (", and: ")") ?? ""
    return Wording("\(parts[1]) 的第\(number)个参数\(argumentProblem(problem))", "\(message); see what \(parts[1]) takes")
  }

  private static func argumentProblem(_ problem: String) -> String {
    let words = problem.split(separator: " ")
    if words.count >= 4, words[1] == "expected,", words[2] == "got" {
      let got = words[3] == "no" ? "没有写" : LuaTypeName.wording(words[3]).chinese
      return "应为\(LuaTypeName.wording(words[0]).chinese)，而不是\(got)"
    }
    switch problem {
    case "number has no integer representation", "whole number expected": return "应为整数"
    case "position out of bounds": return "的位置超出了清单"
    case "string expected": return "应为文字"
    case "value expected", "no value": return "没有写"
    case "value out of range": return "超出了范围"
    default: return "不合要求（\(problem)）"
    }
  }

  // MARK: Other messages

  private static func known(_ message: String) -> Wording? {
    if let type = part(of: message, between: "the error is not a text but a ") {
      return Wording(
        "error 的参数是\(LuaTypeName.wording(type).chinese)，看不出错在哪里；请写文字", "\(message); pass a text to error")
    }
    if let name = part(of: message, between: "require: '", and: "' requires itself") {
      return Wording("模块“\(name)”引用了自己（也可能经过别的模块）", message)
    }
    if message.hasPrefix("bad 'for' ") || message.hasPrefix("'for' ") {
      return Wording("for 的起点、终点和步长应为数，步长不能是0", "\(message); a loop takes numbers, and a step other than 0")
    }
    if let name = part(of: message, between: "'", and: "' is meant?")
      ?? part(of: message, between: "a global must not be written; 'local ", and: "' is meant?")
    {
      return Wording("不能写全局名称“\(name)”，请写 local \(name)", message)
    }
    return sentences[message]
  }

  private static let sentences: [String: Wording] = [
    "assertion failed!": Wording("assert 的条件不成立", "assertion failed: the condition of assert is false"),
    "stack overflow": Wording("函数调用自己的层数太多，没有停下的条件", "a function calls itself without an end"),
    "attempt to perform 'n//0'": Wording("除以了0，请先看除数是不是0", "attempt to perform 'n//0'; test the divisor first"),
    "attempt to perform 'n%%0'": Wording("除以了0，请先看除数是不是0", "attempt to perform 'n%%0'; test the divisor first"),
    "table index is nil": Wording("表的键没有值（nil），看名称是否写错", "table index is nil; see whether a name is wrong"),
    "a table made at load is read-only": Wording(
      "加载时做成的表不能再改；请在函数里另做一个表", "a table made at load is read-only; make another one in the function"),
    "string slice too long": Wording("文字太长", "string slice too long"),
  ]
}

extension StringProtocol {
  /// Returns the range of the first occurrence of a text.
  fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
