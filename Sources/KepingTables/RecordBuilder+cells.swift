import KepingCore
import Workbooks

extension RecordBuilder {
  mutating func read(_ cell: Cell, _ column: ColumnPlan.Column, _ schema: Schema) {
    switch column.use {
    case .unknown, .foreign:
      if SheetHeadings.isBlank(cell, of: row) { return }
      strangers.append(column.use.stranger(column.heading, column.heading, place(column.column)))
    case .unusable(let path, let node, let reason):
      if SheetHeadings.isBlank(cell, of: row) { return }
      note(node, problem(path, column.column, reason))
    case .target(.serial, _): break
    case .target(.field(let node), let unit):
      if let range = value(cell, schema.nodes[node], unit, column, node) {
        values[node] = range
        if case .time = schema.nodes[node].field.type, CellReader.isDayOnly(cell, row.text(cell)) { dayOnly = column.column }
      }
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

  /// Reads a cell that stands under no heading: what is in it must be somebody's.
  mutating func readHeadless(_ cell: Cell) {
    if SheetHeadings.isBlank(cell, of: row) { return }
    let place = place(cell.column)
    let text = CellReader.trimmed(row.text(cell)).prefix(30)
    strangers.append(
      Problem(
        field: Cell.columnName(cell.column), code: .unknownField, message: "\(place)：“\(text)”所在的列没有列名，未参与评审",
        cell: place))
  }

  /// Reads what a cell says of a list that stands elsewhere.
  mutating func readAnnouncement(_ cell: Cell, _ node: Int, _ column: ColumnPlan.Column, _ schema: Schema) {
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

  mutating func value(
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

  mutating func readTexts(
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
    // All of them in one cell, and one in another: the two may be the same.
    if let other = texts[node]?.first(where: { isWhole($0.column) != (number == nil) }) {
      let what = "\(about.field.label)同时填在\(Cell.columnName(other.column))列与\(Cell.columnName(column.column))列，不知以哪一列为准"
      return note(node, problem(about.path, column.column, what))
    }
    for (place, part) in (number == nil ? Self.parts(text, choices) : [text]).enumerated() {
      let start = pieces.count
      pieces.append(json: CellReader.choice(part, choices) ?? part)
      texts[node, default: []].append(
        ListedText(number: number ?? place + 1, value: start..<pieces.count, column: column.column))
    }
  }

  /// Whether a column has all texts of a list.
  private func isWhole(_ column: Int) -> Bool {
    if case .target(.texts(_, nil), _)? = plan?.column(at: column)?.use { true } else { false }
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

  // MARK: What surrounds the row

  /// Reports a line of CSV that has more fields than the heading, if only empty ones: its values may stand in wrong columns.
  mutating func holdWidth(against source: Source) {
    guard row.fieldCount > source.fieldCount else { return }
    let what = "这一行比表头多\(row.fieldCount - source.fieldCount)列，是否有带逗号的数字没有加引号？"
    hostFaults.append(problem("", source.fieldCount + 1, what))
  }

  /// Reports a sheet that is not read and has rows of the application: the result may depend on it, or not.
  mutating func note(_ stray: TableReader.Stray, _ names: FieldNames) {
    let name = stray.sheet.name
    if let label = stray.list, let node = names.listNodes.first(where: { names.schema.nodes[$0].field.label == label }) {
      let what = "工作表“\(name)”有本申报编号的行，像是\(label)而名称不是，没有读取；如果是，请改名为“\(label)”，如果不是，请移出本文件"
      note(node, Problem(field: names.schema.nodes[node].path, code: .invalidRecord, message: what, cell: name))
    } else {
      strangers.append(
        Problem(field: name, code: .unknownField, message: "工作表“\(name)”有本申报编号的行，没有读取，未参与评审", cell: name))
    }
  }

  /// A day without a time of day may lie within the window or not, where the window opens or closes on it.
  mutating func holdDay(against window: Window, _ schema: Schema) {
    guard let column = dayOnly, let node = schema.child("submittedAt", of: nil), let range = values[node] else { return }
    guard let start = Timestamp(rfc3339: pieces[range].dropFirst().dropLast()) else { return }
    let day = start.seconds..<(start.seconds + 86_400)
    // A window that has the whole day leaves nothing open.
    let opensWithin = window.opens.map { day.contains($0.seconds) && $0.seconds > day.lowerBound } ?? false
    let closesWithin = window.closes.map { day.contains($0.seconds) && $0.seconds < day.upperBound - 1 } ?? false
    if opensWithin || closesWithin {
      let what = "\(schema.nodes[node].field.label)只有日期，而受理在这一天开始或截止，请填写到几时几分"
      note(node, problem("submittedAt", column, what))
    }
  }
}
