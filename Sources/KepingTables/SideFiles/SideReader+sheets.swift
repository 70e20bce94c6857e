import KepingCore
import KepingFiles
import Workbooks

extension SideReader {
  /// The rows of a sheet and what is known about it.
  private struct Sheet {
    /// The name of the sheet; nil for CSV.
    let name: String?
    let headings: SheetHeadings
    var columns: SideRow.Columns
    let merged: [MergedCells]
    let countsFrom1904: Bool
  }

  /// Reads all sheets of a workbook.
  ///
  /// - Throws: ``Diagnostic`` if the workbook cannot be read.
  func readWorkbook(_ file: RandomAccessFile) throws(Diagnostic) {
    let book = try WorkbookReader(file, name: path)
    for sheet in book.sheets where !TemplateMark.readOnlySheets.contains(sheet.name) {
      do throws(Diagnostic) {
        let (first, fault) = TableReader.firstRows(of: try book.rows(of: sheet, atOnce: SheetHeadings.searchDepth))
        if first.isEmpty, let fault { throw fault }
        let merged = (try? book.mergedCells(of: sheet)) ?? []
        guard let found = content(sheet.name, first, merged, countsFrom1904: book.countsFrom1904, isHidden: sheet.isHidden) else {
          continue
        }
        let rows = try book.rows(of: sheet)
        try readRows(of: found) { () throws(Diagnostic) in try rows.next() }
      } catch {
        var fault = error
        if fault.path == path || fault.path == sheet.name { fault.path = "\(path):\(sheet.name)" }
        faults.add(fault)
      }
    }
    if !foundContent, faults.errors.isEmpty { addMissingColumns() }
  }

  /// Reads a CSV file.
  ///
  /// - Throws: ``Diagnostic`` if the file cannot be read.
  func readCSV(_ source: ByteSource, encoding: TextEncoding?) throws(Diagnostic) {
    let rows = try CSVReader(source, encoding: encoding)
    var (first, fault) = TableReader.firstRows(of: rows)
    if first.isEmpty, let fault { throw fault }
    if first.count < SheetHeadings.searchDepth, first.allSatisfy(SheetHeadings.isBlank) { return }
    guard let sheet = content(nil, first, [], countsFrom1904: false, isHidden: false) else {
      if faults.errors.isEmpty {
        let advice = CSVFaults(name: path, sheet: nil, idNames: idNames)
        if let fault = advice.unreadable(first, encoding: rows.encoding, isGiven: encoding != nil) { throw fault }
        addMissingColumns()
      }
      return
    }
    first.reverse()
    try readRows(of: sheet) { () throws(Diagnostic) in
      if let row = first.popLast() { return row }
      if let fault { throw fault }
      return try rows.next()
    }
  }

  /// Returns a sheet that is of the kind of the file, or nil for any other one, which is told.
  private func content(
    _ name: String?, _ first: [Row], _ merged: [MergedCells], countsFrom1904: Bool, isHidden: Bool
  ) -> Sheet? {
    guard first.contains(where: { !SheetHeadings.isBlank($0) }) else { return nil }
    let headings = SheetHeadings(first, merged, idNames: idNames)
    let matches = headings.columns.prefix(Self.maximumColumns).map { match($0, moneyUnit: headings.moneyUnit) }
    var columns = SideRow.Columns(
      layout: layout, numbers: Array(repeating: 0, count: layout.columns.count),
      units: Array(repeating: nil, count: layout.columns.count), path: path, sheet: name, isJSON: false)
    for (heading, match) in zip(headings.columns, matches) {
      guard case .column(let column, let unit) = match, columns.numbers[column] == 0 else { continue }
      columns.numbers[column] = heading.column
      columns.units[column] = unit
    }
    let missing = layout.columns.indices.filter { columns.numbers[$0] == 0 }
    let lacking = missingLabels(columns)
    let known = layout.columns.indices.filter { columns.numbers[$0] > 0 }
    // A sheet without ids is only meant if it has more of the columns; results have columns of the same names.
    let isMeant =
      known.contains { layout.columns[$0].isDistinctive } && known.count >= 2
      && (lacking.isEmpty || !TableReader.hasResultHeadings(headings))
    let place = SourceCell(file: path, sheet: name, row: max(1, headings.row))
    guard isMeant, !isHidden || lacking.isEmpty else {
      if headings.idColumn != nil, !isHidden, !TableReader.hasResultHeadings(headings) {
        otherSheets.append((name ?? "", max(1, headings.row), lacking))
        if let name { tellOther(name) }
      }
      return nil
    }
    foundContent = true
    if isHidden {
      let wording = Wording("工作表是隐藏的，没有读取；请取消隐藏，或删除它", "the sheet is hidden and was not read; unhide or delete it")
      faults.add(Diagnostic(path: "\(path):\(name ?? "")", code: "hidden-sheet", wording))
      return nil
    }
    for (heading, match) in zip(headings.columns, matches) {
      let place = SourceCell(file: path, sheet: name, row: headings.row, column: Cell.columnName(heading.column))
      switch match {
      case .column(let column, _):
        if columns.numbers[column] != heading.column { faults.add(duplicateFault(column, at: place)) }
      case .ambiguous(let wording): faults.add(place.fault("ambiguous-column", wording))
      case .unknown(let nearest): tellUnknown(heading.text, nearest: nearest, at: place, missing: missing)
      case .passedOver: break
      }
    }
    guard lacking.isEmpty, headings.idColumn != nil else {
      faults.add(place.fault("missing-column", missingWording(lacking)))
      return nil
    }
    return Sheet(name: name, headings: headings, columns: columns, merged: merged, countsFrom1904: countsFrom1904)
  }

