/// Fills slots with values from cells, in the same order in which a record of JSON is bound.
extension Record {
  /// Fills the host's slots and reports the faults of the host's fields.
  package mutating func fillHost(from values: inout FieldValues) {
    reset([])
    swap(&unescaped, &values.texts)
    fillHostFields(from: values, by: host)
  }

  /// Fills the host's slots once more, so that the faults are reported in the words of a program.
  private mutating func refillHost(from values: FieldValues, by layout: SchemaLayout) {
    let texts = unescaped
    reset([])
    unescaped = texts
    fillHostFields(from: values, by: layout)
  }

  private mutating func fillHostFields(from values: FieldValues, by layout: SchemaLayout) {
    isFilled = true
    filledLayout = nil
    elements.removeAll(keepingCapacity: true)
    faults.append(contentsOf: values.hostFaults)
    reserveSlots(layout.slotCount)
    reportRepeatedYears(values, layout, of: 0..<layout.nodes.count)
    for root in layout.rootNodes { fillField(root, from: values, layout: layout) }
    if let message = birthYearMessage {
      let schemaNode = layout.nodes[HostSlots.all.birthYearNode]
      let column = values.plain[HostSlots.all.birthYearNode].column
      reportFault(
        at: schemaNode.path, message: schemaNode.field.label + message, values: values, cell: values.cell(column: column))
    }
    for node in missingFields(layout) { reportMissing(node, values, layout) }
  }

  /// Fills the program's slots and reports the faults of the program's fields.
  package mutating func fillProgram(from values: FieldValues, by program: CompiledProgram) {
    let layout = program.layout
    let hostCount = host.nodes.count
    if !faults.isEmpty, let renamed = program.hostLayout { refillHost(from: values, by: renamed) }
    hostFaultCount = faults.count
    faults.append(contentsOf: values.programFaults)
    unknownFields.append(contentsOf: values.unknownFields)
    reserveSlots(layout.slotCount)
    isProgramKnown = true
    filledLayout = layout
    reportRepeatedYears(values, layout, of: hostCount..<layout.nodes.count)
    for root in layout.rootNodes { fillProgramFields(root, from: values, layout: layout, hostCount: hostCount) }
    for (node, message) in inconsistentDates(layout) { reportInconsistentDate(node, message, values, layout) }
    if faults.isEmpty { completeBirthYear(layout) }
  }

  /// Fills the program's fields at the top and in the host's objects.
  /// - Parameter hostCount: the number of the host's nodes; later nodes belong to the program.
  private mutating func fillProgramFields(_ node: Int, from values: FieldValues, layout: SchemaLayout, hostCount: Int) {
    if node >= hostCount { return fillField(node, from: values, layout: layout) }
    let field = layout.fields[node]
    guard field.kind == .object, values.isPresent[node] else { return }
    for child in field.children {
      fillProgramFields(Int(layout.children[Int(child)].node), from: values, layout: layout, hostCount: hostCount)
    }
  }

  /// Fills the field of a node, and the fields inside it, if it has content.
  private mutating func fillField(_ node: Int, from values: FieldValues, layout: SchemaLayout) {
    guard values.isPresent[node] else { return }
    let field = layout.fields[node]
    var slot = Slot(state: .present)
    switch field.kind {
    case .object, .tally:
      slots[Int(field.slot)] = slot
      for child in field.children { fillField(Int(layout.children[Int(child)].node), from: values, layout: layout) }
      return
    case .objects: fillObjects(node, from: values, slot: &slot, layout: layout)
    case .texts: fillTexts(node, from: values, slot: &slot, layout: layout)
    case .yearlyMoney: fillYears(node, from: values, slot: &slot, layout: layout)
    default:
      let value = values.plain[node]
      if let message = fillScalar(value, node: node, slot: &slot, layout: layout) {
        let schemaNode = layout.nodes[node]
        return reportFault(
          at: schemaNode.path, message: schemaNode.field.label + message, values: values, cell: values.cell(column: value.column))
      }
    }
    slots[Int(field.slot)] = slot
  }

  /// Reads a single value of a cell into a slot.
  /// - Returns: a message if the value is not well-formed, or nil.
  private func fillScalar(
    _ value: FieldValues.Value, node: Int, slot: inout Slot, layout: SchemaLayout
  ) -> String? {
    let field = layout.fields[node]
    slot.number = value.number
    switch field.kind {
    case .flag: return value.kind == .flag ? nil : "应为 true 或 false"
    case .count, .year: return value.isCount ? nil : "应为0至2^53之间的整数"
    case .money: return value.kind == .number && value.number.isFinite && value.number >= 0 ? nil : "应为不小于0的金额（元）"
    case .decimal: return value.kind == .number && value.number.isFinite ? nil : "应为数字"
    case .percent: return value.kind == .number && value.number.isFinite ? nil : "应为百分数"
    default: break
    }
    slot.isUnescaped = true
    slot.start = value.start
    slot.end = value.end
    switch field.kind {
    case .division: return DivisionCode.isWellFormed(text(slot)) ? nil : layout.nodes[node].field.divisionMessage
    case .time: slot.number = Timestamp(rfc3339: text(slot)).map { Double($0.beijingDay) } ?? 0
    case .date:
      guard let date = CalendarDate(rfc3339: text(slot)) else { return Self.dateMessage }
      slot.number = Double(date.dayNumber)
    case .choice, .texts:
      slot.number = Double(layout.choiceIndex(in: field.choices, bytes: unescaped.span, from: Int(slot.start), to: Int(slot.end)))
    default: break
    }
    return nil
  }

