extension Record {
  /// Reads a single value of the tape into a slot.
  /// - Returns: a message if the value is not well-formed, or nil.
  mutating func bindScalar(
    _ item: JSONTape.Value, field: SchemaLayout.Field, slot: inout Slot, node: Int, layout: SchemaLayout
  ) -> String? {
    switch field.kind {
    case .flag:
      guard item.kind == .true || item.kind == .false else { return "应为 true 或 false" }
      slot.number = item.kind == .true ? 1 : 0
    case .count, .year:
      guard item.kind == .number else { return "应为整数" }
      let number = JSONNumber(bytes, Int(item.start)..<Int(item.end), isPlain: !item.isEscaped)
      guard number.isCount else { return "应为0至2^53之间的整数" }
      slot.number = number.value + 0  // -0 becomes 0
    case .money:
      guard let amount = readMoney(item) else { return "应为不小于0的金额（元）" }
      slot.number = amount
    case .decimal, .percent:
      guard let number = readNumber(item) else { return field.kind == .decimal ? "应为数字" : "应为百分数，30表示30%" }
      slot.number = number
    default:
      guard item.kind == .text else { return "应为文本" }
      return bindText(item, field: field, slot: &slot, node: node, layout: layout)
    }
    return nil
  }

  /// Returns the amount in yuan of a value, or nil if it is not a finite number of at least 0.
  private func readMoney(_ item: JSONTape.Value) -> Double? {
    readNumber(item).flatMap { $0 >= 0 ? $0 : nil }
  }

  /// Returns the number of a value, or nil if it is not a finite number.
  private func readNumber(_ item: JSONTape.Value) -> Double? {
    guard item.kind == .number else { return nil }
    let number = JSONNumber(bytes, Int(item.start)..<Int(item.end), isPlain: !item.isEscaped)
    return number.value.isFinite ? number.value + 0 : nil  // -0 becomes 0
  }

  private mutating func bindText(
    _ item: JSONTape.Value, field: SchemaLayout.Field, slot: inout Slot, node: Int, layout: SchemaLayout
  ) -> String? {
    slot.start = item.start
    slot.end = item.end
    if item.isEscaped {
      slot.isUnescaped = true
      slot.start = Int32(truncatingIfNeeded: unescaped.count)
      JSONTape.unescape(bytes, Int(item.start)..<Int(item.end), into: &unescaped)
      slot.end = Int32(truncatingIfNeeded: unescaped.count)
    }
    switch field.kind {
    case .division: return DivisionCode.isWellFormed(text(slot)) ? nil : layout.nodes[node].field.divisionMessage
    case .time:
      guard let time = Timestamp(rfc3339: text(slot)) else { return "应为RFC 3339格式的时间，如2024-03-01T09:00:00+08:00" }
      slot.number = Double(time.beijingDay)
      return nil
    case .date:
      guard let date = CalendarDate(rfc3339: text(slot)) else { return Self.dateMessage }
      slot.number = Double(date.dayNumber)
      return nil
    case .choice:
      slot.number = Double(choiceIndex(of: slot, in: field.choices, layout))
      return slot.number >= 0 || field.isOpen ? nil : unknownChoiceMessage(slot, layout.nodes[node].field.type)
    default: return nil
    }
  }

  /// The message that a text is not a date, without the label of its field.
  static let dateMessage = "应为YYYY-MM-DD格式的日期，如2024-03-01"

  /// Returns the index of a text among the known values, or -1 for another text.
  private func choiceIndex(of slot: Slot, in choices: Range<Int32>, _ layout: SchemaLayout) -> Int {
    if choices.isEmpty { return -1 }
    let span = slot.isUnescaped ? unescaped.span : bytes.span
    return layout.choiceIndex(in: choices, bytes: span, from: Int(slot.start), to: Int(slot.end))
  }

  /// Returns the message that a text is not one of the choices.
  private func unknownChoiceMessage(_ slot: Slot, _ type: FieldType) -> String? {
    guard case .choice(let choices, _) = type else { return nil }
    let given = String(decoding: text(slot).prefix(60), as: UTF8.self)
    let hint = nearest(to: given, among: choices.map(\.value)).map { "；是否应为“\($0)”？" } ?? ""
    let (listed, isAll) = choices.lazy.map { "\($0.value) \($0.label)" }.listed
    return "“\(given)”不在可选值（\(listed.joined(separator: "、"))\(isAll ? "" : "等\(choices.count)项")）之内\(hint)"
  }

  /// Binds a list of objects.
  /// - Returns: whether the value is a list; if not, the fault has been reported.
  mutating func bindObjects(
    _ value: Int, node: Int, element outer: ListElement?, slot: inout Slot, layout: SchemaLayout
  ) -> Bool {
    let field = layout.fields[node]
    let item = tape.values[value]
    guard item.kind == .array else {
      reportFault(node: node, element: outer, message: "应为列表", layout: layout)
      return false
    }
    let outerPrefix = outer.map { prefix($0, layout) } ?? ""
    // The slots of all elements are reserved first, because lists inside the elements are appended after them.
    var base = elements.count
    var count = 0
    var object = value + 1
    while object < Int(item.next) {
      if tape.values[object].kind == .object { count += 1 }
      object = Int(tape.values[object].next)
    }
    elements.append(contentsOf: repeatElement(Slot(), count: count * Int(field.stride)))
    slot.start = Int32(truncatingIfNeeded: base)
    slot.end = Int32(truncatingIfNeeded: count)
    object = value + 1
    var index = 0
    while object < Int(item.next) {
      if tape.values[object].kind == .object {
        let element = ListElement(base: base, list: node, index: index, outerPrefix: outerPrefix)
        base += Int(field.stride)
        bindElement(object, element: element, candidates: field.children, layout: layout)
      } else {
        let schemaNode = layout.nodes[node]
        reportFault(
          at: "\(outerPrefix)\(schemaNode.path)[\(index)]", label: schemaNode.field.label, message: "第\(index + 1)项应为JSON对象")
      }
      object = Int(tape.values[object].next)
      index += 1
    }
    return true
  }

