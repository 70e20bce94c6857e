/// All quantities and checks of a program, each identified by its index.
public struct Checks: Sendable {
  /// The nesting depth and the size of a quantity or check.
  fileprivate struct Extent: Sendable {
    /// The number of levels of nested parts; 1 without parts.
    var depth = 1
    /// The number of parts with the quantity or check itself, counting shared parts each time they occur.
    var size = 1
  }

  /// The maximum nesting depth of a check or quantity.
  public static let maximumDepth = 64
  /// The maximum number of parts of a check or quantity, counting shared parts each time they occur.
  public static let maximumSize = 10_000

  /// The quantities, indexed by ``QuantityID``.
  public private(set) var quantities: [Quantity] = []
  /// The checks, indexed by ``CheckID``.
  public private(set) var checks: [Check] = []
  private var quantityExtents: [Extent] = []
  private var checkExtents: [Extent] = []
  /// Whether a quantity or check was added that exceeds ``maximumDepth`` or ``maximumSize``.
  ///
  /// Evaluating it could take too long.
  public private(set) var exceedsLimits = false

  /// Creates an empty collection.
  public init() {}

  /// The quantity with an identifier.
  public subscript(id: QuantityID) -> Quantity { quantities[id.index] }
  /// The check with an identifier.
  public subscript(id: CheckID) -> Check { checks[id.index] }

  /// Adds a quantity and returns its identifier.
  ///
  /// Its parts must have been added before. Sets ``exceedsLimits`` if it exceeds a limit.
  public mutating func add(_ quantity: Quantity) -> QuantityID {
    var parts = ExtentCollector(quantities: quantityExtents, checks: checkExtents)
    var kind = quantity.source.kind
    kind.visit(&parts)
    quantityExtents.append(extent(of: parts.extents))
    quantities.append(quantity)
    return QuantityID(quantities.count - 1)
  }

  /// Adds a check and returns its identifier.
  ///
  /// Its parts must have been added before. Sets ``exceedsLimits`` if it exceeds a limit.
  public mutating func add(_ check: Check) -> CheckID {
    var parts = ExtentCollector(quantities: quantityExtents, checks: checkExtents)
    var kind = check.kind
    kind.visit(&parts)
    checkExtents.append(extent(of: parts.extents))
    checks.append(check)
    return CheckID(checks.count - 1)
  }

  /// Returns the number of parts of a check, counting the check itself, and shared parts each time they occur.
  ///
  /// The result is at most `maximumSize + 1`.
  public func size(of id: CheckID) -> Int { checkExtents[id.index].size }

  /// Returns the number of parts of a grade, counting shared parts each time they occur.
  public func size(of grade: Grade) -> Int {
    switch grade {
    case .outcome: 1
    case .reach(let quantity, _, _), .quantity(let quantity): quantityExtents[quantity.index].size
    case .share(let parts): parts.reduce(0) { $0 + size(of: $1) }
    }
  }

  /// Returns the extent of a quantity or check whose parts have these extents, and sets ``exceedsLimits`` if it exceeds a limit.
  private mutating func extent(of parts: [Extent]) -> Extent {
    var extent = Extent()
    for part in parts {
      extent.depth = max(extent.depth, part.depth + 1)
      extent.size = min(Self.maximumSize + 1, extent.size + part.size)
    }
    if extent.depth > Self.maximumDepth || extent.size > Self.maximumSize { exceedsLimits = true }
    return extent
  }
}

/// Collects the extents of the parts of a check or a quantity.
private struct ExtentCollector: PartVisitor {
  let quantities: [Checks.Extent]
  let checks: [Checks.Extent]
  var extents: [Checks.Extent] = []

  mutating func visit(_ check: inout CheckID) { extents.append(checks[check.index]) }

  mutating func visit(_ quantity: inout QuantityID, in unit: AskedUnit) { extents.append(quantities[quantity.index]) }

  mutating func visit(_ call: inout FunctionCall) {
    for operand in call.operands {
      switch operand {
      // A text or the whole record counts as one part.
      case .text, .record: extents.append(Checks.Extent())
      case .quantity, .check: break
      }
    }
    call.visitOperands(&self)
  }
}
