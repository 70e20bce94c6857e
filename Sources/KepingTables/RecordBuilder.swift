import KepingCore
import Workbooks

/// A list's sheet and what its columns hold.
struct ListPlan {
  let sheet: ListSheet
  let node: Int
  let plan: ColumnPlan
}

/// Turns a row into the JSON of an application, and remembers which cell each field came from.
struct RecordBuilder {
  /// The application as JSON.
  var json: Bytes = []
  /// What is wrong with cells: of the host's fields, and of the program's own.
  var hostFaults: [Problem] = []
  var programFaults: [Problem] = []
  /// Cells in columns that are not known.
  var strangers: [Problem] = []

  var sheet = ""
  var row = Row(number: 0)
  var plan: ColumnPlan?
  var year: Int?
  var cells = CellReader()
  var pieces: Bytes = []
  var values: [Range<Int>?] = []
  var years: [Int: [(year: Int, value: Range<Int>)]] = [:]
  var texts: [Int: [ListedText]] = [:]
  /// The cell of a time of submission that has only a date.
  var dayOnly: Int?

  /// A text of a list.
  struct ListedText {
    let number: Int
    let value: Range<Int>
    let column: Int
  }

  var elements: [Int: [Element]] = [:]
  /// Those that have columns in the application's own row.
  var numbered: [NumberedElement: Element] = [:]
  /// Lists of which the row says that they are empty, or that they are not, and where it does.
  var announced: [Int: Announcement] = [:]

  /// What a cell says of a list as a whole.
  struct Announcement {
    let isThere: Bool
    /// How many elements it speaks of; nil where it does not say.
    var count: Int?
    let column: Int
  }

  struct NumberedElement: Hashable {
    let list: Int
    let number: Int
  }

  /// An element of a list: where it stands, and its fields' values.
  struct Element {
    var number: Int
    /// The sheet of the list; nil for columns of the application's own row.
    var sheet: String?
    var row: Int
    /// Whether there is an element, even where none of its cells can be understood.
    var isThere = false
    var values: [Int: Range<Int>] = [:]
    var columns: [Int: Int] = [:]
    var faults: [(child: Int, problem: (String) -> Problem)] = []
  }

  /// What is to be known of the file that a row is of.
  struct Source {
    var countsFrom1904 = false
    /// How many fields the heading's line of CSV has; a line with more is out of step. 0 for workbooks.
    var fieldCount = 0
  }

  /// Builds the application of a row.
  /// - Parameters:
  ///   - direction: the id of its direction, where its cell's words stand for one.
  ///   - broken: lists that cannot be read, each with the reason.
  ///   - strays: sheets that are not read and have rows of the application.
  ///   - window: when applications of its direction are accepted.
  mutating func build(
    _ row: Row, in sheet: String, _ plan: ColumnPlan, year: Int?, direction: String?, lists: [ListPlan],
    broken: [(node: Int, reason: String)], strays: [TableReader.Stray], window: Window?, of source: Source
  ) throws(Diagnostic) {
    self.row = row
    self.sheet = sheet
    self.plan = plan
    self.year = year
    cells.countsFrom1904 = source.countsFrom1904
    let schema = plan.names.schema
    json.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    hostFaults.removeAll()
    programFaults.removeAll()
    strangers.removeAll()
    values = Array(repeating: nil, count: schema.nodes.count)
    years.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    elements.removeAll(keepingCapacity: true)
    numbered.removeAll(keepingCapacity: true)
    announced.removeAll(keepingCapacity: true)
    dayOnly = nil
    for cell in row.cells {
      if let column = plan.column(at: cell.column) { read(cell, column, schema) } else { readHeadless(cell) }
    }
    for (key, element) in numbered.sorted(by: { $0.key.number < $1.key.number }) {
      elements[key.list, default: []].append(element)
    }
    if let direction, let node = schema.child("direction", of: nil) {
      let start = pieces.count
      pieces.append(json: direction)
      values[node] = start..<pieces.count
    }
    if let id = schema.child("id", of: nil).flatMap({ plainID($0) }) {
      for list in lists { try readRows(of: id, list, schema) }
    }
    holdWidth(against: source)
    for stray in strays { note(stray, plan.names) }
    if let window { holdDay(against: window, schema) }
    for (node, reason) in broken {
      note(node, Problem(field: schema.nodes[node].path, code: .invalidRecord, message: reason))
    }
    settleLists(schema)
    appendObject(schema.roots, schema)
  }

  private func plainID(_ node: Int) -> String? {
    guard let range = values[node], pieces[range].first == UInt8(ascii: "\"") else { return nil }
    var text: Bytes = []
    JSONTape.unescape(pieces, (range.lowerBound + 1)..<(range.upperBound - 1), into: &text)
    return text.text
  }

  // MARK: Places

  func place(_ column: Int) -> String { "\(sheet)!\(Cell.name(column, row.number))" }

  func problem(_ path: String, _ column: Int, _ what: String) -> Problem {
    Problem(field: path, code: .invalidRecord, message: "\(place(column))：\(what)", cell: place(column))
  }

  mutating func note(_ node: Int, _ problem: Problem) {
    if node < Schema.host.nodes.count { hostFaults.append(problem) } else { programFaults.append(problem) }
  }

  /// A problem of the record with the cell it is about: the field's own, or where it has none, the row's first.
  func placed(_ problem: Problem) -> Problem {
    guard problem.code == .invalidRecord, problem.cell == nil else { return problem }
    // An element's number in the record is its place among those that are there, not the number of its columns.
    let cell = elementCell(problem.field) ?? plan?.column(for: problem.field, year: year).map(place)
    let found = cell ?? "\(sheet)!\(row.number)"
    let hint = cell == nil && problem.message.hasPrefix("缺少") && !problem.field.contains("[") ? "（没有这一列）" : ""
    return Problem(field: problem.field, code: problem.code, message: "\(found)：\(problem.message)\(hint)", cell: found)
  }

  /// The cell of a field of a list's element, or of a listed text.
  private func elementCell(_ path: String) -> String? {
    guard let bracket = path.firstIndex(of: "["), let schema = plan?.names.schema else { return nil }
    let list = path[..<bracket]
    let rest = path[path.index(after: bracket)...]
    let index = Int(rest.prefix { $0.isNumber }) ?? 0
    let child = rest.drop { $0 != "." }.dropFirst()
    guard let node = schema.nodes.indices.first(where: { schema.nodes[$0].path == list }) else { return nil }
    if let text = texts[node]?.sorted(by: { $0.number < $1.number }).dropFirst(index).first { return place(text.column) }
    guard let element = elements[node]?.dropFirst(index).first else { return nil }
    let field = schema.nodes[node].children.first { schema.nodes[$0].path == child }
    var column = field.flatMap { element.columns[$0] }
    if column == nil, element.sheet == nil, let field {
      // Nothing was filled in there: it is the column where it is missed.
      column = plan?.column(of: .member(list: node, number: element.number, child: field))
    }
    return "\(element.sheet ?? sheet)!\(column.map { Cell.name($0, element.row) } ?? "\(element.row)")"
  }
}
