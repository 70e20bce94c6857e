import KepingCore
import KepingFiles
import Workbooks

/// A sheet with one element of a list, such as 联合申报单位, in each row, found by the id of its application.
///
/// The rows are kept in a scratch file; only 21 bytes per row stay in memory.
final class ListSheet {
  let name: String
  let headings: SheetHeadings
  let countsFrom1904: Bool
  private let idColumn: Int
  private let scratch: ScratchFile
  /// The hash of the id and the offset in the scratch file of each row, sorted by hash, then in the order of the sheet.
  private var entries: [(hash: UInt64, start: Int)] = []
  /// The number of the row of each entry.
  private var rowNumbers: [Int32] = []
  /// Whether an application has used the row of each entry.
  private var isUsed: [Bool] = []
  /// The maximum number of rows of one application.
  static let maximumRows = 1000
  /// The maximum number of bytes of text in the rows of one application.
  private static let maximumText = 16 << 20
  /// The maximum size of the scratch file in bytes.
  private static let maximumSize = 512 << 20

  /// The name of the last cell with an id, and the id.
  private var lastID: (cell: String, id: String?) = ("", nil)
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
    if let cell = row.cell(idColumn) {
      if cell.kind != .covered {
        id = Self.id(cell, row)
        lastID = (Cell.name(idColumn, row.number), id)
      } else if row.text(cell).hasPrefix("\(lastID.cell):") {
        // The cell of the id is merged with one above, so the row has the same id.
        id = lastID.id
      }
    }
    guard let id, !id.isEmpty else { return rowsWithoutID.append(row.number) }
    if id == TemplateMark.exampleID { return }
    guard scratch.count < Self.maximumSize else {
      throw Diagnostic(
        path: name, code: "list-too-large", Wording("清单过大，没有读取", "the list is too large and was not read"))
    }
    entries.append((Self.hash(id), scratch.count))
    rowNumbers.append(Int32(row.number))
    try scratch.append(Self.packed(row, id))
  }

  /// Returns the id in a cell, or nil if the cell cannot be read as text.
  static func id(_ cell: Cell, _ row: Row) -> String? {
    CellReader.plainText(cell, CellReader.trimmed(row.text(cell)))
  }

  /// Returns whether the sheet has rows with this id.
  ///
  /// - Throws: ``Diagnostic`` if the scratch file cannot be read.
  func contains(id: String) throws(Diagnostic) -> Bool {
    var current = firstEntry(withHash: Self.hash(id))
    while current < entries.count, entries[current].hash == Self.hash(id) {
      if try unpacked(entries[current].start).id.utf8.elementsEqual(id.utf8) { return true }
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

  /// Returns the rows of an application in the order of the sheet, or nil if they exceed the limits.
  ///
  /// - Throws: ``Diagnostic`` if the scratch file cannot be read.
  func rows(of id: String) throws(Diagnostic) -> [Row]? {
    let hash = Self.hash(id)
    var low = firstEntry(withHash: hash)
    var found: [Row] = []
    var text = 0
    while low < entries.count, entries[low].hash == hash {
      if found.count > Self.maximumRows || text > Self.maximumText {
        // The rows are too many, but they belong to an application.
        isUsed[low] = true
      } else {
        let entry = try unpacked(entries[low].start)
        if entry.id.utf8.elementsEqual(id.utf8) {
          isUsed[low] = true
          text += entry.row.textBytes.count
          found.append(entry.row)
        }
      }
      low += 1
    }
    return found.count > Self.maximumRows || text > Self.maximumText ? nil : found
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

  /// Returns the 64-bit FNV-1a hash of a text.
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
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
  public static let readOnlySheets: Set<String> = ["条款", "填写说明"]
}
