import KepingCore

/// A value in the form in which a clerk types it.
enum ExampleValue: Equatable {
  case none
  case text(String)
  case number(Double)
}

extension Record {
  /// Returns the value of the record in a column.
  func example(_ column: TemplateColumn, _ schema: Schema) -> ExampleValue {
    let schemaNode = schema.nodes[column.node]
    let slot = slots[schemaNode.slot]
    if column.isListFlag {
      return slot.isPresent ? .text(slot.count > 0 ? "有" : "无") : .none
    }
    if let year = column.year { return amount(slot, year: year).map { .number($0 / 10_000) } ?? .none }
    if let number = column.number {
      guard slot.isPresent, number <= slot.count else { return .none }
      return example(elements[Int(slot.start) + number - 1], column)
    }
    return example(slot, column)
  }

  /// Returns the value of a slot in a column.
  func example(_ slot: Slot, _ column: TemplateColumn) -> ExampleValue {
    guard slot.isPresent else { return .none }
    let kind = column.type.kind
    switch kind.form.example {
    case .flag: return .text(slot.number == 1 ? "是" : "否")
    case .number(let unit): return .number(slot.number / unit)
    case .time: return .text(Self.clerkText(Bytes(text(slot)).text))
    case .choice:
      let choices = kind.choices
      let known = Int(slot.number)
      if known >= 0, known < choices.count { return .text(choices[known].label) }
      return .text(Bytes(text(slot)).text)
    case .text, .date: return .text(Bytes(text(slot)).text)
    }
  }

  /// Returns a time in Beijing in the form in which clerks write it; other times are returned unchanged.
  private static func clerkText(_ time: String) -> String {
    guard time.hasSuffix(":00+08:00") else { return time }
    return String(time.dropLast(":00+08:00".count)).replacing("T", with: " ")
  }
}
