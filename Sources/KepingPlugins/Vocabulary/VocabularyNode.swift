import KepingCore
import LuaRuntime

/// A node of the host that Lua refers to by a handle; large ones are stored indirectly, because most nodes are small.
enum VocabularyNode {
  /// A field of the record or a group of fields, by its index in the schema.
  case field(Int)
  /// The applicant and its partners, as one list.
  case units
  /// The whole record, as an operand.
  case record
  /// The settings of the manifest.
  case settings
  case quantity(QuantityID)
  case check(CheckID)
  /// The type of a field that is being declared, with what it adds to a schema.
  case fieldType(label: String, FieldType, Absence, FieldExtent)
  /// A prefix of a division code that filters a list, with the slot of the field to read for elements without a code.
  case area(prefix: String, fallback: Int?)
  /// A comparison with a number that filters a list.
  indirect case numberFilter(BoundComparison)
  /// A comparison with a day that filters a list.
  indirect case dateFilter(BoundComparison)
  indirect case grade(Grade)
  indirect case clause(ClauseDraft)
  indirect case criterion(CriterionDraft)
  case uncovered(Uncovered)
  /// Something that is not decided yet.
  case mark(String)

  /// The kind of node, for messages.
  var kind: Wording {
    switch self {
    case .field: Wording("字段", "a field")
    case .units: Wording("units", "units")
    case .record: Wording("record", "the record")
    case .settings: Wording("settings", "the settings")
    case .quantity: Wording("数量", "a quantity")
    case .check: Wording("检查", "a check")
    case .fieldType: Wording("字段声明", "a field declaration")
    case .area: Wording("区划范围", "an area")
    case .numberFilter: Wording("数的范围", "a range of numbers")
    case .dateFilter: Wording("日期范围", "a range of dates")
    case .grade: Wording("评分方法", "a grade")
    case .clause: Wording("条款", "a clause")
    case .criterion: Wording("评分项", "a criterion")
    case .uncovered: Wording("未覆盖的原文", "an uncovered part")
    case .mark: Wording("todo", "a todo")
    }
  }

  /// Whether it is a mistake of the author not to use the node.
  var mustBeUsed: Bool {
    switch self {
    case .quantity, .check, .grade, .criterion, .fieldType, .area, .numberFilter, .dateFilter: true
    // A limit on what may be submitted that is outside a direction applies to several.
    case .clause(let draft): draft.submission == nil
    // A node of `uncovered` outside a direction belongs to the head of a plan or project type.
    case .field, .units, .record, .settings, .uncovered, .mark: false
    }
  }
}

/// A clause before its direction gives it a number.
struct ClauseDraft {
  let kind: ClauseKind
  let quote: String
  var check: CheckID?
  var appliesWhen: CheckID?
  /// The bound of a limit; nil for other clauses.
  var atMost: Int?
  /// What a limit says about submissions; nil for other clauses.
  var submission: SubmissionDraft?
  var scoring: Scoring?
  /// The reason why figures in the quote have no bound; nil if none is given.
  var reason: String?
  let location: LuaLocation

  /// The scoring of a clause.
  struct Scoring {
    /// The relative points, which are scaled to a maximum later.
    let points: Double
    let title: String
    let grade: Grade
  }
}

/// A criterion that belongs to a direction rather than to a clause.
struct CriterionDraft {
  let title: String
  let points: Double
  let grade: Grade
}

/// A function that a plugin passed to `compute` or `judge`.
struct PluginFunction: Sendable {
  let function: LuaFunction
  let label: String
  /// The location of the `compute` or `judge`, which names a function without a line of its own, such as `math.floor`.
  let location: LuaLocation
}
