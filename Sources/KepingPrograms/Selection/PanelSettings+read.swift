import KepingCore
import KepingYAML

extension PanelSettings {
  /// The largest number of experts that a setting may name.
  private static let maximumExperts = 10_000

  /// Reads how the scores of experts are taken.
  ///
  /// - Parameter faults: receives all errors, not just the first.
  init(_ node: YAMLNode, _ faults: inout [Diagnostic]) {
    self.init()
    collect(&faults) { faults throws(Diagnostic) in
      let members = try node.members(allowing: ["least", "trim", "trim-from", "decimals", "spread", "items"])
      collect(&faults) { _ throws(Diagnostic) in
        if let least = members["least"] { self.least = try least.integer(in: 1...Self.maximumExperts) }
      }
      collect(&faults) { _ throws(Diagnostic) in try readTrim(members["trim"], from: members["trim-from"]) }
      collect(&faults) { _ throws(Diagnostic) in
        if let decimals = members["decimals"] { self.decimals = try decimals.integer(in: 0...6) }
      }
      collect(&faults) { _ throws(Diagnostic) in spread = try members["spread"]?.hundredths() }
      if let items = members["items"] {
        collect(&faults) { _ throws(Diagnostic) in self.items = try Self.items(items) }
      }
    }
  }

  private mutating func readTrim(_ trimNode: YAMLNode?, from fromNode: YAMLNode?) throws(Diagnostic) {
    guard trimNode != nil || fromNode != nil else { return }
    guard let trimNode else { throw fromNode!.fault(ScoreFault.missingTrim("trim", beside: "trim-from", example: 1)) }
    trim = try trimNode.integer(in: 0...Self.maximumExperts)
    guard let fromNode else {
      throw trimNode.fault(ScoreFault.missingTrim("trim-from", beside: "trim", example: 2 * trim + 1))
    }
    trimFrom = try fromNode.integer(in: 1...Self.maximumExperts)
    guard 2 * trim < trimFrom else { throw trimNode.fault(ScoreFault.trimsTooMany(trim: trim, from: trimFrom)) }
  }

  /// The columns that panel sheets have besides items, by their field names and their labels.
  private static let columns = [
    "application", "expert", "score", "recused", "unit", "申报编号", "专家", "评分", "回避", "专家单位",
  ]

  private static func items(_ node: YAMLNode) throws(Diagnostic) -> [Item] {
    var items: [Item] = []
    var taken = Dictionary(uniqueKeysWithValues: columns.map { ($0, $0) })
    for (key, value) in try node.members() {
      let id = try key.title("items", atMost: 60)
      let members = try value.members(allowing: ["title", "max"], requiring: ["title", "max"])
      let title = try members["title"]!.title("title", atMost: 60)
      for (name, node) in [(id, key), (title, members["title"]!)] {
        if let other = taken[name.heading] { throw node.fault(ScoreFault.takenName(name, by: other)) }
      }
      taken[id.heading] = id
      taken[title.heading] = title
      let maximum = try members["max"]!.hundredths()
      guard maximum > 0 else { throw members["max"]!.fault(ScoreFault.maximumOfZero) }
      items.append(Item(id: id, title: title, maximum: maximum))
    }
    let sum = items.reduce(0) { $0 + $1.maximum }
    guard sum == 10_000 else { throw node.fault(ScoreFault.wrongMaxima(sum: ExactDecimal(sum, exponent: -2).text)) }
    return items
  }
}

extension String {
  /// The text as headings of sheets are compared: without white space and case.
  fileprivate var heading: String { lowercased().filter { !$0.isWhitespace } }
}
