import KepingCore

/// A fault in a check or a quantity of a list's elements.
enum ListFault: UsageFault {
  /// The elements of a list have no field with a name.
  case unknownFilter(String, path: String, known: [String])
  /// A filter does not fit the type of its field.
  case wrongFilter(path: String)
  /// The field of `sum` is not a number.
  case notNumber(list: String, field: String)

  var code: String {
    switch self {
    case .unknownFilter: "unknown-member"
    case .wrongFilter, .notNumber: "wrong-argument"
    }
  }

  var wording: Wording {
    switch self {
    case .unknownFilter(let name, let path, let known):
      Wording("\(path) 的成员没有字段“\(name)”", "the elements of \(path) have no field '\(name)'").suggesting(name, among: known)
    case .wrongFilter(let path): Wording("字段“\(path)”不能这样筛选", "the field '\(path)' cannot be filtered in this way")
    case .notNumber(let list, let field):
      Wording("\(list) 各项的“\(field)”不是数，不能合计", "the field '\(field)' of \(list) is not a number and has no sum")
    }
  }
}
