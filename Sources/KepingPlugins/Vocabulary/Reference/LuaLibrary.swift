import KepingCore

/// What the sandbox offers of Lua's own libraries, and what Lua has besides.
package enum LuaLibrary {
  package static let members = Dictionary(uniqueKeysWithValues: LuaNames.libraries.map { ($0.name, $0.members) })

  /// What Lua has elsewhere, and a plugin has not.
  private static let missingMembers: [String: Set<String>] = [
    "string": ["dump", "gmatch", "gsub", "match", "pack", "packsize", "unpack"], "table": ["move"],
    "math": ["acos", "asin", "atan", "cos", "deg", "rad", "random", "randomseed", "sin", "tan"],
    "utf8": ["charpattern", "codes", "offset"],
  ]
  /// With those of Lua 5.1, which many still know.
  private static let missingNames = Set(LuaNames.absent + ["loadstring", "unpack"])

  /// Why a global name is not known.
  package static func unknownName(_ name: String, among known: some Sequence<String>) -> Wording {
    if missingNames.contains(name) {
      return Wording("插件的沙箱没有 Lua 的“\(name)”", "plugins run in a sandbox that has no '\(name)'")
    }
    return Wording("未知的名称“\(name)”", "unknown name '\(name)'").suggesting(name, among: known)
  }

  /// Why a library has no such member.
  package static func unknownMember(_ name: String, of library: String) -> Wording {
    if missingMembers[library]?.contains(name) == true {
      return Wording(
        "插件的沙箱没有 \(library).\(name)，\(library) 有 \(members[library]!.joined(separator: "、"))",
        "plugins run in a sandbox that has no \(library).\(name); \(library) has \(members[library]!.joined(separator: ", "))")
    }
    return Wording("\(library) 没有“\(name)”", "\(library) has no '\(name)'").suggesting(name, among: members[library] ?? [])
  }
}
