import KepingCore
import Yams

/// Reads YAML files into nodes that know their places; the only importer of Yams.
public enum YAMLFile {
  /// The most values that a file may have once its aliases are written out.
  static let maximumValues = 200_000

  /// Reads one document.
  /// - Parameter path: the file, as messages name it.
  /// - Throws: ``Diagnostic`` with code `invalid-yaml`.
  public static func parse(_ text: String, path: String) throws(Diagnostic) -> YAMLNode {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw diagnostic(error, path)
    } catch {
      throw Diagnostic(path: path, code: "invalid-yaml", Wording("\(error)", "\(error)"))
    }
    guard let root else {
      return YAMLNode(value: .scalar("", isPlain: true), line: 1, column: 1, path: path)
    }
    var left = maximumValues
    return try convert(root, path, &left)
  }

  private static func convert(_ node: Node, _ path: String, _ left: inout Int) throws(Diagnostic) -> YAMLNode {
    let line = max(node.mark?.line ?? 1, 1)
    let column = max(node.mark?.column ?? 1, 1)
    left -= 1
    guard left >= 0 else {
      throw Diagnostic(
        path: path, line: line, column: column, code: "invalid-yaml",
        Wording("内容过多（超过\(maximumValues)项）", "more than \(maximumValues) values"))
    }
    let value: YAMLNode.Value
    switch node {
    case .scalar(let scalar):
      value = .scalar(scalar.string, isPlain: scalar.style == .plain || scalar.style == .any)
    case .mapping(let mapping):
      var members: [(key: YAMLNode, value: YAMLNode)] = []
      for (key, item) in mapping { members.append((try convert(key, path, &left), try convert(item, path, &left))) }
      value = .mapping(members)
    case .sequence(let sequence):
      var elements: [YAMLNode] = []
      for item in sequence { elements.append(try convert(item, path, &left)) }
      value = .sequence(elements)
    case .alias:
      throw Diagnostic(
        path: path, line: line, column: column, code: "invalid-yaml", Wording("别名未解析", "an alias that is not resolved"))
    }
    return YAMLNode(value: value, line: line, column: column, path: path)
  }

  private static func diagnostic(_ error: YamlError, _ path: String) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
      return Diagnostic(
        path: path, line: mark.line, column: mark.column, code: "invalid-yaml",
        Wording("YAML写法有误：\(problem)", "not valid YAML: \(problem)"))
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.joined(separator: ", ")
      return Diagnostic(
        path: path, line: context.mark.line, column: context.mark.column, code: "duplicate-key",
        Wording("键重复出现：\(names)", "a key is given twice: \(names)"))
    default:
      return Diagnostic(path: path, code: "invalid-yaml", Wording("YAML写法有误：\(error)", "not valid YAML: \(error)"))
    }
  }
}
