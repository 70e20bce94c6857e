import KepingCore
import KepingFiles
import KepingUnicode
import Workbooks

/// A sheet with one element of a list, such as 联合申报单位, in each row, found by the id of its application.
///
/// The rows are kept in a scratch file; only 21 bytes per row stay in memory.
final class ListSheet {
  /// The name of the sheet.
  let sheetName: String
  /// The name of the sheet in problems, with the name of the file before it if there are several.
  var name: String
  let headings: SheetHeadings
  let countsFrom1904: Bool
  private let idColumn: Int
  private let scratch: ScratchFile
  /// The hash of the folded id and the offset in the scratch file of each row, sorted by hash, then in the order of the sheet.
  private var entries: [(hash: UInt64, start: Int)] = []
  /// The number of the row of each entry.
  private var rowNumbers: [Int32] = []
  /// Whether the row of each entry belongs to an application, or seems to.
  private var isUsed: [Bool] = []
  /// The marks of the cells with ids that have any, by row.
  private var idMarks: [Int: Cell.Marks] = [:]
  /// The maximum number of rows of one application.
  static let maximumRows = 1000
  /// The maximum number of bytes of text in the rows of one application.
  private static let maximumText = 16 << 20
  /// The maximum size of the scratch file in bytes.
  private static let maximumSize = 512 << 20

  /// The name of the last cell with an id, and the id.
  private var lastID: (cell: String, id: String?, marks: Cell.Marks) = ("", nil, [])
  /// Rows that are skipped because they hold no element, with the reason.
  private(set) var skippedRows: [(row: Int, reason: Wording)] = []
  /// Rows without an id.
  private(set) var rowsWithoutID: [Int] = []

  /// Reads all rows of a sheet below its heading.
  ///
  /// - Throws: ``Diagnostic`` if the file cannot be read, or with code `list-too-large`.
  init(
    name: String, headings: SheetHeadings, merged: [MergedCells], rows: any RowSource, countsFrom1904: Bool
  ) throws(Diagnostic) {
    sheetName = name
    self.name = name
    self.headings = headings
    self.countsFrom1904 = countsFrom1904
    idColumn = headings.idColumn ?? 1
    scratch = try ScratchFile()
    var sweep = MergedSweep(merged, below: headings)
    while let row = try rows.next() {
      if row.number > headings.lastRow { try add(row, &sweep) }
    }
    let order = entries.indices.sorted { first, second in
      (entries[first].hash, rowNumbers[first]) < (entries[second].hash, rowNumbers[second])
    }
    entries = order.map { entries[$0] }
    rowNumbers = order.map { rowNumbers[$0] }
    isUsed = Array(repeating: false, count: entries.count)
  }

  /// Adds a row to the scratch file if it holds an element.
  private func add(_ row: Row, _ sweep: inout MergedSweep) throws(Diagnostic) {
    var row = row
    sweep.cover(&row)
    guard headings.hasContent(row, besides: idColumn) else { return }
    if let reason = headings.skipReason(of: row) { return skippedRows.append((row.number, reason)) }
    var id: String?
    var marks: Cell.Marks = []
    if let cell = row.cell(idColumn) {
      if cell.kind != .covered {
        (id, marks) = (Self.id(cell, row), cell.marks)
        lastID = (Cell.name(idColumn, row.number), id, marks)
      } else if row.text(cell).hasPrefix("\(lastID.cell):") {
        // The cell of the id is merged with one above, so the row has the same id.
        (id, marks) = (lastID.id, lastID.marks)
      }
    }
    guard let id, !id.isEmpty else { return rowsWithoutID.append(row.number) }
    if id == TemplateMark.exampleID { return }
    guard scratch.count < Self.maximumSize else {
      throw Diagnostic(
        path: name, code: "list-too-large", Wording("清单过大，没有读取", "the list is too large and was not read"))
    }
    entries.append((Self.hash(Self.folded(id)), scratch.count))
    rowNumbers.append(Int32(row.number))
    if !marks.isEmpty { idMarks[row.number] = marks }
    try scratch.append(Self.packed(row, id))
  }

