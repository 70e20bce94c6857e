import KepingCore

/// A fault in the labels by which a plugin replaces those of the host's fields.
enum LabelFault: UsageFault {
  /// The host has no field with a path; `known` are the names of the fields beside it.
  case unknownField(String, in: String, known: [String])
  /// A choice has no value with a name.
  case unknownValue(String, path: String, known: [String])
  /// A field without fields or values in it has names in its table.
  case noMembers(String, path: String)
  /// The plugin declares the field itself.
  case ownField(path: String)
  /// The label of the field is the same for all programs.
  case fixedLabel(path: String)
  /// The words of a field are neither a label nor a table of labels.
  case wrongForm(path: String)
  /// The example of a division code is not a code with the name of its division.
  case wrongExample(path: String)
  /// The field was used at a location before its labels are replaced.
  case usedBefore(path: String, SourceLocation)
  /// The words of a field are replaced twice.
  case replacedTwice(path: String, SourceLocation)
  /// Another field of the same sheet has the label.
  case duplicateLabel(String, path: String, other: String)
  /// Two values of a field have the same label.
  case duplicateValueLabel(String, path: String, values: [String])

  var code: String {
    switch self {
    case .unknownField, .noMembers: "unknown-member"
    case .unknownValue: "unknown-value"
    case .ownField, .fixedLabel, .wrongForm, .wrongExample: "wrong-argument"
    case .usedBefore: "labels-too-late"
    case .replacedTwice, .duplicateLabel, .duplicateValueLabel: "duplicate-label"
    }
  }

  var wording: Wording {
    switch self {
    case .unknownField(let name, let parent, let known):
      Wording(
        parent.isEmpty ? "主程序没有字段“\(name)”" : "主程序的字段 \(parent) 里没有“\(name)”",
        parent.isEmpty ? "the host has no field '\(name)'" : "the host's field \(parent) has no '\(name)'"
      ).suggesting(name, among: known)
    case .unknownValue(let name, let path, let known):
      Wording("\(path) 没有可选值“\(name)”", "\(path) has no value '\(name)'").suggesting(name, among: known)
    case .noMembers(let name, let path):
      Wording(
        "\(path) 没有可选值，也没有里层的字段，“\(name)”不起作用", "\(path) has neither values nor inner fields, so '\(name)' has no effect")
    case .ownField(let path):
      Wording("字段 \(path) 是本专项自己声明的，名称写在 fields 里", "the plugin declares \(path) itself; write its label in fields")
    case .fixedLabel(let path):
      Wording("字段 \(path) 在各专项里名称相同，不能改", "the label of \(path) is the same in all programs and cannot be replaced")
    case .wrongForm(let path):
      Wording(
        "\(path) 应写作 \"名称\"，或 { \"名称\", 值或里层的字段 = \"名称\" }",
        "\(path) must have the form \"label\", or { \"label\", value_or_inner_field = \"label\" }")
    case .wrongExample(let path):
      Wording(
        "\(path) 的 example 应为6位行政区划代码和名称，如“520102（贵阳市南明区）”",
        "the example of \(path) must be a division code of 6 digits and a name, such as '520102（贵阳市南明区）'")
    case .usedBefore(let path, let location):
      Wording(
        "字段 \(path) 在 \(location.path):\(location.line) 已经用到，labels 应写在这之前",
        "the field \(path) is used at \(location.path):\(location.line); labels must come before that")
    case .replacedTwice(let path, let location):
      Wording(
        "字段 \(path) 的名称在 \(location.path):\(location.line) 已经改过",
        "the label of \(path) is already replaced at \(location.path):\(location.line)")
    case .duplicateLabel(let label, let path, let other):
      Wording(
        "“\(label)”同时是 \(path) 和 \(other) 的名称，在同一张表里分不清",
        "'\(label)' is the label of both \(path) and \(other), which one sheet cannot tell apart")
    case .duplicateValueLabel(let label, let path, let values):
      Wording(
        "“\(label)”同时是 \(path) 的可选值 \(values.joined(separator: " 和 ")) 的名称",
        "'\(label)' is the label of several values of \(path): \(values.joined(separator: " and "))")
    }
  }
}
