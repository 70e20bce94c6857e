import KepingCore
import KepingYAML

/// Finds the changes of test cases that cannot be meant.
struct ChangeCheck {
  let schema: Schema

  /// Returns the error of a change that takes away a field that does not exist, which no evaluation would notice.
  func removalFault(_ change: (key: YAMLNode, path: String, value: YAMLNode)) -> Diagnostic? {
    guard change.value.isNull, let unknown = unknownName(in: change.path) else { return nil }
    return change.key.fault(
      "unknown-field",
      Wording(
        "没有字段“\(change.path)”，去掉它不起作用\(unknown.hint.chinese)",
        "no field '\(change.path)', so removing it does nothing\(unknown.hint.english)"))
  }

  /// Returns advice about a change that an assessment refuses: the problem is in the field of the change or below it.
  func advice(_ change: (key: YAMLNode, path: String, value: YAMLNode)) -> Wording? {
    if let unknown = unknownName(in: change.path) { return unknown.isHinted ? nil : unknown.hint }
    guard case .scalar(let text, let isPlain) = change.value.value, let first = text.unicodeScalars.first else { return nil }
    if !isPlain, Double(text) != nil { return Wording("；数不要加引号", "; write the number without quotes") }
    guard ("0"..."9").contains(first), Double(text) == nil else { return nil }
    return Wording(
      "；测试里金额以元为单位写数字，个数和比例也只写数字，不写单位、逗号和下划线",
      "; tests give amounts as numbers in yuan, and counts and percentages as numbers, without unit, comma or underscore")
  }

  /// Returns advice about a path with a name that no field has; nil if all have one or none is similar.
  func hint(_ path: String) -> Wording? { unknownName(in: path).flatMap { $0.hint.chinese.isEmpty ? nil : $0.hint } }

  /// A name in a path that no field has.
  private struct UnknownName {
    /// Whether an evaluation gives other advice.
    var isHinted = false
    let hint: Wording
  }

  /// Returns the first name in a path that no field has, or nil if all have one.
  private func unknownName(in path: String) -> UnknownName? {
    var parent: Int?
    var prefix = ""
    for part in path.split(separator: ".", omittingEmptySubsequences: false) {
      let name = String(part.prefix { $0 != "[" })
      guard let node = schema.child(name, of: parent) else { return unknownName(name, in: parent, prefix) }
      switch schema.nodes[node].field.type {
      case .object, .objects: (parent, prefix) = (node, "\(prefix)\(part).")
      // The names below other fields are years or kinds.
      default: return nil
      }
    }
    return nil
  }

  private func unknownName(_ name: String, in parent: Int?, _ prefix: String) -> UnknownName {
    if let field = schema.nodes.first(where: { $0.field.label == name }) {
      return UnknownName(hint: Wording("；字段要写名称：\(field.path)（\(name)）", "; write the name of the field: \(field.path)"))
    }
    if let near = nearest(to: name, among: schema.names(in: parent)) {
      return UnknownName(
        isHinted: true, hint: Wording("；是否应为“\(prefix)\(near)”？", "; did you mean '\(prefix)\(near)'?"))
    }
    // The field may belong to another object.
    let other = schema.nodes.first { $0.field.name == name }?.path
    return UnknownName(
      hint: other.map { Wording("；是否应为“\($0)”？", "; did you mean '\($0)'?") } ?? Wording("", ""))
  }
}
