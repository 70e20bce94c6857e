import KepingCore

/// A fault in the values of a choice, of a list of texts or of a tally that a check or a quantity names.
enum ChoiceFault: UsageFault {
  /// `has` is called with several values.
  case hasSeveral
  /// A value is neither a choice of a field nor a list of them.
  case notChoice(example: String?)
  /// A field has no choice with a value.
  case unknownValue(String, path: String, known: [Choice])
  /// A field is not a tally.
  case notTally
  /// A tally has no kind with a name.
  case unknownTallyKind(String, path: String, known: [Choice])

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
      Wording("\(path) 没有可选值“\(name)”", "\(path) has no value '\(name)'").naming(name, among: known)
    case .notTally: Wording("不是分类计数", "not a tally")
    case .unknownTallyKind(let name, let path, let known):
      Wording("\(path) 没有类别“\(name)”", "\(path) has no kind '\(name)'").naming(name, among: known)
    }
  }

  var subject: FaultSubject? {
    switch self {
    case .unknownValue(let name, _, _), .unknownTallyKind(let name, _, _): .written(name)
    case .hasSeveral, .notChoice, .notTally: nil
    }
  }
}

extension Wording {
  /// The most values that a message lists.
  private static let listed = 12

  /// Returns the message with the value that the author meant by its label or by a similar name, or with all values.
  fileprivate func naming(_ name: String, among choices: [Choice]) -> Wording {
    if let choice = choices.first(where: { $0.label == name }) ?? choices.first(where: { $0.otherLabels.contains(name) }) {
      return adding(
        Wording("“\(name)”的值是 \"\(choice.value)\"，请写值", "the value of '\(name)' is \"\(choice.value)\"; write the value"))
    }
    let near = suggesting(name, among: choices.map(\.value))
    guard near == self, !choices.isEmpty else { return near }
    let shown = choices.inWrittenOrder.prefix(Self.listed)
    let more = choices.count > Self.listed
    return adding(
      Wording(
        "可以是 " + shown.map { "\"\($0.value)\"（\($0.label)）" }.joined(separator: "、") + (more ? "……" : ""),
        "it can be " + shown.map { "\"\($0.value)\" (\($0.label))" }.joined(separator: ", ") + (more ? ", …" : "")))
  }
}
