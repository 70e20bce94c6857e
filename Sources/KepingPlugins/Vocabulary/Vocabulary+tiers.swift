import KepingCore
import LuaRuntime

/// Requirements and grades that depend on the kind of applicant.
extension Vocabulary {
  /// Makes the node of `by { { when, check }, …, otherwise }`: a check, or a grade if what the tiers have is no check.
  func tiers(_ arguments: [LuaValue], _ location: LuaLocation) throws -> LuaValue {
    guard arguments.count == 1, case .table(var table)? = arguments.first, table.list.count > 1, table.named.isEmpty,
      table.otherKeys.isEmpty, let otherwise = table.list.popLast()
    else { throw misuse(.by, location) }
    let pairs = try table.list.map { value -> (when: LuaValue, then: LuaValue) in
      guard case .table(let pair) = value, pair.list.count == 2, pair.named.isEmpty, pair.otherKeys.isEmpty else {
        throw misuse(.by, location)
      }
      return (pair.list[0], pair.list[1])
    }
    try reserve(0, parts: 2 * pairs.count + 1, location)
    if (pairs.map(\.then) + [otherwise]).contains(where: isGrade) {
      let tiers = try pairs.map { Grade.Tier(when: try check($0.when, location), grade: try tierGrade($0.then, location)) }
      return try make(.grade(.tiered(tiers, otherwise: try tierGrade(otherwise, location))), location)
    }
    let tiers = try pairs.map { TieredCheck.Tier(when: try check($0.when, location), check: try check($0.then, location)) }
    return try make(.check(add(.tiered(TieredCheck(tiers, otherwise: try check(otherwise, location))), location)), location)
  }

  /// Returns whether a value can only be a grade.
  private func isGrade(_ value: LuaValue) -> Bool {
    if value == Self.fullGrade { return true }
    guard case .handle(let handle) = value else { return false }
    switch node(handle) {
    case .grade, .quantity: return true
    default: return false
    }
  }

  /// The value that gives a tier all points.
  private static let fullGrade = LuaValue.text("full")

  /// Returns the grade of a tier, which may not have tiers itself.
  private func tierGrade(_ value: LuaValue, _ location: LuaLocation) throws -> Grade {
    if value == Self.fullGrade { return .outcome }
    let grade = try self.grade(value, location)
    if case .tiered = grade { throw fault(TierFault.nestedGrade, at: location) }
    return grade
  }
}

extension Grade {
  /// The number of grades that are compiled for a criterion with this grade.
  var compiledCount: Int {
    if case .tiered(let tiers, _) = self { tiers.count + 2 } else { 1 }
  }
}
