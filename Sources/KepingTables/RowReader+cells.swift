import KepingCore
import Workbooks

extension RowReader {
  /// Reads a cell of the row according to the mapping of its column.
  func readCell(_ cell: Cell, _ column: ColumnPlan.Column) {
    switch column.mapping {
    case .unknown, .unrelatedGroup:
      if isBlank(cell, of: row) { return }
      values.unknownFields.append(column.mapping.unknownField(column.heading, column.heading, self.cell(column.column)))
    case .possibleCount(let tally, _):
      if isBlank(cell, of: row) { return }
      if CountWords.isCount(cell, of: row, under: column.heading) {
        report(tally.node, problem(plan.names.schema.nodes[tally.node].path, column.column, tally.reason(column.heading)))
      } else {
        values.unknownFields.append(column.mapping.unknownField(column.heading, column.heading, self.cell(column.column)))
      }
    case .unusable(let path, let node, let reason):
      if isBlank(cell, of: row) { return }
      report(node, problem(path, column.column, reason))
    case .target(.serial, _): break
    case .target(.field(let node), _) where plan.names.isBirth(node): readBirth(cell, column, node)
    case .target(.field(let node), let unit):
      guard let type = column.type, let value = readValue(of: cell, type: type, unit: unit, column: column, node: node) else {
        return
      }
      values.set(node, value, column: column.column)
      if type == .time, cells.isDayOnly(cell, row.text(cell)) { dayOnlyColumn = column.column }
    case .target(.yearly(let node, let when), let unit):
      guard let year, let type = column.type else { return }
      let amountYear = when.value(for: year)
      guard let value = readValue(of: cell, type: type, unit: unit, column: column, node: node, year: amountYear) else { return }
      values.add(node, year: amountYear, value, column: column.column)
    case .target(.texts(let node, let number), _): readTexts(of: cell, list: node, number: number, column: column)
    case .target(.list(let node), _): readListStatement(of: cell, list: node, column: column)
    case .target(.member(let list, let number, let child), let unit):
      let index = elements.firstIndex { $0.list == list && $0.number == number } ?? elements.count
      if index == elements.count {
        var element = Element(list, number: number, row: row.number, of: plan.names.schema)
        element.columns = plan.columns(ofElement: number, of: list)
        elements.append(element)
      }
      guard let type = column.type else { return }
      readElementCell(
        cell, of: row, field: child, type: type, unit: unit, column: (column.column, column.heading, sheet),
        into: &elements[index])
    }
  }

  /// Reports a cell without a heading, because its content may matter.
  func reportCellWithoutHeading(_ cell: Cell) {
    if isBlank(cell, of: row) { return }
    let name = self.cell(cell.column)
    let text = CellReader.trimmed(row.text(cell)).prefix(30)
    values.unknownFields.append(
      Problem(
        field: Cell.columnName(cell.column), code: .unknownField, message: "\(name)：“\(text)”所在的列没有列名，未参与评审",
        cell: name))
  }

  /// Reads a cell that states whether a list, which is filled in elsewhere, has elements.
  private func readListStatement(of cell: Cell, list node: Int, column: ColumnPlan.Column) {
    let schemaNode = plan.names.schema.nodes[node]
    guard
      let text = listText(
        of: cell, as: schemaNode.field.type, path: schemaNode.path, column: column, node: node)
    else { return }
    let halfWidth = CellReader.halfWidth(text)
    let digits = halfWidth.filter { $0.isASCII && $0.isNumber }
    if CellReader.meansNone(halfWidth) || halfWidth == "否" || digits == halfWidth && Int(digits) == 0 {
      recordListStatement(ListStatement(list: node, hasElements: false, column: column.column))
    } else if ["是", "√", "✓"].contains(halfWidth) || halfWidth.hasPrefix("有") || halfWidth.hasPrefix("见")
      || halfWidth.hasPrefix("详见")
      || digits == halfWidth
    {
      let count = digits.count <= 4 && !halfWidth.contains("见") ? Int(digits) : nil
      recordListStatement(ListStatement(list: node, hasElements: true, count: count, column: column.column))
    } else {
      let reason = "“\(halfWidth.prefix(30))”应为“有”或“无”；各项另填在工作表“\(schemaNode.field.label)”中"
      report(node, problem(schemaNode.path, column.column, reason))
    }
  }

