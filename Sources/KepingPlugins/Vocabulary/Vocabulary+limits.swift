import KepingCore
import LuaRuntime

/// What a plugin has made the host keep while it loads; see ``Limits``.
struct HostUse {
  /// The values of choices in declared fields.
  var choices = 0
  /// The bytes of texts that were passed to the vocabulary.
  var texts = 0
  /// The estimated bytes of everything that was made, also of what no clause uses.
  var memory = 0

  /// The estimated bytes of the parts of a program, with their compiled forms and the containers' spare capacity.
  enum Cost {
    static let node = 300
    static let check = 1000
    static let quantity = 800
    static let part = 32
    static let field = 1000
    static let choice = 200
    static let clause = 2000
    /// Each byte of a text, which is kept as such and in prepared results.
    static let textByte = 4
  }
}

extension Vocabulary {
  /// Counts bytes that the host is about to need.
  /// - Throws: ``Diagnostic`` with code `too-complex` if the plugin needs too many.
  func reserve(_ bytes: Int, _ location: LuaLocation) throws {
    guard bytes <= limits.hostMemory - use.memory else { throw fault(LimitFault.hostMemory(limits.hostMemory), at: location) }
    use.memory += bytes
  }

  /// Counts a check or quantity that is about to be made, and charges the work.
  /// - Parameters:
  ///   - bytes: the estimated bytes without the parts.
  ///   - parts: the number of its parts.
  /// - Throws: ``Diagnostic`` with code `too-complex` if there is too much already, or ``LuaStop``.
  func reserve(_ bytes: Int, parts: Int, _ location: LuaLocation) throws {
    if checks.exceedsLimits { throw fault(VocabularyFault.checkTooComplex, at: location) }
    try reserve(bytes + parts * HostUse.Cost.part, location)
    try charge(50 + 5 * parts)
  }

  /// Counts the texts in an argument, and charges the time that it takes to look at them.
  ///
  /// All texts of a plugin reach the vocabulary as arguments, so that no other place needs to count them.
  func countTexts(_ arguments: [LuaValue], _ location: LuaLocation) throws {
    var (bytes, values) = (0, 0)
    for argument in arguments { argument.countTexts(&bytes, &values) }
    guard bytes <= limits.texts - use.texts else { throw fault(LimitFault.texts(limits.texts), at: location) }
    use.texts += bytes
    // A value is converted, and a named one sorted among the others.
    try charge(bytes + 10 * values)
    try reserve(bytes * HostUse.Cost.textByte, location)
  }

  /// Counts the fields that are about to be declared.
  func reserve(_ extent: FieldExtent, _ location: LuaLocation) throws {
    try requireWithinLimits(extent, declared: schema.nodes.count, location)
    guard extent.choices <= limits.choices - use.choices else { throw fault(LimitFault.choices(limits.choices), at: location) }
    use.choices += extent.choices
    try charge(100 * extent.fields + 10 * extent.choices)
    try reserve(
      extent.fields * HostUse.Cost.field + extent.choices * HostUse.Cost.choice + extent.bytes * HostUse.Cost.textByte, location)
  }

  /// Rejects fields that could not be declared because there are too many, or because they are nested too deep.
  func requireWithinLimits(_ extent: FieldExtent, declared: Int = 0, _ location: LuaLocation) throws {
    guard extent.depth <= FieldExtent.maximumDepth else { throw fault(FieldFault.tooDeep, at: location) }
    guard extent.fields <= limits.fields - declared else { throw fault(LimitFault.fields(limits.fields), at: location) }
    guard extent.choices <= limits.choices else { throw fault(LimitFault.choices(limits.choices), at: location) }
  }

  /// Charges the search for a name among known ones, and for the one that is most similar to it.
  func chargeSuggestion(_ name: String, among known: Int) throws(LuaStop) {
    try charge(min(1_000_000, known * (100 + 50 * min(100, name.utf8.count))))
  }
}

extension LuaValue {
  /// Adds the bytes of the texts in the value, and the number of values in it.
  fileprivate func countTexts(_ bytes: inout Int, _ values: inout Int) {
    values += 1
    switch self {
    case .text(let text): bytes += text.utf8.count
    case .table(let table):
      for element in table.list { element.countTexts(&bytes, &values) }
      for (name, element) in table.named {
        bytes += name.utf8.count
        element.countTexts(&bytes, &values)
      }
    default: break
    }
  }
}

extension Quantity {
  /// The number of quantities, counts or operands that the quantity consists of.
  var partCount: Int {
    switch source {
    case .tally(let slots, _): slots.count
    case .sum(let parts), .knownSum(let parts), .mean(let parts): parts.count
    case .difference, .ratio, .growth: 2
    case .product: 1
    case .computed(let call): call.operands.count
    case .elements(let elements): 1 + elements.match.filters.count
    case .span: 2
    case .field, .yearly, .length: 0
    }
  }
}

extension Check {
  /// The number of checks, operands or conditions that the check consists of.
  var partCount: Int {
    switch self {
    case .all(let check): check.children.count
    case .anyOf(let check): check.children.count
    case .judged(let check): check.call.operands.count
    case .any(let match): match.filters.count
    case .every(let check): check.match.filters.count
    case .tiered(let check): 2 * check.tiers.count + 1
    default: 1
    }
  }

  /// The estimated bytes of the check and its compiled form, without its parts and without texts that other checks share.
  /// - Parameter shown: the bytes of its label and its known values, which the compiled form has once for each choice.
  func estimatedBytes(shown: Int) -> Int {
    switch self {
    case .isOne(let check):
      return HostUse.Cost.check + 24 * check.known.count + check.field.field.type.choices.count * (200 + shown)
    case .any(let match): return HostUse.Cost.check + match.estimatedBytes
    case .every(let check): return HostUse.Cost.check + check.match.estimatedBytes
    default: return HostUse.Cost.check
    }
  }
}

extension ListMatch {
  /// The estimated bytes of the filters and their compiled form, without texts that are counted as arguments.
  var estimatedBytes: Int {
    filters.reduce(0) { sum, filter in
      switch filter.wanted {
      case .known(let known): sum + 400 + 24 * known.count
      case .texts(let texts): sum + 400 + 40 * texts.count
      case .within, .flag, .number, .date: sum + 400
      }
    }
  }
}

extension Quantity {
  /// The estimated bytes of the filters that the quantity has.
  var estimatedFilterBytes: Int {
    if case .elements(let elements) = source { HostUse.Cost.check + elements.match.estimatedBytes } else { 0 }
  }
}
