import KepingCore
import LuaRuntime

extension LuaValue {
  /// The value as messages name it: its type in the language of the reader, with a short text or a number itself.
  var shown: Wording {
    switch self {
    case .nil: Wording("nil（没有值）", "nil")
    case .boolean(let value): Wording("真假值 \(value)", "\(value)")
    case .integer(let number): Wording("数 \(number)", "the number \(number)")
    case .number(let number): Wording("数 \(number)", "the number \(number)")
    case .text(let text) where text.utf8.count <= 60: Wording("文字“\(text)”", "the text '\(text)'")
    case .text: Wording("文字", "a text")
    case .table: Wording("表", "a table")
    case .function, .hostFunction: Wording("函数", "a function")
    case .handle: Wording("节点（字段、数量或检查）", "a node (a field, a quantity or a check)")
    case .unconvertible(let kind): LuaTypeName.wording(kind)
    }
  }
}

extension LuaValue {
  /// The value as a subject of a fault; nil if its source text is not known.
  var subject: FaultSubject? {
    switch self {
    case .text(let text): .written(text)
    case .integer(let number): .written("\(number)")
    case .number(let number): .written("\(number)")
    case .boolean(let value): .written("\(value)")
    default: nil
    }
  }
}

extension LuaValue? {
  /// The value as messages name it; an absent argument is nil.
  var shown: Wording { (self ?? .nil).shown }
}

/// The names of Lua's types in messages.
package enum LuaTypeName {
  /// Returns the name of a type for a noun phrase.
  package static func wording(_ name: some StringProtocol) -> Wording {
    switch name {
    case "nil": Wording("nil（没有值）", "nil")
    case "boolean": Wording("真假值（true 或 false）", "a boolean")
    case "number": Wording("数", "a number")
    case "string": Wording("文字", "a string")
    case "table": Wording("表", "a table")
    case "function": Wording("函数", "a function")
    case "node", "userdata": Wording("节点（字段、数量或检查）", "a node (a field, a quantity or a check)")
    default: Wording("\(name)", "\(name)")
    }
  }
}
