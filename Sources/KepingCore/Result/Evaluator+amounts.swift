/// Reports amounts of money that nobody has: often yuan in a column of 万元, or zeros too many.
extension Evaluator {
  /// The factor between the research expenses of two neighbouring years from which on they are implausible.
  private static let implausibleFactor = 1000.0

  /// Records a problem for each amount above the plausible one, and for research expenses that change 1,000-fold within a year.
  mutating func recordImplausibleAmounts(_ program: CompiledProgram) {
    let limit = program.plausibleMoney
    let (smallest, largest) = amountsByYearRange()
    if largest > limit || program.examined.areNested || hasSingleAmount(above: limit, program) {
      recordAmounts(above: limit, in: program.program.schema.roots, of: program.program.schema, at: RecordPosition())
    }
    // Amounts of several fields are compared here, so that nearly all records need no closer look.
    if Self.isJump(smallest, largest) { recordJumps(below: limit, program.program.schema) }
  }

  /// Returns the smallest amount above 0 and the largest amount among all that are given by year; infinity and 0 without any.
  private mutating func amountsByYearRange() -> (smallest: Double, largest: Double) {
    let years = record.years.span
    var (smallest, largest) = (Double.infinity, 0.0)
    var index = 0
    while index < years.count {
      let amount = years[index].amount
      if amount > 0, amount < smallest { smallest = amount }
      if amount > largest { largest = amount }
      index &+= 1
    }
    return (smallest, largest)
  }

  /// Returns whether an amount that is not given by year is above a limit, leaving out the fields that ``ExaminedFields`` does
  /// not describe.
  private mutating func hasSingleAmount(above limit: Double, _ program: CompiledProgram) -> Bool {
    let slots = record.slots.span
    var index = Int(program.examined.amounts.lowerBound)
    while index < Int(program.examined.amounts.upperBound) {
      // The number of an absent amount is 0.
      if slots[Int(program.lists[index])].number > limit { return true }
      index &+= 1
    }
    index = Int(program.examined.amountsInLists.lowerBound)
    while index < Int(program.examined.amountsInLists.upperBound) {
      let list = slots[Int(program.lists[index])]
      if list.isPresent {
        let (stride, field) = (Int(program.lists[index &+ 1]), Int(program.lists[index &+ 2]))
        for element in 0..<list.count where record.element(element, of: list, stride: stride, field: field).number > limit {
          return true
        }
      }
      index &+= 3
    }
    return false
  }

  /// Records the amounts above a limit in fields, and in the fields inside them, in the order of the schema.
  private mutating func recordAmounts(
    above limit: Double, in fields: [Int], of schema: Schema, at position: RecordPosition
  ) {
    for node in fields.map({ schema.nodes[$0] }) {
      let slot = position.slot(of: node, in: record)
      guard slot.isPresent else { continue }
      let (path, label) = (position.path + node.field.name, position.label + node.field.label)
      switch node.field.type {
      case .money where slot.number > limit: recordAmount(slot.number, at: path, label: label, above: limit)
      case .yearlyMoney:
        for (year, amount) in amountsByYear(slot) where amount > limit {
          recordAmount(amount, at: "\(path).\(year)", label: "\(year)年\(label)", above: limit)
        }
      case .object:
        recordAmounts(above: limit, in: node.children, of: schema, at: position.inside(node))
      case .objects:
        for index in 0..<slot.count {
          recordAmounts(
            above: limit, in: node.children, of: schema, at: position.inside(node, element: index, of: slot))
        }
      default: break
      }
    }
  }

  private mutating func recordAmount(_ amount: Double, at path: String, label: String, above limit: Double) {
    var yuan: Bytes = []
    yuan.append(number: amount)
    let readable = Self.readable(amount)
    let shown = readable == "\(yuan.text)元" ? readable : "\(yuan.text)元（\(readable)）"
    problems.append(
      Problem(
        field: path, code: .implausibleAmount,
        message: "\(label)\(shown)超过\(Self.readable(limit))，是否把元填进了“万元”的列，或多写了零？"))
  }

  // MARK: Research expense

  /// Records a problem for each year whose research expense differs 1,000-fold from that of the year before.
  private mutating func recordJumps(below limit: Double, _ schema: Schema) {
    let slot = record.slots[HostSlots.all.rdExpense.slot]
    guard slot.isPresent else { return }
    let path = HostSlots.all.rdExpense.path
    let label = schema.label(of: path)
    let amounts = amountsByYear(slot)
    for (before, after) in zip(amounts, amounts.dropFirst()) where after.year == before.year + 1 {
      guard min(before.amount, after.amount) > 0,
        Self.isJump(min(before.amount, after.amount), max(before.amount, after.amount))
      else { continue }
      let field = "\(path).\(after.year)"
      // One problem for an amount is enough.
      if after.amount > limit { continue }
      let figures = "\(before.year)年\(Self.readable(before.amount))、\(after.year)年\(Self.readable(after.amount))"
      problems.append(
        Problem(
          field: field, code: .implausibleAmount,
          message: "\(label)\(figures)，相差1000倍以上，是否有一年按元、另一年按万元填写？"))
    }
  }

  /// Returns whether the larger of two amounts is at least 1,000 times the smaller one.
  private static func isJump(_ smaller: Double, _ larger: Double) -> Bool {
    // With decimals, one of the two results may be rounded in the wrong direction.
    larger >= smaller * implausibleFactor || larger / implausibleFactor >= smaller
  }

  /// Returns the amounts of a field in the order of the years, whatever the order of the record.
  private mutating func amountsByYear(_ slot: Record.Slot) -> [(year: Int, amount: Double)] {
    record.years[Int(slot.start)..<Int(slot.start) + slot.count].sorted { $0.year < $1.year }
  }

  /// Returns an amount in the unit that people would use: 318万元.
  private static func readable(_ amount: Double) -> String {
    var text: Bytes = []
    // The digits of larger amounts would fill lines.
    let exponent = amount >= 1e16 ? 0 : amount >= 1e8 ? 8 : amount >= 1e4 ? 4 : 0
    let name = exponent == 8 ? "亿元" : exponent == 4 ? "万元" : "元"
    text.append(amount, in: Unit(name: name, measure: .money, exponent: exponent))
    return text.text
  }
}