  private mutating func fillTexts(_ node: Int, from values: FieldValues, slot: inout Slot, layout: SchemaLayout) {
    slot.start = Int32(truncatingIfNeeded: elements.count)
    for element in values.elements(of: node) ?? [] {
      var text = Slot(state: .present)
      _ = fillScalar(element.values[0], node: node, slot: &text, layout: layout)
      elements.append(text)
    }
    slot.end = Int32(truncatingIfNeeded: elements.count) - slot.start
  }

  private mutating func fillObjects(_ node: Int, from values: FieldValues, slot: inout Slot, layout: SchemaLayout) {
    let field = layout.fields[node]
    slot.start = Int32(truncatingIfNeeded: elements.count)
    let found = values.elements(of: node) ?? []
    for (index, element) in found.enumerated() {
      let base = elements.count
      elements.append(contentsOf: repeatElement(Slot(), count: Int(field.stride)))
      fillElement(ListElement(base: base, list: node, index: index), from: element, values: values, layout: layout)
    }
    slot.end = Int32(truncatingIfNeeded: found.count)
  }

  private mutating func fillElement(
    _ element: ListElement, from given: FieldValues.Element, values: FieldValues, layout: SchemaLayout
  ) {
    func cell(_ slot: Int) -> FieldValues.Cell {
      FieldValues.Cell(sheet: given.sheet, column: given.columns[slot], row: given.row)
    }
    let children = layout.fields[element.list].children
    for child in children {
      let node = Int(layout.children[Int(child)].node)
      let field = layout.fields[node]
      let value = given.values[Int(field.slot)]
      guard value.kind != .absent else { continue }
      var slot = Slot(state: .present)
      let message =
        field.kind.isSingle
        ? fillScalar(value, node: node, slot: &slot, layout: layout) : "不能在清单的一项中填写，请用JSON提交"
      if let message {
        let schemaNode = layout.nodes[node]
        reportFault(
          at: prefix(element, layout) + schemaNode.path, message: schemaNode.field.label + message, values: values,
          cell: cell(Int(field.slot)))
      } else {
        elements[element.base + Int(field.slot)] = slot
      }
    }
    for child in children {
      let node = Int(layout.children[Int(child)].node)
      let field = layout.fields[node]
      guard field.isRequired, !elements[element.base + Int(field.slot)].isPresent else { continue }
      let path = prefix(element, layout) + layout.nodes[node].path
      let message = "缺少\(layout.nodes[element.list].field.label)的\(layout.nodes[node].field.label)"
      reportFault(at: path, message: message, values: values, cell: cell(Int(field.slot)))
    }
  }

  private mutating func fillYears(_ node: Int, from values: FieldValues, slot: inout Slot, layout: SchemaLayout) {
    slot.start = Int32(truncatingIfNeeded: years.count)
    let schemaNode = layout.nodes[node]
    for entry in values.years(of: node) {
      let isYear = (1000...9999).contains(entry.year)
      let money = entry.value.number
      if isYear, money.isFinite, money >= 0 {
        years.append((entry.year, money))
      } else {
        let message =
          isYear ? "\(entry.year)年\(schemaNode.field.label)应为不小于0的金额（元）" : "\(schemaNode.field.label)的年度“\(entry.year)”应为4位数字"
        reportFault(
          at: "\(schemaNode.path).\(entry.year)", message: message, values: values, cell: values.cell(column: entry.value.column))
      }
    }
    slot.end = Int32(truncatingIfNeeded: years.count) - slot.start
  }

  /// Reports amounts that are given twice for one year of a field.
  private mutating func reportRepeatedYears(_ values: FieldValues, _ layout: SchemaLayout, of nodes: Range<Int>) {
    guard values.years.count > 1 else { return }
    for (index, entry) in values.years.enumerated() where nodes.contains(entry.node) {
      guard let first = values.years[..<index].first(where: { $0.node == entry.node && $0.year == entry.year }) else { continue }
      let path = "\(layout.nodes[entry.node].path).\(entry.year)"
      reportFault(at: path, message: "字段“\(path)”重复出现", values: values, cell: values.cell(column: first.value.column))
    }
  }

  /// Reports a date that contradicts another field; if the program does not mention it, it is only a remark.
  private mutating func reportInconsistentDate(_ node: Int, _ message: String, _ values: FieldValues, _ layout: SchemaLayout) {
    let schemaNode = layout.nodes[node]
    let cell = values.cell(column: values.plain[node].column)
    let message = schemaNode.field.label + message
    guard schemaNode.isUnmentioned else {
      return reportFault(at: schemaNode.path, message: message, values: values, cell: cell)
    }
    let name = values.text(cell)
    unknownFields.append(
      Problem(field: schemaNode.path, code: .unknownField, message: "\(name)：\(message)，未参与评审；请核对", cell: name))
  }

  /// Reports a missing field at the cell where it would be filled in.
  private mutating func reportMissing(_ node: Int, _ values: FieldValues, _ layout: SchemaLayout) {
    let schemaNode = layout.nodes[node]
    let column = values.plain[node].column
    let hint = column == 0 ? "（没有这一列）" : ""
    reportFault(
      at: schemaNode.path, message: "缺少\(schemaNode.field.label)\(hint)", values: values, cell: values.cell(column: column))
  }

  /// Reports a fault of a field with the name of its cell; each field is reported only once.
  private mutating func reportFault(at path: String, message: String, values: FieldValues, cell: FieldValues.Cell) {
    if values.areMisplaced || hasFault(at: path) { return }
    let cell = values.text(cell)
    faults.append(Problem(field: path, code: .invalidRecord, message: "\(cell)：\(message)", cell: cell))
  }
}

extension FieldValues {
  /// Returns the amounts of a field in the order of the years.
  fileprivate func years(of node: Int) -> [YearValue] {
    years.filter { $0.node == node }.sorted { $0.year < $1.year }
  }
}
