import KepingCore

/// 依据: the provenance of a report as the rows of a table.
enum ProvenanceTable {
  /// A row of the table.
  struct Row: Equatable {
    /// What it is: an input file, a program, a bound.
    let kind: String
    /// Which one it is.
    let name: String
    /// The content, or the value of this run.
    let value: String
    /// The shipped value; empty if there is nothing to compare.
    var shipped = ""

    /// The cells of the row.
    var cells: [String] { [kind, name, value, shipped] }
  }

  /// The heading of the section, or the name of the sheet.
  static let title = "依据"
  /// The headings of the columns.
  static let headings = ["类别", "名称", "内容", "随附的值"]

  /// Returns the rows: keping, the input files, the programs, and each value that is not the shipped one.
  static func rows(_ provenance: Provenance) -> [Row] {
    var rows = [Row(kind: "程序", name: "科评 keping", value: provenance.version)]
    for input in provenance.inputs {
      let name = input.name == "-" ? "标准输入" : input.name
      rows.append(Row(kind: title(of: input.kind), name: name, value: input.sha256.map { "SHA-256 \($0)" } ?? "未能读取"))
    }
    for program in provenance.programs {
      let hash = program.sha256.map { "源文件SHA-256 \($0)" } ?? "源文件未能读取"
      let version = program.reference.version
      let words = [version.isEmpty ? nil : version, title(of: program.status), hash].compactMap { $0 }
      rows.append(Row(kind: "专项", name: program.reference.id, value: words.joined(separator: "，")))
    }
    for change in provenance.changes {
      let words = [change.program, change.key, change.label].compactMap { $0 }.filter { !$0.isEmpty }
      rows.append(
        Row(
          kind: title(of: change.section), name: words.joined(separator: " "), value: change.value,
          shipped: change.shipped ?? "没有"))
    }
    if provenance.changes.isEmpty {
      rows.append(Row(kind: "配置", name: "界限、权重、读法、另行通知、受理时间等", value: "与随附的相同"))
    }
    return rows
  }

  private static func title(of kind: Provenance.Input.Kind) -> String {
    switch kind {
    case .applications: "输入文件"
    case .corrections: "补正材料"
    case .rulings: "裁定"
    case .panel: "专家评分"
    case .ongoing: "在研项目"
    case .grants: "拟支持经费"
    }
  }

  private static func title(of status: Provenance.Program.Status) -> String {
    switch status {
    case .on: "已启用"
    case .off: "已关闭"
    case .broken: "未能加载"
    }
  }

  private static func title(of section: Provenance.Change.Section) -> String {
    switch section {
    case .bounds: "界限"
    case .weights: "权重"
    case .settings: "读法"
    case .notices: "另行通知"
    case .windows: "受理时间"
    case .selection: "评选"
    case .rulings: "裁定"
    case .plausible: "核对金额"
    case .limits: "插件限额"
    }
  }
}
