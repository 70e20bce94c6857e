import KepingCore
import LuaRuntime

/// A fault in an argument of a word that takes a quantity, a check or a text.
enum ArgumentFault: UsageFault {
  /// A field that is not a quantity is used as one.
  case fieldNotQuantity(path: String, FieldType)
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
  /// An argument, which the wording names, is not a text or is empty.
  case notText(Wording, LuaValue?)
  /// A reason has no word in it.
  case blankReason(Wording, String)
  /// The second argument of `within` is not a field with a division code.
  case withinFallback
  /// The prefix of a division code is not a number of at most 6 digits.
  case divisionPrefix
  /// An operand of a function is not a node.
  case notOperand(LuaValue)

  var code: String { "wrong-argument" }

  var subject: FaultSubject? {
    switch self {
    case .fieldNotQuantity(let path, _), .fieldNotCheck(let path):
      .written(path.split(separator: ".").last.map(String.init) ?? path)
    case .blankReason(_, let text): .written(text)
    case .valueNotQuantity(let value), .valueNotCheck(let value), .notText(_, let value): value?.subject
    case .notOperand(let value): value.subject
    default: nil
    }
  }

  var wording: Wording {
    switch self {
    case .fieldNotQuantity(let path, let type):
      Wording("字段 \(path) 不是数量", "the field \(path) is not a quantity").adding(type.useAsQuantity(path))
    case .nodeNotQuantity(.check):
      Wording(
        "应为数量，而不是检查；检查后面不能再写比较，两个要求请写成两个检查",
        "a quantity is expected, not a check; a check cannot be compared again, so write the two requirements as two checks")
    case .nodeNotQuantity(let node):
      Wording("应为数量，而不是\(node.kind.chinese)", "a quantity is expected, not \(node.kind.english)")
    case .valueNotQuantity(let value):
      Wording("应为数量，而不是\(value.shown.chinese)", "a quantity is expected, not \(value.shown.english)")
        .adding(
          value?.isNumber == true
            ? Wording(
              "带单位的界限写在比较里，如 :at_least \"100万元\"", "write a bound with its unit in a comparison, such as :at_least \"100万元\"")
            : nil)
    case .fieldNotCheck(let path):
      Wording("字段 \(path) 不是检查，请写明要求，如 :at_least", "the field \(path) is not a check; state a requirement, such as :at_least")
    case .nodeNotCheck(.quantity):
      Wording(
        "应为检查，而不是数量；请写明要求，如 :at_least \"100万元\"",
        "a check is expected, not a quantity; state a requirement, such as :at_least \"100万元\"")
    case .nodeNotCheck(let node): Wording("应为检查，而不是\(node.kind.chinese)", "a check is expected, not \(node.kind.english)")
    case .valueNotCheck(let value):
      Wording("应为检查，而不是\(value.shown.chinese)", "a check is expected, not \(value.shown.english)")
        .adding(value.useAsCheck)
    case .notText(let name, .text?): Wording("\(name.chinese)不能是空的", "\(name.english) must not be empty")
    case .notText(let name, let value):
      Wording(
        "\(name.chinese)应为加引号的文字，而不是\(value.shown.chinese)",
        "\(name.english) must be a text in quotation marks, not \(value.shown.english)")
    case .blankReason(let name, let text):
      Wording(
        "\(name.chinese)“\(text)”没有写出理由，请用一句话说明", "\(name.english) '\(text)' states no reason; give it in a sentence")
    case .withinFallback:
      Wording("within 的第二个参数应为区划字段", "the second argument of within must be a field with a division code")
    case .divisionPrefix: Wording("行政区划代码应为不超过6位的数字", "a division code has at most 6 digits")
    case .notOperand(let value):
      Wording(
        "函数的参数应为数量、检查或字段，而不是\(value.shown.chinese)",
        "the operands of a function must be quantities, checks or fields, not \(value.shown.english)")
    }
  }
}

extension Wording {
  /// Returns the message with what to do about it.
  func adding(_ advice: Wording?) -> Wording {
    advice.map { Wording("\(chinese)；\($0.chinese)", "\(english); \($0.english)") } ?? self
  }
}

extension LuaValue {
  fileprivate var isNumber: Bool {
    switch self {
    case .integer, .number: true
    default: false
    }
  }
}

extension LuaValue? {
  /// What to do if the value is used as a check; nil if there is no advice.
  fileprivate var useAsCheck: Wording? {
    switch self {
    case .text?:
      Wording(
        "条款的第一项是原文，其余各项是检查；理由写在界限后面，如 :at_least(\"1项\", \"理由\")",
        "the first item of a clause is its quote, the others are checks; a reason is written after its bound")
    case .table?:
      Wording("几个检查请写作 all_of { … } 或 any_of { … }", "write several checks as all_of { … } or any_of { … }")
    case .boolean?:
      Wording("是否用了 ==、not 或 and，它们比较不了字段", "it may come from ==, 'not' or 'and', which do not work on fields")
    case .function?, .hostFunction?: Wording("是否忘了写参数", "its arguments may be missing")
    default: nil
    }
  }
}

extension FieldType {
  /// How a field that is not a quantity is used instead, by its path; nil if there is no advice.
  fileprivate func useAsQuantity(_ path: String) -> Wording? {
    switch self {
    case .yearlyMoney:
      Wording(
        "它按年度填写，请写明哪一年，如 \(path)[year - 1]（上年）", "it has an amount for each year: write \(path)[year - 1] for the last one")
    case .object:
      Wording("它是一组字段，请写明是其中哪一个", "it is a group of fields; name one of them")
    case .date, .time:
      Wording("日期请用 :on_or_after、:before 等比较", "compare a date with :on_or_after, :before and so on")
    case .choice: Wording("选项请用 :is \"值\"", "ask for a choice with :is \"value\"")
    case .texts, .objects: Wording("个数写作 \(path):count()", "the number of its elements is \(path):count()")
    case .tally: Wording("合计写作 \(path):sum()", "its total is \(path):sum()")
    case .flag: Wording("它本身就是检查", "it is a check itself")
    default: nil
    }
  }
}
