import KepingCore
import KepingFiles
import Workbooks

/// A workbook for applicants to fill in: the fields that its directions read, with the clauses that read them, and what the rest of
/// a round needs.
///
/// The example imports `KepingCore`, `KepingFiles`, `KepingPrograms`, `KepingTables` and `SystemPackage`. `programs` is loaded
/// as in the example of `Programs`, and `output` is the `FilePath` of a new workbook.
///
/// ```swift
/// guard case .on(_, let program)? = programs.find(year: 2024, direction: "4.1")?.status,
///   let direction = program.directions.first(where: { $0.id == "4.1" })
/// else { return }
/// let subject = Template.Subject(program: program, direction: direction, example: nil)
/// try Template.write([subject], to: StagedFile(output))
/// for column in TemplateColumn.all(program, direction).columns.prefix(3) { print(column.heading) }
/// // Prints "申报编号*"
/// // Prints "指南年度*"
/// // Prints "申报方向*"
/// ```
public enum Template {
  /// A direction with its program and an example application.
  public struct Subject {
    /// The program of the direction.
    public let program: Program
    /// The direction.
    public let direction: Direction
    /// An example application, or nil for none.
    public let example: Record?

    /// Creates a subject.
    public init(program: Program, direction: Direction, example: Record?) {
      self.program = program
      self.direction = direction
      self.example = example
    }
  }

  /// Writes the template for some directions: a sheet of instructions, one for each direction, one for each list that any of them
  /// reads, and one of clauses.
  ///
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  public static func write(_ subjects: [Subject], to output: StagedFile) throws(Diagnostic) {
    let writer = try WorkbookWriter(output, streams: false)
    writer.setProperties(title: "科技计划项目申报汇总表模板", author: "科评 keping")
    TemplateNotes.write(subjects, writer.addSheet(TemplateNotes.name))
    var choices = ChoiceSheet()
    var names = SheetNames()
    let sheetNames = subjects.map { subject in
      subjects.count == 1 ? TemplateMark.applicationSheet : names.take("\(subject.direction.id) \(subject.direction.title)")
    }
    var lists: [(path: String, sheet: String, subject: Subject, node: Int, columns: [TemplateColumn])] = []
    for (subject, name) in zip(subjects, sheetNames) {
      let (columns, directionLists) = TemplateColumn.all(subject.program, subject.direction)
      let sheet = writer.addSheet(name)
      var listSheets: [Int: String] = [:]
      for list in directionLists {
        let schemaNode = subject.program.schema.nodes[list.node]
        // A list of the host is the same in all programs that have its words; any other list belongs to one program.
        let isShared = schemaNode.isHost && !subject.program.schema.hasRelabelledFields(in: list.node)
        let path = isShared ? schemaNode.path : "\(subject.program.plan.id) \(subject.program.year) \(schemaNode.path)"
        if let known = lists.firstIndex(where: { $0.path == path }) {
          // Directions may read different fields of a list: the sheet has the union.
          for column in list.columns {
            guard let other = lists[known].columns.firstIndex(where: { $0.heading == column.heading }) else {
              lists[known].columns.append(column)
              continue
            }
            let newClauses = column.clauses.filter { !lists[known].columns[other].clauses.contains($0) }
            lists[known].columns[other].clauses += newClauses
            if column.isRead { lists[known].columns[other].isRead = true }
          }
        } else {
          lists.append((path, names.take(schemaNode.field.label), subject, list.node, list.columns))
        }
        listSheets[list.node] = lists.first { $0.path == path }?.sheet
      }
      TemplateSheet(subject, columns, sheet, listSheets: listSheets).write(&choices)
    }
    // The lists that no evaluation reads come last.
    let readLists = lists.filter { $0.columns.contains(where: \.isRead) }
    for list in readLists + lists.filter({ !$0.columns.contains(where: \.isRead) }) {
      TemplateSheet(list.subject, list.columns, writer.addSheet(list.sheet), list: list.node).write(&choices)
    }
    ClauseSheet.write(subjects, writer.addSheet(ClauseSheet.name))
    choices.write(writer)
    try writer.finish()
  }
}

/// The choices of drop-down lists that are too long for a cell check, on a hidden sheet.
struct ChoiceSheet {
  static let name = "选项"
  private var columns: [[String]] = []

  /// Returns a rule that offers the choices.
  mutating func rule(_ choices: [String]) -> InputCheck.Rule {
    let isShort = choices.joined(separator: ",").utf16.count <= 250 && !choices.contains { $0.contains(",") || $0.contains("\"") }
    if isShort { return .oneOf(choices) }
    let index = columns.firstIndex(of: choices) ?? columns.count
    if index == columns.count { columns.append(choices) }
    let column = Cell.columnName(index + 1)
    return .listed("='\(Self.name)'!$\(column)$1:$\(column)$\(choices.count)")
  }

  func write(_ writer: WorkbookWriter) {
    guard !columns.isEmpty else { return }
    let sheet = writer.addSheet(Self.name)
    for (column, choices) in columns.enumerated() {
      for (row, choice) in choices.enumerated() { sheet.write(choice, row: row + 1, column: column + 1) }
    }
    sheet.hide()
  }
}

/// The sheet with the clauses of the directions.
enum ClauseSheet {
  /// The name of the sheet, which the reader passes over.
  static let name = "条款"

  static func write(_ subjects: [Template.Subject], _ sheet: SheetWriter) {
    let headings = [("方向", 34.0), ("条款", 18.0), ("类别", 12.0), ("指南原文", 90.0)]
    for (index, heading) in headings.enumerated() {
      sheet.setWidth(heading.1, (index + 1)...(index + 1))
      sheet.write(heading.0, row: 1, column: index + 1, Look.heading)
    }
    var row = 2
    for subject in subjects {
      for clause in subject.direction.clauses {
        let cells = ["\(subject.direction.id) \(subject.direction.title)", clause.id, clause.kind.title, clause.quote]
        for (index, cell) in cells.enumerated() { sheet.write(cell, row: row, column: index + 1, Look.wrapped) }
        sheet.setHeight(Look.height(lines: zip(cells, headings).map { Columns.lines($0, width: $1.1) }.max() ?? 1), row)
        row += 1
      }
    }
    sheet.freeze(2, 1)
    sheet.setPrinting(headingRow: 1)
  }
}
