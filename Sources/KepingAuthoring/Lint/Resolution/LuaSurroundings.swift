import KepingCore
import KepingPlugins

/// What is known of the plugin beside the file.
struct LuaSurroundings {
  /// The fields as far as they are declared.
  var schema = Schema.host
  /// Fields that are declared somewhere, by the look of the sources.
  var fields: Set<String> = []
  /// Whether other names may be fields, too.
  var isOpen = false

  /// What a name means that is not a local.
  func meaning(ofGlobal name: String) -> LuaMeaning {
    // A number, not the record's field.
    if name == "year" { return .other }
    if let word = Word.standalone[name] { return .word(word) }
    if name == "settings" { return .settings }
    if name == "units" || name == "record" { return .node(nil) }
    if let field = schema.child(name, of: nil) { return .node(field) }
    if fields.contains(name) { return .node(nil) }
    if LuaLibrary.members[name] != nil { return .library(name) }
    return Word.luaNames.contains(name) ? .builtin(name) : .other
  }

  /// The index of a field in another, in the schema; nil where the name is not a field but a method, or unknown.
  func field(_ name: String, in parent: Int) -> Int? {
    // Fields of a list's objects belong to its elements.
    if case .objects = schema.nodes[parent].field.type { return nil }
    return schema.child(name, of: parent)
  }

  /// Whether the plugin, or every plugin, has a field of this name at the top.
  func hasField(_ name: String) -> Bool { schema.child(name, of: nil) != nil || fields.contains(name) }
}
