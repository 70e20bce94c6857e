import KepingCore

/// The description of a word, from which the loader, the editor stubs and the reference are generated.
package struct WordEntry: Sendable {
  /// The name that plugins use.
  package let name: String
  /// The usage, as messages show it, with `%` for the name.
  package let written: Wording
  /// The nodes that the word may follow; empty if it does not follow a node.
  package var receivers: [Receiver] = []
  /// The positional parameters.
  package var parameters: [Parameter] = []
  /// The named fields of the table argument.
  package var options: [Parameter] = []
  /// The kind of node that the word makes.
  package let result: NodeKind
  /// The description in Chinese, one or two sentences.
  package let summary: String
  /// Lua that loads: a part of a direction, or complete statements.
  package let example: String

  /// The usage with the word's name.
  package var usage: Wording {
    func named(_ text: String) -> String { text.split(separator: "%", omittingEmptySubsequences: false).joined(separator: name) }
    return Wording(named(written.chinese), named(written.english))
  }

  /// Whether the word takes sentences, such as a quote or a reason, which may be longer than names.
  var takesProse: Bool {
    (parameters + options).contains { [.quote, .quotes, .reason, .clauses].contains($0.kind) }
  }
}

/// A parameter or an option of a word.
package struct Parameter: Sendable {
  package let name: String
  package let kind: ValueKind
  package var isOptional = false
  /// The description in Chinese.
  package let summary: String

  init(_ name: String, _ kind: ValueKind, isOptional: Bool = false, _ summary: String) {
    self.name = name
    self.kind = kind
    self.isOptional = isOptional
    self.summary = summary
  }
}

/// The kinds of value that words take.
package enum ValueKind: Sendable, Equatable {
  case label, quote, quotes, reason, bound, boundOrQuantity, number, direction, divisionCode, word
  case choices, fields, none, value, values, filters, kinds
  case labelOrFilters, tiers, notApplicable
  case date, dateOrField
  case quantity, quantities, check, checks, grade, clauses, operands, function, region
  case labels, anything
  /// One of some constants, as they are written in Lua.
  case oneOf([String])

  /// The Chinese name.
  var chinese: String {
    switch self {
    case .label: "名称"
    case .quote: "指南原文"
    case .quotes: "指南原文，可以多段"
    case .reason: "理由"
    case .bound: "带单位的界限"
    case .boundOrQuantity: "带单位的界限，或另一个数量"
    case .number: "大于0的数"
    case .direction: "方向编号"
    case .divisionCode: "行政区划代码的前几位"
    case .word: "文本"
    case .choices: "{ 值 = \"名称\", … }"
    case .fields: "{ 名 = 类型, … }"
    case .labels: "{ 字段 = \"名称\", … }"
    case .anything: "字段声明、检查、文本等"
    case .none: "\"none\""
    case .value: "可选值"
    case .values: "可选值，或其列表"
    case .filters: "{ 字段 = 值, … }"
    case .kinds: "类别或计数，可以多个"
    case .labelOrFilters: "名称，或 { 字段 = 值, … }"
    case .tiers: "{ { 情形, 要求 }, …, 其他情形的要求 }"
    case .notApplicable: "\"shared\" 或 \"lost\""
    case .date: "日期，如 \"2020年1月1日\""
    case .dateOrField: "日期，或日期、时间字段"
    case .quantity: "数量"
    case .quantities: "{ 数量, … }"
    case .check: "检查"
    case .checks: "检查，可以多个，须全部符合"
    case .grade: "评分方法"
    case .clauses: "条款、评分项，可以放在列表里"
    case .operands: "{ 数量、检查、字段或 record, … }"
    case .function: "函数"
    case .region: "区划字段"
    case .oneOf(let constants): constants.joined(separator: "、")
    }
  }
}

/// The kinds of node that words make.
package enum NodeKind: Sendable {
  case fieldType, quantity, check, grade, clause, criterion, uncovered, area, numberFilter, dateFilter, mark, nothing

  /// The Chinese name.
  var chinese: String {
    switch self {
    case .fieldType: "字段声明"
    case .quantity: "数量"
    case .check: "检查"
    case .grade: "评分方法"
    case .clause: "条款"
    case .criterion: "评分项"
    case .uncovered: "未覆盖的原文"
    case .area: "区划范围"
    case .numberFilter: "数的范围"
    case .dateFilter: "日期范围"
    case .mark: "暂拟的内容；没有的，可以放在检查或条款的位置"
    case .nothing: "无"
    }
  }
}
