/// All quantities and checks of a program, each identified by its index.
public struct Checks: Sendable {
  /// How far a quantity or check reaches, everything it is made of written out.
  fileprivate struct Extent: Sendable {
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
    var parts = ExtentCollector(quantities: quantityExtents, checks: checkExtents)
    var kind = quantity.source.kind
    kind.visit(&parts)
    quantityExtents.append(extent(of: parts.extents))
    quantities.append(quantity)
    return QuantityID(quantities.count - 1)
  }

  public mutating func add(_ check: Check) -> CheckID {
    var parts = ExtentCollector(quantities: quantityExtents, checks: checkExtents)
    var kind = check.kind
    kind.visit(&parts)
    checkExtents.append(extent(of: parts.extents))
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

  private mutating func extent(of parts: [Extent]) -> Extent {
    var extent = Extent()
    for part in parts {
      extent.depth = max(extent.depth, part.depth + 1)
      extent.size = min(Self.maximumSize + 1, extent.size + part.size)
    }
    if extent.depth > Self.maximumDepth || extent.size > Self.maximumSize { isExcessive = true }
    return extent
  }
}

/// Collects the extents of what a check or a quantity is made of.
private struct ExtentCollector: PartVisitor {
  let quantities: [Checks.Extent]
  let checks: [Checks.Extent]
  var extents: [Checks.Extent] = []

  mutating func visit(_ check: inout CheckID) { extents.append(checks[check.index]) }

  mutating func visit(_ quantity: inout QuantityID, in unit: AskedUnit) { extents.append(quantities[quantity.index]) }

  mutating func visit(_ call: inout FunctionCall) {
    for operand in call.operands {
      switch operand {
      // A text and the record are parts of their own.
      case .text, .record: extents.append(Checks.Extent())
      case .quantity, .check: break
      }
    }
    call.visitOperands(&self)
  }
}
