import KepingCore
import KepingReports
import KepingTables

/// The section of a program's page that describes one direction.
struct DirectionDocument {
  private let program: Program
  private let direction: Direction

  init(_ program: Program, _ direction: Direction) {
    self.program = program
    self.direction = direction
  }

  /// Appends the clauses, the criteria, the fields that the direction reads, and its uncovered texts.
  func add(to page: inout Document) {
    addClauses(to: &page)
    addScore(to: &page)
    addFields(to: &page)
    ProgramDocument.addUncovered(direction.uncovered, "未由条款回答的原文", level: 4, to: &page)
  }

  private func addClauses(to page: inout Document) {
    page.add(.heading(4, "条款", anchor: ""))
    let rows = direction.clauses.map { clause -> [[Document.Inline]] in
      [
        [.text(clause.kind.title)], [.code(clause.id)], [.text(clause.quote)],
        [.text(clause.rule(in: program.checks) + (clause.reason.map { "；说明：\($0)" } ?? ""))], bounds(of: clause),
      ]
    }
    page.table(["类别", "条款", "指南原文", "怎样判断", "可在配置中改的界限"], rows)
  }

  /// Returns the bounds of a clause with their keys in the configuration: the clause id, with `/1`, `/2` if it has several.
  private func bounds(of clause: Clause) -> [Document.Inline] {
    let bounds = clause.check.map { program.checks.bounds(of: $0) } ?? []
    guard !bounds.isEmpty else { return [.text("—")] }
    return bounds.enumerated().flatMap { index, item -> [Document.Inline] in
      let key = bounds.count == 1 ? clause.id : "\(clause.id)/\(index + 1)"
      return [.text(index == 0 ? "" : "；"), .code("\(key): \(item.bound.text)")]
    }
  }

  private func addScore(to page: inout Document) {
    page.add(.heading(4, "评分", anchor: ""))
    let rows = direction.criteria.map { criterion -> [[Document.Inline]] in
      [
        [.text(criterion.title)], [.code(criterion.id)], [.text(String(tenths: criterion.maximum))],
        [.text(program.checks.description(of: criterion.grade))],
      ]
    }
    page.table(["评分项", "在配置中的名称", "满分", "怎样得分"], rows)
    if direction.notApplicable == .shared { page.paragraph("条款不适用的，其分值由其余各评分项按比例分担，满分仍为100分。") }
  }

  private func addFields(to page: inout Document) {
    page.add(.heading(4, "评审要用的字段", anchor: ""))
    let (columns, lists) = TemplateColumn.all(program, direction)
    var rows: [[[Document.Inline]]] = []
    for column in columns.filter(\.isRead) where (column.number ?? 1) == 1 && !column.isListFlag {
      rows.append(row(column, list: nil))
    }
    for list in lists { for column in list.columns where column.isRead { rows.append(row(column, list: list.node)) } }
    page.table(["字段", "名称", "填写", "用于"], rows)
  }

  private func row(_ column: TemplateColumn, list: Int?) -> [[Document.Inline]] {
    let node = program.schema.nodes[column.node]
    let path = (list.map { program.schema.nodes[$0].path + "[]." } ?? "") + node.path + (column.year.map { ".\($0)" } ?? "")
    let label =
      (list.map { program.schema.nodes[$0].field.label + "：" } ?? "") + node.field.label + (column.year.map { "（\($0)年）" } ?? "")
    var readers: [Document.Inline] = []
    for reader in column.clauses {
      if !readers.isEmpty { readers.append(.text(" ")) }
      readers.append(.code(reader.id))
    }
    return [
      [.code(path)], [.text(label)], [.text(node.field.kind.valueDescription + (column.isRequired ? "，必填" : ""))],
      readers.isEmpty ? [.text("主程序")] : readers,
    ]
  }
}
