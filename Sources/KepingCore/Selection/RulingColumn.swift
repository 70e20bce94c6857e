/// A column of a sheet of rulings (裁定); the raw value is the name of its field in JSON.
public enum RulingColumn: String, Sendable, CaseIterable {
  case application, clause, outcome, reason, by, on, confirmedBy, basis, check

  /// The heading of the column.
  public var title: String {
    switch self {
    case .application: "申报编号"
    case .clause: "条款"
    case .outcome: "裁定结论"
    case .reason: "理由"
    case .by: "裁定人"
    case .on: "裁定日期"
    case .confirmedBy: "复核人"
    case .basis: "依据材料"
    case .check: "校验"
    }
  }

  /// Whether a ruling must have a value in the column.
  public var isRequired: Bool {
    switch self {
    case .application, .clause, .outcome, .reason, .by, .on: true
    case .confirmedBy, .basis, .check: false
    }
  }

  /// The name of a sheet of rulings.
  public static let sheetName = "裁定"
}

extension Ruling {
  /// The outcomes that can be ruled.
  public static let outcomes: [Outcome] = [.met, .unmet, .notApplicable]
  /// The name of ``tie`` as clerks write it.
  public static let tieTitle = "同分"
}
