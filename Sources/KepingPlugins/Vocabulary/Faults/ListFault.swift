import KepingCore

/// A fault in a check or a quantity of a list's elements.
enum ListFault: UsageFault {
  /// The elements of a list have no field with a name.
  case unknownFilter(String, path: String, known: [String])
  /// A filter does not fit the type of its field.
  case wrongFilter(path: String, name: String, FieldFilter?)
  /// The field of `sum` is not a number.
  case notNumber(list: String, field: String)

  var code: String {
    switch self {
    case .unknownFilter: "unknown-member"
    case .wrongFilter, .notNumber: "wrong-argument"
    }
  }

  var subject: FaultSubject? {
    switch self {
    case .unknownFilter(let name, _, _), .wrongFilter(_, let name, _), .notNumber(_, let name): .written(name)
    }
  }

  /// Returns how a field is filtered, by its name; nil if it cannot be.
  private static func usage(_ name: String, _ filter: FieldFilter?) -> Wording? {
    switch filter {
    case .number: Wording("写作 \(name) = at_least \"50万元\"", "write \(name) = at_least \"50万元\"")
    case .date: Wording("写作 \(name) = after \"2020年1月1日\"", "write \(name) = after \"2020年1月1日\"")
    case .flag: Wording("写作 \(name) = true 或 false", "write \(name) = true or false")
    case .area: Wording("写作 \(name) = within \"4510\"", "write \(name) = within \"4510\"")
    case .text: Wording("写作 \(name) = \"文字\"", "write \(name) = \"text\"")
    case .choices, nil: nil
    }
  }

  var wording: Wording {
    switch self {
    case .unknownFilter(let name, let path, let known):
      Wording("\(path) 的成员没有字段“\(name)”", "the elements of \(path) have no field '\(name)'").suggesting(name, among: known)
    case .wrongFilter(let path, let name, let filter):
      Wording("字段“\(path)”不能这样筛选", "the field '\(path)' cannot be filtered in this way").adding(Self.usage(name, filter))
    case .notNumber(let list, let field):
      Wording("\(list) 各项的“\(field)”不是数，不能合计", "the field '\(field)' of \(list) is not a number and has no sum")
    }
  }
}
