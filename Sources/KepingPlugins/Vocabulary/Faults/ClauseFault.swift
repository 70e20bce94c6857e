import KepingCore
import LuaRuntime

/// A fault in a clause, its points or its direction.
enum ClauseFault: UsageFault {
  /// A clause has no option with a name.
  case unknownOption(String, kind: ClauseKind, known: [String])
  /// A notice has a check.
  case noticeWithCheck
  /// A clause has no check.
  case missingCheck(quote: String)
  /// An option has no effect because there are no points.
  case noEffectWithoutPoints(option: String)
  /// A notice has points.
  case noticeWithPoints
  /// A clause has both `full` and `grade`.
  case fullAndGrade
  /// A clause with `full` does not have a single `at_least` bound.
  case fullWithoutBound
  /// The points are not a number above 0.
  case wrongPoints
  /// A grade is a quantity with a unit.
  case gradeWithUnit
  /// The plugin does not define a direction of the manifest.
  case missingDirection(String)
  /// The manifest has no direction with an id.
  case unknownDirection(String, known: [String])
  /// A direction is defined twice.
  case duplicateDirection(String, line: Int)
  /// The checks of a direction have too many parts.
  case directionTooComplex(String)
  /// A direction has no points.
  case noPoints(direction: String)
  /// The option `not_applicable` of a direction is neither `shared` nor `lost`.
  case notApplicable
  /// A direction contains a value of Lua in place of a clause.
  case valueNotClause(LuaValue, direction: String)
  /// A direction contains another node in place of a clause.
  case nodeNotClause(VocabularyNode, direction: String)

  var code: String {
    switch self {
    case .unknownOption: "unknown-option"
    case .noticeWithCheck, .noEffectWithoutPoints, .noticeWithPoints, .fullAndGrade, .fullWithoutBound, .wrongPoints,
      .notApplicable,
      .valueNotClause, .nodeNotClause:
      "wrong-argument"
    case .missingCheck: "missing-check"
    case .gradeWithUnit: "wrong-unit"
    case .missingDirection: "missing-direction"
    case .unknownDirection: "unknown-direction"
    case .duplicateDirection: "duplicate-id"
    case .directionTooComplex: "too-complex"
    case .noPoints: "no-points"
    }
  }

  var wording: Wording {
    switch self {
    case .unknownOption(let name, let kind, let known):
      Wording("\(kind.rawValue) 没有选项“\(name)”", "\(kind.rawValue) has no option '\(name)'").suggesting(name, among: known)
    case .noticeWithCheck:
      Wording("notice 由配置登记，不能有检查", "a notice is answered in the configuration and cannot have a check")
    case .missingCheck(let quote): Wording("条款“\(quote)”没有检查", "the clause '\(quote)' has no check")
    case .noEffectWithoutPoints(let option):
      Wording("没有 points，“\(option)”不起作用", "'\(option)' has no effect without points")
    case .noticeWithPoints: Wording("notice 不计分", "a notice cannot have points")
    case .fullAndGrade: Wording("full 与 grade 只能用一个", "use either full or grade, not both")
    case .fullWithoutBound:
      Wording(
        "full 只用于有一个 at_least 界限的条款；其他情况请用 grade = reach(数量, 起评, 满分)",
        "full requires a clause with a single at_least bound; otherwise use grade = reach(quantity, from, full)")
    case .wrongPoints: Wording("points 应为大于0的数", "points must be a number above 0")
    case .gradeWithUnit:
      Wording("grade 应为0至1之间的数，请用 reach 或 compute", "a grade must be between 0 and 1; use reach or compute")
    case .missingDirection(let id):
      Wording("plugin.yaml 的方向“\(id)”没有定义", "the direction '\(id)' of plugin.yaml is not defined")
    case .unknownDirection(let id, let known):
      Wording("plugin.yaml 没有方向“\(id)”", "plugin.yaml has no direction '\(id)'").suggesting(id, among: known)
    case .duplicateDirection(let id, let line):
      Wording("方向“\(id)”已在第\(line)行定义", "the direction '\(id)' is already defined in line \(line)")
    case .directionTooComplex(let id):
      Wording(
        "方向“\(id)”的检查合计超过\(Checks.maximumSize)项，或文字过长",
        "the checks of the direction '\(id)' have more than \(Checks.maximumSize) parts, or too long texts")
    case .noPoints(let id): Wording("方向“\(id)”没有评分项（points）", "the direction '\(id)' has no points")
    case .notApplicable:
      Wording(
        "not_applicable 应为 \"shared\"（由其余各项分担）或 \"lost\"（不计分）",
        "not_applicable must be 'shared' (the other criteria share the points) or 'lost'")
    case .valueNotClause(let value, let id):
      Wording("方向“\(id)”中应为条款，而不是 \(value.kind)", "a clause is expected in the direction '\(id)', not \(value.kind)")
    case .nodeNotClause(let node, let id):
      Wording(
        "方向“\(id)”中应为条款，而不是\(node.kind.chinese)", "a clause is expected in the direction '\(id)', not \(node.kind.english)")
    }
  }
}
