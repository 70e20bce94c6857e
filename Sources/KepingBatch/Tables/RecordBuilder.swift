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
  private(set) var hostFaults: [Problem] = []
  private(set) var programFaults: [Problem] = []
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
  var texts: [Int: [(number: Int, value: Range<Int>)]] = [:]
  var elements: [Int: [Element]] = [:]
  /// Those that have columns in the application's own row.
  private var numbered: [NumberedElement: Element] = [:]
  /// Lists of which the row says that they are empty, or that they are not, and where it does.
  var announced: [Int: Announcement] = [:]

  /// What a cell says of a list as a whole.
  struct Announcement {
    let isThere: Bool
    /// How many elements it speaks of; nil where it does not say.
    var count: Int?
    let column: Int
  }

  private struct NumberedElement: Hashable {
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
    /// Whether a row with more cells than the heading must be out of step: an amount with a comma, not quoted.
    var isCSV = false
  }

  /// Builds the application of a row.
  /// - Parameters:
  ///   - direction: the id of its direction, where its cell's words stand for one.
  ///   - broken: lists that cannot be read, each with the reason.
  mutating func build(
    _ row: Row, in sheet: String, _ plan: ColumnPlan, year: Int?, direction: String?, lists: [ListPlan],
    broken: [(node: Int, reason: String)], of source: Source
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
    for cell in row.cells {
      if let column = plan.column(at: cell.column) { read(cell, column, schema) } else { readHeadless(cell, source) }
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

  // MARK: Cells

  private mutating func read(_ cell: Cell, _ column: ColumnPlan.Column, _ schema: Schema) {
    switch column.use {
    case .unknown, .foreign:
      if isBlank(cell, of: row) { return }
      strangers.append(column.use.stranger(column.heading, column.heading, place(column.column)))
    case .unusable(let path, let node, let reason):
      note(node, problem(path, column.column, reason))
    case .target(.serial, _): break
    case .target(.field(let node), let unit):
      if let range = value(cell, schema.nodes[node], unit, column, node) { values[node] = range }
    case .target(.yearly(let node, let when), let unit):
      guard let year else { return }
      let path = "\(schema.nodes[node].path).\(when.value(for: year))"
      if let range = value(cell, schema.nodes[node], unit, column, node, path) {
        years[node, default: []].append((when.value(for: year), range))
      }
    case .target(.texts(let node, let number), _): readTexts(cell, node, number, column, schema)
    case .target(.list(let node), _): readAnnouncement(cell, node, column, schema)
    case .target(.member(let list, let number, let child), let unit):
      let key = NumberedElement(list: list, number: number)
      var element = numbered.removeValue(forKey: key) ?? Element(number: number, row: row.number)
      read(cell, of: row, child, unit, column.column, column.heading, sheet, &element, schema)
      numbered[key] = element
    }
  }

  private func isBlank(_ cell: Cell, of row: Row) -> Bool {
    cell.kind == .covered || cell.kind == .text && CellReader.trimmed(row.text(cell)).isEmpty
  }

  /// Reads a cell that stands under no heading: what is in it must be somebody's.
  private mutating func readHeadless(_ cell: Cell, _ source: Source) {
    if isBlank(cell, of: row) { return }
    let place = place(cell.column)
    let text = CellReader.trimmed(row.text(cell)).prefix(30)
    if source.isCSV, cell.column > plan?.columns.last?.column ?? 0 {
      let what = "“\(text)”多出列名之外，是否有带逗号的数字没有加引号？"
      hostFaults.append(
        Problem(field: Cell.columnName(cell.column), code: .invalidRecord, message: "\(place)：\(what)", cell: place))
    } else {
      strangers.append(
        Problem(
          field: Cell.columnName(cell.column), code: .unknownField, message: "\(place)：“\(text)”所在的列没有列名，未参与评审",
          cell: place))
    }
  }

  /// Reads what a cell says of a list that stands elsewhere.
  private mutating func readAnnouncement(_ cell: Cell, _ node: Int, _ column: ColumnPlan.Column, _ schema: Schema) {
    let about = schema.nodes[node]
    let start = pieces.count
    let reading = cells.append(cell, of: row, as: .text, unit: nil, to: &pieces)
    pieces.removeLast(pieces.count - start)
    if case .fault(let what) = reading { return note(node, problem(about.path, column.column, "\(column.heading)\(what)")) }
    guard reading == .written else { return }
    let text = CellReader.narrow(CellReader.plainText(cell, CellReader.trimmed(row.text(cell))) ?? "")
    let digits = text.filter { $0.isASCII && $0.isNumber }
    if CellReader.saysNone(text) || text == "否" || digits == text && Int(digits) == 0 {
      announced[node] = Announcement(isThere: false, column: column.column)
    } else if ["是", "√", "✓"].contains(text) || text.hasPrefix("有") || text.hasPrefix("见") || text.hasPrefix("详见")
      || digits == text
    {
      let count = digits.count <= 4 && !text.contains("见") ? Int(digits) : nil
      announced[node] = Announcement(isThere: true, count: count, column: column.column)
    } else {
      let what = "“\(text.prefix(30))”应为“有”或“无”；各项另填在工作表“\(about.field.label)”中"
      note(node, problem(about.path, column.column, what))
    }
  }

  /// Reads a cell of a list's element.
  mutating func read(
    _ cell: Cell, of row: Row, _ child: Int, _ unit: Unit?, _ column: Int, _ heading: String, _ sheet: String,
    _ element: inout Element, _ schema: Schema
  ) {
    let start = pieces.count
    element.columns[child] = column
    switch cells.append(cell, of: row, as: schema.nodes[child].field.type, unit: unit, to: &pieces) {
    case .absent: break
    case .written: element.values[child] = start..<pieces.count
    case .fault(let what):
      pieces.removeLast(pieces.count - start)
      let place = "\(sheet)!\(Cell.name(column, row.number))"
      element.faults.append(
        (child, { Problem(field: $0, code: .invalidRecord, message: "\(place)：\(heading)\(what)", cell: place) }))
    }
  }

  private mutating func value(
    _ cell: Cell, _ about: Schema.Node, _ unit: Unit?, _ column: ColumnPlan.Column, _ node: Int, _ path: String? = nil
  ) -> Range<Int>? {
    let start = pieces.count
    switch cells.append(cell, of: row, as: about.field.type, unit: unit, to: &pieces) {
    case .absent: return nil
    case .written: return start..<pieces.count
    case .fault(let what):
      pieces.removeLast(pieces.count - start)
      note(node, problem(path ?? about.path, column.column, "\(column.heading)\(what)"))
      return nil
    }
  }

  private mutating func readTexts(
    _ cell: Cell, _ node: Int, _ number: Int?, _ column: ColumnPlan.Column, _ schema: Schema
  ) {
    let about = schema.nodes[node]
    guard case .texts(let choices) = about.field.type else { return }
    let start = pieces.count
    let reading = cells.append(cell, of: row, as: .text, unit: nil, to: &pieces)
    pieces.removeLast(pieces.count - start)
    switch reading {
    case .absent: return
    case .fault(let what):
      let path = number.map { "\(about.path)[\($0 - 1)]" } ?? about.path
      note(node, problem(path, column.column, "\(column.heading)\(what)"))
      return
    case .written: break
    }
    let text = CellReader.trimmed(CellReader.plainText(cell, CellReader.trimmed(row.text(cell))) ?? "")
    if CellReader.saysNone(text) {
      // In the first column it speaks of the list, in others of their own place.
      if number ?? 1 == 1 || announced[node] == nil { announced[node] = Announcement(isThere: false, column: column.column) }
      return
    }
    for (place, part) in (number == nil ? Self.parts(text, choices) : [text]).enumerated() {
      let start = pieces.count
      pieces.append(json: CellReader.choice(part, choices) ?? part)
      texts[node, default: []].append((number ?? place + 1, start..<pieces.count))
    }
  }

  /// The texts in one cell, separated by line ends or semicolons; known ones by commas, too.
  static func parts(_ text: String, _ choices: [Choice]) -> [String] {
    let pieces = text.split { "\n\r；;".contains($0) }.map { CellReader.trimmed(String($0)) }.filter { !$0.isEmpty }
    return pieces.flatMap { piece in
      if choices.isEmpty || CellReader.choice(piece, choices) != nil { return [piece] }
      // A known text may have commas itself: the longest run of parts that is one goes first.
      let atoms = piece.split { "、，,".contains($0) }.map(String.init)
      var found: [String] = []
      var place = 0
      while place < atoms.count {
        let run = (1...(atoms.count - place)).reversed().first { count in
          CellReader.choice(atoms[place..<(place + count)].joined(separator: "、"), choices) != nil
        }
        found.append(CellReader.trimmed(atoms[place..<(place + (run ?? 1))].joined(separator: "、")))
        place += run ?? 1
      }
      let isKnown = found.contains { CellReader.choice($0, choices) != nil }
      return isKnown ? found.filter { !$0.isEmpty } : [piece]
    }
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
    var cell = plan?.column(for: problem.field, year: year).map(place)
    if cell == nil, let bracket = problem.field.firstIndex(of: "["), let schema = plan?.names.schema {
      let list = String(problem.field[..<bracket])
      let rest = problem.field[problem.field.index(after: bracket)...]
      let index = Int(rest.prefix { $0.isNumber }) ?? 0
      let child = rest.drop { $0 != "." }.dropFirst()
      if let node = schema.nodes.indices.first(where: { schema.nodes[$0].path == list && elements[$0] != nil }),
        let element = elements[node]?.dropFirst(index).first
      {
        let column = schema.nodes[node].children.first { schema.nodes[$0].path == child }.flatMap { element.columns[$0] }
        cell = "\(element.sheet ?? sheet)!\(column.map { Cell.name($0, element.row) } ?? "\(element.row)")"
      }
    }
    let found = cell ?? "\(sheet)!\(row.number)"
    return Problem(field: problem.field, code: problem.code, message: "\(found)：\(problem.message)", cell: found)
  }
}
