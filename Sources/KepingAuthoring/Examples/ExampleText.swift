import KepingCore

/// The text of a file in a plugin's `examples/`: applications as a JSON array that people can read and change.
public struct ExampleText {
  private var applications: [JSONValue] = []
  private var names = InventedNames()
  private let keepsNames: Bool

  /// Creates an empty file.
  /// - Parameter keepsNames: whether the names of people and units stay, because they are invented already.
  public init(keepsNames: Bool = false) { self.keepsNames = keepsNames }

  /// The number of applications.
  public var count: Int { applications.count }
  /// The number of names of people, units, platforms and projects that were replaced by invented ones.
  public var replacedNames: Int { names.count }

  /// Adds an application.
  /// - Parameter application: a JSON object.
  /// - Throws: ``JSONFault`` if it is not JSON.
  public mutating func add(_ application: Bytes) throws(JSONFault) {
    let value = try JSONValue(application)
    applications.append(keepsNames ? value : names.replacing(in: value))
  }

  /// The file's text, with a line for each member of an application, and objects and lists that fit on one line on one line.
  public var text: String {
    applications.isEmpty
      ? "[]\n" : "[\n" + applications.map { "  " + Self.text($0, indent: 2) }.joined(separator: ",\n") + "\n]\n"
  }

  /// The number of characters up to which an object or a list below the application is written on one line.
  private static let width = 100

  private static func text(_ value: JSONValue, indent: Int) -> String {
    let line = value.bytes.text
    let inner = String(repeating: " ", count: indent + 2)
    let outer = String(repeating: " ", count: indent)
    switch value {
    case .object(let members) where !members.isEmpty && (indent == 2 || line.count + indent > width):
      let parts = members.map { "\(inner)\(JSONValue.text($0.name).bytes.text): \(text($0.value, indent: indent + 2))" }
      return "{\n\(parts.joined(separator: ",\n"))\n\(outer)}"
    case .list(let elements) where line.count + indent > width:
      return "[\n\(elements.map { inner + text($0, indent: indent + 2) }.joined(separator: ",\n"))\n\(outer)]"
    case .object(let members):
      return "{"
        + members.map { "\(JSONValue.text($0.name).bytes.text): \(text($0.value, indent: indent))" }.joined(separator: ", ") + "}"
    case .list(let elements): return "[" + elements.map { text($0, indent: indent) }.joined(separator: ", ") + "]"
    case .null, .flag, .number, .text: return line
    }
  }
}
