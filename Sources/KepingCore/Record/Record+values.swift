extension Record {
  /// Reads a single value into a slot; what is wrong with it, or nil.
  mutating func bindScalar(_ item: JSONTape.Value, _ about: Schema.Node, _ slot: inout Slot) -> String? {
    switch about.field.type {
    case .flag:
      guard item.kind == .true || item.kind == .false else { return "应为 true 或 false" }
      slot.number = item.kind == .true ? 1 : 0
    case .count, .year:
      guard item.kind == .number else { return "应为整数" }
      let number = JSONNumber(bytes, Int(item.start)..<Int(item.end), isPlain: !item.isEscaped)
      guard number.isCount else { return "应为0至2^53之间的整数" }
      slot.number = number.value + 0  // -0 becomes 0
    case .money:
      guard let amount = money(item) else { return "应为不小于0的金额（元）" }
      slot.number = amount
    default:
      guard item.kind == .text else { return "应为文本" }
      return bindText(item, about, &slot)
    }
    return nil
  }

  private func money(_ item: JSONTape.Value) -> Double? {
    guard item.kind == .number else { return nil }
    let number = JSONNumber(bytes, Int(item.start)..<Int(item.end), isPlain: !item.isEscaped)
    return number.value.isFinite && number.value >= 0 ? number.value + 0 : nil
  }

  private mutating func bindText(_ item: JSONTape.Value, _ about: Schema.Node, _ slot: inout Slot) -> String? {
    slot.start = item.start
    slot.end = item.end
    if item.isEscaped {
      slot.isUnescaped = true
      slot.start = Int32(truncatingIfNeeded: unescaped.count)
      JSONTape.unescape(bytes, Int(item.start)..<Int(item.end), into: &unescaped)
      slot.end = Int32(truncatingIfNeeded: unescaped.count)
    }
    let text = text(slot)
    switch about.field.type {
    case .division:
      return DivisionCode.isWellFormed(text) ? nil : "应为6位数字的行政区划代码"
    case .time:
      return Timestamp(rfc3339: text) == nil ? "应为RFC 3339格式的时间，如2024-03-01T09:00:00+08:00" : nil
    case .choice(let choices, let isOpen):
      if let place = about.choices.firstIndex(where: { $0.elementsEqual(text) }) {
        slot.number = Double(place)
        return nil
      }
      slot.number = -1
      if isOpen { return nil }
      let given = String(decoding: text.prefix(60), as: UTF8.self)
      let hint = nearest(to: given, among: choices.map(\.value)).map { "；是否应为“\($0)”？" } ?? ""
      return "“\(given)”不在可选值（\(choices.map { "\($0.value) \($0.label)" }.joined(separator: "、"))）之内\(hint)"
    default: return nil
    }
  }

  mutating func bindObjects(_ value: Int, _ node: Int, _ slot: inout Slot, _ schema: Schema) -> Bool {
    let about = schema.nodes[node]
    let item = tape.values[value]
    guard item.kind == .array else {
      fault(about.path, about.field.label, "应为列表")
      return false
    }
    slot.start = Int32(truncatingIfNeeded: elements.count)
    var element = value + 1
    var index = 0
    while element < Int(item.next) {
      let prefix = "\(about.path)[\(index)]"
      if tape.values[element].kind == .object {
        let base = elements.count
        elements.append(contentsOf: repeatElement(Slot(), count: about.stride))
        bindElement(element, about, base: base, prefix: prefix + ".", schema)
      } else {
        fault(prefix, about.field.label, "第\(index + 1)项应为JSON对象")
      }
      element = Int(tape.values[element].next)
      index += 1
    }
    slot.end = Int32(truncatingIfNeeded: index)
    return true
  }

  private mutating func bindElement(_ object: Int, _ about: Schema.Node, base: Int, prefix: String, _ schema: Schema) {
    var key = object + 1
    while key < Int(tape.values[object].next) {
      let name = tape.values[key]
      if let node = find(key, about.children, schema) {
        bind(key + 1, node, base: base, prefix: prefix, schema)
      } else {
        let text = tape.text(of: name, bytes).text
        let hint =
          nearest(to: text, among: about.children.map { schema.nodes[$0].field.name }).map { "；是否应为“\(prefix)\($0)”？" } ?? ""
        strangers.append(
          Problem(field: prefix + text, code: .unknownField, message: "未知字段“\(prefix)\(text)”，未参与评审\(hint)"))
      }
      key = Int(tape.values[key + 1].next)
    }
    for child in about.children where schema.nodes[child].field.isRequired {
      let path = prefix + schema.nodes[child].path
      if !elements[base + schema.nodes[child].slot].isPresent && !hasFault(at: path) {
        fault(path, "", "缺少\(about.field.label)的\(schema.nodes[child].field.label)")
      }
    }
  }

  mutating func bindTexts(_ value: Int, _ node: Int, _ slot: inout Slot, _ schema: Schema) -> Bool {
    let about = schema.nodes[node]
    let item = tape.values[value]
    guard item.kind == .array else {
      fault(about.path, about.field.label, "应为列表")
      return false
    }
    slot.start = Int32(truncatingIfNeeded: elements.count)
    var element = value + 1
    var index = 0
    while element < Int(item.next) {
      let inner = tape.values[element]
      var text = Slot(state: .present)
      if inner.kind != .text || inner.start == inner.end {
        fault("\(about.path)[\(index)]", about.field.label, "第\(index + 1)项应为非空文本")
      } else {
        _ = bindText(inner, about, &text)
        text.number = Double(about.choices.firstIndex { $0.elementsEqual(self.text(text)) } ?? -1)
      }
      elements.append(text)
      element = Int(inner.next)
      index += 1
    }
    slot.end = Int32(truncatingIfNeeded: index)
    return true
  }

  mutating func bindYears(_ value: Int, _ node: Int, _ slot: inout Slot, _ schema: Schema) -> Bool {
    let about = schema.nodes[node]
    let item = tape.values[value]
    guard item.kind == .object else {
      fault(about.path, about.field.label, "应为按年度填写的JSON对象，如{\"2023\": 6200000}")
      return false
    }
    slot.start = Int32(truncatingIfNeeded: years.count)
    var key = value + 1
    while key < Int(item.next) {
      let amount = tape.values[key + 1]
      let name = tape.text(of: tape.values[key], bytes)
      if amount.kind != .null && !(amount.kind == .text && amount.start == amount.end) {
        let path = "\(about.path).\(name.text)"
        if name.count != 4 || !name.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
          fault(path, about.field.label, "的年度“\(name.text)”应为4位数字")
        } else if let money = money(amount) {
          years.append((Int(name.text) ?? 0, money))
        } else {
          fault(path, "\(name.text)年\(about.field.label)", "应为不小于0的金额（元）")
        }
      }
      key = Int(amount.next)
    }
    slot.end = Int32(truncatingIfNeeded: years.count) - slot.start
    return true
  }
}
