/// Binds the record on the tape: moves each value into the slot of its field, and reports the faults.
extension Record {
  /// Fills the host's slots from the tape; members that the host does not know are kept for the program.
  ///
  /// If ``faults`` is empty afterwards, every required field of the host is present.
  /// - Parameter layout: the layout of the host's fields in the words of a program; nil for those of the host.
  mutating func bindHost(_ source: Bytes, by layout: SchemaLayout? = nil) {
    let layout = layout ?? host
    reset(source)
    elements.removeAll(keepingCapacity: true)
    reserveSlots(layout.slotCount)
    guard tape.values[0].kind == .object else {
      faults.append(Problem(field: "", code: .invalidRecord, message: "记录应为JSON对象"))
      return
    }
    reportDuplicateKeys { root in layout.rootNodes.contains { layout.nodes[$0].key == root } }
    bindMembers(of: 0, candidates: layout.roots, parent: nil, element: nil, layout: layout)
    // The year of the guideline may come after the leader.
    if let message = birthYearMessage {
      reportFault(node: HostSlots.all.birthYearNode, element: nil, message: message, layout: layout)
    }
    for node in missingFields(layout) {
      let schemaNode = layout.nodes[node]
      faults.append(Problem(field: schemaNode.path, code: .invalidRecord, message: "缺少\(schemaNode.field.label)"))
    }
  }

  /// Fills the program's slots from the remaining members, and reports the fields that the program does not declare either.
  ///
  /// The faults of the host's fields stay, and those of the program's fields follow them, so that a person can correct all of them
  /// at once.
  mutating func bindProgram(_ program: CompiledProgram) {
    let layout = program.layout
    if !faults.isEmpty, let renamed = program.hostLayout { bindHost(bytes, by: renamed) }
    hostFaultCount = faults.count
    reserveSlots(layout.slotCount)
    let host = host
    reportDuplicateKeys { root in !host.rootNodes.contains { host.nodes[$0].key == root } }
    isProgramKnown = true
    var hint: Int32 = 0
    for index in pending.indices {
      let (parent, key, value) = pending[index]
      let candidates = parent < 0 ? layout.roots : layout.fields[Int(parent)].children
      if let found = layout.findChild(
        tape.values[Int(key)], bytes.span, among: candidates, from: max(hint, candidates.lowerBound))
      {
        hint = found.next
        bindValue(Int(value), node: found.node, element: nil, layout: layout)
      } else {
        reportUnknownField(Int(key), below: Int(parent), layout)
      }
    }
    pending.removeAll(keepingCapacity: true)
    for (node, message) in inconsistentDates(layout) { reportFault(node: node, element: nil, message: message, layout: layout) }
    if faults.isEmpty { completeBirthYear(layout) }
  }

  /// Removes the values of the previous record.
  mutating func reset(_ source: Bytes) {
    bytes = source
    isProgramKnown = false
    isScanned = false
    isFilled = false
    clearSlots()
    if !years.isEmpty { years.removeAll(keepingCapacity: true) }
    if !unescaped.isEmpty { unescaped.removeAll(keepingCapacity: true) }
    if !pending.isEmpty { pending.removeAll(keepingCapacity: true) }
    hostFaultCount = nil
    if !faults.isEmpty { faults.removeAll(keepingCapacity: true) }
    if !unknownFields.isEmpty { unknownFields.removeAll(keepingCapacity: true) }
    if !batchProblems.isEmpty { batchProblems.removeAll() }
  }

  private mutating func clearSlots() {
    var all = slots.mutableSpan
    all.update(repeating: Slot())
  }

  /// Makes sure that there are at least `count` slots.
  mutating func reserveSlots(_ count: Int) {
    if slots.count < count { slots.append(contentsOf: repeatElement(Slot(), count: count - slots.count)) }
  }

  /// Reports the duplicate keys whose paths begin with a key for which `isResponsible` returns true.
  private mutating func reportDuplicateKeys(_ isResponsible: (Bytes) -> Bool) {
    guard tape.hasDuplicateKeys else { return }
    for (root, path) in tape.duplicateKeys(bytes) where isResponsible(root) {
      if hasFault(at: path) { continue }
      faults.append(Problem(field: path, code: .invalidRecord, message: "字段“\(path)”重复出现"))
    }
  }

  /// Reports a field that neither the host nor the program declares.
  /// - Parameters:
  ///   - key: the index of the key in the tape.
  ///   - parent: the node of the object that has the key; -1 at the top.
  ///   - element: the element of a list that contains the object; nil if it is in none.
  private mutating func reportUnknownField(
    _ key: Int, below parent: Int, element: ListElement? = nil, _ layout: SchemaLayout
  ) {
    let prefix = (element.map { self.prefix($0, layout) } ?? "") + (parent < 0 ? "" : layout.nodes[parent].path + ".")
    reportUnknownField(
      key, prefix: prefix, candidates: parent < 0 ? layout.rootNodes : layout.nodes[parent].children, layout: layout)
  }

