import KepingCore
import KepingFiles
import LuaRuntime
import SystemPackage

/// The hint for `and` and `or` between nodes, where Lua selects one of the nodes while the plugin loads.
package enum LuaChoice {
  /// Returns the meaning of `and` or `or` between two nodes, and what to write instead.
  package static func wording(of written: String) -> Wording {
    written == "and"
      ? Wording(
        "在 Lua 中 a and b 就是 b，请把两个检查分开写，或用 all_of { a, b }",
        "in Lua, 'a and b' is just b; write the two checks separately, or use all_of { a, b }")
      : Wording("在 Lua 中 a or b 就是 a，请用 any_of { a, b }", "in Lua, 'a or b' is just a; use any_of { a, b }")
  }
}

extension Plugin {
  /// Returns the hint for a line that contains `and` or `or`, or nil if it contains neither.
  func choiceHint(at location: LuaLocation) -> Wording? {
    guard location.file.hasPrefix(id + "/") else { return nil }
    let file = folder.pushing(FilePath(String(location.file.dropFirst(id.utf8.count + 1))))
    guard let source = try? FileText.read(file, limit: Self.maximumFileSize, followsLinks: false) else { return nil }
    let token = LuaTokens(source).tokens.first {
      $0.line == location.line && $0.kind == .keyword && ($0.written == "and" || $0.written == "or")
    }
    return token.map { LuaChoice.wording(of: $0.written) }
  }
}
