import KepingCore

/// What the sandbox offers of Lua's own libraries, and what Lua has besides.
///
/// A test holds the members against the sandbox itself.
enum LuaLibrary {
  static let members: [String: [String]] = [
    "string": ["byte", "char", "find", "format", "len", "lower", "rep", "reverse", "sub", "upper"],
    "table": ["concat", "insert", "pack", "remove", "sort", "unpack"],
    "math": [
      "abs", "ceil", "exp", "floor", "fmod", "huge", "log", "max", "maxinteger", "min", "mininteger", "modf", "pi", "sqrt",
      "tointeger", "type", "ult",
    ],
    "utf8": ["char", "codepoint", "len"],
  ]

  /// What Lua has elsewhere, and a plugin has not.
  private static let missingMembers: [String: Set<String>] = [
    "string": ["dump", "gmatch", "gsub", "match", "pack", "packsize", "unpack"], "table": ["move"],
    "math": ["acos", "asin", "atan", "cos", "deg", "rad", "random", "randomseed", "sin", "tan"],
    "utf8": ["charpattern", "codes", "offset"],
  ]
  private static let missingNames: Set<String> = [
    "_G", "_VERSION", "collectgarbage", "coroutine", "debug", "dofile", "getmetatable", "io", "load", "loadfile", "loadstring",
    "next", "os", "package", "print", "rawget", "rawset", "unpack", "warn", "xpcall",
  ]

  /// Why a global name is not known.
  static func unknownName(_ name: String, among known: some Sequence<String>) -> Wording {
    if missingNames.contains(name) {
      return Wording("插件的沙箱没有 Lua 的“\(name)”", "plugins run in a sandbox that has no '\(name)'")
    }
    return Wording("未知的名称“\(name)”", "unknown name '\(name)'").suggesting(name, among: known)
  }

  /// Why a library has no such member.
  static func unknownMember(_ name: String, of library: String) -> Wording {
    if missingMembers[library]?.contains(name) == true {
      return Wording(
        "插件的沙箱没有 \(library).\(name)，\(library) 有 \(members[library]!.joined(separator: "、"))",
        "plugins run in a sandbox that has no \(library).\(name); \(library) has \(members[library]!.joined(separator: ", "))")
    }
    return Wording("\(library) 没有“\(name)”", "\(library) has no '\(name)'").suggesting(name, among: members[library] ?? [])
  }
}
