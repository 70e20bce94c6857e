import KepingCore
import KepingPlugins

extension ProgramRemarks {
  /// Returns a remark for each call of `fields` that declares fields which no direction reads and gives no reason for them, and
  /// for each reason that is not needed.
  ///
  /// It is never an error, since programs may share a form and leave many of its fields unread.
  /// - Parameter includesExplained: whether fields with a reason are listed, too.
  static func fields(_ loaded: PluginProgram, includesExplained: Bool = false) -> [Diagnostic] {
    let program = loaded.program
    var read = FieldsRead()
    for direction in program.directions { read.formUnion(program.checks.fields(of: direction)) }
    guard !read.isWholeRecord else { return [] }
    let unread = Set(self.unread(in: program.schema, read))
    return loaded.locations.fieldDeclarations.compactMap { declaration in
      let paths = declaration.nodes.filter { unread.contains($0) }.map { program.schema.nodes[$0].path }
      guard let wording = wording(paths, declaration.reason, includesExplained: includesExplained) else { return nil }
      return remark(
        Diagnostic(
          path: declaration.location.path, line: declaration.location.line,
          code: paths.isEmpty ? "unneeded-reason" : "unread-field", wording))
    }
  }

  private static func wording(_ paths: [String], _ reason: String?, includesExplained: Bool) -> Wording? {
    guard !paths.isEmpty else {
      return reason == nil
        ? nil : Wording("这里声明的字段都有方向读取，请删去 fields 的理由", "directions read all fields declared here; delete the reason of fields")
    }
    let names =
      includesExplained ? paths.joined(separator: ", ") : paths.prefix(5).joined(separator: ", ") + (paths.count > 5 ? "…" : "")
    let count = Wording(
      "\(paths.count)个自定字段没有方向读取：\(names)", "no direction reads \(paths.count) of the plugin's fields: \(names)")
    guard let reason else {
      return Wording(
        count.chinese + "；请删去，或在 fields 的第二个参数里写明理由",
        count.english + "; delete them, or give a reason as the second argument of fields")
    }
    return includesExplained ? Wording("\(count.chinese)（\(reason)）", "\(count.english) (\(reason))") : nil
  }

  /// Returns the indices of the plugin's fields that no direction reads; a tally is read if one of its counts is.
  private static func unread(in schema: Schema, _ read: FieldsRead) -> [Int] {
    var unread: [Int] = []
    func visit(_ index: Int) {
      let node = schema.nodes[index]
      switch node.field.type {
      case .object: for child in node.children { visit(child) }
      case .tally:
        if !isRead(index) { unread.append(index) }
      default:
        if !node.isHost, !read.slots.contains(node.slot) { unread.append(index) }
      }
    }
    func isRead(_ index: Int) -> Bool {
      read.slots.contains(schema.nodes[index].slot) || schema.nodes[index].children.contains { isRead($0) }
    }
    for root in schema.roots { visit(root) }
    return unread
  }
}
