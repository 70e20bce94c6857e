import KepingCore

/// The members of Lua's libraries that the sandbox has, and the messages for names that it does not have.
package enum LuaLibrary {
  /// The members that the sandbox has, by library.
  package static let members = Dictionary(uniqueKeysWithValues: LuaNames.libraries.map { ($0.name, $0.members) })

  /// The members of Lua 5.4 that the sandbox does not have, by library.
  package static let missingMembers: [String: Set<String>] = [
    "string": ["dump", "gmatch", "gsub", "match", "pack", "packsize", "unpack"], "table": ["move"],
    "math": ["acos", "asin", "atan", "cos", "deg", "rad", "random", "randomseed", "sin", "tan"],
    "utf8": ["charpattern", "codes", "offset"],
  ]
  /// The global names that the sandbox does not have: those of Lua 5.4, and two of Lua 5.1 that authors may know.
  private static let missingNames = Set(LuaNames.absent + ["loadstring", "unpack"])

  /// Returns the message for an unknown global name.
  package static func unknownName(_ name: String, among known: some Sequence<String>) -> Wording {
    if missingNames.contains(name) {
      return Wording("插件的沙箱没有 Lua 的“\(name)”", "plugins run in a sandbox that has no '\(name)'")
        .adding(nameSubstitutes[name])
    }
    if let foreign = foreignNames[name] { return foreign }
    if let words = options[name] {
      return Wording(
        "“\(name)”是 \(words.prefix(3).joined(separator: "、"))\(words.count > 3 ? " 等" : "")的选项，写在它的花括号里，用一个等号：\(name) = …",
        "'\(name)' is an option of \(words.prefix(3).joined(separator: ", "))\(words.count > 3 ? " and others" : ""): write \(name) = … within its braces"
      )
    }
    return Wording("未知的名称“\(name)”", "unknown name '\(name)'").suggesting(name, among: known)
  }

  /// Returns the message for an unknown member of a library.
  package static func unknownMember(_ name: String, of library: String) -> Wording {
    if missingMembers[library]?.contains(name) == true {
      return Wording(
        "插件的沙箱没有 \(library).\(name)，\(library) 有 \(members[library]!.joined(separator: "、"))",
        "plugins run in a sandbox that has no \(library).\(name); \(library) has \(members[library]!.joined(separator: ", "))"
      ).adding(memberSubstitutes["\(library).\(name)"])
    }
    let wording = Wording("\(library) 没有“\(name)”", "\(library) has no '\(name)'")
    if let substitute = memberSubstitutes["\(library).\(name)"] { return wording.adding(substitute) }
    return wording.suggesting(name, among: members[library] ?? [])
  }
}
