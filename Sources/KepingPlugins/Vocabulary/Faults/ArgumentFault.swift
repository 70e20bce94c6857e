import KepingCore
import LuaRuntime

/// A fault in an argument of a word that takes a quantity, a check or a text.
enum ArgumentFault: UsageFault {
  /// A field that is not a quantity is used as one.
  case fieldNotQuantity(path: String)
  /// A node that is not a quantity is used as one.
  case nodeNotQuantity(VocabularyNode)
  /// A value of Lua is used as a quantity.
  case valueNotQuantity(LuaValue?)
  /// A field that is not a check is used as one.
  case fieldNotCheck(path: String)
  /// A node that is not a check is used as one.
  case nodeNotCheck(VocabularyNode)
  /// A value of Lua is used as a check.
  case valueNotCheck(LuaValue?)
  /// An argument, which the payload names, is not a text or is empty.
  case notText(Wording)
  /// The second argument of `within` is not a field with a division code.
  case withinFallback
  /// The prefix of a division code is not a number of at most 6 digits.
  case divisionPrefix
  /// An operand of a function is not a node.
  case notOperand

  var code: String { "wrong-argument" }

  var wording: Wording {
    switch self {
    case .fieldNotQuantity(let path): Wording("字段 \(path) 不是数量", "the field \(path) is not a quantity")
    case .nodeNotQuantity(let node):
      Wording("应为数量，而不是\(node.kind.chinese)", "a quantity is expected, not \(node.kind.english)")
    case .valueNotQuantity(let value):
      Wording("应为数量，而不是 \(value?.kind ?? "nil")", "a quantity is expected, not \(value?.kind ?? "nil")")
    case .fieldNotCheck(let path):
      Wording("字段 \(path) 不是检查，请写明要求，如 :at_least", "the field \(path) is not a check; state a requirement, such as :at_least")
    case .nodeNotCheck(let node): Wording("应为检查，而不是\(node.kind.chinese)", "a check is expected, not \(node.kind.english)")
    case .valueNotCheck(let value):
      Wording("应为检查，而不是 \(value?.kind ?? "nil")", "a check is expected, not \(value?.kind ?? "nil")")
    case .notText(let name): Wording("\(name.chinese)应为文本", "\(name.english) must be a text")
    case .withinFallback:
      Wording("within 的第二个参数应为区划字段", "the second argument of within must be a field with a division code")
    case .divisionPrefix: Wording("行政区划代码应为不超过6位的数字", "a division code has at most 6 digits")
    case .notOperand: Wording("函数的参数应为数量、检查或字段", "the operands of a function must be quantities, checks or fields")
    }
  }
}
