import KepingCore
import Workbooks

extension RowReader {
  /// Reads the elements of an application from a list sheet.
  ///
  /// - Throws: ``Diagnostic`` if the rows cannot be read.
  func readElements(of id: String, from list: ListPlan) throws(Diagnostic) {
    let schemaNode = plan.names.schema.nodes[list.node]
    guard let found = try list.sheet.rows(of: id) else {
      let message = "\(list.sheet.name)：\(schemaNode.field.label)超过\(ListSheet.maximumRows)行，或文字过多"
      return report(list.node, Problem(field: schemaNode.path, code: .invalidRecord, message: message, cell: list.sheet.name))
    }
    for doubt in found.doubtful {
      let message = "\(doubt.cell)：\(doubt.reason(for: id))"
      report(list.node, Problem(field: schemaNode.path, code: .invalidRecord, message: message, cell: doubt.cell))
    }
    if found.doubtfulCount > found.doubtful.count {
      let message = "\(list.sheet.name)：另有\(found.doubtfulCount - found.doubtful.count)行的申报编号也与“\(id.prefix(60))”相近"
      report(list.node, Problem(field: schemaNode.path, code: .invalidRecord, message: message, cell: list.sheet.name))
    }
    for (number, row) in found.own.enumerated() {
      var element = Element(
        list.node, number: number + 1, sheet: list.sheet.name, row: row.number, of: plan.names.schema)
      element.isPresent = true
      // Missing fields are reported in these columns.
      element.columns = list.plan.columns(ofElement: 1, of: list.node)
      for cell in row.cells {
        if let column = list.plan.index(at: cell.column) {
          readListCell(cell, of: row, in: list, column: list.plan.columns[column], into: &element)
        }
      }
      for cell in row.cells where list.plan.index(at: cell.column) == nil {
        reportListCellWithoutHeading(cell, of: row, in: list)
      }
      elements.append(element)
    }
  }

  /// Reports a cell of a list sheet without a heading.
  private func reportListCellWithoutHeading(_ cell: Cell, of row: Row, in list: ListPlan) {
    if isBlank(cell, of: row) { return }
    let name = "\(list.sheet.name)!\(Cell.name(cell.column, row.number))"
    let schema = plan.names.schema
    let path = schema.nodes[list.node].path
    // Beside telephone numbers and the like, a cell without a heading may be one, too.
    let isPersonal = schema.nodes[list.node].children.contains { schema.nodes[$0].field.isPrivate }
    let content = isPersonal ? "这一格" : "“\(CellReader.trimmed(row.text(cell)).prefix(30))”"
    values.unknownFields.append(
      Problem(
        field: "\(path)[].\(Cell.columnName(cell.column))", code: .unknownField,
        message: "\(name)：\(content)所在的列没有列名，未参与评审", cell: name))
  }

  /// Reads a cell of a list sheet according to the mapping of its column.
  private func readListCell(
    _ cell: Cell, of row: Row, in list: ListPlan, column: ColumnPlan.Column, into element: inout Element
  ) {
    var name: String { "\(list.sheet.name)!\(Cell.name(cell.column, row.number))" }
    var schemaNode: Schema.Node { plan.names.schema.nodes[list.node] }
    switch column.mapping {
    case .target(.member(_, _, let child), let unit):
      guard let type = column.type else { return }
      readElementCell(
        cell, of: row, field: child, type: type, unit: unit, column: (column.column, column.heading, list.sheet.name),
        into: &element)
    case .target: break
    case .unknown, .unrelatedGroup:
      if isBlank(cell, of: row) { return }
      values.unknownFields.append(
        column.mapping.unknownField(column.heading, "\(schemaNode.path)[].\(column.heading)", name))
    case .possibleCount(let tally, _):
      if isBlank(cell, of: row) { return }
      if CountWords.isCount(cell, of: row, under: column.heading) {
        element.faults.append((schemaNode.children.first ?? list.node, "\(name)：\(tally.reason(column.heading))", name))
      } else {
        values.unknownFields.append(
          column.mapping.unknownField(column.heading, "\(schemaNode.path)[].\(column.heading)", name))
      }
    case .unusable(_, _, let reason):
      if isBlank(cell, of: row) { return }
      let child = list.plan.field(at: column.column) ?? schemaNode.children.first ?? list.node
      element.faults.append((child, "\(name)：\(reason)", name))
    }
  }

