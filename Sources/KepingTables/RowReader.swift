import KepingCore
import Workbooks

/// A list sheet with the mapping of its columns.
struct ListPlan {
  let sheet: ListSheet
  let node: Int
  let plan: ColumnPlan
}

/// A reader that converts a row, with the rows of list sheets that belong to it, to the values of an application and
/// their cells.
///
/// One reader is used for all rows, so that buffers are reused.
final class RowReader {
  /// The values of the last row that was read.
  var values = FieldValues { sheet, column, row in "\(sheet)!\(Cell.name(column, row))" }

  /// The sheet of the row.
  var sheet = ""
  var row = Row(number: 0)
  var plan: ColumnPlan
  /// The year of the application, if it could be read.
  var year: Int?
  var cells = CellReader()
  /// The column of a time of submission that has only a date, or nil.
  var dayOnlyColumn: Int?
  /// The texts of the row that belong to lists of texts.
  var listedTexts: [ListedText] = []
  /// The elements of lists of objects, from columns of the row and from list sheets.
  var elements: [Element] = []
  /// The statements of the row about lists.
  var listStatements: [ListStatement] = []

  /// A text of a list of texts.
  struct ListedText {
    /// The node of the list.
    let list: Int
    /// The 1-based number of the text.
    let number: Int
    var value: FieldValues.Value
  }

  /// A statement of a cell about a whole list: that it is empty, or that it has elements.
  struct ListStatement {
    let list: Int
    let hasElements: Bool
    /// The number of elements that the cell states, or nil if it states no number.
    var count: Int?
    let column: Int
  }

  /// An element of a list of objects with its location.
  struct Element {
    let list: Int
    let number: Int
    /// The list sheet, or nil for columns of the application row.
    var sheet: String?
    let row: Int
    /// Whether the element exists even if none of its cells can be read.
    var isPresent = false
    /// The values of the fields by slot.
    var values: [FieldValues.Value]
    /// The columns of the fields by slot; 0 if a field has none.
    var columns: [Int32]
    var faults: [(child: Int, message: String, cell: String)] = []
    /// What the result should say about cells that were read.
    var notices: [(child: Int, code: Problem.Code, message: String, cell: String)] = []

    init(_ list: Int, number: Int, sheet: String? = nil, row: Int, of schema: Schema) {
      self.list = list
      self.number = number
      self.sheet = sheet
      self.row = row
      let count = schema.nodes[list].stride
      values = [FieldValues.Value](repeating: FieldValues.Value(), count: count)
      columns = [Int32](repeating: 0, count: count)
    }

    var hasValues: Bool { values.contains { $0.kind != .absent } }
  }

  /// The properties of the file or sheet of a row.
  struct Source {
    var countsFrom1904 = false
    /// The number of fields in the heading of a CSV file; a line with more is misaligned.
    ///
    /// 0 for workbooks.
    var fieldCount = 0
  }

  /// The facts about a row that are known before it is read.
  struct Context {
    /// The id of the direction, or the text of its cell if that names no direction; nil if the cell is empty.
    let direction: String?
    let year: Int?
    /// The list sheets that belong to the fields of the program.
    let lists: [ListPlan]
    /// The lists that cannot be read, with the reason.
    let unreadableLists: [(node: Int, reason: String)]
    /// The unread sheets that have rows of the application.
    let unreadSheets: [TableReader.UnreadSheet]
    /// The period in which applications of the direction are accepted.
    let window: Window?
    let source: Source
  }

  init(_ plan: ColumnPlan) { self.plan = plan }

  /// Reads the application in a row.
  ///
  /// - Throws: ``Diagnostic`` if the rows of a list cannot be read.
  func read(_ row: Row, in sheet: String, _ plan: ColumnPlan, _ context: Context) throws(Diagnostic) {
    self.row = row
    self.sheet = sheet
    self.plan = plan
    year = context.year
    cells.countsFrom1904 = context.source.countsFrom1904
    values.begin(row: row.number, of: sheet, columns: plan.fieldColumns, parents: plan.names.parents)
    listedTexts.removeAll(keepingCapacity: true)
    elements.removeAll(keepingCapacity: true)
    listStatements.removeAll(keepingCapacity: true)
    dayOnlyColumn = nil
    for cell in row.cells {
      if let column = plan.index(at: cell.column) { readCell(cell, plan.columns[column]) } else { reportCellWithoutHeading(cell) }
    }
    if let direction = context.direction, let node = plan.names.directionNode {
      values.set(node, values.append(text: direction), column: Int(plan.fieldColumns[node]))
    }
    if !context.lists.isEmpty, let id = recordID() {
      for list in context.lists { try readElements(of: id, from: list) }
    }
    for unread in context.unreadSheets { reportUnreadSheet(unread) }
    if let window = context.window { checkTimeOfDay(against: window) }
    for (node, reason) in context.unreadableLists {
      let schemaNode = plan.names.schema.nodes[node]
      report(node, problem(schemaNode.path, plan.column(for: schemaNode.path, year: year), reason))
    }
    finishLists()
    checkWidth(against: context.source)
  }

  /// Returns the id of the application, if it could be read.
  private func recordID() -> String? {
    guard let node = plan.names.idNode, values.plain[node].kind == .text else { return nil }
    return text(values.plain[node])
  }

  /// Returns the text of a value.
  func text(_ value: FieldValues.Value) -> String {
    String(decoding: values.texts[Int(value.start)..<Int(value.end)], as: UTF8.self)
  }

  // MARK: Cells and problems

  /// Returns the name of a cell in the row, such as `申报表!F12`.
  func cell(_ column: Int) -> String { "\(sheet)!\(Cell.name(column, row.number))" }

  /// Returns a problem of a cell in the row, or of the whole row if `column` is nil.
  func problem(_ path: String, _ column: Int?, _ reason: String, _ code: Problem.Code = .invalidRecord) -> Problem {
    let cell = column.map(cell) ?? "\(sheet)!\(row.number)"
    return Problem(field: path, code: code, message: "\(cell)：\(reason)", cell: cell)
  }

  /// Adds a problem to the faults of the host or of the program, depending on which of them reads the field.
  ///
  /// A field that the program does not mention cannot make its application invalid; that its cell was not read is only told. A
  /// message about a private field does not quote the cell.
  func report(_ node: Int, _ problem: Problem) {
    let schemaNode = plan.names.schema.nodes[node]
    let place = problem.cell ?? "\(sheet)!\(row.number)"
    if schemaNode.isUnmentioned {
      let message = message(on: schemaNode, at: place, problem)
      return values.unknownFields.append(
        Problem(field: problem.field, code: .unknownField, message: message, cell: problem.cell))
    }
    var problem = problem
    if schemaNode.field.isPrivate {
      let message = "\(place)：\(schemaNode.field.label)读不出来，请把单元格设为文本后重新填写"
      problem = Problem(field: problem.field, code: problem.code, message: message, cell: problem.cell)
    }
    if node < Schema.host.nodes.count { values.hostFaults.append(problem) } else { values.programFaults.append(problem) }
  }

  /// Returns what to say about a cell of a field that the program does not mention; only a list's own problem quotes anything.
  private func message(on field: Schema.Node, at place: String, _ problem: Problem) -> String {
    if case .objects = field.field.type { return "\(problem.message)；未参与评审" }
    return "\(place)：\(field.field.label)读不出来，未参与评审；请核对列名，并把这一列设为文本格式后重新填写"
  }
}

extension FieldValues {
  /// Appends a text and returns it as a value.
  mutating func append(text: String) -> Value {
    let start = texts.count
    texts.append(text)
    return Value(text: start..<texts.count)
  }
}
