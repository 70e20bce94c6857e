import KepingCore
import KepingPlugins

// The names of the vocabulary's kinds in LuaCATS, the annotations of lua-language-server.

extension ValueKind {
  /// The LuaCATS type of a table of filters by the names of fields.
  private static let filterTable =
    "table<string, string|string[]|boolean|keping.Area|keping.NumberFilter|keping.DateFilter>"

  /// The LuaCATS type of a parameter of this kind.
  var annotation: String {
    switch self {
    case .label, .quote, .quotes, .reason, .bound, .direction, .divisionCode, .word, .value, .kinds: "string"
    case .date: "string"
    case .dateOrField: "string|keping.Date|keping.Time"
    case .boundOrQuantity: "string|keping.Quantity"
    case .number: "number"
    case .choices: "string[][]|table<string, string>"
    case .fields: "table<string, keping.FieldType|table>"
    case .labels: "table<string, string|table>"
    case .anything: "any"
    case .none: "\"none\""
    case .values: "string|string[]"
    case .filters: Self.filterTable
    case .labelOrFilters: "string|\(Self.filterTable)"
    case .tiers: "table"
    case .notApplicable: "\"shared\"|\"lost\""
    case .quantity: "keping.Quantity"
    case .quantities: "keping.Quantity[]"
    case .check: "keping.Check"
    case .checks: "keping.Check[]"
    case .grade: "keping.Grade|keping.Check|keping.Quantity"
    case .clauses: "keping.Clause|keping.Criterion|keping.Uncovered|table"
    case .operands: "keping.Node[]"
    case .function: "function"
    case .region: "keping.Division"
    case .oneOf(let constants): constants.joined(separator: "|")
    }
  }
}

extension NodeKind {
  /// The LuaCATS type of a result of this kind, or nil if the word returns nothing.
  var annotation: String? {
    switch self {
    case .fieldType: "keping.FieldType"
    case .quantity: "keping.Quantity"
    case .check: "keping.Check"
    case .grade: "keping.Grade"
    case .clause: "keping.Clause"
    case .criterion: "keping.Criterion"
    case .uncovered: "keping.Uncovered"
    case .area: "keping.Area"
    case .numberFilter: "keping.NumberFilter"
    case .dateFilter: "keping.DateFilter"
    case .mark: "any"
    case .nothing: nil
    }
  }
}

extension Receiver {
  var annotation: String { "keping." + className }

  var className: String {
    switch self {
    case .quantity: "Quantity"
    case .units: "Units"
    case .field(let name): name.kind.className
    }
  }

  /// The base classes of the receiver's class.
  var parents: String {
    guard case .field(let name) = self else { return "keping.Node" }
    return switch name.kind.use {
    case .quantity: "keping.Field, keping.Quantity"
    case .check: "keping.Field, keping.Check"
    case .text, .none: "keping.Field"
    }
  }
}

extension String {
  /// The text as the name of a member; in brackets if it is not a Lua identifier.
  var annotationKey: String {
    let isName = utf8.allSatisfy { ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x5F }
    let isPlain = isName && !(utf8.first.map { $0 <= 0x39 } ?? true) && !LuaTokens.keywords.contains(self)
    return isPlain ? self : "[\"\(escaped)\"]"
  }

  /// The text with escaped quotation marks and backslashes.
  var escaped: String { reduce(into: "") { $0 += $1 == "\"" || $1 == "\\" ? "\\\($1)" : "\($1)" } }

  /// The text as part of a class name, with `_` for all bytes other than ASCII letters and digits.
  var annotationName: String {
    String(
      decoding: utf8.map { ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) ? $0 : 0x5F }, as: UTF8.self)
  }
}
