import KepingCore
import KepingFiles
import KepingPlugins
import KepingYAML
import SystemPackage

/// Remarks about parts of a loaded program that have no effect.
enum ProgramRemarks {
  /// Returns a remark for each setting of the manifest that the program does not read.
  /// - Parameter members: the member names in the Lua files, since a setting may be read only if another one is on.
  static func settings(_ loaded: PluginProgram, members: Set<String>) -> [Diagnostic] {
    loaded.plugin.manifest.settings.filter { !loaded.settingsRead.contains($0.name) && !members.contains($0.name) }.map {
      manifestRemark(
        in: loaded.plugin, "unread-setting", Wording("程序没有读取设置“\($0.name)”", "the program never reads the setting '\($0.name)'"),
        setting: $0.name)
    }
  }

  /// Returns a remark for each clause that has the same quote as an earlier clause of its direction, or a quote with stray spaces.
  static func quotes(_ loaded: PluginProgram) -> [Diagnostic] {
    loaded.program.directions.flatMap { direction -> [Diagnostic] in
      var first: [String: String] = [:]
      let spaces = direction.clauses.compactMap { clause -> Diagnostic? in
        let quote = clause.quote
        guard quote.first?.isWhitespace == true || quote.last?.isWhitespace == true || quote.contains("  ") else { return nil }
        let location = loaded.locations[clause: clause.id]
        return remark(
          Diagnostic(
            path: location?.path ?? loaded.plugin.path, line: location?.line, code: "spaces-in-quote",
            Wording(
              "条款 \(clause.id) 的原文开头、末尾或中间有多余的空格，意见里会照样显示，请删去",
              "the quote of the clause \(clause.id) has spaces at its beginning or end, or two in a row, which findings show; remove them"
            )))
      }
      return spaces
        + direction.clauses.compactMap { clause -> Diagnostic? in
          guard let other = first.updateValue(clause.id, forKey: clause.quote) else { return nil }
          let location = loaded.locations[clause: clause.id]
          return remark(
            Diagnostic(
              path: location?.path ?? loaded.plugin.path, line: location?.line, code: "duplicate-quote",
              Wording("条款 \(clause.id) 的原文与 \(other) 相同", "the clause \(clause.id) has the same quote as \(other)")))
        }
    }
  }

  static func remark(_ diagnostic: Diagnostic) -> Diagnostic {
    var diagnostic = diagnostic
    diagnostic.isRemark = true
    return diagnostic
  }

  /// Returns a remark with the position of a setting's key or of a direction's id in the manifest, if it is found there.
  static func manifestRemark(
    in plugin: Plugin, _ code: String, _ wording: Wording, setting: String? = nil, direction: String? = nil
  ) -> Diagnostic {
    let path = plugin.manifest.path
    var found: YAMLNode?
    if let text = try? FileText.readText(plugin.folder.appending("plugin.yaml"), limit: 1 << 20, followsLinks: false),
      let root = try? YAMLFile.parse(text, path: path)
    {
      let node = member(setting == nil ? "projectTypes" : "settings", of: root)
      if let setting { found = node.flatMap { pairs($0).first { (try? $0.key.text()) == setting }?.key } }
      if let direction {
        let directions = elements(node).flatMap { elements(member("directions", of: $0)) }
        found = directions.compactMap { member("id", of: $0) }.first { (try? $0.text()) == direction }
      }
    }
    return remark(found?.fault(code, wording) ?? Diagnostic(path: path, code: code, wording))
  }

  private static func pairs(_ node: YAMLNode) -> [(key: YAMLNode, value: YAMLNode)] {
    if case .mapping(let pairs) = node.value { pairs } else { [] }
  }

  private static func elements(_ node: YAMLNode?) -> [YAMLNode] {
    if case .sequence(let elements)? = node?.value { elements } else { [] }
  }

  private static func member(_ name: String, of node: YAMLNode) -> YAMLNode? {
    pairs(node).first { (try? $0.key.text()) == name }?.value
  }
}
