import KepingCore
import LuaRuntime

extension Vocabulary {
  /// Makes the node of a word that combines other nodes.
  func combine(_ word: Word, _ arguments: [LuaValue], _ location: LuaLocation) throws -> LuaValue {
    switch word {
    case .allOf: return try make(.check(add(.all(AllCheck(try checkList(arguments.first, word, location))), location)), location)
    case .anyOf:
      return try make(.check(add(.anyOf(AnyOfCheck(try checkList(arguments.first, word, location))), location)), location)
    case .negate: return try make(.check(add(.not(NotCheck(try check(arguments.first, location))), location)), location)
    case .leaveOpen:
      let child = try check(arguments.first, location)
      let reason = try self.reason(
        arguments.dropFirst().first, Wording("leave_open 的理由", "the reason of leave_open"), location)
      return try make(.check(add(.leftOpen(LeftOpenCheck(child, reason: reason)), location)), location)
    case .share:
      let parts = try checkList(arguments.first, word, location)
      try reserve(0, parts: parts.count, location)
      return try make(.grade(.share(parts)), location)
    case .reach:
      let quantity = try self.quantity(arguments.first, location)
      let from = try self.bound(arguments.dropFirst().first, of: quantity, location)
      let full = try self.bound(arguments.dropFirst(2).first, of: quantity, location)
      try requireAbove(full, from, location)
      return try make(.grade(.reach(quantity, from: from.value, full: full)), location)
    case .linear:
      let quantity = try self.quantity(arguments.first, location)
      let from = try self.bound(arguments.dropFirst().first, of: quantity, location)
      let full = try self.bound(arguments.dropFirst(2).first, of: quantity, location)
      guard from.value != full.value else { throw fault(BoundFault.equalMarks(from.text), at: location) }
      return try make(.grade(.linear(quantity, from: from, full: full)), location)
    case .within: return try make(try area(arguments, location), location)
    case .totalOf:
      guard case .table(let table)? = arguments.first, table.list.count > 1, table.named.isEmpty else {
        throw misuse(word, location)
      }
      try charge(10 * table.list.count)
      let parts = try table.list.map { try quantity($0, location) }
      return try make(.quantity(try sum(parts, isLenient: true, location)), location)
    default: return try function(word, arguments, location)
    }
  }

  /// Requires that the bound of full points is above the bound at which points begin.
  func requireAbove(_ full: Bound, _ bound: Bound, _ location: LuaLocation) throws {
    guard full.value > bound.value else {
      throw fault(BoundFault.fullNotAbove(full: full.text, bound: bound.text), at: location)
    }
  }

  /// Makes the area of `within("4510", applicant.region)`; the field is read for elements without a division code.
  private func area(_ arguments: [LuaValue], _ location: LuaLocation) throws -> VocabularyNode {
    let prefix = try divisionPrefix(arguments.first, location)
    guard arguments.count > 1 else { return .area(prefix: prefix, fallback: nil) }
    guard case .handle(let handle) = arguments[1], case .field(let index) = node(handle),
      case .division = schema.nodes[index].field.type
    else {
      throw fault(ArgumentFault.withinFallback, at: location)
    }
    return .area(prefix: prefix, fallback: schema.nodes[index].slot)
  }

  /// Makes the node of `compute(label, { operands }, function)` or `judge(label, { operands }, function)`.
  private func function(_ word: Word, _ arguments: [LuaValue], _ location: LuaLocation) throws -> LuaValue {
    let label = try text(arguments.first, Wording("\(word.name) 的名称", "the label of \(word.name)"), location)
    if arguments.count > 1, case .table(let table) = arguments[1], let hole = table.hole {
      throw fault(ClauseFault.emptyItem(word, hole), at: location)
    }
    guard arguments.count == 3, case .table(let table) = arguments[1], !table.list.isEmpty, table.named.isEmpty,
      table.otherKeys.isEmpty, case .function(let function) = arguments[2]
    else {
      throw misuse(word, location)
    }
    let operands = try table.list.map { try operand($0, location) }
    functions.append(PluginFunction(function: function, label: label, location: location))
    let call = FunctionCall(function: functions.count - 1, operands: operands)
    if word == .judge { return try make(.check(add(.judged(JudgedCheck(call, label: label)), location)), location) }
    let quantity = Quantity(source: .computed(call), label: label, path: label, measure: .plain)
    return try make(.quantity(add(quantity, location)), location)
  }

  /// Returns the operand of a function for a value.
  private func operand(_ value: LuaValue, _ location: LuaLocation) throws -> Operand {
    guard case .handle(let handle) = value else {
      throw fault(ArgumentFault.notOperand(value), at: location)
    }
    switch node(handle) {
    case .record: return .record
    case .check(let id): return .check(id)
    case .field(let index):
      let node = schema.nodes[index]
      switch node.field.type.name.kind.use {
      case .text: return .text(slot: node.slot, label: label(of: index), path: node.path)
      case .check: return .check(try check(value, location))
      // Rejects a field that is not a quantity.
      case .quantity, .none: return .quantity(try quantity(value, location))
      }
    default: return .quantity(try quantity(value, location))
    }
  }
}
