/// The place of a check among a program's ``Checks``.
public struct CheckID: Sendable, Hashable {
  public let index: Int
  public init(_ index: Int) { self.index = index }
}

/// A question with three possible answers, put to a record.
public enum Check: Sendable {
  /// `reason` says why the bound does not stand in the quote; `written` is the bound as the plugin has it.
  case compare(QuantityID, Comparison, Bound, reason: String?, written: Bound)
  case compareQuantities(QuantityID, Comparison, QuantityID)
  /// A flag is true.
  case isTrue(FieldReference)
  /// A text is one of the known values, by their places, or one of other values.
  case isOne(FieldReference, known: Set<Int>)
  /// A division code begins with a prefix; `place` names the area.
  case within(FieldReference, prefix: Bytes, place: String)
  /// A field is there; its absence is unknown.
  case given(FieldReference)
  /// A list has elements.
  case some(FieldReference)
  /// A list has none.
  case none(FieldReference)
  /// A list of texts has a known value, by its place.
  case contains(FieldReference, known: Int)
  /// A list has an element that matches.
  case any(ListMatch)
  case all([CheckID])
  case anyOf([CheckID])
  case not(CheckID)
  /// Met where the check is met, else unknown: a person decides, for the reason given.
  case leftOpen(CheckID, reason: String)
  /// What a plugin's function answers; called where all operands are known.
  case judged(FunctionCall, label: String)
}

/// A field of the record, as checks refer to it.
public struct FieldReference: Sendable {
  public let slot: Int
  public let field: Field
  public let path: String

  public init(slot: Int, field: Field, path: String) {
    self.slot = slot
    self.field = field
    self.path = path
  }

  var label: String { field.label }
  var choices: [Choice] {
    switch field.type {
    case .choice(let choices, _), .texts(let choices): choices
    default: []
    }
  }
}

/// What an element of a list must be, field by field.
public struct ListMatch: Sendable {
  public struct Filter: Sendable {
    public enum Wanted: Sendable {
      /// One of the known values, by their places.
      case known(Set<Int>)
      /// A division code with the prefix; where an element has none, the fallback's slot stands in.
      case within(Bytes, fallback: Int?)
      /// A flag with this value.
      case flag(Bool)
    }
    /// The field in the element.
    public let field: FieldReference
    /// The applicant's own field of that name, where the applicant counts as an element.
    public let applicantSlot: Int?
    public let wanted: Wanted

    public init(field: FieldReference, applicantSlot: Int?, wanted: Wanted) {
      self.field = field
      self.applicantSlot = applicantSlot
      self.wanted = wanted
    }
  }

  public let list: FieldReference
  /// The slots of one element.
  public let stride: Int
  /// The place of an element's name in it, to speak of it by.
  public let nameSlot: Int?
  public let includesApplicant: Bool
  /// What is looked for, in a clerk's words: 市级以上科技创新平台.
  public let label: String
  public let filters: [Filter]

  public init(
    list: FieldReference, stride: Int, nameSlot: Int?, includesApplicant: Bool, label: String, filters: [Filter]
  ) {
    self.list = list
    self.stride = stride
    self.nameSlot = nameSlot
    self.includesApplicant = includesApplicant
    self.label = label
    self.filters = filters
  }
}

/// All quantities and checks of a program, each known by its place.
public struct Checks: Sendable {
  /// How far a quantity or check reaches, everything it is made of written out.
  struct Extent: Sendable {
    var depth = 1
    var size = 1
  }

  /// The deepest nesting, and the most parts, that a check of a clause may have.
  public static let maximumDepth = 64
  public static let maximumSize = 10_000

  public private(set) var quantities: [Quantity] = []
  public private(set) var checks: [Check] = []
  private var quantityExtents: [Extent] = []
  private var checkExtents: [Extent] = []
  /// Whether something was added that reaches further than may be: evaluating it could go on for ever.
  public private(set) var isExcessive = false

  public init() {}

  public subscript(id: QuantityID) -> Quantity { quantities[id.index] }
  public subscript(id: CheckID) -> Check { checks[id.index] }

  public mutating func add(_ quantity: Quantity) -> QuantityID {
    quantityExtents.append(measure(extents(of: quantity)))
    quantities.append(quantity)
    return QuantityID(quantities.count - 1)
  }

  public mutating func add(_ check: Check) -> CheckID {
    checkExtents.append(measure(extents(of: check)))
    checks.append(check)
    return CheckID(checks.count - 1)
  }

  /// How many parts a check has, everything it is made of written out.
  public func size(of id: CheckID) -> Int { checkExtents[id.index].size }

  /// How many parts a grade has.
  public func size(of grade: Grade) -> Int {
    switch grade {
    case .outcome: 1
    case .reach(let quantity, _, _), .quantity(let quantity): quantityExtents[quantity.index].size
    case .share(let parts): parts.reduce(0) { $0 + size(of: $1) }
    }
  }

  private mutating func measure(_ parts: [Extent]) -> Extent {
    var extent = Extent()
    for part in parts {
      extent.depth = max(extent.depth, part.depth + 1)
      extent.size = min(Self.maximumSize + 1, extent.size + part.size)
    }
    if extent.depth > Self.maximumDepth || extent.size > Self.maximumSize { isExcessive = true }
    return extent
  }

  private func extents(of quantity: Quantity) -> [Extent] {
    switch quantity.source {
    case .sum(let parts), .knownSum(let parts): parts.map { quantityExtents[$0.index] }
    case .computed(let call): extents(of: call)
    case .field, .yearly, .length, .tally: []
    }
  }

  private func extents(of check: Check) -> [Extent] {
    switch check {
    case .all(let children), .anyOf(let children): children.map { checkExtents[$0.index] }
    case .not(let child), .leftOpen(let child, _): [checkExtents[child.index]]
    case .compare(let quantity, _, _, _, _): [quantityExtents[quantity.index]]
    case .compareQuantities(let left, _, let right): [quantityExtents[left.index], quantityExtents[right.index]]
    case .judged(let call, _): extents(of: call)
    default: []
    }
  }

  private func extents(of call: FunctionCall) -> [Extent] {
    call.operands.map { operand in
      switch operand {
      case .quantity(let id): quantityExtents[id.index]
      case .check(let id): checkExtents[id.index]
      case .text, .record: Extent()
      }
    }
  }
}
