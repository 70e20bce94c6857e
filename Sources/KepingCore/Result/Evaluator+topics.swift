/// Reports the texts in lists with known values that are none of these.
extension Evaluator {
  /// Records a problem for each text that is none of the known values of its list.
  mutating func recordUnknownTopics(_ program: CompiledProgram) {
    if program.examined.areNested || hasUnknownTopic(program) {
      recordUnknownTopics(in: program.program.schema.roots, of: program.program.schema, at: RecordPosition())
    }
  }

  private mutating func hasUnknownTopic(_ program: CompiledProgram) -> Bool {
    let slots = record.slots.span
    var index = Int(program.examined.texts.lowerBound)
    while index < Int(program.examined.texts.upperBound) {
      let list = slots[Int(program.lists[index])]
      index &+= 1
      guard list.isPresent else { continue }
      for element in 0..<list.count where record.elements[Int(list.start) + element].number < 0 { return true }
    }
    return false
  }

  /// Records the unknown texts in fields, and in the fields inside them, in the order of the schema.
  private mutating func recordUnknownTopics(in fields: [Int], of schema: Schema, at position: RecordPosition) {
    for node in fields.map({ schema.nodes[$0] }) {
      let slot = position.slot(of: node, in: record)
      guard slot.isPresent else { continue }
      switch node.field.type {
      case .texts(let choices) where !choices.isEmpty:
        for index in 0..<slot.count where record.elements[Int(slot.start) + index].number < 0 {
          let text = String(decoding: record.text(record.elements[Int(slot.start) + index]), as: UTF8.self)
          let hint = Self.nearestChoice(to: text, among: choices).map { "；是否应为“\($0.label)”（\($0.value)）？" } ?? ""
          let label = position.label + node.field.label
          problems.append(
            Problem(
              field: "\(position.path)\(node.field.name)[\(index)]", code: .unknownTopic,
              message: "\(label)“\(text.printable(limit: 60))”不在所列之内，凡与此有关的条款无法据此判断\(hint)"))
        }
      case .object: recordUnknownTopics(in: node.children, of: schema, at: position.inside(node))
      case .objects:
        for index in 0..<slot.count {
          recordUnknownTopics(in: node.children, of: schema, at: position.inside(node, element: index, of: slot))
        }
      default: break
      }
    }
  }

  /// Returns the known value that a text resembles most: in its label, in a part of the label between “、”, or in the value itself.
  private static func nearestChoice(to text: String, among choices: [Choice]) -> Choice? {
    let names = choices.flatMap { choice in
      let parts = choice.label.split(separator: "、").map(String.init)
      return ([choice.label, choice.value] + parts).map { (name: $0, choice: choice) }
    }
    guard let name = nearest(to: text, among: names.map(\.name)) else { return nil }
    return names.first { $0.name == name }?.choice
  }
}
