import KepingCore
import Workbooks

extension RowReader {
  /// Reads a cell with one text of a list, or with all of them if `number` is nil.
  func readTexts(of cell: Cell, list node: Int, number: Int?, column: ColumnPlan.Column) {
    let schemaNode = plan.names.schema.nodes[node]
    guard case .texts(let choices) = schemaNode.field.type else { return }
    let path = number.map { "\(schemaNode.path)[\($0 - 1)]" } ?? schemaNode.path
    guard let plain = listText(of: cell, as: schemaNode.field.type, path: path, column: column, node: node) else { return }
    let text = CellReader.trimmed(plain)
    let items = choices.isEmpty ? Self.items(in: text, isWholeList: number == nil) : nil
    if items?.isEmpty ?? CellReader.meansNone(text) {
      // In the first column it means the whole list, in others only their own text.
      if number ?? 1 == 1 || !listStatements.contains(where: { $0.list == node }) {
        recordListStatement(ListStatement(list: node, hasElements: false, column: column.column))
      }
      return
    }
    // If all texts are in one cell and another one is in a numbered column, they may be the same.
    if let other = listedTexts.first(where: { $0.list == node && holdsWholeList(Int($0.value.column)) != (number == nil) }) {
      let columns = "\(Cell.columnName(Int(other.value.column)))列与\(Cell.columnName(column.column))列"
      let reason = "\(schemaNode.field.label)同时填在\(columns)，不知以哪一列为准"
      return report(node, problem(schemaNode.path, column.column, reason))
    }
    if let items {
      if let fault = Self.fault(of: items, in: text, label: schemaNode.field.label) {
        return report(node, problem(path, column.column, "\(column.heading)\(fault)"))
      }
      add(items, to: node, number: number, column: column)
    } else {
      add(number == nil ? Self.topics(in: text, choices) : [Self.topic(text, choices)], to: node, number: number, column: column)
    }
  }

  /// Adds the texts of a cell to a list.
  private func add(_ texts: [String], to node: Int, number: Int?, column: ColumnPlan.Column) {
    for (index, text) in texts.enumerated() {
      var value = values.append(text: text)
      value.column = Int32(column.column)
      listedTexts.append(ListedText(list: node, number: number ?? index + 1, value: value))
    }
  }

  /// Returns whether a column holds all texts of a list.
  private func holdsWholeList(_ column: Int) -> Bool {
    if case .target(.texts(_, nil), _)? = plan.column(at: column)?.mapping { true } else { false }
  }

  // MARK: Items of free text

  /// Returns the items in a cell; none if the cell says that there are none.
  private static func items(in text: String, isWholeList: Bool) -> [String] {
    if CellReader.statesNoItems(text) { return [] }
    return CellReader.items(in: text, byNumbersOnly: !isWholeList).filter { !CellReader.statesNoItems($0) }
  }

  /// Returns why the items of a cell cannot be counted, or nil if they can.
  private static func fault(of items: [String], in text: String, label: String) -> String? {
    if let vague = items.first(where: CellReader.namesNothing) {
      return "“\(vague.prefix(30))”没有写明是什么，请逐项写明\(label)的名称；没有的填“无”"
    }
    guard let count = CellReader.statedCount(text), count > 0, count != items.count else { return nil }
    return "写明共\(count)项，但列出的是\(items.count)项，请逐项写明\(label)的名称"
  }

  // MARK: Topics with listed values

  /// Returns the value of the choice that a text means, or the text itself.
  private static func topic(_ text: String, _ choices: [Choice]) -> String { CellReader.choiceValue(text, choices) ?? text }

  /// Returns the topics in one cell, each once: separated by line ends and semicolons, and by commas if that yields known ones.
  static func topics(in text: String, _ choices: [Choice]) -> [String] {
    // A label may contain commas, so the longest run of parts that forms a known text is taken.
    let longest = choices.map { $0.label.split { "、，,".contains($0) }.count }.max() ?? 1
    let pieces = text.split { "\n\r\r\n；;".contains($0) }.map { CellReader.trimmed(String($0)) }.filter { !$0.isEmpty }
    let topics = pieces.flatMap { piece -> [String] in
      if let known = CellReader.choiceValue(piece, choices) { return [known] }
      let parts = piece.split { "、，,".contains($0) }.map(String.init)
      var found: [String] = []
      var hasKnown = false
      var start = 0
      while start < parts.count {
        var next = start + 1
        var topic = CellReader.trimmed(parts[start])
        for count in (1...min(longest, parts.count - start)).reversed() {
          let run = parts[start..<(start + count)].joined(separator: "、")
          guard let known = CellReader.choiceValue(run, choices) else { continue }
          topic = known
          hasKnown = true
          next = start + count
          break
        }
        if !topic.isEmpty { found.append(topic) }
        start = next
      }
      return hasKnown ? found : [piece]
    }
    var seen: Set<String> = []
    return topics.filter { topic in !choices.contains { $0.value == topic } || seen.insert(topic).inserted }
  }
}
