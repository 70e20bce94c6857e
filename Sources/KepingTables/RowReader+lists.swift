import KepingCore
import Workbooks

extension RowReader {
  func readRows(of id: String, _ list: ListPlan) throws(Diagnostic) {
    let about = plan.names.schema.nodes[list.node]
    guard let found = try list.sheet.rows(of: id) else {
      let what = "\(list.sheet.name)：\(about.field.label)超过\(ListSheet.maximumRows)行，或文字过多"
      return report(list.node, Problem(field: about.path, code: .invalidRecord, message: what, cell: list.sheet.name))
    }
    for (number, row) in found.enumerated() {
      var element = Element(
        list.node, number: number + 1, sheet: list.sheet.name, row: row.number, of: plan.names.schema)
      element.isThere = true
      // Where a field is missed, this is where it is to be filled in.
      element.columns = list.plan.columns(ofElement: 1, of: list.node)
      for cell in row.cells {
        if let column = list.plan.index(at: cell.column) { read(cell, of: row, list, list.plan.columns[column], &element) }
      }
      for cell in row.cells where list.plan.index(at: cell.column) == nil { readHeadless(cell, of: row, list) }
      elements.append(element)
    }
  }

  /// Reads a cell of a list's sheet that stands under no heading.
  private func readHeadless(_ cell: Cell, of row: Row, _ list: ListPlan) {
    if SheetHeadings.isBlank(cell, of: row) { return }
    let name = "\(list.sheet.name)!\(Cell.name(cell.column, row.number))"
    let text = CellReader.trimmed(row.text(cell))
    let path = plan.names.schema.nodes[list.node].path
    values.unknownFields.append(
      Problem(
        field: "\(path)[].\(Cell.columnName(cell.column))", code: .unknownField,
        message: "\(name)：“\(text.prefix(30))”所在的列没有列名，未参与评审", cell: name))
  }

  /// Reads a cell of a list's sheet.
  private func read(
    _ cell: Cell, of row: Row, _ list: ListPlan, _ column: ColumnPlan.Column, _ element: inout Element
  ) {
    var name: String { "\(list.sheet.name)!\(Cell.name(cell.column, row.number))" }
    var about: Schema.Node { plan.names.schema.nodes[list.node] }
    switch column.mapping {
    case .target(.member(_, _, let child), let unit):
      guard let type = column.type else { return }
      read(cell, of: row, child, type, unit, (column.column, column.heading, list.sheet.name), &element)
    case .target: break
    case .unknown, .unrelatedGroup:
      if SheetHeadings.isBlank(cell, of: row) { return }
      values.unknownFields.append(
        column.mapping.unknownField(column.heading, "\(about.path)[].\(column.heading)", name))
    case .unusable(_, _, let reason):
      if SheetHeadings.isBlank(cell, of: row) { return }
      let child = list.plan.field(at: column.column) ?? about.children.first ?? list.node
      element.faults.append((child, "\(name)：\(reason)", name))
    }
  }

  /// Orders the elements, leaves out the empty ones, and holds what a row announces against what there is.
  func settleLists() {
    let schema = plan.names.schema
    elements.removeAll { !$0.isThere && !$0.hasValues && $0.faults.isEmpty }
    for node in Set(elements.map(\.list)).sorted() {
      let found = elements.filter { $0.list == node }.sorted { $0.number < $1.number }
      settleSources(of: node, found)
      for (index, element) in found.enumerated() {
        for (child, message, cell) in element.faults {
          let path = "\(schema.nodes[node].path)[\(index)].\(schema.nodes[child].path)"
          report(node, Problem(field: path, code: .invalidRecord, message: message, cell: cell))
        }
      }
      values.set(
        node,
        found.map { element in
          FieldValues.Element(
            values: element.values, columns: element.columns, sheet: element.sheet.map { values.index(ofSheet: $0) } ?? 0,
            row: Int32(element.row))
        })
    }
    for node in Set(texts.map(\.list)).sorted() {
      let found = texts.filter { $0.list == node }.sorted { $0.number < $1.number }
      values.set(
        node,
        found.map {
          FieldValues.Element(values: [$0.value], columns: [$0.value.column], sheet: 0, row: Int32(row.number))
        })
    }
    for said in announced.sorted(by: { $0.list < $1.list }) {
      let about = schema.nodes[said.list]
      let count = elements.count { $0.list == said.list } + texts.count { $0.list == said.list }
      if said.isThere, count == 0 {
        report(said.list, problem(about.path, said.column, "填“有”，但没有找到本申报编号的\(about.field.label)"))
      } else if let wanted = said.count, wanted != count {
        report(said.list, problem(about.path, said.column, "填\(wanted)个，但找到\(about.field.label)\(count)个"))
      } else if !said.isThere, count > 0, !speaksOfOwnPlace(said) {
        report(said.list, problem(about.path, said.column, "填“无”，但另外填写了\(about.field.label)"))
      }
      if !said.isThere, count == 0 { values.set(said.list, []) }
    }
  }

  /// Whether a 无 stands in a column of one text that is not the first: it says that there are no more.
  private func speaksOfOwnPlace(_ said: Announcement) -> Bool {
    guard case .target(.texts(_, let number?), _)? = plan.column(at: said.column)?.mapping else { return false }
    return number > 1
  }

  /// One list from two sheets, or from a sheet and the row's own columns, may be the same twice.
  private func settleSources(of node: Int, _ found: [Element]) {
    guard let first = found.first, let other = found.first(where: { $0.sheet != first.sheet }) else { return }
    let about = plan.names.schema.nodes[node]
    func words(_ element: Element) -> String { element.sheet.map { "工作表“\($0)”" } ?? "申报表的列" }
    let what = "\(about.field.label)同时填在\(words(first))与\(words(other))，不知以哪一处为准"
    let cell = "\(other.sheet ?? sheet)!\(other.row)"
    report(node, Problem(field: about.path, code: .invalidRecord, message: "\(cell)：\(what)", cell: cell))
  }
}

extension ColumnPlan.Mapping {
  /// The problem of a cell that nobody reads.
  func unknownField(_ heading: String, _ field: String, _ cell: String) -> Problem {
    var message = "\(cell)：未知列“\(heading.prefix(60))”，未参与评审"
    switch self {
    case .unrelatedGroup(let group): message = "\(cell)：列“\(heading.prefix(60))”在“\(group.prefix(60))”之下，不知是否为同一内容，未参与评审"
    case .unknown(let near?): message += "；是否应为“\(near)”？"
    case .unknown, .unusable, .target: break
    }
    return Problem(field: String(field.prefix(100)), code: .unknownField, message: message, cell: cell)
  }
}
