import KepingCore

/// A value as a clerk would type it.
enum ExampleValue: Equatable {
  case none
  case text(String)
  case number(Double)
}

extension Record {
  /// The value of a column.
  func example(_ column: TemplateColumn, _ schema: Schema) -> ExampleValue {
    let about = schema.nodes[column.node]
    let slot = slots[about.slot]
    if column.announcesList {
      return slot.isPresent ? .text(slot.count > 0 ? "有" : "无") : .none
    }
    switch column.type {
    case .yearlyMoney: return amount(slot, year: column.year ?? 0).map { .number($0 / 10_000) } ?? .none
    case .texts:
      guard slot.isPresent, let number = column.number, number <= slot.count else { return .none }
      return example(elements[Int(slot.start) + number - 1], column)
    default: return example(slot, column)
    }
  }

  /// The value of a slot.
  func example(_ slot: Slot, _ column: TemplateColumn) -> ExampleValue {
    guard slot.isPresent else { return .none }
    switch column.type {
    case .flag: return .text(slot.number == 1 ? "是" : "否")
    case .count, .year: return .number(slot.number)
    case .time: return .text(Self.shown(Bytes(text(slot)).text))
    case .money: return .number(slot.number / 10_000)
    case .choice(let choices, _), .texts(let choices):
      let known = Int(slot.number)
      if known >= 0, known < choices.count { return .text(choices[known].label) }
      return .text(Bytes(text(slot)).text)
    default: return .text(Bytes(text(slot)).text)
    }
  }

  /// A time of Beijing as a clerk writes it; others as they are.
  private static func shown(_ time: String) -> String {
    guard time.hasSuffix(":00+08:00") else { return time }
    return String(time.dropLast(":00+08:00".count)).replacing("T", with: " ")
  }
}
