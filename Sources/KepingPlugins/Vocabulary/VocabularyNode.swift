import KepingCore
import LuaRuntime

/// What a node that Lua holds stands for.
enum VocabularyNode {
  /// A field of the record, or an object of fields; by its place in the schema.
  case field(Int)
  /// The applicant and its partners, as one list.
  case units
  /// The whole record, as an operand.
  case record
  case settings
  case quantity(QuantityID)
  case check(CheckID)
  /// The type of a field that is being declared.
  case fieldType(label: String, FieldType, Absence)
  /// A division code's prefix, as a filter of a list.
  case area(prefix: String, fallback: Int?)
  case grade(Grade)
  case clause(ClauseDraft)
  case criterion(CriterionDraft)
  case uncovered(Uncovered)

  /// What it is, for messages.
  var kind: Wording {
    switch self {
    case .field: Wording("字段", "a field")
    case .units: Wording("units", "units")
    case .record: Wording("record", "the record")
    case .settings: Wording("settings", "the settings")
    case .quantity: Wording("数量", "a quantity")
    case .check: Wording("检查", "a check")
    case .fieldType: Wording("字段声明", "a field's declaration")
    case .area: Wording("区划范围", "an area")
    case .grade: Wording("评分方法", "a grade")
    case .clause: Wording("条款", "a clause")
    case .criterion: Wording("评分项", "a criterion")
    case .uncovered: Wording("未覆盖的原文", "what is left uncovered")
    }
  }

  /// Whether the author loses something where it is used by nothing.
  var mustBeUsed: Bool {
    switch self {
    case .quantity, .check, .grade, .clause, .criterion, .fieldType, .area: true
    // What is left uncovered outside of a direction stands in the head of a plan or project type.
    case .field, .units, .record, .settings, .uncovered: false
    }
  }
}

/// A clause as written, before its direction gives it a number.
struct ClauseDraft {
  let kind: ClauseKind
  let quote: String
  let check: CheckID?
  let appliesWhen: CheckID?
  let atMost: Int?
  let scoring: Scoring?
  let location: LuaLocation

  struct Scoring {
    let points: Double
    let title: String
    let grade: Grade
  }
}

/// A criterion of a direction's own.
struct CriterionDraft {
  let title: String
  let points: Double
  let grade: Grade
}

/// A function that a plugin gave to `compute` or `judge`.
struct PluginFunction: Sendable {
  let function: LuaFunction
  let label: String
}