  /// Binds the members of an element of a list of objects, and reports its missing fields.
  private mutating func bindElement(_ object: Int, element: ListElement, candidates: Range<Int32>, layout: SchemaLayout) {
    var key = object + 1
    var hint = candidates.lowerBound
    let end = Int(tape.values[object].next)
    while key < end {
      if let found = layout.findChild(tape.values[key], bytes.span, among: candidates, from: hint) {
        hint = found.next
        bindValue(key + 1, node: found.node, element: element, layout: layout)
      } else {
        reportUnknownField(key, prefix: prefix(element, layout), candidates: layout.nodes[element.list].children, layout: layout)
      }
      key = Int(tape.values[key + 1].next)
    }
    for child in candidates {
      let node = Int(layout.children[Int(child)].node)
      let field = layout.fields[node]
      guard field.isRequired, !elements[element.base + Int(field.slot)].isPresent else { continue }
      let path = prefix(element, layout) + layout.nodes[node].path
      reportFault(at: path, label: "", message: "缺少\(layout.nodes[element.list].field.label)的\(layout.nodes[node].field.label)")
    }
  }

  /// Binds a list of texts.
  /// - Returns: whether the value is a list; if not, the fault has been reported.
  mutating func bindTexts(
    _ value: Int, node: Int, element outer: ListElement?, slot: inout Slot, layout: SchemaLayout
  ) -> Bool {
    let field = layout.fields[node]
    let item = tape.values[value]
    guard item.kind == .array else {
      reportFault(node: node, element: outer, message: "应为列表", layout: layout)
      return false
    }
    slot.start = Int32(truncatingIfNeeded: elements.count)
    var element = value + 1
    var index = 0
    while element < Int(item.next) {
      let inner = tape.values[element]
      var text = Slot(state: .present)
      if inner.kind != .text || inner.start == inner.end {
        reportFault(
          at: "\(path(of: node, in: outer, layout))[\(index)]", label: layout.nodes[node].field.label,
          message: "第\(index + 1)项应为非空文本")
      } else {
        _ = bindText(inner, field: field, slot: &text, node: node, layout: layout)
        text.number = Double(choiceIndex(of: text, in: field.choices, layout))
      }
      elements.append(text)
      element = Int(inner.next)
      index += 1
    }
    slot.end = Int32(truncatingIfNeeded: index)
    return true
  }

  /// Binds amounts by year.
  /// - Returns: whether the value is an object; if not, the fault has been reported.
  mutating func bindYears(
    _ value: Int, node: Int, element: ListElement?, slot: inout Slot, layout: SchemaLayout
  ) -> Bool {
    let item = tape.values[value]
    guard item.kind == .object else {
      reportFault(node: node, element: element, message: "应为按年度填写的JSON对象，如{\"2023\": 6200000}", layout: layout)
      return false
    }
    slot.start = Int32(truncatingIfNeeded: years.count)
    var key = value + 1
    while key < Int(item.next) {
      let amount = tape.values[key + 1]
      if amount.kind != .null && !(amount.kind == .text && amount.start == amount.end) {
        let year = readYear(tape.values[key])
        let money = year == nil ? nil : readMoney(amount)
        if let year, let money {
          years.append((year, money))
        } else {
          let schemaNode = layout.nodes[node]
          let name = tape.text(of: tape.values[key], bytes).text
          reportFault(
            at: "\(path(of: node, in: element, layout)).\(name)",
            label: year == nil ? schemaNode.field.label : "\(name)年\(schemaNode.field.label)",
            message: year == nil ? "的年度“\(name)”应为4位数字" : "应为不小于0的金额（元）")
        }
      }
      key = Int(amount.next)
    }
    slot.end = Int32(truncatingIfNeeded: years.count) - slot.start
    return true
  }

  /// Returns the year that a key of four digits names, or nil for another key.
  private func readYear(_ key: JSONTape.Value) -> Int? {
    if key.isEscaped {
      let name = tape.text(of: key, bytes)
      return Self.parseYear(name.span, from: 0, to: name.count)
    }
    return Self.parseYear(bytes.span, from: Int(key.start), to: Int(key.end))
  }

  /// Returns the number that four digits denote, or nil for anything else.
  static func parseYear(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    guard end - start == 4 else { return nil }
    var year = 0
    for offset in start..<end {
      guard bytes[offset] >= 0x30, bytes[offset] <= 0x39 else { return nil }
      year = year * 10 + Int(bytes[offset] - 0x30)
    }
    return year
  }
}
