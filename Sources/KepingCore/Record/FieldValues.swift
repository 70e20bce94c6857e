/// The values of a record that does not come from JSON, field by field, each with the cell that it comes from.
///
/// A row of a sheet fills it; ``Record/fillHost(from:)`` and ``Record/fillProgram(from:by:)`` take the values into the record's
/// slots. It is used again for the next row.
package struct FieldValues: Sendable {
  /// A cell of a workbook, or of a CSV file.
  package struct Cell: Sendable {
    /// The index among ``FieldValues/sheets``.
    package var sheet: Int32
    /// From 1; 0 for the row as a whole.
    package var column: Int32
    /// From 1.
    package var row: Int32

    package init(sheet: Int32, column: Int32, row: Int32) {
      self.sheet = sheet
      self.column = column
      self.row = row
    }
  }

  /// A value of a single field, or its absence.
  package struct Value: Sendable {
    package enum Kind: UInt8, Sendable { case absent, text, number, flag }

    package var kind = Kind.absent
    /// Whether the number is a whole one from 0 to 2^53, exactly.
    package var isCount = false
    /// A number; 0 or 1 for a flag.
    package var number = 0.0
    /// A text's bytes among ``FieldValues/texts``.
    package var start: Int32 = 0
    package var end: Int32 = 0
    /// The column of its cell; 0 where it has none.
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

  /// An amount of a year.
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
    /// By the fields' slots; one value for a text.
    package var values: [Value]
    /// Where each field is filled in, or would be; 0 where it has no column.
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

  /// All texts, one after the other.
  package var texts: Bytes = []
  /// The names of the sheets that cells are in.
  package var sheets: [String] = []
  /// The row of the record itself; its sheet is the first one.
  package private(set) var row: Int32 = 0
  /// By node; of fields that are not there, where they would be filled in.
  package private(set) var plain: [Value] = []
  /// Whether an object, tally or list has anything, by node.
  package private(set) var isPresent: [Bool] = []
  package private(set) var years: [YearValue] = []
  /// The elements of lists that have any, by node.
  package private(set) var elements: [(node: Int, elements: [Element])] = []
  /// What is wrong with cells of the host's fields.
  package var hostFaults: [Problem] = []
  /// What is wrong with cells of the program's own fields.
  package var programFaults: [Problem] = []
  /// Cells that nobody reads.
  package var unknownFields: [Problem] = []
  private var parents: [Int32] = []
  /// Names a cell as people do: `申报表!F12`.
  private let name: @Sendable (_ sheet: String, _ column: Int, _ row: Int) -> String

  package init(name: @escaping @Sendable (_ sheet: String, _ column: Int, _ row: Int) -> String) { self.name = name }

  /// Begins the next row.
  /// - Parameters:
  ///   - columns: by node, where a field is filled in; 0 where it has no column.
  ///   - parents: by node, the object that it is in; -1 at the top.
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
  }

  /// Sets the value of a single field.
  package mutating func set(_ node: Int, _ value: Value, column: Int) {
    plain[node] = value
    plain[node].column = Int32(column)
    markPresent(of: node)
  }

  /// Adds an amount of a year.
  package mutating func add(_ node: Int, year: Int, _ value: Value, column: Int) {
    var value = value
    value.column = Int32(column)
    years.append(YearValue(node: node, year: year, value: value))
    markPresent(of: node)
  }

  /// Sets the elements of a list; none where the row says that it has none.
  package mutating func set(_ list: Int, _ elements: [Element]) {
    self.elements.append((list, elements))
    markPresent(of: list)
  }

  private mutating func markPresent(of node: Int) {
    isPresent[node] = true
    var parent = parents[node]
    while parent >= 0, !isPresent[Int(parent)] {
      isPresent[Int(parent)] = true
      parent = parents[Int(parent)]
    }
  }

  /// The index of a sheet by its name.
  package mutating func index(ofSheet name: String) -> Int32 {
    if let known = sheets.firstIndex(of: name) { return Int32(known) }
    sheets.append(name)
    return Int32(sheets.count - 1)
  }

  /// A cell as people name it.
  package func text(_ cell: Cell) -> String {
    let sheet = sheets[Int(cell.sheet)]
    return cell.column > 0 ? name(sheet, Int(cell.column), Int(cell.row)) : "\(sheet)!\(cell.row)"
  }

  /// The cell of a field in the row of the record itself.
  func cell(column: Int32) -> Cell { Cell(sheet: 0, column: column, row: row) }

  /// The elements of a list; nil where nothing is said of it.
  func elements(of list: Int) -> [Element]? { elements.first { $0.node == list }?.elements }
}
