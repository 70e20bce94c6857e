import KepingCore

/// A mistake of a plugin in a quantity of a list's elements.
enum ListFault {
  /// The field of `sum` is not a number.
  case notNumber(list: String, field: String)

  /// The stable code of the diagnostic.
  var code: String { "wrong-argument" }

  /// The message of the diagnostic.
  var wording: Wording {
    switch self {
    case .notNumber(let list, let field):
      Wording("\(list) 各项的“\(field)”不是数，不能合计", "the field '\(field)' of \(list) is not a number and has no sum")
    }
  }
}
