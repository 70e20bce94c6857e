import KepingCore
import KepingPlugins

/// How the vocabulary's kinds are called in LuaCATS, the annotations of lua-language-server.
extension ValueKind {
  var annotation: String {
    switch self {
    case .label, .quote, .quotes, .reason, .bound, .direction, .divisionCode, .word, .value, .kinds: "string"
    case .boundOrQuantity: "string|keping.Quantity"
    case .number: "number"
    case .choices: "table<string, string>"
    case .fields: "table<string, keping.FieldType|table>"
    case .none: "\"none\""
    case .values: "string|string[]"
    case .filters: "table<string, string|string[]|boolean|keping.Area>"
    case .quantity: "keping.Quantity"
    case .quantities: "keping.Quantity[]"
    case .check: "keping.Check"
    case .checks: "keping.Check[]"
    case .grade: "keping.Grade|keping.Check|keping.Quantity"
    case .clauses: "keping.Clause|keping.Criterion|keping.Uncovered|table"
    case .operands: "keping.Node[]"
    case .function: "function"
    case .region: "keping.Division"
    }
  }
}

extension NodeKind {
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

  /// What a class of the stubs begins from.
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
  /// As a member of a class: what is no name of Lua stands in brackets.
  var annotationKey: String {
    let isName = utf8.allSatisfy { ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x5F }
    let isPlain = isName && !(utf8.first.map { $0 <= 0x39 } ?? true) && !LuaTokens.keywords.contains(self)
    return isPlain ? self : "[\"\(escaped)\"]"
  }

  /// Within quotes of an annotation.
  var escaped: String { reduce(into: "") { $0 += $1 == "\"" || $1 == "\\" ? "\\\($1)" : "\($1)" } }

  /// As part of a class's name.
  var annotationName: String {
    String(
      decoding: utf8.map { ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) ? $0 : 0x5F }, as: UTF8.self)
  }
}
