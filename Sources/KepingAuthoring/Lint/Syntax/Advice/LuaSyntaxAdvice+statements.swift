import KepingCore
import KepingPlugins

/// Statements and calls as other languages write them.
extension LuaSyntaxAdvice {
  private static let declarations: Set<String> = ["let", "var", "const", "int", "float", "double", "string", "number", "auto"]
  private static let functions: Set<String> = ["func", "def", "fn", "fun"]
  private static let elseIfs: Set<String> = ["elif", "elsif", "elseIf"]

  /// The fault of a statement that begins as in another language.
  var foreignStatements: LuaSyntaxFault? {
    let previous = index - 1
    if kind(index) == .name, kind(previous) == .name, isOnSameLine(index, previous) {
      let (first, name) = (written(previous), written(index))
      if Self.declarations.contains(first) {
        return at(
          previous, "局部变量写作 local \(name) = …，不用“\(first)”", "declare a local as 'local \(name) = …', not with '\(first)'")
      }
      if Self.functions.contains(first) {
        return at(
          previous, "函数写作 local function \(name)(…) … end", "write a function as 'local function \(name)(…) … end'")
      }
      if Self.elseIfs.contains(first) {
        return at(previous, "“否则如果”写作 elseif", "write 'elseif' instead of '\(first)'")
      }
    }
    let open = written(index) == ")" && written(previous) == "(" ? previous : index
    if written(open) == "(", kind(open - 1) == .name, written(open - 2) == "local" {
      let name = written(open - 1)
      return at(
        open - 2, "定义函数写作 local function \(name)(…) … end，这里少了 function",
        "a function is written 'local function \(name)(…) … end'; 'function' is missing here")
    }
    if case .name? = fault.expected, written(index) == "(", written(previous) == "for" {
      return at(index, "循环写作 for i = 1, 10 do … end，不用圆括号", "write a loop as 'for i = 1, 10 do … end', without parentheses")
    }
    return braceBlock
  }

  /// The fault of `if (…) {`, which Lua reads as a call with a table.
  private var braceBlock: LuaSyntaxFault? {
    guard let brace = LuaOpenings(tokens[..<min(index, tokens.count)]).open.last?.token, written(brace) == "{",
      [")", "else", "do"].contains(written(brace - 1))
    else { return nil }
    let line = tokens[..<brace].lastIndex { $0.line != tokens[brace].line }.map { $0 + 1 } ?? 0
    guard let keyword = tokens[line..<brace].last(where: { ["if", "elseif", "while", "for", "else"].contains($0.written) }) else {
      return nil
    }
    let word = keyword.written
    let form = word == "else" ? "else … end" : word == "if" || word == "elseif" ? "\(word) … then … end" : "\(word) … do … end"
    return at(brace, "Lua 不用花括号分段，写作 \(form)", "Lua has no blocks in braces; write \(form)")
  }

  /// The fault of arguments without parentheses or quotation marks, as in `:at_least 100`.
  var arguments: LuaSyntaxFault? {
    if kind(index) == .number, written(index).hasPrefix("."), kind(index - 1) == .name {
      let name = written(index - 1)
      return at(
        index, "某一年的金额写作 \(name)[year - 1]（上年）、\(name)[year - 2]（前年）",
        "write the amount of a year as \(name)[year - 1] or \(name)[year - 2]")
    }
    guard case .arguments? = fault.expected else { return nil }
    let method = written(index - 1)
    switch kind(index) {
    case .number:
      return at(
        index, "\(method) 后面要写带单位的文字，加引号，如 :\(method) \"100万元\"",
        ":\(method) takes a text with a unit in quotation marks, such as :\(method) \"100万元\"")
    case .name where isOnSameLine(index, index - 1):
      return at(
        index, "\(method) 后面的“\(written(index))”要加引号或圆括号，如 :\(method) \"\(written(index))\"",
        "put '\(written(index))' after :\(method) in quotation marks or parentheses")
    default:
      return after(
        index - 1, "\(method) 后面要写参数，如 :\(method) \"…\" 或 :\(method)()",
        ":\(method) needs its argument, as in :\(method) \"…\" or :\(method)()")
    }
  }

  /// The fault of `else if` in two words, which needs one more `end`; it shows only where the blocks end.
  var splitElseIf: LuaSyntaxFault? {
    switch fault.expected {
    case .closing("end", _)?, .statement?: break
    default: return nil
    }
    let before = tokens[..<min(index, tokens.count)]
    guard index >= tokens.count || [")", "}", "]", ","].contains(written(index)) || isAtEnd else { return nil }
    guard let word = before.indices.last(where: { written($0) == "else" && written($0 + 1) == "if" && isOnSameLine($0, $0 + 1) })
    else { return nil }
    return at(
      word, "else if 要连写成 elseif；分开写的是另一个 if，还要多写一个 end",
      "write 'elseif' in one word; in two words it is another 'if', which needs an 'end' of its own")
  }

  private var isAtEnd: Bool { index >= tokens.count }
}
