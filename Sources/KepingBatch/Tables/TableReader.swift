import KepingCore
import KepingFiles
import Workbooks

/// Reads applications out of a workbook or a CSV file, one a row, and turns each into the JSON that it stands for.
///
/// Sheets whose heading names ids and projects have applications; sheets named for a list, such as 合作单位, have its
/// elements, joined by 申报编号. Which fields there are, the program of each row's own year and direction decides.
final class TableReader {
  /// A sheet of applications.
  private struct Sheet {
    let name: String
    let headings: SheetHeadings
    /// Rows that were read to find the heading.
    var waiting: ArraySlice<Row>
    /// Why the sheet cannot be read on behind them, where that is known already.
    var fault: Diagnostic?
    let rows: any RowSource
    let countsFrom1904: Bool
    /// What the columns hold, by the plugin of the row's program; the empty name is the host's own fields.
    var plans: [String: ColumnPlan] = [:]
  }

  private let name: String
  private let programs: Programs
  private var sheets: [Sheet] = []
  private var lists: [ListSheet] = []
  private var listPlans: [String: [ListPlan]] = [:]
  /// Lists that cannot be read, by the name of their sheet, with the reason.
  private var broken: [(sheet: String, reason: String)] = []
  private var names: [String: FieldNames] = [:]
  private let hostNames = FieldNames(Schema.host)
  /// The ids that directions' words were found to stand for.
  private var directionIDs: [String: String] = [:]
  private var current = 0
  private var isFinished = false
  private(set) var builder = RecordBuilder()
  /// Parts of the file that could not be taken into account.
  private(set) var faults: [Diagnostic] = []
  /// What a user should know of the file, though nothing is lost by it.
  private(set) var remarks: [Diagnostic] = []

  /// How many places of one kind are listed.
  private static let listed = 20

  /// Opens a workbook.
  /// - Throws: ``Diagnostic`` where it is none, or has no sheet of applications.
  init(workbook file: RandomAccessFile, name: String, programs: Programs) throws(Diagnostic) {
    self.name = name
    self.programs = programs
    let book = try WorkbookReader(file, name: name)
    for sheet in book.sheets {
      do throws(Diagnostic) {
        try open(sheet, of: book)
      } catch {
        fail(sheet: sheet.name, error)
      }
    }
    try requireApplications()
  }

  /// Opens a CSV file: one sheet, named as the file is.
  /// - Throws: ``Diagnostic`` where it cannot be read, or has no ids.
  init(csv source: ByteSource, encoding: TextEncoding?, programs: Programs) throws(Diagnostic) {
    name = source.name
    self.programs = programs
    let file = source.name.split(separator: "/").last.map(String.init) ?? source.name
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    let rows = try CSVReader(source, encoding: encoding)
    let (first, fault) = Self.first(of: rows)
    if first.isEmpty, let fault { throw fault }
    let headings = try SheetHeadings(first, idNames: idNames) { () throws(Diagnostic) in [] }
    if headings.idColumn == nil {
      missingID(stem, headings)
    } else {
      add(stem, headings, first, fault, rows, false)
    }
    try requireApplications()
  }

  private var idNames: Set<String> {
    Set(Schema.host.child("id", of: nil).map { hostNames.names(of: $0).map(Heading.key) } ?? [])
  }

  /// The first rows of a sheet, and why it cannot be read on.
  private static func first(of rows: any RowSource) -> (rows: [Row], fault: Diagnostic?) {
    var first: [Row] = []
    do throws(Diagnostic) {
      while first.count < SheetHeadings.depth, let row = try rows.next() { first.append(row) }
    } catch {
      return (first, error)
    }
    return (first, nil)
  }

