/// All quantities and checks of a program, each identified by its index.
public struct Checks: Sendable {
  /// The maximum nesting depth of a check or quantity.
  public static let maximumDepth = 64
  /// The maximum number of parts of a check or quantity, counting shared parts each time they occur.
  public static let maximumSize = 10_000
  /// The maximum ``Extent/work`` of a check or quantity.
  public static let maximumWork = 10_000
  /// The maximum ``Extent/text`` of a check or quantity, in bytes.
  public static let maximumText = 4 << 20

  /// The quantities, indexed by ``QuantityID``.
  public private(set) var quantities: [Quantity] = []
  /// The checks, indexed by ``CheckID``.
  public private(set) var checks: [Check] = []
  private var quantityExtents: [Extent] = []
  private var checkExtents: [Extent] = []
  /// Whether a quantity or check was added that exceeds ``maximumDepth``, ``maximumSize``, ``maximumWork`` or ``maximumText``.
  ///
  /// Evaluating it, or visiting its parts, could take too long.
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
    quantityExtents.append(extent(quantity.ownExtent, parts.extent))
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
    checkExtents.append(extent(check.ownExtent, parts.extent))
    checks.append(check)
    return CheckID(checks.count - 1)
  }

  /// Returns the extent of a check with its parts.
  public func extent(of id: CheckID) -> Extent { checkExtents[id.index] }

  /// Returns the extent of a quantity with its parts.
  public func extent(of id: QuantityID) -> Extent { quantityExtents[id.index] }

  /// Returns the number of parts of a check, counting the check itself, and shared parts each time they occur.
  ///
  /// The result is at most `maximumSize + 1`.
  public func size(of id: CheckID) -> Int { min(Self.maximumSize + 1, extent(of: id).size) }

  /// Returns the extent of a grade with the checks or the quantity that it measures.
  public func extent(of grade: Grade) -> Extent {
    switch grade {
    case .outcome: Extent()
    case .reach(let quantity, _, _), .linear(let quantity, _, _), .quantity(let quantity): extent(of: quantity)
    case .share(let parts): parts.reduce(into: Extent.none) { $0.add(extent(of: $1)) }
    case .tiered(let tiers, let otherwise):
      tiers.reduce(into: extent(of: otherwise)) { sum, tier in
        sum.add(extent(of: tier.when))
        sum.add(extent(of: tier.grade))
      }
    }
  }

  /// Returns the extent of a quantity or check, and sets ``exceedsLimits`` if it exceeds a limit.
  /// - Parameters:
  ///   - own: the extent without the parts.
  ///   - parts: the extent of the parts; nil without parts.
  private mutating func extent(_ own: Extent, _ parts: Extent?) -> Extent {
    var extent = own
    if let parts {
      extent.add(parts)
      extent.depth = parts.depth + 1
    }
    if extent.exceedsLimits || extent.depth > Self.maximumDepth { exceedsLimits = true }
    return extent
  }
}

/// Adds up the extents of the parts of a check or a quantity.
private struct ExtentCollector: PartVisitor {
  let quantities: [Checks.Extent]
  let checks: [Checks.Extent]
  var extent: Checks.Extent?

  private mutating func add(_ part: Checks.Extent) {
    if extent == nil { extent = part } else { extent?.add(part) }
  }

  mutating func visit(_ check: inout CheckID) { add(checks[check.index]) }

  mutating func visit(_ quantity: inout QuantityID, in unit: AskedUnit) { add(quantities[quantity.index]) }

  mutating func visit(_ call: inout FunctionCall) {
    for operand in call.operands {
      switch operand {
      case .text(_, let label, let path):
        add(Checks.Extent(work: Checks.Extent.textWork, text: label.utf8.count + path.utf8.count))
      case .record: add(Checks.Extent())
      case .quantity, .check: break
      }
    }
    call.visitOperands(&self)
  }
}