  /// Returns the id in a cell, or nil if the cell cannot be read as text.
  ///
  /// An id with marks is not certain; it is returned to find the application that it may mean.
  static func id(_ cell: Cell, _ row: Row) -> String? {
    let text = CellReader.trimmed(row.text(cell))
    let isMarked = !cell.marks.isEmpty && (cell.kind == .text || cell.kind == .number)
    return CellReader.plainText(cell, text) ?? (isMarked ? text : nil)
  }

  /// Returns whether the sheet has rows with an id that is or looks like this one.
  ///
  /// - Throws: ``Diagnostic`` if the scratch file cannot be read.
  func contains(id: String) throws(Diagnostic) -> Bool {
    let form = Self.folded(id)
    var current = firstEntry(withHash: Self.hash(form))
    while current < entries.count, entries[current].hash == Self.hash(form) {
      if Self.folded(try unpacked(entries[current].start).id) == form { return true }
      current += 1
    }
    return false
  }

  /// Returns the index of the first entry whose hash is not less than the given one.
  private func firstEntry(withHash hash: UInt64) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The rows of an application.
  struct Rows {
    /// The rows with the id of the application, in the order of the sheet.
    var own: [Row] = []
    /// The cells of rows that only seem to belong to the application, at most ``maximumListed`` of them.
    var doubtful: [Doubt] = []
    /// The number of rows that only seem to belong to the application.
    var doubtfulCount = 0
  }

  /// The cell of an id that looks like that of an application and may be another.
  struct Doubt: Equatable {
    /// The name of the cell, with its sheet.
    let cell: String
    /// The id in the cell.
    let id: String
    /// The marks of the cell; empty if the id itself differs.
    let marks: Cell.Marks
  }

  /// The maximum number of doubtful rows of an application that are listed.
  private static let maximumListed = 20

  /// Returns the rows of an application, or nil if they exceed the limits.
  ///
  /// - Throws: ``Diagnostic`` if the scratch file cannot be read.
  func rows(of id: String) throws(Diagnostic) -> Rows? {
    let form = Self.folded(id)
    let hash = Self.hash(form)
    let id = CellReader.trimmed(id)
    var current = firstEntry(withHash: hash)
    var rows = Rows()
    var text = 0
    while current < entries.count, entries[current].hash == hash {
      defer { current += 1 }
      if max(rows.own.count, rows.doubtfulCount) > Self.maximumRows || text > Self.maximumText {
        // The rows are too many, but they belong to an application.
        isUsed[current] = true
        continue
      }
      let entry = try unpacked(entries[current].start)
      let marks = idMarks[entry.row.number] ?? []
      let isSame = entry.id.utf8.elementsEqual(id.utf8)
      guard isSame || Self.folded(entry.id) == form else { continue }
      isUsed[current] = true
      if isSame && marks.isEmpty {
        text += entry.row.textBytes.count
        rows.own.append(entry.row)
      } else {
        rows.doubtfulCount += 1
        guard rows.doubtful.count < Self.maximumListed else { continue }
        rows.doubtful.append(
          Doubt(cell: "\(name)!\(Cell.name(idColumn, entry.row.number))", id: entry.id, marks: isSame ? marks : []))
      }
    }
    return rows.own.count > Self.maximumRows || text > Self.maximumText ? nil : rows
  }

  /// Returns the first rows that no application has used, with their ids in the order of the sheet, and the number of
  /// all such rows.
  ///
  /// - Throws: ``Diagnostic`` if the scratch file cannot be read.
  func unusedRows(atMost limit: Int) throws(Diagnostic) -> (first: [(row: Int, id: String)], count: Int) {
    let unused = entries.indices.filter { !isUsed[$0] }.sorted { rowNumbers[$0] < rowNumbers[$1] }
    var first: [(row: Int, id: String)] = []
    for entry in unused.prefix(limit) { first.append((Int(rowNumbers[entry]), try unpacked(entries[entry].start).id)) }
    return (first, unused.count)
  }

  // MARK: Rows in the scratch file

  /// Returns the form of an id that is the same for all ids that look alike.
  private static func folded(_ id: String) -> Bytes { FoldedText.fold(Bytes(id.utf8)[...]) }