  /// Orders the elements of lists, removes empty ones, and compares the statements of the row with the elements.
  func finishLists() {
    let schema = plan.names.schema
    for element in elements where !element.isPresent && !element.hasValues && element.faults.isEmpty {
      reportNotices(of: element, at: schema.nodes[element.list].path)
    }
    elements.removeAll { !$0.isPresent && !$0.hasValues && $0.faults.isEmpty }
    for node in Set(elements.map(\.list)).sorted() {
      let found = elements.filter { $0.list == node }.sorted { $0.number < $1.number }
      checkSources(of: node, found)
      for (index, element) in found.enumerated() {
        for (child, message, cell) in element.faults {
          let path = "\(schema.nodes[node].path)[\(index)].\(schema.nodes[child].path)"
          report(child, Problem(field: path, code: .invalidRecord, message: message, cell: cell))
        }
        reportNotices(of: element, at: "\(schema.nodes[node].path)[\(index)]")
      }
      values.set(
        node,
        found.map { element in
          FieldValues.Element(
            values: element.values, columns: element.columns, sheet: element.sheet.map { values.index(ofSheet: $0) } ?? 0,
            row: Int32(element.row))
        })
    }
    for node in Set(listedTexts.map(\.list)).sorted() {
      let found = listedTexts.filter { $0.list == node }.sorted { $0.number < $1.number }
      values.set(
        node,
        found.map {
          FieldValues.Element(values: [$0.value], columns: [$0.value.column], sheet: 0, row: Int32(row.number))
        })
    }
    for statement in listStatements.sorted(by: { $0.list < $1.list }) {
      let schemaNode = schema.nodes[statement.list]
      let count = elements.count { $0.list == statement.list } + listedTexts.count { $0.list == statement.list }
      if statement.hasElements, count == 0 {
        report(statement.list, problem(schemaNode.path, statement.column, "填“有”，但没有找到本申报编号的\(schemaNode.field.label)"))
      } else if let wanted = statement.count, wanted != count {
        report(statement.list, problem(schemaNode.path, statement.column, "填\(wanted)个，但找到\(schemaNode.field.label)\(count)个"))
      } else if !statement.hasElements, count > 0, !isAboutOneText(statement) {
        report(statement.list, problem(schemaNode.path, statement.column, "填“无”，但另外填写了\(schemaNode.field.label)"))
      }
      if !statement.hasElements, count == 0 { values.set(statement.list, []) }
    }
  }

  /// Adds the notices about the cells of an element, given the path of the element in the record.
  private func reportNotices(of element: Element, at path: String) {
    for (child, code, message, cell) in element.notices {
      let field = "\(path).\(plan.names.schema.nodes[child].path)"
      values.unknownFields.append(Problem(field: field, code: code, message: message, cell: cell))
    }
  }

  /// Returns whether a statement is in a column for one text other than the first, where 无 means only that no further texts
  /// follow.
  private func isAboutOneText(_ statement: ListStatement) -> Bool {
    guard case .target(.texts(_, let number?), _)? = plan.column(at: statement.column)?.mapping else { return false }
    return number > 1
  }

  /// Reports a list whose elements come from two sheets, or from a sheet and columns of the row, because they may be
  /// the same.
  private func checkSources(of node: Int, _ found: [Element]) {
    guard let first = found.first, let other = found.first(where: { $0.sheet != first.sheet }) else { return }
    let schemaNode = plan.names.schema.nodes[node]
    func sourceName(_ element: Element) -> String { element.sheet.map { "工作表“\($0)”" } ?? "申报表的列" }
    let reason = "\(schemaNode.field.label)同时填在\(sourceName(first))与\(sourceName(other))，不知以哪一处为准"
    let cell = "\(other.sheet ?? sheet)!\(other.row)"
    report(node, Problem(field: schemaNode.path, code: .invalidRecord, message: "\(cell)：\(reason)", cell: cell))
  }
}

extension ColumnPlan.Mapping {
  /// Returns the problem of a cell in a column that is not read.
  ///
  /// - Parameters:
  ///   - field: the path or heading that names the column in results.
  ///   - cell: the name of the cell.
  func unknownField(_ heading: String, _ field: String, _ cell: String) -> Problem {
    var message = "\(cell)：未知列“\(heading.prefix(60))”，未参与评审"
    switch self {
    case .unrelatedGroup(let group): message = "\(cell)：列“\(heading.prefix(60))”在“\(group.prefix(60))”之下，不知是否为同一内容，未参与评审"
    case .unknown(let nearest?), .possibleCount(_, let nearest?): message += "；是否应为“\(nearest)”？"
    case .unknown, .possibleCount, .unusable, .target: break
    }
    return Problem(field: String(field.prefix(100)), code: .unknownField, message: message, cell: cell)
  }
}
