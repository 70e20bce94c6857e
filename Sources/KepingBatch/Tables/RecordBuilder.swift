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
  private(set) var json: Bytes = []
  /// What is wrong with cells: of the host's fields, and of the program's own.
  private(set) var hostFaults: [Problem] = []
  private(set) var programFaults: [Problem] = []
  /// Cells in columns that are not known.
  private(set) var strangers: [Problem] = []

  private var sheet = ""
  private var row = Row(number: 0)
  private var plan: ColumnPlan?
  private var year: Int?
  private var cells = CellReader()
  private var pieces: Bytes = []
  private var values: [Range<Int>?] = []
  private var years: [Int: [(year: Int, value: Range<Int>)]] = [:]
  private var texts: [Int: [(number: Int, value: Range<Int>)]] = [:]
  private var elements: [Int: [Element]] = [:]
  /// Lists of which the row says that they are empty, or that they are not.
  private var announced: [Int: Bool] = [:]

  /// An element of a list: where it stands, and its fields' values.
  private struct Element {
    var number: Int
    var sheet: String?
    var row: Int
    var values: [Int: Range<Int>] = [:]
    var columns: [Int: Int] = [:]
    var faults: [(child: Int, problem: (String) -> Problem)] = []
  }

  /// Builds the application of a row.
  /// - Parameters:
  ///   - direction: the id of its direction, where its cell's words stand for one.
  ///   - broken: lists that cannot be read, each with the reason.
  mutating func build(
    _ row: Row, in sheet: String, _ plan: ColumnPlan, year: Int?, direction: String?, lists: [ListPlan],
    broken: [(node: Int, reason: String)], countsFrom1904: Bool
  ) throws(Diagnostic) {
    self.row = row
    self.sheet = sheet
    self.plan = plan
    self.year = year
    cells.countsFrom1904 = countsFrom1904
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
    announced.removeAll(keepingCapacity: true)
    for column in plan.columns {
      guard let cell = row.cell(column.column) else { continue }
      read(cell, column, schema)
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
    case .unknown(let near):
      let hint = near.map { "；是否应为“\($0)”？" } ?? ""
      let what = column.heading.isEmpty ? "没有列名" : "未知列“\(column.heading.prefix(60))”"
      strangers.append(
        Problem(
          field: column.heading.isEmpty ? Cell.columnName(column.column) : column.heading, code: .unknownField,
          message: "\(place(column.column))：\(what)，未参与评审\(hint)", cell: place(column.column)))
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
    case .target(.list(let node), _):
      switch CellReader.trimmed(row.text(cell)) {
      case "": break
      case "无", "没有", "否": announced[node] = false
      case let text where text == "是" || text.hasPrefix("有") || text.hasPrefix("见"): announced[node] = true
      case let text:
        let what = "“\(text.prefix(30))”应为“有”或“无”；各项另填在工作表“\(schema.nodes[node].field.label)”中"
        note(node, problem(schema.nodes[node].path, column.column, what))
      }
    case .target(.member(let list, let number, let child), let unit):
      let place = elements[list]?.firstIndex { $0.sheet == nil && $0.number == number }
      var element = place.flatMap { elements[list]?[$0] } ?? Element(number: number, row: row.number)
      read(cell, of: row, child, unit, column.column, column.heading, sheet, &element, schema)
      if let place { elements[list]?[place] = element } else { elements[list, default: []].append(element) }
    }
  }

  /// Reads a cell of a list's element.
  private mutating func read(
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
    let text = CellReader.trimmed(cells.plainText(cell.kind, row.text(cell)) ?? "")
    if ["无", "没有"].contains(text), number ?? 1 == 1 {
      announced[node] = false
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

  // MARK: Lists

  private mutating func readRows(of id: String, _ list: ListPlan, _ schema: Schema) throws(Diagnostic) {
    for (number, row) in try list.sheet.rows(of: id).enumerated() {
      var element = Element(number: number + 1, sheet: list.sheet.name, row: row.number)
      for column in list.plan.columns {
        guard let cell = row.cell(column.column) else { continue }
        let place = "\(list.sheet.name)!\(Cell.name(column.column, row.number))"
        switch column.use {
        case .target(.member(_, _, let child), let unit):
          cells.countsFrom1904 = list.sheet.countsFrom1904
          read(cell, of: row, child, unit, column.column, column.heading, list.sheet.name, &element, schema)
        case .unknown(let near):
          let hint = near.map { "；是否应为“\($0)”？" } ?? ""
          strangers.append(
            Problem(
              field: "\(schema.nodes[list.node].path)[].\(column.heading)", code: .unknownField,
              message: "\(place)：未知列“\(column.heading.prefix(60))”，未参与评审\(hint)", cell: place))
        case .unusable(_, _, let reason):
          let child = schema.nodes[list.node].children.first ?? list.node
          element.faults.append(
            (child, { Problem(field: $0, code: .invalidRecord, message: "\(place)：\(reason)", cell: place) }))
        case .target: break
        }
      }
      elements[list.node, default: []].append(element)
    }
  }

  /// Orders the elements, leaves out the empty ones, and holds what a row announces against what there is.
  private mutating func settleLists(_ schema: Schema) {
    for (node, all) in elements {
      let kept = all.filter { !$0.values.isEmpty || !$0.faults.isEmpty }
        .sorted { ($0.sheet == nil ? 0 : 1, $0.number) < ($1.sheet == nil ? 0 : 1, $1.number) }
      elements[node] = kept.isEmpty ? nil : kept
    }
    for (node, found) in elements.sorted(by: { $0.key < $1.key }) {
      for (index, element) in found.enumerated() {
        for (child, make) in element.faults {
          note(node, make("\(schema.nodes[node].path)[\(index)].\(schema.nodes[child].path)"))
        }
      }
    }
    for (node, isThere) in announced.sorted(by: { $0.key < $1.key }) {
      let about = schema.nodes[node]
      let column = plan?.column(for: about.path, year: year) ?? 1
      let isGiven = elements[node] != nil || texts[node] != nil
      if isThere, !isGiven {
        note(node, problem(about.path, column, "填“有”，但没有找到本申报编号的\(about.field.label)"))
      } else if !isThere, isGiven {
        note(node, problem(about.path, column, "填“无”，但另外填写了\(about.field.label)"))
      }
    }
  }

  // MARK: JSON

  /// Appends an object of the fields that are there; false, and nothing appended, where none is.
  @discardableResult
  private mutating func appendObject(_ nodes: [Int], _ schema: Schema, isRoot: Bool = true) -> Bool {
    let start = json.count
    json.append("{")
    var isEmpty = true
    for node in nodes {
      let before = json.count
      if !isEmpty { json.append(",") }
      json.append(json: schema.nodes[node].field.name)
      json.append(":")
      if append(node, schema) { isEmpty = false } else { json.removeLast(json.count - before) }
    }
    json.append("}")
    if isEmpty, !isRoot { json.removeLast(json.count - start) }
    return !isEmpty
  }

  private mutating func append(_ node: Int, _ schema: Schema) -> Bool {
    let about = schema.nodes[node]
    switch about.field.type {
    case .object, .tally: return appendObject(about.children, schema, isRoot: false)
    case .yearlyMoney:
      guard let entries = years[node] else { return false }
      for (place, entry) in entries.sorted(by: { $0.year < $1.year }).enumerated() {
        json.append("\(place == 0 ? "{" : ",")\"\(entry.year)\":")
        json.append(contentsOf: pieces[entry.value])
      }
      json.append("}")
    case .texts:
      guard texts[node] != nil || announced[node] == false else { return false }
      json.append("[")
      for (place, entry) in (texts[node] ?? []).sorted(by: { $0.number < $1.number }).enumerated() {
        if place > 0 { json.append(",") }
        json.append(contentsOf: pieces[entry.value])
      }
      json.append("]")
    case .objects:
      guard elements[node] != nil || announced[node] == false else { return false }
      json.append("[")
      for (place, element) in (elements[node] ?? []).enumerated() {
        json.append(place == 0 ? "{" : ",{")
        var isFirst = true
        for child in about.children {
          guard let range = element.values[child] else { continue }
          if !isFirst { json.append(",") }
          isFirst = false
          json.append(json: schema.nodes[child].field.name)
          json.append(":")
          json.append(contentsOf: pieces[range])
        }
        json.append("}")
      }
      json.append("]")
    default:
      guard let range = values[node] else { return false }
      json.append(contentsOf: pieces[range])
    }
    return true
  }

  // MARK: Places

  private func place(_ column: Int) -> String { "\(sheet)!\(Cell.name(column, row.number))" }

  private func problem(_ path: String, _ column: Int, _ what: String) -> Problem {
    Problem(field: path, code: .invalidRecord, message: "\(place(column))：\(what)", cell: place(column))
  }

  private mutating func note(_ node: Int, _ problem: Problem) {
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
