import KepingCore
import Workbooks

extension RecordBuilder {
  mutating func readRows(of id: String, _ list: ListPlan, _ schema: Schema) throws(Diagnostic) {
    guard let found = try list.sheet.rows(of: id) else {
      let about = schema.nodes[list.node]
      let what = "\(list.sheet.name)：\(about.field.label)超过\(ListSheet.maximumRows)行，或文字过多"
      return note(list.node, Problem(field: about.path, code: .invalidRecord, message: what, cell: list.sheet.name))
    }
    for (number, row) in found.enumerated() {
      var element = Element(number: number + 1, sheet: list.sheet.name, row: row.number, isThere: true)
      for column in list.plan.columns {
        guard let cell = row.cell(column.column) else {
          // Where it is missed, this is where it is to be filled in.
          if case .target(.member(_, _, let child), _) = column.use { element.columns[child] = column.column }
          continue
        }
        let place = "\(list.sheet.name)!\(Cell.name(column.column, row.number))"
        let isBlank = SheetHeadings.isBlank(cell, of: row)
        switch column.use {
        case .unknown where isBlank, .foreign where isBlank, .unusable where isBlank: break
        case .target(.member(_, _, let child), let unit):
          read(cell, of: row, child, unit, column.column, column.heading, list.sheet.name, &element, schema)
        case .unknown, .foreign:
          strangers.append(column.use.stranger(column.heading, "\(schema.nodes[list.node].path)[].\(column.heading)", place))
        case .unusable(_, _, let reason):
          let child = list.plan.field(of: column.column) ?? schema.nodes[list.node].children.first ?? list.node
          element.faults.append(
            (child, { Problem(field: $0, code: .invalidRecord, message: "\(place)：\(reason)", cell: place) }))
        case .target: break
        }
      }
      for cell in row.cells where list.plan.column(at: cell.column) == nil && !SheetHeadings.isBlank(cell, of: row) {
        let text = CellReader.trimmed(row.text(cell))
        let place = "\(list.sheet.name)!\(Cell.name(cell.column, row.number))"
        strangers.append(
          Problem(
            field: "\(schema.nodes[list.node].path)[].\(Cell.columnName(cell.column))", code: .unknownField,
            message: "\(place)：“\(text.prefix(30))”所在的列没有列名，未参与评审", cell: place))
      }
      elements[list.node, default: []].append(element)
    }
  }

  /// Orders the elements, leaves out the empty ones, and holds what a row announces against what there is.
  mutating func settleLists(_ schema: Schema) {
    for (node, all) in elements {
      let kept = all.filter { $0.isThere || !$0.values.isEmpty || !$0.faults.isEmpty }.sorted { $0.number < $1.number }
      elements[node] = kept.isEmpty ? nil : kept
    }
    for (node, found) in elements.sorted(by: { $0.key < $1.key }) {
      settleSources(of: node, found, schema)
      for (index, element) in found.enumerated() {
        for (child, make) in element.faults {
          note(node, make("\(schema.nodes[node].path)[\(index)].\(schema.nodes[child].path)"))
        }
      }
    }
    for (node, said) in announced.sorted(by: { $0.key < $1.key }) {
      let about = schema.nodes[node]
      let count = elements[node]?.count ?? texts[node]?.count ?? 0
      if said.isThere, count == 0 {
        note(node, problem(about.path, said.column, "填“有”，但没有找到本申报编号的\(about.field.label)"))
      } else if let wanted = said.count, wanted != count {
        note(node, problem(about.path, said.column, "填\(wanted)个，但找到\(about.field.label)\(count)个"))
      } else if !said.isThere, count > 0, !speaksOfOwnPlace(said, schema.nodes[node].path) {
        note(node, problem(about.path, said.column, "填“无”，但另外填写了\(about.field.label)"))
      }
    }
  }

  /// Whether a 无 stands in a column of one text that is not the first: it says that there are no more.
  private func speaksOfOwnPlace(_ said: Announcement, _ path: String) -> Bool {
    guard case .target(.texts(_, let number?), _)? = plan?.column(at: said.column)?.use else { return false }
    return number > 1
  }

  /// One list from two sheets, or from a sheet and the row's own columns, may be the same twice.
  private mutating func settleSources(of node: Int, _ found: [Element], _ schema: Schema) {
    guard let first = found.first, let other = found.first(where: { $0.sheet != first.sheet }) else { return }
    let about = schema.nodes[node]
    func words(_ element: Element) -> String { element.sheet.map { "工作表“\($0)”" } ?? "申报表的列" }
    let what = "\(about.field.label)同时填在\(words(first))与\(words(other))，不知以哪一处为准"
    let place = "\(other.sheet ?? sheet)!\(other.row)"
    note(node, Problem(field: about.path, code: .invalidRecord, message: "\(place)：\(what)", cell: place))
  }
}

extension ColumnPlan.Use {
  /// The problem of a cell that nobody reads.
  func stranger(_ heading: String, _ field: String, _ place: String) -> Problem {
    var message = "\(place)：未知列“\(heading.prefix(60))”，未参与评审"
    switch self {
    case .foreign(let group): message = "\(place)：列“\(heading.prefix(60))”在“\(group.prefix(60))”之下，不知是否为同一内容，未参与评审"
    case .unknown(let near?): message += "；是否应为“\(near)”？"
    case .unknown, .unusable, .target: break
    }
    return Problem(field: String(field.prefix(100)), code: .unknownField, message: message, cell: place)
  }
}
