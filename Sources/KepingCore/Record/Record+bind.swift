extension Record {
  /// Binds what the tape holds by the host's schema; what the host does not know waits for the program.
  ///
  /// ``faults`` says what is wrong; where it is empty, every required field of the host is there.
  /// - Parameter known: what is known to be wrong already, because it could not be written as JSON at all.
  public mutating func bindHost(_ source: Bytes, known: [Problem] = []) {
    let schema = Schema.host
    bytes = source
    isProgramKnown = false
    slots.removeAll(keepingCapacity: true)
    elements.removeAll(keepingCapacity: true)
    years.removeAll(keepingCapacity: true)
    unescaped.removeAll(keepingCapacity: true)
    pending.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
    faults.append(contentsOf: known)
    strangers.removeAll(keepingCapacity: true)
    slots.append(contentsOf: repeatElement(Slot(), count: schema.slotCount))
    guard tape.values[0].kind == .object else {
      faults.append(Problem(field: "", code: .invalidRecord, message: "记录应为JSON对象"))
      return
    }
    noteDuplicateKeys { root in schema.roots.contains { schema.nodes[$0].key == root } }
    bindMembers(of: 0, schema.roots, parent: nil, schema)
    for root in schema.roots { require(root, schema) }
  }

  /// Binds what is left by the program's schema, and lists the fields that it does not declare either.
  /// - Parameters:
  ///   - known: what is known to be wrong already.
  ///   - unknown: fields that are known to be nobody's.
  public mutating func bindProgram(_ schema: Schema, known: [Problem] = [], strangers unknown: [Problem] = []) {
    faults.append(contentsOf: known)
    strangers.append(contentsOf: unknown)
    slots.append(contentsOf: repeatElement(Slot(), count: schema.slotCount - slots.count))
    noteDuplicateKeys { root in !Schema.host.roots.contains { Schema.host.nodes[$0].key == root } }
    isProgramKnown = true
    let left = pending
    pending.removeAll(keepingCapacity: true)
    for (parent, key, value) in left {
      let candidates = parent.map { schema.nodes[$0].children } ?? schema.roots
      if let node = find(key, candidates, schema) {
        bind(value, node, base: nil, prefix: "", schema)
      } else {
        noteStranger(key, parent.map { schema.nodes[$0].path + "." } ?? "", candidates, schema)
      }
    }
  }

  /// Reports the keys given twice below those fields at the top that the stage is responsible for.
  private mutating func noteDuplicateKeys(_ isResponsible: (Bytes) -> Bool) {
    guard tape.hasDuplicateKeys else { return }
    for (root, path) in tape.duplicateKeys(bytes) where isResponsible(root) {
      if hasFault(at: path) { continue }
      faults.append(Problem(field: path, code: .invalidRecord, message: "字段“\(path)”重复出现"))
    }
  }

  func find(_ key: Int, _ candidates: [Int], _ schema: Schema) -> Int? {
    let value = tape.values[key]
    for node in candidates
    where schema.keyHashes[node] == value.next && tape.matches(value, schema.nodes[node].key, in: bytes) {
      return node
    }
    return nil
  }

  private mutating func noteStranger(_ key: Int, _ prefix: String, _ candidates: [Int], _ schema: Schema) {
    let name = tape.text(of: tape.values[key], bytes).text
    let known = candidates.map { schema.nodes[$0].field.name }
    let hint = nearest(to: name, among: known).map { "；是否应为“\(prefix)\($0)”？" } ?? ""
    strangers.append(
      Problem(field: prefix + name, code: .unknownField, message: "未知字段“\(prefix)\(name)”，未参与评审\(hint)"))
  }

  /// Binds an object's members. `parent` is its node where it is the top or a host's object outside of lists.
  private mutating func bindMembers(of object: Int, _ candidates: [Int], parent: Int?, _ schema: Schema) {
    var key = object + 1
    let end = Int(tape.values[object].next)
    while key < end {
      let value = key + 1
      if let node = find(key, candidates, schema) {
        bind(value, node, base: nil, prefix: "", schema)
      } else if isProgramKnown {
        noteStranger(key, parent.map { schema.nodes[$0].path + "." } ?? "", candidates, schema)
      } else {
        pending.append((parent, key, value))
      }
      key = Int(tape.values[value].next)
    }
  }

  /// Reports each required field that is missing, in objects too, since an absent object lacks all of its fields.
  private mutating func require(_ node: Int, _ schema: Schema) {
    let about = schema.nodes[node]
    guard about.field.isRequired else { return }
    let isMissing = !slots[about.slot].isPresent && !hasFault(at: about.path)
    if case .object = about.field.type {
      guard isMissing || slots[about.slot].isPresent else { return }
      for child in about.children { require(child, schema) }
    } else if isMissing {
      faults.append(Problem(field: about.path, code: .invalidRecord, message: "缺少\(about.field.label)"))
    }
  }

  mutating func fault(_ path: String, _ label: String, _ what: String) {
    // One problem a field: a key given twice has been reported already.
    if hasFault(at: path) { return }
    faults.append(Problem(field: path, code: .invalidRecord, message: "\(label)\(what)"))
  }

  /// Binds one value to its node: in the record, or where `base` is given, in an element of a list.
  mutating func bind(_ value: Int, _ node: Int, base: Int?, prefix: String, _ schema: Schema) {
    let item = tape.values[value]
    if item.kind == .null || (item.kind == .text && item.start == item.end) { return }  // the same as absent
    let about = schema.nodes[node]
    var slot = Slot(state: .present)
    switch about.field.type {
    case .object, .tally:
      guard item.kind == .object else { return fault(prefix + about.path, about.field.label, "应为JSON对象") }
      slots[about.slot] = slot
      bindMembers(of: value, node, schema)
      return
    case .objects:
      guard bindObjects(value, node, &slot, schema) else { return }
    case .texts:
      guard bindTexts(value, node, &slot, schema) else { return }
    case .yearlyMoney:
      guard bindYears(value, node, &slot, schema) else { return }
    default:
      if let what = bindScalar(item, about, &slot) { return fault(prefix + about.path, about.field.label, what) }
    }
    if let base { elements[base + about.slot] = slot } else { slots[about.slot] = slot }
  }

  private mutating func bindMembers(of value: Int, _ node: Int, _ schema: Schema) {
    let about = schema.nodes[node]
    if case .object = about.field.type { return bindMembers(of: value, about.children, parent: node, schema) }
    var key = value + 1
    while key < Int(tape.values[value].next) {
      if let child = find(key, about.children, schema) {
        bind(key + 1, child, base: nil, prefix: "", schema)
      } else {
        noteStranger(key, about.path + ".", about.children, schema)
      }
      key = Int(tape.values[key + 1].next)
    }
  }
}