  private func open(_ sheet: WorkbookReader.Sheet, of book: WorkbookReader) throws(Diagnostic) {
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

  private func add(
    _ name: String, _ headings: SheetHeadings, _ first: [Row], _ fault: Diagnostic?, _ rows: any RowSource, _ from1904: Bool
  ) {
    let waiting = first.filter { $0.number > headings.lastRow }
    sheets.append(
      Sheet(name: name, headings: headings, waiting: waiting[...], fault: fault, rows: rows, countsFrom1904: from1904))
  }

  // MARK: What a sheet is

  /// The schemas of the programs that are on, the host's own first.
  private var allNames: [FieldNames] {
    [hostNames]
      + programs.entries.compactMap { entry in
        if case .on(_, let program) = entry.status { fieldNames(entry.plugin.id, program.schema) } else { nil }
      }
  }

  private func fieldNames(_ plugin: String, _ schema: Schema) -> FieldNames {
    if let known = names[plugin] { return known }
    let made = FieldNames(schema)
    names[plugin] = made
    return made
  }

  private func isListName(_ name: String) -> Bool { allNames.contains { $0.list(named: name) != nil } }

  /// Whether a sheet with ids names fields of a list, and nothing that only an application has.
  private func isListByHeadings(_ headings: SheetHeadings) -> Bool { list(by: headings, hostNames) != nil }

  private func list(by headings: SheetHeadings, _ names: FieldNames) -> Int? {
    let keys = headings.columns.map { Heading($0.variants.last ?? $0.text).key }
    let own = ["year", "direction", "title"].compactMap { names.schema.child($0, of: nil) }
    let ownNames = Set(own.flatMap { names.names(of: $0).map(Heading.key) })
    guard !keys.contains(where: ownNames.contains) else { return nil }
    let found = names.listNodes.filter { list in keys.filter { names.child($0, of: list) != nil }.count >= 2 }
    return found.count == 1 ? found[0] : nil
  }

  /// Whether a sheet without ids looks like one of applications all the same.
  private func knows(_ headings: SheetHeadings) -> Bool {
    headings.columns.filter { column in
      if case .success? = hostNames.target(Heading(column.variants.last ?? column.text)) { true } else { false }
    }.count >= 2
  }

  // MARK: What is wrong with a file

  private func missingID(_ sheet: String, _ headings: SheetHeadings) {
    let given = headings.columns.filter { hostNames.target(Heading($0.text)) == nil }.map { Heading($0.text).text }
    fail(
      sheet: sheet,
      Diagnostic(
        path: "\(name):\(sheet)!\(max(1, headings.row))", code: "missing-id-column",
        Wording("工作表没有“申报编号”列", "the sheet has no column of ids (申报编号 or id)").suggesting("申报编号", among: given)))
  }

  private func fail(sheet: String, _ fault: Diagnostic) {
    var fault = fault
    if fault.path == name { fault.path = "\(name):\(sheet)" }
    faults.append(fault)
    if isListName(sheet) { broken.append((sheet, "工作表“\(sheet)”无法读取（\(fault.wording.chinese)），请更正后再评审")) }
  }

  private func remark(_ sheet: String, _ chinese: String, _ english: String) {
    var remark = Diagnostic(
      path: "\(name):\(sheet)", code: "sheet-not-read", Wording("工作表\(chinese)", "the sheet \(english)"))
    remark.isRemark = true
    remarks.append(remark)
  }

  private func requireApplications() throws(Diagnostic) {
    guard sheets.isEmpty else { return }
    throw faults.first
      ?? Diagnostic(
        path: name, code: "missing-id-column",
        Wording("没有一张工作表有“申报编号”列", "no sheet has a column of ids (申报编号 or id)"))
  }

  // MARK: Rows

  /// Builds the next application; false at the end.
  /// - Throws: ``Diagnostic`` where a sheet cannot be read on; the next call goes on with the sheet behind it.
  func next() throws(Diagnostic) -> Bool {
    while current < sheets.count {
      let row: Row?
      do throws(Diagnostic) {
        if let waiting = sheets[current].waiting.popFirst() {
          row = waiting
        } else {
          if let fault = sheets[current].fault { throw fault }
          row = try sheets[current].rows.next()
        }
      } catch {
        let sheet = sheets[current].name
        current += 1
        var fault = error
        if fault.path == name { fault.path = "\(name):\(sheet)" }
        throw fault
      }
      guard let row else {
        current += 1
        continue
      }
      if try build(row) { return true }
    }
    if !isFinished {
      isFinished = true
      try reportOrphans()
    }
    return false
  }

  private func build(_ row: Row) throws(Diagnostic) -> Bool {
    let sheet = sheets[current]
    let host = plan("", hostNames)
    if let column = sheet.headings.idColumn, let cell = row.cell(column), row.text(cell) == TemplateMark.exampleID {
      return false
    }
    let year = plainCell("year", row, host).flatMap { Int(Self.yearDigits($0)) }
    let direction = plainCell("direction", row, host).map { directionID($0, year: year) }
    var key = ""
    var fields = hostNames
    if let year, let direction, let entry = programs.find(year: year, direction: direction),
      case .on(_, let program) = entry.status
    {
      key = entry.plugin.id
      fields = fieldNames(key, program.schema)
    }
    let plan = plan(key, fields)
    try builder.build(
      row, in: sheet.name, plan, year: year, direction: direction, lists: listPlans(key, fields),
      broken: broken.compactMap { item in fields.list(named: item.sheet).map { ($0, item.reason) } },
      countsFrom1904: sheet.countsFrom1904)
    return true
  }

  private func plan(_ key: String, _ fields: FieldNames) -> ColumnPlan {
    if let known = sheets[current].plans[key] { return known }
    let made = ColumnPlan(fields, sheets[current].headings.columns)
    sheets[current].plans[key] = made
    let sheet = sheets[current].name
    let row = sheets[current].headings.row
    // Of a program's columns the host knows nothing: only a program's own plan tells which are nobody's.
    if !key.isEmpty { tell(of: made, sheet, row) }
    return made
  }

  private func listPlans(_ key: String, _ fields: FieldNames) -> [ListPlan] {
    if let known = listPlans[key] { return known }
    var made: [ListPlan] = []
    for sheet in lists {
      guard let node = fields.list(named: sheet.name) ?? list(by: sheet.headings, fields) else { continue }
      let plan = ColumnPlan(fields, sheet.headings.columns, list: node)
      if !key.isEmpty { tell(of: plan, sheet.name, sheet.headings.row) }
      made.append(ListPlan(sheet: sheet, node: node, plan: plan))
    }
    listPlans[key] = made
    return made
  }

  /// Remarks on the columns of a plan that are not read.
  private func tell(of plan: ColumnPlan, _ sheet: String, _ row: Int) {
    for column in plan.columns {
      let place = "\(name):\(sheet)!\(Cell.name(column.column, row))"
      var remark: Diagnostic
      switch column.use {
      case .target: continue
      case .unknown(let near):
        let wording = Wording("未知列“\(column.heading)”", "unknown column '\(column.heading)'")
        let hint = near.map { Wording("\(wording.chinese)；是否应为“\($0)”？", "\(wording.english); did you mean '\($0)'?") }
        remark = Diagnostic(path: place, code: "unknown-column", hint ?? wording)
      case .unusable(_, _, let reason):
        remark = Diagnostic(path: place, code: "unusable-column", Wording(reason, reason))
      }
      remark.isRemark = true
      if !remarks.contains(remark) { remarks.append(remark) }
    }
  }

  // MARK: Year and direction

  private func plainCell(_ field: String, _ row: Row, _ plan: ColumnPlan) -> String? {
    guard let column = plan.hostColumns[field], let cell = row.cell(column) else { return nil }
    let text = CellReader.narrow(CellReader.trimmed(row.text(cell)))
    return CellReader().plainText(cell.kind, text).flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func yearDigits(_ text: String) -> Substring {
    for word in ["年度", "年"] where text.hasSuffix(word) { return text.dropLast(word.count) }
    return text[...]
  }

  /// The id that a direction's words stand for: the id itself, its title, or both; the words themselves where they stand
  /// for none, or for several.
  private func directionID(_ text: String, year: Int?) -> String {
    let place = "\(year ?? 0) \(text)"
    if let known = directionIDs[place] { return known }
    let found = findDirection(text, year)
    // What people type is much the same; what an attacker types need not be kept.
    if directionIDs.count < 1000 { directionIDs[place] = found }
    return found
  }

  private func findDirection(_ text: String, _ year: Int?) -> String {
    let headings = programs.entries.filter { year == nil || $0.plugin.manifest.year == year }
      .flatMap { $0.plugin.manifest.directions.map(\.heading) }
    if headings.contains(where: { $0.id == text }) { return text }
    let key = Heading.key(text)
    var found: Set<String> = []
    for heading in headings {
      let id = Heading.key(heading.id)
      let title = Heading.key(heading.title)
      if key == title || key == id + title || key == "方向" + id || key == title + "(\(id))" { found.insert(heading.id) }
    }
    return found.count == 1 ? found.first ?? text : text
  }

  // MARK: What nobody asked for

  /// Reports rows of lists that belong to no application of the file: nothing of it is passed over in silence.
  private func reportOrphans() throws(Diagnostic) {
    for list in lists {
      let lost = try list.unused().map { ($0.row, Wording("申报编号“\($0.id)”不在申报表中", "no application has the id '\($0.id)'")) }
      let nameless = list.anonymous.map { ($0, Wording("没有申报编号", "no id")) }
      let all = (lost + nameless).sorted { $0.0 < $1.0 }
      for (row, wording) in all.prefix(Self.listed) {
        faults.append(Diagnostic(path: "\(name):\(list.name)!\(row)", code: "orphan-row", wording))
      }
      if all.count > Self.listed {
        let more = all.count - Self.listed
        faults.append(
          Diagnostic(
            path: "\(name):\(list.name)", code: "orphan-row",
            Wording("另有\(more)行对不上申报编号", "\(more) more rows belong to no application")))
      }
    }
  }
}
