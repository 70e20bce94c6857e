import KepingCore

extension RecordBuilder {
  /// Appends an object of the fields that are there; false, and nothing appended, where none is.
  @discardableResult
  mutating func appendObject(_ nodes: [Int], _ schema: Schema, isRoot: Bool = true) -> Bool {
    let start = json.count
    json.append("{")
    var isEmpty = true
    for node in nodes {
      let before = json.count
      if !isEmpty { json.append(",") }
      json.append(json: schema.nodes[node].field.name)
      json.append(":")
      if append(node, schema) { isEmpty = false } else { json.removeLast(json.count - before) }
    }
    json.append("}")
    if isEmpty, !isRoot { json.removeLast(json.count - start) }
    return !isEmpty
  }

  mutating func append(_ node: Int, _ schema: Schema) -> Bool {
    let about = schema.nodes[node]
    switch about.field.type {
    case .object, .tally: return appendObject(about.children, schema, isRoot: false)
    case .yearlyMoney:
      guard let entries = years[node] else { return false }
      for (place, entry) in entries.sorted(by: { $0.year < $1.year }).enumerated() {
        json.append("\(place == 0 ? "{" : ",")\"\(entry.year)\":")
        json.append(contentsOf: pieces[entry.value])
      }
      json.append("}")
    case .texts:
      guard texts[node] != nil || announced[node]?.isThere == false else { return false }
      json.append("[")
      for (place, entry) in (texts[node] ?? []).sorted(by: { $0.number < $1.number }).enumerated() {
        if place > 0 { json.append(",") }
        json.append(contentsOf: pieces[entry.value])
      }
      json.append("]")
    case .objects:
      guard elements[node] != nil || announced[node]?.isThere == false else { return false }
      json.append("[")
      for (place, element) in (elements[node] ?? []).enumerated() {
        json.append(place == 0 ? "{" : ",{")
        var isFirst = true
        for child in about.children {
          guard let range = element.values[child] else { continue }
          if !isFirst { json.append(",") }
          isFirst = false
          json.append(json: schema.nodes[child].field.name)
          json.append(":")
          json.append(contentsOf: pieces[range])
        }
        json.append("}")
      }
      json.append("]")
    default:
      guard let range = values[node] else { return false }
      json.append(contentsOf: pieces[range])
    }
    return true
  }
}
