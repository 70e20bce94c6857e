import KepingCore
import Workbooks

/// A list's sheet and what its columns hold.
struct ListPlan {
  let sheet: ListSheet
  let node: Int
  let plan: ColumnPlan
}

/// Reads a row, with the rows of lists that belong to it, as the values of an application, each with its cell.
///
/// A reader is used again for the next row.
final class RowReader {
  /// The values of the row that was read last.
  var values = FieldValues { sheet, column, row in "\(sheet)!\(Cell.name(column, row))" }

  var sheet = ""
  var row = Row(number: 0)
  var plan: ColumnPlan
  var year: Int?
  var cells = CellReader()
  /// The column of a time of submission that has only a date; nil where there is none.
  var dayOnlyColumn: Int?
  var listedTexts: [ListedText] = []
  /// The elements of lists of objects.
  var elements: [Element] = []
  /// Lists of which the row says that they are empty, or that they are not, and where it does.
  var listStatements: [ListStatement] = []

  /// A text of a list.
  struct ListedText {
    let list: Int
    let number: Int
    var value: FieldValues.Value
  }

  /// What a cell says of a list as a whole.
  struct ListStatement {
    let list: Int
    let hasElements: Bool
    /// How many elements it speaks of; nil where it does not say.
    var count: Int?
    let column: Int
  }

  /// An element of a list of objects: where it stands, and its fields' values.
  struct Element {
    let list: Int
    let number: Int
    /// The sheet of the list; nil for columns of the application's own row.
    var sheet: String?
    let row: Int
    /// Whether there is an element, even where none of its cells can be understood.
    var isPresent = false
    /// By the fields' slots.
    var values: [FieldValues.Value]
    /// By the fields' slots, 0 where there is none.
    var columns: [Int32]
    var faults: [(child: Int, message: String, cell: String)] = []

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

  /// What is to be known of the file that a row is of.
  struct Source {
    var countsFrom1904 = false
    /// How many fields the heading's line of CSV has; a line with more is out of step. 0 for workbooks.
    var fieldCount = 0
  }

  /// What is known of a row before it is read.
  struct Context {
    /// The id of its direction, where its cell's words stand for one.
    let direction: String?
    let year: Int?
    let lists: [ListPlan]
    /// Lists that cannot be read, each with the reason.
    let unreadableLists: [(node: Int, reason: String)]
    /// Sheets that are not read and have rows of the application.
    let unreadSheets: [TableReader.UnreadSheet]
    /// When applications of its direction are accepted.
    let window: Window?
    let source: Source
  }

  init(_ plan: ColumnPlan) { self.plan = plan }

  /// Reads the application of a row.
  /// - Throws: ``Diagnostic`` where the rows of a list cannot be read.
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
    checkWidth(against: context.source)
    for unread in context.unreadSheets { reportUnreadSheet(unread) }
    if let window = context.window { checkTimeOfDay(against: window) }
    for (node, reason) in context.unreadableLists {
      let schemaNode = plan.names.schema.nodes[node]
      report(node, problem(schemaNode.path, plan.column(for: schemaNode.path, year: year), reason))
    }
    finishLists()
  }

  private func recordID() -> String? {
    guard let node = plan.names.idNode, values.plain[node].kind == .text else { return nil }
    return text(values.plain[node])
  }

  func text(_ value: FieldValues.Value) -> String {
    String(decoding: values.texts[Int(value.start)..<Int(value.end)], as: UTF8.self)
  }

  // MARK: Cells and problems

  func cell(_ column: Int) -> String { "\(sheet)!\(Cell.name(column, row.number))" }

  /// A problem of a cell of the row; of the row as a whole where there is no column.
  func problem(_ path: String, _ column: Int?, _ reason: String) -> Problem {
    let cell = column.map(cell) ?? "\(sheet)!\(row.number)"
    return Problem(field: path, code: .invalidRecord, message: "\(cell)：\(reason)", cell: cell)
  }

  /// Reports a problem of a field, of the host's or of the program's own.
  func report(_ node: Int, _ problem: Problem) {
    if node < Schema.host.nodes.count { values.hostFaults.append(problem) } else { values.programFaults.append(problem) }
  }
}

extension FieldValues {
  /// Adds a text.
  mutating func append(text: String) -> Value {
    let start = texts.count
    texts.append(text)
    return Value(text: start..<texts.count)
  }
}
