import KepingCore
import KepingFiles
import Workbooks

extension SideReader {
  /// What a key of an object means.
  private struct Key {
    /// The index of the column in the layout; nil if there is none, or more than one.
    let column: Int?
    let unit: Unit?
  }

  /// Reads the objects of a JSON file as rows.
  ///
  /// - Throws: ``Diagnostic`` if the file cannot be read.
  func readObjects(of source: ByteSource) throws(Diagnostic) {
    var objects = JSONObjects(source)
    var keys: [Bytes: Key] = [:]
    while true {
      do throws(JSONStop) {
        guard let line = try nextLine(&objects) else { return }
        readObject(objects, line: line, &keys)
      } catch {
        switch error {
        case .broken(let fault): faults.add(fault)
        case .unreadable(let fault): throw fault
        }
      }
    }
  }

  /// An error of reading an object.
  private enum JSONStop: Error {
    /// The JSON of a value is broken; the next one may be read.
    case broken(Diagnostic)
    /// The file cannot be read any further.
    case unreadable(Diagnostic)
  }

  private func nextLine(_ objects: inout JSONObjects) throws(JSONStop) -> Int? {
    do throws(Diagnostic) {
      return try objects.next()?.line
    } catch {
      throw error.code == "invalid-json" ? .broken(error) : .unreadable(error)
    }
  }

  private func readObject(_ objects: JSONObjects, line: Int, _ keys: inout [Bytes: Key]) {
    let (tape, bytes) = (objects.tape, objects.buffer)
    let place = SourceCell(file: path, row: line)
    guard tape.values[0].kind == .object else {
      return faults.add(place.fault("invalid-row", Wording("这一条不是JSON对象（{…}）", "the value is no JSON object")))
    }
    guard !tape.hasDuplicateKeys else {
      return faults.add(place.fault("duplicate-column", Wording("同一个字段名出现了两次", "a key is given twice")))
    }
    foundContent = true
    var columns = SideRow.Columns(
      layout: layout, numbers: Array(repeating: 0, count: layout.columns.count),
      units: Array(repeating: nil, count: layout.columns.count), path: path, sheet: nil, isJSON: true)
    var cells: [(column: Int, kind: Cell.Kind, text: Bytes)] = []
    var index = 1
    while index < Int(tape.values[0].next) {
      let name = Self.text(tape.values[index], bytes)
      let value = tape.values[index + 1]
      index = value.kind == .object || value.kind == .array ? Int(value.next) : index + 2
      guard let key = key(name, at: place, &keys), let column = key.column else { continue }
      guard columns.numbers[column] == 0 else {
        faults.add(duplicateFault(column, at: place))
        continue
      }
      columns.numbers[column] = column + 1
      columns.units[column] = key.unit
      switch value.kind {
      case .null: break
      case .true, .false: cells.append((column + 1, .flag, value.kind == .true ? [0x31] : [0x30]))
      case .number: cells.append((column + 1, .number, Bytes(bytes[Int(value.start)..<Int(value.end)])))
      case .text: cells.append((column + 1, .text, Self.text(value, bytes)))
      case .object, .array:
        let label = layout.columns[column].label
        faults.add(
          place.fault("unreadable-cell", Wording("\(label)应为单个值", "'\(layout.columns[column].field)' must be a single value")))
      }
    }
    var row = Row(number: line)
    for cell in cells.sorted(by: { $0.column < $1.column }) { row.append(column: cell.column, kind: cell.kind, text: cell.text) }
    read(SideRow(columns: columns, row: row, reader: Self.cellReader(), faults: faults))
  }

  /// Returns what a key means; nil if the layout has no such column, which is told once.
  private func key(_ name: Bytes, at place: SourceCell, _ keys: inout [Bytes: Key]) -> Key? {
    if let known = keys[name] { return known }
    let match = match(SheetHeadings.Column(column: 1, text: name.text), moneyUnit: nil)
    let key: Key
    switch match {
    case .column(let column, let unit): key = Key(column: column, unit: unit)
    case .ambiguous(let wording):
      faults.add(place.fault("ambiguous-column", wording))
      key = Key(column: nil, unit: nil)
    case .unknown(let nearest):
      key = Key(column: nil, unit: nil)
      tellUnknown(name.text, nearest: nearest, at: place, missing: layout.columns.indices.map { $0 })
    case .passedOver: key = Key(column: nil, unit: nil)
    }
    // A file with very many different keys is none of ours, and is not remembered.
    if keys.count < 1000 { keys[name] = key }
    return key
  }

  private static func text(_ value: JSONTape.Value, _ bytes: Bytes) -> Bytes {
    let range = Int(value.start)..<Int(value.end)
    guard value.isEscaped else { return Bytes(bytes[range]) }
    var text: Bytes = []
    JSONTape.unescape(bytes, range, into: &text)
    return text
  }
}
