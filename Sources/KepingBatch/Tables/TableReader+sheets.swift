import KepingCore
import KepingFiles
import Workbooks

extension TableReader {
  /// The first rows of a sheet, and why it cannot be read on.
  static func first(of rows: any RowSource) -> (rows: [Row], fault: Diagnostic?) {
    var first: [Row] = []
    do throws(Diagnostic) {
      while first.count < SheetHeadings.depth, let row = try rows.next() { first.append(row) }
    } catch {
      return (first, error)
    }
    return (first, nil)
  }

  func open(_ sheet: WorkbookReader.Sheet, of book: WorkbookReader) throws(Diagnostic) {
    let rows = try book.rows(of: sheet)
    let (first, fault) = Self.first(of: rows)
    guard !first.isEmpty else {
      if let fault { throw fault }
      return
    }
    let headings = try SheetHeadings(first, idNames: idNames) { () throws(Diagnostic) in
      // Merged cells stand behind the rows: the sheet is read to its end once more, and nothing of it kept.
      let again = try book.rows(of: sheet)
      do throws(Diagnostic) {
        while try again.next() != nil {}
      } catch {
        // It is told where the rows are read; here it only means that nothing is known to be merged.
      }
      return again.mergedCells
    }
    let isList = isListName(sheet.name)
    guard let idColumn = headings.idColumn else {
      if sheet.isHidden || TemplateMark.notes.contains(sheet.name) { return }
      return isList || knows(headings)
        ? missingID(sheet.name, headings) : remark(sheet.name, "没有“申报编号”列，没有读取", "has no column of ids (申报编号 or id): not read")
    }
    guard !sheet.isHidden else { return remark(sheet.name, "是隐藏的，没有读取", "is hidden: not read") }
    if isList || isListByHeadings(headings) {
      if let fault { throw fault }
      let waiting = first.filter { $0.number > headings.lastRow }
      lists.append(
        try ListSheet(
          sheet.name, headings, idColumn: idColumn, first: waiting, rows, countsFrom1904: book.countsFrom1904))
    } else {
      add(sheet.name, headings, first, fault, rows, book.countsFrom1904)
    }
  }

  func add(
    _ name: String, _ headings: SheetHeadings, _ first: [Row], _ fault: Diagnostic?, _ rows: any RowSource, _ from1904: Bool
  ) {
    let waiting = first.filter { $0.number > headings.lastRow }
    sheets.append(
      Sheet(name: name, headings: headings, waiting: waiting[...], fault: fault, rows: rows, countsFrom1904: from1904))
  }

  // MARK: What a sheet is

  /// The schemas of the programs that are on, the host's own first.
  var allNames: [FieldNames] {
    [hostNames]
      + programs.entries.compactMap { entry in
        if case .on(_, let program) = entry.status { fieldNames(entry.plugin.id, program.schema) } else { nil }
      }
  }

  func fieldNames(_ plugin: String, _ schema: Schema) -> FieldNames {
    if let known = names[plugin] { return known }
    let made = FieldNames(schema)
    names[plugin] = made
    return made
  }

  func isListName(_ name: String) -> Bool { allNames.contains { $0.list(named: name) != nil } }

  /// Whether a sheet with ids names fields of a list, and nothing that only an application has.
  func isListByHeadings(_ headings: SheetHeadings) -> Bool { list(by: headings, hostNames) != nil }

  func list(by headings: SheetHeadings, _ names: FieldNames) -> Int? {
    let keys = headings.columns.map { Heading($0.variants.last ?? $0.text).key }
    let own = ["year", "direction", "title"].compactMap { names.schema.child($0, of: nil) }
    let ownNames = Set(own.flatMap { names.names(of: $0).map(Heading.key) })
    guard !keys.contains(where: ownNames.contains) else { return nil }
    let found = names.listNodes.filter { list in keys.filter { names.child($0, of: list) != nil }.count >= 2 }
    return found.count == 1 ? found[0] : nil
  }

  /// Whether a sheet without ids looks like one of applications all the same.
  func knows(_ headings: SheetHeadings) -> Bool {
    headings.columns.filter { column in
      if case .success? = hostNames.target(Heading(column.variants.last ?? column.text)) { true } else { false }
    }.count >= 2
  }

  // MARK: What is wrong with a file

  func missingID(_ sheet: String, _ headings: SheetHeadings) {
    let given = headings.columns.filter { hostNames.target(Heading($0.text)) == nil }.map { Heading($0.text).text }
    fail(
      sheet: sheet,
      Diagnostic(
        path: "\(name):\(sheet)!\(max(1, headings.row))", code: "missing-id-column",
        Wording("工作表没有“申报编号”列", "the sheet has no column of ids (申报编号 or id)").suggesting("申报编号", among: given)))
  }

  func fail(sheet: String, _ fault: Diagnostic) {
    var fault = fault
    if fault.path == name { fault.path = "\(name):\(sheet)" }
    faults.append(fault)
    if isListName(sheet) { broken.append((sheet, "工作表“\(sheet)”无法读取（\(fault.wording.chinese)），请更正后再评审")) }
  }

  func remark(_ sheet: String, _ chinese: String, _ english: String) {
    var remark = Diagnostic(
      path: "\(name):\(sheet)", code: "sheet-not-read", Wording("工作表\(chinese)", "the sheet \(english)"))
    remark.isRemark = true
    remarks.append(remark)
  }

  func requireApplications() throws(Diagnostic) {
    guard sheets.isEmpty else { return }
    throw faults.first
      ?? Diagnostic(
        path: name, code: "missing-id-column",
        Wording("没有一张工作表有“申报编号”列", "no sheet has a column of ids (申报编号 or id)"))
  }
}
