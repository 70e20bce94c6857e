import KepingCore

/// What the vocabulary says of a word: the loader, the editor's stubs and the reference are made of it.
package struct WordEntry: Sendable {
  /// As a plugin writes it.
  package let name: String
  /// How it is used, as messages show it; `%` stands for the name.
  package let written: Wording
  /// The nodes that it stands behind; empty where it stands alone.
  package var receivers: [Receiver] = []
  package var parameters: [Parameter] = []
  /// The named part of the table that it takes.
  package var options: [Parameter] = []
  package let result: NodeKind
  /// What it says, in a sentence or two.
  package let summary: String
  /// Lua that loads: a part of a direction, or whole statements.
  package let example: String

  /// How it is used, with its name.
  package var usage: Wording {
    func named(_ text: String) -> String { text.split(separator: "%", omittingEmptySubsequences: false).joined(separator: name) }
    return Wording(named(written.chinese), named(written.english))
  }

  /// Whether its texts are sentences, such as a clause or a reason, rather than names.
  var takesProse: Bool {
    (parameters + options).contains { [.quote, .quotes, .reason, .clauses].contains($0.kind) }
  }
}

/// What a word takes.
package struct Parameter: Sendable {
  package let name: String
  package let kind: ValueKind
  package var isOptional = false
  package let about: String

  init(_ name: String, _ kind: ValueKind, isOptional: Bool = false, _ about: String) {
    self.name = name
    self.kind = kind
    self.isOptional = isOptional
    self.about = about
  }
}

/// What a value must be where a word takes it.
package enum ValueKind: Sendable {
  case label, quote, quotes, reason, bound, boundOrQuantity, number, direction, divisionCode, word
  case choices, fields, none, value, values, filters, kinds
  case quantity, quantities, check, checks, grade, clauses, operands, function, region

  /// As a clerk calls it.
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
    case .none: "\"none\""
    case .value: "可选值"
    case .values: "可选值，或其列表"
    case .filters: "{ 字段 = 值, … }"
    case .kinds: "类别或计数，可以多个"
    case .quantity: "数量"
    case .quantities: "{ 数量, … }"
    case .check: "检查"
    case .checks: "检查，可以多个，须全部符合"
    case .grade: "评分方法"
    case .clauses: "条款、评分项，可以放在列表里"
    case .operands: "{ 数量、检查、字段或 record, … }"
    case .function: "函数"
    case .region: "区划字段"
    }
  }
}

/// What a word gives.
package enum NodeKind: Sendable {
  case fieldType, quantity, check, grade, clause, criterion, uncovered, area, nothing

  /// As a clerk calls it.
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
    case .nothing: "无"
    }
  }
}
