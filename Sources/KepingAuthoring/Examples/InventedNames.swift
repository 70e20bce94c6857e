import KepingCore

/// Replaces what identifies people and units in applications by invented names, since the examples of a plugin go wherever the
/// plugin goes.
///
/// The same name gets the same invented one in all applications, so that limits on units and people still count alike.
struct InventedNames {
  private var invented: [String: String] = [:]
  private var counts: [String: Int] = [:]

  /// The number of names that were replaced.
  var count: Int { invented.count }

  /// Returns an application with invented names, and without credit codes, numbers of identity cards, phones and addresses.
  mutating func replacing(in application: JSONValue) -> JSONValue { replacing(application, at: []) }

  private mutating func replacing(_ value: JSONValue, at path: [String]) -> JSONValue {
    switch value {
    case .object(let members):
      let kept = members.filter { !Self.leftOut.contains($0.name) }
      return .object(kept.map { JSONValue.Member($0.name, replacing($0.value, at: path + [$0.name])) })
    case .list(let elements): return .list(elements.map { replacing($0, at: path) })
    case .text(let text): return Self.kind(of: path).map { .text(invent($0, for: text)) } ?? value
    case .null, .flag, .number: return value
    }
  }

  /// The names of the fields that an example does without: those that the host keeps out of results, and credit codes.
  private static let leftOut: Set<String> = {
    var schema = Schema.host
    schema.addLaterFields()
    return Set(schema.nodes.filter(\.field.isPrivate).map(\.field.name)).union(["creditCode"])
  }()

  /// Returns what a field names; nil if it identifies nobody.
  private static func kind(of path: [String]) -> String? {
    switch path {
    case ["title"]: "示例项目"
    case ["applicant", "name"], ["partners", "name"], ["recommender"], ["recommender", "name"]: "示例单位"
    case ["leader", "unit"], ["members", "unit"]: "示例单位"
    case ["leader", "name"], ["members", "name"], ["contact", "name"]: "示例人员"
    case ["applicant", "platforms", "name"]: "示例平台"
    default: nil
    }
  }

  private mutating func invent(_ kind: String, for name: String) -> String {
    // What says that it is invented may stay.
    if name.contains("虚构") || name.contains("示例") { return name }
    let key = "\(kind) \(name)"
    if let known = invented[key] { return known }
    counts[kind, default: 0] += 1
    let new = "\(kind)\(counts[kind] ?? 1)（虚构）"
    invented[key] = new
    return new
  }
}
