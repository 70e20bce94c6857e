/// Writes a record that was filled from values as JSON, for functions of plugins that receive the whole record.
extension Record {
  /// The JSON of a record that was filled from values.
  var filledJSON: Bytes {
    var json: Bytes = []
    let layout = filledLayout ?? host
    appendObject(layout.rootNodes, layout, to: &json) { slots[layout.nodes[$0].slot] }
    return json
  }

  /// Appends an object with the fields that are present.
  private func appendObject(_ nodes: [Int], _ layout: SchemaLayout, to json: inout Bytes, _ slot: (_ node: Int) -> Slot) {
    json.append("{")
    var isFirst = true
    for node in nodes {
      let value = slot(node)
      guard value.isPresent else { continue }
      if !isFirst { json.append(",") }
      isFirst = false
      json.append(json: layout.nodes[node].field.name)
      json.append(":")
      appendValue(value, node, layout, to: &json)
    }
    json.append("}")
  }

  /// Appends a value that is present.
  func appendValue(_ slot: Slot, _ node: Int, _ layout: SchemaLayout, to json: inout Bytes) {
    let schemaNode = layout.nodes[node]
    switch layout.fields[node].kind {
    case .object, .tally: appendObject(schemaNode.children, layout, to: &json) { slots[layout.nodes[$0].slot] }
    case .flag: json.append(slot.number == 1 ? "true" : "false")
    case .count, .year, .money, .decimal, .percent: json.append(number: slot.number)
    case .yearlyMoney:
      json.append("{")
      for (index, entry) in years[Int(slot.start)..<Int(slot.start) + slot.count].enumerated() {
        json.append("\(index == 0 ? "" : ",")\"\(entry.year)\":")
        json.append(number: entry.amount)
      }
      json.append("}")
    case .texts:
      json.append("[")
      for index in 0..<slot.count {
        if index > 0 { json.append(",") }
        appendText(elements[Int(slot.start) + index], to: &json)
      }
      json.append("]")
    case .objects:
      json.append("[")
      for index in 0..<slot.count {
        if index > 0 { json.append(",") }
        appendObject(schemaNode.children, layout, to: &json) {
          element(index, of: slot, stride: schemaNode.stride, field: layout.nodes[$0].slot)
        }
      }
      json.append("]")
    case .text, .creditCode, .division, .time, .date, .choice: appendText(slot, to: &json)
    }
  }

  private func appendText(_ text: Slot, to json: inout Bytes) {
    json.append(UInt8(ascii: "\""))
    json.append(escaped: self.text(text))
    json.append(UInt8(ascii: "\""))
  }
}
