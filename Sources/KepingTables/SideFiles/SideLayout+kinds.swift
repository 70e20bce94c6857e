import KepingCore
import KepingSelection

extension SideLayout {
  /// The column with the id of the application.
  private static let application = SideColumn(
    field: "application", label: RulingColumn.application.title, otherNames: FieldNames.aliases["id"] ?? [], isRequired: true)

  /// 裁定.
  static let rulings = SideLayout(
    title: Wording("裁定表", "rulings"),
    columns: RulingColumn.allCases.map { column in
      if column == .application { return application }
      let others: [RulingColumn: [String]] = [
        .clause: ["条款编号"], .reason: ["裁定理由"], .basis: ["依据"], .check: ["校验码"], .confirmedBy: ["裁定复核人"],
      ]
      return SideColumn(
        field: column.rawValue, label: column.title, otherNames: others[column] ?? [], isRequired: column.isRequired,
        isDistinctive: [.outcome, .by, .on].contains(column))
    })

  /// 专家评分, with a column for each item.
  static func panel(_ items: [PanelSettings.Item]) -> SideLayout {
    var columns = [
      application,
      SideColumn(field: "expert", label: "专家", otherNames: ["专家姓名", "评审专家", "评审专家姓名"], isRequired: true, isDistinctive: true),
      SideColumn(field: "score", label: "评分", otherNames: ["总分", "得分", "分数", "合计", "专家评分", "评审得分"], isDistinctive: true),
      SideColumn(field: "recused", label: "回避", otherNames: ["是否回避"], isDistinctive: true),
      SideColumn(field: "unit", label: "专家单位", otherNames: ["专家所在单位", "专家工作单位"]),
    ]
    for item in items where !columns.contains(where: { $0.field == item.id }) {
      // The groups of a configuration may have the same item under other titles.
      let titles = items.filter { $0.id == item.id && $0.title != item.title }.map(\.title)
      columns.append(SideColumn(field: item.id, label: item.title, otherNames: titles, isDistinctive: true))
    }
    return SideLayout(
      title: Wording("评分表", "scores"), columns: columns,
      oneOf: columns.dropFirst(2).map(\.field).filter { $0 != "unit" && $0 != "recused" },
      refusesUnknown: true, statesBounds: true)
  }

  /// 在研项目.
  static let ongoing = SideLayout(
    title: Wording("在研项目表", "projects in progress"),
    columns: [
      SideColumn(field: "id", label: "项目编号", otherNames: ["立项编号", "在研项目编号"], isRequired: true),
      SideColumn(field: "title", label: "项目名称"),
      SideColumn(
        field: "unit", label: "承担单位", otherNames: ["承担单位名称", "项目承担单位", "项目承担单位名称", "单位名称"], isRequired: true, isDistinctive: true),
      SideColumn(
        field: "creditCode", label: "统一社会信用代码",
        otherNames: ["信用代码", "社会信用代码", "承担单位统一社会信用代码", "单位统一社会信用代码", "承担单位信用代码"]),
      SideColumn(field: "leader", label: "负责人", otherNames: ["项目负责人", "负责人姓名", "项目负责人姓名"]),
      SideColumn(
        field: "leaderIdNumber", label: "证件号码",
        otherNames: ["负责人证件号码", "项目负责人证件号码", "身份证号", "身份证号码", "负责人身份证号", "负责人身份证号码", "项目负责人身份证号码"],
        isPrivate: true),
      SideColumn(field: "status", label: "状态", otherNames: ["项目状态"], isRequired: true, isDistinctive: true),
    ])

  /// 拟支持经费.
  static let grants = SideLayout(
    title: Wording("拟支持经费表", "amounts granted"),
    columns: [
      application,
      SideColumn(
        field: "granted", label: "拟支持经费", otherNames: ["拟支持金额", "拟支持资金", "拟资助经费", "拟资助金额"], isRequired: true,
        isDistinctive: true),
    ])
}