  /// Returns the text of a cell about a list, or nil if it is empty or unreadable; the latter is reported.
  ///
  /// - Parameter type: the type that decides whether text that is struck out can be left out.
  func listText(of cell: Cell, as type: FieldType, path: String, column: ColumnPlan.Column, node: Int) -> String? {
    let start = values.texts.count
    defer { values.texts.removeLast(values.texts.count - start) }
    let use: CellReader.Use = CellReader.isFreeText(type, .value) ? .value : .key
    let reading = cells.read(cell, of: row, as: .text, unit: nil, for: use, into: &values.texts)
    if let notice = notice(on: cell, of: row, as: .text, for: use, reading) {
      values.unknownFields.append(problem(path, column.column, "\(column.heading)\(notice.message)", notice.code))
    }
    switch reading {
    case .absent: return nil
    case .fault(let reason):
      report(node, problem(path, column.column, "\(column.heading)\(reason)"))
      return nil
    case .value(let value): return text(value)
    }
  }

  /// Records a statement, which replaces an earlier one about the same list.
  func recordListStatement(_ statement: ListStatement) {
    listStatements.removeAll { $0.list == statement.list }
    listStatements.append(statement)
  }

  /// Reads a cell that holds a field of a list element.
  func readElementCell(
    _ cell: Cell, of row: Row, field child: Int, type: FieldType, unit: Unit?,
    column: (number: Int, heading: String, sheet: String), into element: inout Element
  ) {
    let slot = plan.names.slots[child]
    element.columns[slot] = Int32(column.number)
    let use = plan.names.uses[child]
    cells.exampleCode = plan.names.exampleCodes[child]
    let reading = cells.read(cell, of: row, as: type, unit: unit, for: use, into: &values.texts)
    if mayNeedNotice(cell, type), let notice = notice(on: cell, of: row, as: type, for: use, reading) {
      let name = "\(column.sheet)!\(Cell.name(column.number, row.number))"
      element.notices.append((child, notice.code, "\(name)：\(column.heading)\(notice.message)", name))
    }
    switch reading {
    case .absent: break
    case .value(var value):
      value.column = Int32(column.number)
      element.values[slot] = value
    case .fault(let reason):
      let name = "\(column.sheet)!\(Cell.name(column.number, row.number))"
      element.faults.append((child, "\(name)：\(column.heading)\(reason)", name))
    }
  }

  /// Returns the value of a cell, or nil if it is empty or unreadable; the latter is reported.
  func readValue(
    of cell: Cell, type: FieldType, unit: Unit?, column: ColumnPlan.Column, node: Int, year: Int? = nil
  ) -> FieldValues.Value? {
    let use = plan.names.uses[node]
    cells.exampleCode = plan.names.exampleCodes[node]
    let reading = cells.read(cell, of: row, as: type, unit: unit, for: use, into: &values.texts)
    var path: String { plan.names.schema.nodes[node].path + (year.map { ".\($0)" } ?? "") }
    if mayNeedNotice(cell, type), let notice = notice(on: cell, of: row, as: type, for: use, reading) {
      values.unknownFields.append(problem(path, column.column, "\(column.heading)\(notice.message)", notice.code))
    }
    switch reading {
    case .absent: return nil
    case .value(let value): return value
    case .fault(let reason) where mayMeanElse(column, type, node):
      values.unknownFields.append(problem(path, column.column, "\(column.heading)\(reason)；未参与评审", .unknownField))
      return nil
    case .fault(let reason):
      report(node, problem(path, column.column, "\(column.heading)\(reason)"))
      return nil
    }
  }