  /// Reports an unknown field, with the most similar known field as a suggestion.
  /// - Parameters:
  ///   - key: the index of the key in the tape.
  ///   - prefix: the path of the object that has the key, with its dot; empty at the top.
  ///   - candidates: the nodes of the fields that the object may have.
  mutating func reportUnknownField(_ key: Int, prefix: String, candidates: [Int], layout: SchemaLayout) {
    let name = tape.text(of: tape.values[key], bytes).text
    let hint = nearest(to: name, among: candidates.map { layout.nodes[$0].field.name }).map { "；是否应为“\(prefix)\($0)”？" } ?? ""
    unknownFields.append(
      Problem(field: prefix + name, code: .unknownField, message: "未知字段“\(prefix)\(name)”，未参与评审\(hint)"))
  }

  /// Binds the members of the record, or of the object in it whose node is `parent`.
  /// - Parameters:
  ///   - object: the index of the object in the tape.
  ///   - candidates: the fields that the object may have, as a range of ``SchemaLayout/children``.
  ///   - element: the element of a list that contains the object; nil if it is in none.
  private mutating func bindMembers(
    of object: Int, candidates: Range<Int32>, parent: Int?, element: ListElement?, layout: SchemaLayout
  ) {
    var key = object + 1
    var hint = candidates.lowerBound
    let end = Int(tape.values[object].next)
    while key < end {
      let value = key + 1
      if let found = layout.findChild(tape.values[key], bytes.span, among: candidates, from: hint) {
        hint = found.next
        bindValue(value, node: found.node, element: element, layout: layout)
      } else if isProgramKnown || element != nil || parent.map({ layout.fields[$0].kind == .tally }) == true {
        reportUnknownField(key, below: parent ?? -1, element: element, layout)
      } else {
        pending.append((Int32(parent ?? -1), Int32(truncatingIfNeeded: key), Int32(truncatingIfNeeded: value)))
      }
      key = Int(tape.values[value].next)
    }
  }

  /// Returns the nodes of the host's required fields that are missing.
  ///
  /// If a required object is absent, each of its required fields is missing.
  func missingFields(_ layout: SchemaLayout) -> [Int] {
    var missing: [Int] = []
    for root in layout.rootNodes { appendMissing(root, layout, to: &missing) }
    return missing
  }

  private func appendMissing(_ node: Int, _ layout: SchemaLayout, to missing: inout [Int]) {
    let field = layout.fields[node]
    guard field.isRequired else { return }
    let isPresent = slots[Int(field.slot)].isPresent
    if isPresent && field.kind != .object { return }
    let isMissing = !isPresent && !hasFault(at: layout.nodes[node].path)
    if field.kind == .object {
      guard isMissing || isPresent else { return }
      for child in field.children { appendMissing(Int(layout.children[Int(child)].node), layout, to: &missing) }
    } else if isMissing {
      missing.append(node)
    }
  }

  /// Reports a problem of the field at a path.
  mutating func reportFault(at path: String, label: String, message: String) {
    // Each field is reported only once; it may have been reported as a duplicate key already.
    if hasFault(at: path) { return }
    faults.append(Problem(field: path, code: .invalidRecord, message: "\(label)\(message)"))
  }

  /// The element of a list that is being filled: its first slot, the node of the list, and its index.
  struct ListElement {
    let base: Int
    let list: Int
    let index: Int
    /// The prefix of the list's own path: `deep[0].` for a list in an element of `deep`; empty for a list of the record.
    var outerPrefix = ""
  }

  /// Reports that the value of a field, in the record or in an element of a list, is not well-formed.
  mutating func reportFault(node: Int, element: ListElement?, message: String, layout: SchemaLayout) {
    reportFault(at: path(of: node, in: element, layout), label: layout.nodes[node].field.label, message: message)
  }

  /// Returns the prefix of the paths of an element's fields: `partners[0].`.
  func prefix(_ element: ListElement, _ layout: SchemaLayout) -> String {
    "\(element.outerPrefix)\(layout.nodes[element.list].path)[\(element.index)]."
  }

  /// Returns the path of a field in the record, which begins with that of the element that contains the field.
  func path(of node: Int, in element: ListElement?, _ layout: SchemaLayout) -> String {
    (element.map { prefix($0, layout) } ?? "") + layout.nodes[node].path
  }

  /// Binds a value of the tape to a node, in the record or in an element of a list.
  mutating func bindValue(_ value: Int, node: Int, element: ListElement?, layout: SchemaLayout) {
    let item = tape.values[value]
    if item.kind == .null || (item.kind == .text && item.start == item.end) { return }  // counts as absent
    let field = layout.fields[node]
    var slot = Slot(state: .present)
    switch field.kind {
    case .object, .tally:
      guard item.kind == .object else { return reportFault(node: node, element: element, message: "应为JSON对象", layout: layout) }
      if let element { elements[element.base + Int(field.slot)] = slot } else { slots[Int(field.slot)] = slot }
      bindMembers(of: value, candidates: field.children, parent: node, element: element, layout: layout)
      return
    case .objects:
      guard bindObjects(value, node: node, element: element, slot: &slot, layout: layout) else { return }
    case .texts:
      guard bindTexts(value, node: node, element: element, slot: &slot, layout: layout) else { return }
    case .yearlyMoney:
      guard bindYears(value, node: node, element: element, slot: &slot, layout: layout) else { return }
    default:
      if let message = bindScalar(item, field: field, slot: &slot, node: node, layout: layout) {
        return reportFault(node: node, element: element, message: message, layout: layout)
      }
    }
    if let element { elements[element.base + Int(field.slot)] = slot } else { slots[Int(field.slot)] = slot }
  }
}
