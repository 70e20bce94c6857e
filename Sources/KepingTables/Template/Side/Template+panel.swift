import KepingCore
import KepingFiles
import KepingSelection
import Workbooks

extension Template {
  /// An application that a sheet beside the applications has a row for.
  public struct Candidate: Sendable {
    /// The id.
    public let id: String
    /// The title of the project.
    public let title: String
    /// The name of the applicant.
    public let applicant: String
    /// The amount that was applied for, in yuan; nil if it is not given.
    public let requested: Double?

    /// Creates an application.
    public init(id: String, title: String, applicant: String, requested: Double? = nil) {
      self.id = id
      self.title = title
      self.applicant = applicant
      self.requested = requested
    }
  }

  /// The applications that are ranked together, with the items that experts score.
  public struct PanelGroup: Sendable {
    /// The key of the group: `4`.
    public let key: String
    /// The title of the group.
    public let title: String
    /// The items; empty if experts give one score.
    public let items: [PanelSettings.Item]
    /// The applications.
    public let candidates: [Candidate]

    /// Creates a group.
    public init(key: String, title: String, items: [PanelSettings.Item], candidates: [Candidate]) {
      self.key = key
      self.title = title
      self.items = items
      self.candidates = candidates
    }
  }

  /// Writes the sheets for the panel's scores: one for each group, with a row for each of its applications, or one for each
  /// application and expert.
  ///
  /// - Parameter experts: the names of the experts; empty if they are filled in by hand.
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  public static func panel(_ groups: [PanelGroup], experts: [String] = [], to output: StagedFile) throws(Diagnostic) {
    let writer = try WorkbookWriter(output, streams: false)
    writer.setProperties(title: "专家评分表", author: "科评 keping")
    TemplateNotes.write(
      scopes: [
        "请专家为各项目评分，每组项目一张工作表：" + groups.map { "\($0.key) \($0.title)，\($0.candidates.count)项" }.joined(separator: "；") + "。"
      ],
      notes: panelNotes, closing: "（受理部门：收回后用 keping rank 申报表 --panel 加上本文件的名称；各专家分别填写的，可以给出几个文件。）",
      writer.addSheet(TemplateNotes.name))
    var names = SheetNames()
    for group in groups {
      let columns = panelColumns(group.items)
      let rows = group.candidates.flatMap { candidate in
        (experts.isEmpty ? [""] : experts).map { expert in
          [candidate.id, candidate.title, candidate.applicant, expert].map { $0.isEmpty ? FormValue.none : .text($0) }
        }
      }
      for start in stride(from: 0, to: max(1, rows.count), by: FormSheet.maximumRows) {
        let part = Array(rows[start..<min(rows.count, start + FormSheet.maximumRows)])
        FormSheet(columns: columns, rows: part).write(writer.addSheet(names.take("\(group.key) \(group.title)")))
      }
    }
    try writer.finish()
  }

  private static let panelNotes = [
    "每行是一位专家给一个项目的评分。同一项目有几位专家的，一位一行：把项目的行复制下来，改“专家”一格。",
    "分数写在列名注明满分的各列里，最多两位小数，不能小于0，也不能超过满分；各评分项都要填。",
    "专家应当回避的，在“回避”里选“是”，分数留空。专家单位填了的，会核对是不是申报单位或合作单位。",
    "没有评的项目，分数和“回避”都留空，不算评过。",
    "请不要改申报编号和列名；可以增加“备注”一列。",
  ]

  private static func panelColumns(_ items: [PanelSettings.Item]) -> [FormColumn] {
    let layout = SideLayout.panel([])
    func label(_ field: String) -> String { layout.columns.first { $0.field == field }?.label ?? field }
    func score(_ title: String, maximum: Int) -> FormColumn {
      let bound = ExactDecimal(maximum, exponent: -2)
      return FormColumn(
        heading: "\(title)（0—\(bound.text)分）", width: 16, type: .decimal, rule: .numberWithin(0...bound.nearest),
        hint: "0到\(bound.text)分，最多两位小数；回避的留空")
    }
    let scores = items.isEmpty ? [score(label("score"), maximum: 10_000)] : items.map { score($0.title, maximum: $0.maximum) }
    return [
      FormColumn(heading: label("application"), width: 20, isRequired: true), FormColumn(heading: "项目名称", width: 36),
      FormColumn(heading: "申报单位", width: 30),
      FormColumn(heading: label("expert"), width: 12, isRequired: true, comment: "专家的姓名；同一项目有几位专家的，一位一行"),
    ] + scores + [
      FormColumn(heading: label("recused"), width: 8, rule: .oneOf(["是", "否"]), hint: "应当回避的选“是”，分数留空"),
      FormColumn(heading: label("unit"), width: 30, comment: "专家所在单位的名称或统一社会信用代码；评自己单位的项目而没有回避的，会指出来"),
    ]
  }
}
