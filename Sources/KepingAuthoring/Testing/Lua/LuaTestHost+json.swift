import KepingCore
import KepingPlugins
import LuaRuntime

extension LuaTestHost {
  /// Converts a value in a test's changes to JSON; an empty table is a list if the field at its path is one.
  func json(_ value: LuaValue, at path: String, _ location: LuaLocation) throws -> JSONValue {
    switch value {
    case .handle(0): return .null
    case .boolean(let flag): return .flag(flag)
    case .integer(let number): return .number(String(number))
    case .number(let number) where number.isFinite:
      var text: Bytes = []
      text.append(number: number)
      return .number(text.text)
    case .text(let text): return .text(text)
    case .table(let table):
      let isMixed = !table.list.isEmpty && !table.named.isEmpty
      guard !isMixed, table.otherKeys.isEmpty else {
        throw fault(
          "wrong-argument", location,
          Wording(
            "“\(path)”应是列表或以文本为键的表，如 { [\"2023\"] = 1 }",
            "'\(path)' must be a list, or a table with strings as keys, such as { [\"2023\"] = 1 }"
          ))
      }
      if table.named.isEmpty, !table.list.isEmpty || isList(path) {
        return .list(try table.list.enumerated().map { try json($1, at: "\(path)[\($0)]", location) })
      }
      return .object(try table.named.map { JSONValue.Member($0.name, try json($0.value, at: "\(path).\($0.name)", location)) })
    default:
      throw fault(
        "wrong-argument", location,
        Wording("“\(path)”不能是 \(value.kind)", "'\(path)' cannot be a \(value.kind)"))
    }
  }

  /// Whether the program declares the field at a path as a list.
  private func isList(_ path: String) -> Bool {
    let schema = bench.loaded.program.schema
    var node: Int?
    var isElement = false
    for step in path.split(separator: ".") {
      let name = step.prefix { $0 != "[" }
      guard let child = schema.child(String(name), of: node) else { return false }
      node = child
      isElement = name.count < step.count
    }
    guard let node, !isElement else { return false }
    switch schema.nodes[node].field.type {
    case .objects, .texts: return true
    default: return false
    }
  }
}
