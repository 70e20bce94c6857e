/// The values of a record that does not come from JSON, each with the cell that it comes from.
///
/// A row of a sheet fills it; ``Record/fillHost(from:)`` and ``Record/fillProgram(from:by:)`` move the values into the slots of
/// the record. It is reused for the next row.
package struct FieldValues: Sendable {
  /// A cell of a workbook or CSV file.
  package struct Cell: Sendable {
    /// The index among ``FieldValues/sheets``.
    package var sheet: Int32
    /// The 1-based column, or 0 for the row as a whole.
    package var column: Int32
    /// The 1-based row.
    package var row: Int32

    package init(sheet: Int32, column: Int32, row: Int32) {
      self.sheet = sheet
      self.column = column
      self.row = row
    }
  }

  /// The value of a single field, or its absence.
  package struct Value: Sendable {
    package enum Kind: UInt8, Sendable { case absent, text, number, flag }

    package var kind = Kind.absent
    /// Whether the number is an integer from 0 to 2^53 exactly.
    package var isCount = false
    /// The number; 0 or 1 for a flag.
    package var number = 0.0
    /// The offset of a text's first byte in ``FieldValues/texts``.
    package var start: Int32 = 0
    /// The offset after a text's last byte.
    package var end: Int32 = 0
    /// The 1-based column of the cell, or 0 if there is none.
    package var column: Int32 = 0

    package init() {}

    package init(text: Range<Int>) {
      kind = .text
      start = Int32(text.lowerBound)
      end = Int32(text.upperBound)
    }

    package init(number: Double, isCount: Bool) {
      kind = .number
      self.number = number
      self.isCount = isCount
    }

    package init(flag: Bool) {
      kind = .flag
      number = flag ? 1 : 0
    }
  }

  /// An amount of one year.
  package struct YearValue: Sendable {
    package let node: Int
    package let year: Int
    package let value: Value

    package init(node: Int, year: Int, value: Value) {
      self.node = node
      self.year = year
      self.value = value
    }
  }

  /// An element of a list of objects, or a text of a list of texts.
  package struct Element: Sendable {
    /// The values by the slots of the element's fields; a single value for a text.
    package var values: [Value]
    /// The 1-based column of each field, present or not; 0 if the field has no column.
    package var columns: [Int32]
    package let sheet: Int32
    package let row: Int32

    package init(values: [Value], columns: [Int32], sheet: Int32, row: Int32) {
      self.values = values
      self.columns = columns
      self.sheet = sheet
      self.row = row
    }
  }

  /// The bytes of all texts, one after the other.
  package var texts: Bytes = []
  /// The names of the sheets that the cells are in; the first one is the sheet of the record itself.
  package var sheets: [String] = []
  /// The 1-based row of the record itself, in the first sheet.
  package private(set) var row: Int32 = 0
  /// The value of each single field by node; an absent value has the column in which it would be filled in.
  package private(set) var plain: [Value] = []
  /// Whether the field of each node has a value or, if it is an object, a tally or a list, any content.
  package private(set) var isPresent: [Bool] = []
  /// The amounts by year, in the order in which they were set.
  package private(set) var years: [YearValue] = []
  /// The elements of lists by node.
  package private(set) var elements: [(node: Int, elements: [Element])] = []
  /// The problems of cells of the host's fields.
  package var hostFaults: [Problem] = []
  /// The problems of cells of the program's fields.
  package var programFaults: [Problem] = []
  /// The problems that change nothing by themselves: cells whose columns no field reads, and remarks on cells that were read.
  package var unknownFields: [Problem] = []
  /// Whether ``hostFaults`` has the only fault to report, because the values may be in the wrong columns.
  package private(set) var areMisplaced = false
  /// The node of the object that contains each node's field; -1 at the top.
  private var parents: [Int32] = []
  /// A function that returns the name of a cell as people write it: `申报表!F12`.
  private let name: @Sendable (_ sheet: String, _ column: Int, _ row: Int) -> String

  package init(name: @escaping @Sendable (_ sheet: String, _ column: Int, _ row: Int) -> String) { self.name = name }

  /// Removes all values and begins the next row.
  /// - Parameters:
  ///   - columns: the 1-based column of each node's field; 0 if it has no column.
  ///   - parents: the node of the object that contains each node's field; -1 at the top.
  package mutating func begin(row: Int, of sheet: String, columns: [Int32], parents: [Int32]) {
    self.row = Int32(row)
    sheets.removeAll(keepingCapacity: true)
    sheets.append(sheet)
    texts.removeAll(keepingCapacity: true)
    self.parents = parents
    plain.removeAll(keepingCapacity: true)
    for column in columns {
      var value = Value()
      value.column = column
      plain.append(value)
    }
    isPresent.removeAll(keepingCapacity: true)
    isPresent.append(contentsOf: repeatElement(false, count: columns.count))
    if !years.isEmpty { years.removeAll(keepingCapacity: true) }
    if !elements.isEmpty { elements.removeAll(keepingCapacity: true) }
    if !hostFaults.isEmpty { hostFaults.removeAll() }
    if !programFaults.isEmpty { programFaults.removeAll() }
    if !unknownFields.isEmpty { unknownFields.removeAll() }
    areMisplaced = false
  }

  /// Replaces all problems by one, because the values may be in the wrong columns.
  package mutating func reportOnly(_ problem: Problem) {
    hostFaults = [problem]
    programFaults.removeAll()
    unknownFields.removeAll()
    areMisplaced = true
  }

  /// Sets the value of a single field.
  package mutating func set(_ node: Int, _ value: Value, column: Int) {
    plain[node] = value
    plain[node].column = Int32(column)
    markPresent(of: node)
  }

  /// Appends an amount of a year.
  package mutating func add(_ node: Int, year: Int, _ value: Value, column: Int) {
    var value = value
    value.column = Int32(column)
    years.append(YearValue(node: node, year: year, value: value))
    markPresent(of: node)
  }

  /// Sets the elements of a list; an empty array means that the row states that the list is empty.
  package mutating func set(_ list: Int, _ elements: [Element]) {
    self.elements.append((list, elements))
    markPresent(of: list)
  }

  /// Records that a field and the objects around it have content.
  private mutating func markPresent(of node: Int) {
    isPresent[node] = true
    var parent = parents[node]
    while parent >= 0, !isPresent[Int(parent)] {
      isPresent[Int(parent)] = true
      parent = parents[Int(parent)]
    }
  }

  /// Returns the index of a sheet in ``sheets``, appending its name if it is new.
  package mutating func index(ofSheet name: String) -> Int32 {
    if let known = sheets.firstIndex(of: name) { return Int32(known) }
    sheets.append(name)
    return Int32(sheets.count - 1)
  }

  /// Returns the name of a cell as people write it, or of a row if the column is 0.
  package func text(_ cell: Cell) -> String {
    let sheet = sheets[Int(cell.sheet)]
    return cell.column > 0 ? name(sheet, Int(cell.column), Int(cell.row)) : "\(sheet)!\(cell.row)"
  }

  /// Returns a cell in the row of the record itself.
  func cell(column: Int32) -> Cell { Cell(sheet: 0, column: column, row: row) }

  /// Returns the elements of a list, or nil if the row does not mention the list.
  func elements(of list: Int) -> [Element]? { elements.first { $0.node == list }?.elements }
}
