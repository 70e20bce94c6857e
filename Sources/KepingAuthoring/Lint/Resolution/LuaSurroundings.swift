import KepingCore
import KepingPlugins

/// The linter's knowledge of a plugin beyond the file itself.
struct LuaSurroundings {
  /// The fields that are declared, up to the error if the plugin did not load.
  var schema = Schema.host
  /// The version of the vocabulary that the plugin is written for.
  var api = 1
  /// The words that give way to fields of the plugin.
  var laterWords = Word.later
  /// The names of top-level fields that the sources declare literally.
  var fields: Set<String> = []
  /// The names of fields at any depth that the sources declare literally, if the schema is not complete.
  var innerFields: Set<String> = []
  /// The guideline's year.
  var year: Int?
  /// The names of the plugin's modules.
  var modules: Set<String> = []
  /// The names of members that the files of the plugin give to their tables.
  var definedMembers: Set<String> = []
  /// Whether an unknown name may be a field, because the declared fields are not all known.
  var isOpen = false

  /// Returns the meaning of a global name.
  func meaning(ofGlobal name: String) -> LuaMeaning {
    // The global `year` is a number, not the field of the record.
    if name == "year" { return .other }
    if let word = Word.standalone[name], !(laterWords.contains(word) && declaresField(name)) { return .word(word) }
    if name == "settings" { return .settings }
    if name == "units" || name == "record" { return .node(nil) }
    if let field = schema.child(name, of: nil) { return .node(field) }
    if fields.contains(name) { return .node(nil) }
    if LuaLibrary.members[name] != nil { return .library(name) }
    return Word.luaNames.contains(name) ? .builtin(name) : .other
  }

  /// Returns the index of a field within another in the schema, or nil if the name is a method or unknown.
  func field(_ name: String, in parent: Int) -> Int? {
    // The fields of an object list belong to its elements, not to the list.
    if case .objects = schema.nodes[parent].field.type { return nil }
    return schema.child(name, of: parent)
  }

  /// Whether the plugin declares a top-level field of this name.
  private func declaresField(_ name: String) -> Bool {
    fields.contains(name) || schema.child(name, of: nil).map { !schema.nodes[$0].isHost } == true
  }

  /// Whether the host or the plugin declares a top-level field of this name.
  func hasField(_ name: String) -> Bool { schema.child(name, of: nil) != nil || fields.contains(name) }
}
