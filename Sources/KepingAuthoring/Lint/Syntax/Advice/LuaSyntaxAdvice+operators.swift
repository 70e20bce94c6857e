import KepingCore
import KepingPlugins

/// Operators of other languages.
extension LuaSyntaxAdvice {
  /// The fault of an operator that Lua does not have or writes otherwise.
  var operators: LuaSyntaxFault? {
    let (before, sign, next) = (written(index - 1), written(index), written(index + 1))
    let isPair = touchesPrevious(index + 1)
    switch (sign, next) {
    case ("!", "=") where isPair: return instead(of: "!=", "~=", at: index, "不相等", "not equal")
    case ("!", _): return instead(of: "!", "not", at: index, "“不”", "the negation")
    case ("=", ">") where isPair && before != ")": return instead(of: "=>", ">=", at: index, "大于或等于", "greater or equal")
    case ("=", "<") where isPair: return instead(of: "=<", "<=", at: index, "小于或等于", "less or equal")
    case ("&", _) where before == "&": return instead(of: "&&", "and", at: index - 1, "“并且”", "the conjunction")
    case ("|", _) where before == "|": return instead(of: "||", "or", at: index - 1, "“或者”", "the disjunction")
    case ("=", _) where ["==", "~="].contains(before):
      return instead(of: before + "=", before, at: index - 1, "比较", "a comparison")
    case ("=", _) where isComparison:
      return at(index, "比较是否相等用两个等号 ==；一个等号是赋值", "write == to compare; a single = assigns")
    case ("+", "="), ("-", "="), ("*", "="), ("/", "="), ("..", "="), ("//", "="), ("%", "="), ("^", "="):
      guard isPair, kind(index - 1) == .name else { return nil }
      return at(
        index, "Lua 没有“\(sign)=”，写作 \(before) = \(before) \(sign) …",
        "Lua has no '\(sign)='; write \(before) = \(before) \(sign) …")
    case ("+", "+") where isPair:
      return at(index, "Lua 没有“++”，写作 \(before) = \(before) + 1", "Lua has no '++'; write \(before) = \(before) + 1")
    case ("?", _):
      return at(
        index, "Lua 没有“? :”，写作 条件 and 甲 or 乙，或用 if … then … else … end",
        "Lua has no '? :'; write condition and a or b, or if … then … else … end")
    default: return arrowFunction
    }
  }

  private func instead(of wrong: String, _ right: String, at token: Int, _ chinese: String, _ english: String) -> LuaSyntaxFault {
    at(token, "\(chinese)写作“\(right)”，Lua 没有“\(wrong)”", "\(english) is written '\(right)'; Lua has no '\(wrong)'")
  }

  /// Whether the parser stopped in a condition, in parentheses or in a value, where `=` can only be meant to compare.
  private var isComparison: Bool {
    switch fault.expected {
    case .symbol("then")?, .symbol("do")?, .closing(")", _)?: true
    case .statement? where written(index - 1) == ")": false
    default: false
    }
  }

  /// The fault of a function with an arrow: `(a, b) => …`.
  private var arrowFunction: LuaSyntaxFault? {
    guard case .closing(")", let open)? = fault.expected, written(index) == "," || written(index) == "=" else { return nil }
    let end = min(index + 20, tokens.count)
    guard let close = tokens[index..<end].firstIndex(where: { $0.written == ")" }), written(close + 1) == "=",
      written(close + 2) == ">"
    else { return nil }
    let start = tokens[open..<index].lastIndex { $0.written == "(" } ?? open
    return at(start, "函数写作 function(参数) … end", "write a function as function(parameters) … end")
  }

  /// The fault of an option that is not written `name = value`.
  var options: LuaSyntaxFault? {
    if case .name? = fault.expected, written(index - 1) == ":", kind(index - 2) == .name, isInTable {
      let name = written(index - 2)
      return at(index - 1, "选项用等号，写作 \(name) = …", "write an option with '=': \(name) = …")
    }
    if written(index) == "=", kind(index - 1) == .text, case .closing("}", _)? = fault.expected {
      let name = source(of: index - 1).dropFirst().dropLast()
      return at(index - 1, "选项的名称不加引号，写作 \(name) = …", "the name of an option has no quotation marks: \(name) = …")
    }
    if case .name? = fault.expected, written(index - 1) == ".", kind(index) == .keyword {
      return at(
        index, "“\(written(index))”是 Lua 的关键字，字段写作 [\"\(written(index))\"]",
        "'\(written(index))' is a keyword of Lua, so write the field as [\"\(written(index))\"]")
    }
    return nil
  }

  /// Whether the innermost bracket before the fault is that of a table.
  private var isInTable: Bool {
    LuaOpenings(tokens[..<min(index, tokens.count)]).open.last.map { written($0.token) == "{" } ?? false
  }
}
