import KepingCore

/// A fault in the values of a choice, of a list of texts or of a tally that a check or a quantity names.
enum ChoiceFault: UsageFault {
  /// `has` is called with several values.
  case hasSeveral
  /// A value is neither a choice of a field nor a list of them.
  case notChoice(example: String?)
  /// A field has no choice with a value.
  case unknownValue(String, path: String, known: [String])
  /// A field is not a tally.
  case notTally
  /// A tally has no kind with a name.
  case unknownTallyKind(String, path: String, known: [String])

  var code: String {
    switch self {
    case .hasSeveral, .notChoice: "wrong-argument"
    case .unknownValue, .unknownTallyKind: "unknown-value"
    case .notTally: "unknown-member"
    }
  }

  var wording: Wording {
    switch self {
    case .hasSeveral: Wording("has 只能问一个值", "has takes a single value")
    case .notChoice(let example):
      Wording("应为可选值，如 \"\(example ?? "…")\" 或其列表", "one of the field's values is expected, or a list of them")
    case .unknownValue(let name, let path, let known):
      Wording("\(path) 没有可选值“\(name)”", "\(path) has no value '\(name)'").suggesting(name, among: known)
    case .notTally: Wording("不是分类计数", "not a tally")
    case .unknownTallyKind(let name, let path, let known):
      Wording("\(path) 没有类别“\(name)”", "\(path) has no kind '\(name)'").suggesting(name, among: known)
    }
  }
}