  /// Returns the 64-bit FNV-1a hash of a text.
  private static func hash(_ text: Bytes) -> UInt64 {
    text.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// Encodes a row: its size in bytes, its id, its number, the number of cells, and the column, kind, format, marks and
  /// text of each cell.
  ///
  /// A row can be read back in two steps because its size comes first: first the size, then the rest.
  private static func packed(_ row: Row, _ id: String) -> Bytes {
    var body: Bytes = []
    body.append(text: Bytes(id.utf8))
    body.append(fixed: row.number)
    body.append(fixed: row.cells.count)
    for cell in row.cells {
      body.append(fixed: cell.column)
      body.append(fixed: cell.kind.rawValue)
      body.append(fixed: cell.format.code)
      body.append(fixed: Int(cell.marks.rawValue))
      body.append(text: Bytes(row.textBytes[cell.range]))
    }
    var bytes: Bytes = []
    bytes.append(fixed: body.count)
    return bytes + body
  }

  /// Decodes the row at an offset of the scratch file.
  private func unpacked(_ start: Int) throws(Diagnostic) -> (id: String, row: Row) {
    var head: Bytes = []
    try scratch.read(start..<(start + 4), into: &head)
    var offset = 0
    let size = head.readFixed(at: &offset)
    var body: Bytes = []
    try scratch.read((start + 4)..<(start + 4 + size), into: &body)
    offset = 0
    let id = String(decoding: body.readText(at: &offset), as: UTF8.self)
    var row = Row(number: body.readFixed(at: &offset))
    for _ in 0..<body.readFixed(at: &offset) {
      let column = body.readFixed(at: &offset)
      let kind = Cell.Kind(rawValue: body.readFixed(at: &offset)) ?? .text
      let format = NumberFormat(code: body.readFixed(at: &offset))
      let marks = Cell.Marks(rawValue: UInt8(truncatingIfNeeded: body.readFixed(at: &offset)))
      row.append(column: column, kind: kind, text: body.readText(at: &offset), format: format, marks: marks)
    }
    return (id, row)
  }
}

extension ListSheet.Doubt {
  /// Returns why the row cannot be assigned to an application, and what to do.
  func reason(for application: String) -> String {
    let id = id.prefix(60)
    if marks.contains(.whollyStruck) { return "申报编号“\(id)”整个划去，不知这一行是否算数；不算数的请删除这一行，算数的请去掉删除线" }
    if marks.contains(.struck) { return "申报编号“\(id)”有划去的部分，不知是不是这个编号；请改好编号，不留删除线" }
    if marks.contains(.raised) { return "申报编号“\(id)”有上标或下标，不知是不是编号的一部分；请改好编号，不用上下标" }
    return "申报编号“\(id)”与“\(application.prefix(60))”只差全半角、大小写或空格，请改为一致"
  }
}

extension Bytes {
  /// Appends an integer in four bytes, low byte first.
  fileprivate mutating func append(fixed number: Int) {
    for shift in [0, 8, 16, 24] { append(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  /// Appends the size of a text and the text.
  fileprivate mutating func append(text: Bytes) {
    append(fixed: text.count)
    append(contentsOf: text)
  }

  /// Reads an integer and advances the offset.
  fileprivate func readFixed(at offset: inout Int) -> Int {
    var number = 0
    for shift in [0, 8, 16, 24] {
      number |= Int(self[offset]) << shift
      offset += 1
    }
    return number
  }

  /// Reads a text and advances the offset.
  fileprivate func readText(at offset: inout Int) -> ArraySlice<UInt8> {
    let count = readFixed(at: &offset)
    defer { offset += count }
    return self[offset..<(offset + count)]
  }
}

/// Texts that templates contain and the reader recognises.
public enum TemplateMark {
  /// The id in the example row of a template; the reader skips such rows.
  public static let exampleID = "示例（本行不评审）"
  /// The names of sheets of a template that are only for reading.
  public static let readOnlySheets: Set<String> = [ClauseSheet.name, TemplateNotes.name]
  /// The name of the sheet of applications in the template of one direction.
  static let applicationSheet = "申报表"
}