  /// Returns whether an unreadable cell shows that its column means something else than the field: 所在地 with an address.
  private func mayMeanElse(_ column: ColumnPlan.Column, _ type: FieldType, _ node: Int) -> Bool {
    switch type {
    case .division, .time, .date: plan.names.isWeak(column.heading, of: node)
    default: false
    }
  }

  /// Returns whether there may be a notice on a cell, which is rare.
  private func mayNeedNotice(_ cell: Cell, _ type: FieldType) -> Bool {
    if case .division = type { return true }
    return !cell.marks.isEmpty
  }

  /// Returns what the result should say about a cell that was read: text that was left out, or a code that no register has.
  private func notice(
    on cell: Cell, of row: Row, as type: FieldType, for use: CellReader.Use, _ reading: CellReader.Reading
  ) -> (code: Problem.Code, message: String)? {
    if case .fault = reading { return nil }
    if !cell.marks.isEmpty, CellReader.isFreeText(type, use), let message = CellReader.struckTextNotice(cell, row.text(cell)) {
      return (.struckText, message)
    }
    if case .division = type, case .value(let value) = reading,
      !DivisionRegister.contains(values.texts[Int(value.start)..<Int(value.end)])
    {
      return (.unknownRegion, "“\(text(value))”不在历年的行政区划代码（GB/T 2260）之中，请核对")
    }
    return nil
  }

  /// Returns whether a cell has no content of its own, not even content that is struck out.
  func isBlank(_ cell: Cell, of row: Row) -> Bool {
    SheetHeadings.isBlank(cell, of: row) && (!cell.marks.contains(.struck) || cell.marks.contains(.whollyStruck))
  }

  // MARK: Checks of the whole row

  /// Reports a line of CSV with more fields than the heading, even empty ones.
  ///
  /// Its values may be in the wrong columns, so that anything else that was found in it would mislead.
  func checkWidth(against source: Source) {
    guard row.fieldCount > source.fieldCount else { return }
    let reason = "这一行比表头多\(row.fieldCount - source.fieldCount)列，是否有带逗号的数字或文字没有加引号？"
    values.reportOnly(problem("", source.fieldCount + 1, reason))
  }

  /// Reports an unread sheet with rows of the application, because the result may depend on it.
  func reportUnreadSheet(_ unread: TableReader.UnreadSheet) {
    let name = unread.sheet.name
    let schema = plan.names.schema
    if let label = unread.list, let node = plan.names.listNodes.first(where: { schema.nodes[$0].field.hasLabel(label) }) {
      let message = "工作表“\(name)”有本申报编号的行，像是\(label)而名称不是，没有读取；如果是，请改名为“\(ListSheetName.usual(label))”，如果不是，请移出本文件"
      report(node, Problem(field: schema.nodes[node].path, code: .invalidRecord, message: message, cell: name))
    } else {
      values.unknownFields.append(
        Problem(field: name, code: .unknownField, message: "工作表“\(name)”有本申报编号的行，没有读取，未参与评审", cell: name))
    }
  }

  /// Reports a date without a time of day if the window opens or closes on that day.
  func checkTimeOfDay(against window: Window) {
    let schema = plan.names.schema
    guard let column = dayOnlyColumn, let node = schema.child("submittedAt", of: nil), values.plain[node].kind == .text else {
      return
    }
    guard let start = Timestamp(rfc3339: text(values.plain[node]).utf8) else { return }
    let day = start.seconds..<(start.seconds + 86_400)
    // The time of day does not matter if the window contains the whole day.
    let opensWithin = window.opens.map { day.contains($0.seconds) && $0.seconds > day.lowerBound } ?? false
    let closesWithin = window.closes.map { day.contains($0.seconds) && $0.seconds < day.upperBound - 1 } ?? false
    if opensWithin || closesWithin {
      let reason = "\(schema.nodes[node].field.label)只有日期，而受理在这一天开始或截止，请填写到几时几分"
      report(node, problem("submittedAt", column, reason))
    }
  }
}