  /// The number of columns of a sheet that are looked at; genuine sheets have fewer.
  private static let maximumColumns = 500

  /// Returns the labels of the columns that a sheet must have and lacks.
  private func missingLabels(_ columns: SideRow.Columns) -> [String] {
    var labels = layout.columns.indices.filter { layout.columns[$0].isRequired && columns.numbers[$0] == 0 }
      .map { layout.columns[$0].label }
    let choices = layout.columns.indices.filter { layout.oneOf.contains(layout.columns[$0].field) }
    if !choices.isEmpty, choices.allSatisfy({ columns.numbers[$0] == 0 }) {
      labels.append(choices.map { layout.columns[$0].label }.joined(separator: "或"))
    }
    return labels
  }

  private func missingWording(_ labels: [String]) -> Wording {
    Wording(
      "\(layout.title.chinese)缺少列：\(labels.joined(separator: "、"))",
      "the sheet of \(layout.title.english) has no column \(labels.joined(separator: ", "))")
  }

  /// Adds the error of a file none of whose sheets is of its kind.
  private func addMissingColumns() {
    let best = otherSheets.min { $0.missing.count < $1.missing.count }
    let all = layout.columns.filter(\.isRequired).map(\.label)
    let place = best.map { ":" + SourceCell(file: path, sheet: $0.name.isEmpty ? nil : $0.name, row: $0.row).text } ?? ""
    let wording = missingWording(best?.missing ?? all)
    faults.add(Diagnostic(path: path + place, code: "missing-column", wording))
  }

  /// Adds a remark on a sheet with ids that is not of the kind of the file.
  private func tellOther(_ name: String) {
    faults.addRemark(
      "sheet-not-read", at: "\(path):\(name)",
      Wording("工作表不是\(layout.title.chinese)，没有读取", "the sheet has no \(layout.title.english) and was not read"))
  }

  // MARK: Rows

  /// Reads the rows of a sheet below its heading.
  private func readRows(of sheet: Sheet, _ next: () throws(Diagnostic) -> Row?) throws(Diagnostic) {
    let headings = sheet.headings
    var sweep = MergedSweep(sheet.merged, below: headings)
    let reader = Self.cellReader(countsFrom1904: sheet.countsFrom1904)
    /// The last cell with an id: its name, its row and its text.
    var lastID: (cell: String, row: Int, id: String?) = ("", 0, nil)
    while var row = try next() {
      if row.number <= headings.lastRow { continue }
      sweep.cover(&row)
      guard headings.hasContent(row) else { continue }
      let place = SourceCell(file: path, sheet: sheet.name, row: row.number)
      if headings.isDifferentHeading(row) {
        throw place.fault(
          "second-heading",
          Wording(
            "这里又有一个不同的表头，从这一行起没有读取；请分成两张工作表",
            "a different heading begins here, and the rest of the sheet was not read; use two sheets"))
      }
      if let reason = headings.skipReason(of: row) {
        faults.addRemark("row-not-read", at: "\(path):\(place.text)", reason)
        continue
      }
      var item = SideRow(columns: sheet.columns, row: row, reader: reader, faults: faults)
      if let column = headings.idColumn, let cell = row.cell(column) {
        if cell.kind != .covered {
          lastID = (Cell.name(column, row.number), row.number, ListSheet.id(cell, row))
        } else if let id = lastID.id, row.text(cell).hasPrefix("\(lastID.cell):") {
          item.mergedID = (lastID.row, id)
        }
        if lastID.row == row.number, lastID.id == TemplateMark.exampleID { continue }
      }
      if let cell = row.cells.last, headings.fieldCount > 0, cell.column > headings.fieldCount,
        !SheetHeadings.isBlank(cell, of: row)
      {
        faults.add(
          place.fault(
            "too-many-cells",
            Wording("这一行的格数比表头多，可能有一格里有没加引号的逗号", "the row has more cells than the heading; a comma may lack quotes")))
        continue
      }
      read(item)
    }
  }
}
