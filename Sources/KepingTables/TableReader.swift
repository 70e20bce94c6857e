import KepingCore
import KepingFiles
import KepingPrograms
import Workbooks

/// A reader of applications in a workbook or CSV file: one application a row, each as the source of a record.
///
/// Sheets that have ids and are named after a list, such as 合作单位, hold elements of the list, which 申报编号 joins to
/// applications. Other sheets with ids hold applications if they have a column for the year, the direction, or at least
/// three known fields. The program of a row, found by its year and direction, determines the fields.
package final class TableReader {
  /// A sheet of applications.
  struct Sheet {
    let name: String
    let headings: SheetHeadings
    /// The rows that were read to find the heading, if the file is read only once.
    var bufferedRows: ArraySlice<Row>
    var sweep: MergedSweep
    /// The error after the buffered rows, if it is already known.
    var fault: Diagnostic?
    /// Opens the sheet from its first row, or after the buffered rows.
    let open: () throws(Diagnostic) -> any RowSource
    var rows: (any RowSource)?
    let source: RowReader.Source
    /// The number of bytes that reading the sheet takes; nil if it is not known.
    let size: Int64?
    /// The plans by plugin id; the empty id stands for the fields of the host alone.
    var plans: [String: ColumnPlan] = [:]
    /// Whether a row was read by the plan of the host, and its columns are noted.
    var isHostPlanNoted = false
  }

  let name: String
  let programs: Programs
  var sheets: [Sheet] = []
  var lists: [ListSheet] = []
  /// The names of the sheets that hold results of an evaluation.
  var resultSheets: [String] = []
  /// The sheets with ids that are not read.
  var unreadSheets: [UnreadSheet] = []

  /// A sheet with ids that is not read; `list` is the label of the list that it may hold.
  struct UnreadSheet {
    let sheet: ListSheet
    let list: String?
  }

  /// The list sheets with their plans, by plugin id.
  var listPlans: [String: [ListPlan]] = [:]
  /// The lists that cannot be read, by the name of their sheet, with the reason.
  var unreadableLists: [(sheet: String, reason: String)] = []
  /// The lookups of the fields of applications by plugin id; the empty id stands for the fields of the host alone.
  var lookups: [String: FieldLookup] = [:]
  /// The lookups of the fields of lists by plugin id and list.
  var listLookups: [String: [Int: FieldLookup]] = [:]
  /// The lookup of the host's fields, which also knows them by the labels that programs have for them.
  let hostLookup: FieldLookup
  var hostNames: FieldNames { hostLookup.names }
  /// The lookups of the host and of each program that is on.
  private(set) lazy var allLookups: [FieldLookup] =
    [hostLookup]
    + programs.entries.compactMap { entry in
      if case .on(_, let program) = entry.status { lookup(entry.plugin.id, program.schema) } else { nil }
    }
  /// The fields of the host that tell the content of a sheet, by normalised name.
  private(set) lazy var hostFieldsByName = Self.hostFieldsByName(hostNames)
  /// What the headings of the file say.
  var factsByText: [String: HeadingFacts] = [:]
  /// The maximum number of different headings of a file; half as many may have groups above them.
  ///
  /// A sheet has at most 16,384 columns, and the tables of applications have at most some hundred.
  var maximumHeadings = 20_000
  /// The headings that stand below groups, with the groups.
  var groupedHeadings: Set<[String]> = []
  private var directions: DirectionNames
  /// The index of the sheet that is being read.
  package private(set) var currentSheet = 0
  /// The number of rows that were skipped because they are totals, notes or repeated headings.
  private var skippedRowCount = 0
  private var isFinished = false
  private let reader: RowReader
  /// The faults of parts of the file that were not read.
  package var faults: [Diagnostic] = []
  /// The remarks on the file that do not affect the results.
  package var remarks: [Diagnostic] = []
  /// The remarks on columns that the program of some row does not read, the first one of each column.
  ///
  /// `offset` is the number of other remarks before it.
  var columnRemarks: [(sheet: String, remark: Diagnostic, offset: Int)] = []
  /// The locations of the columns in ``columnRemarks``.
  var remarkedColumns: Set<String> = []
  /// The locations of the columns that the program of some row reads.
  var readColumns: Set<String> = []
  /// Whether applications may be lost with a sheet that cannot be read.
  var hasLostRows = false

  /// The name of the file and a space, or nothing, before the names of sheets in problems.
  private var filePrefix = ""

  /// The maximum number of diagnostics of one kind that are listed one by one.
  static let maximumListed = 20

  /// Opens a workbook.
  ///
  /// - Throws: ``Diagnostic`` if the file is not a valid workbook, or with code `result-file` if it holds results of keping.
  ///   Errors in its sheets are added to ``faults``.
  package init(workbook file: RandomAccessFile, name: String, programs: Programs) throws(Diagnostic) {
    self.name = name
    self.programs = programs
    directions = DirectionNames(programs)
    hostLookup = Self.hostLookup(programs)
    reader = RowReader(ColumnPlan(hostLookup, SheetHeadings([], [], idNames: [])))
    let book = try WorkbookReader(file, name: name)
    for sheet in book.sheets {
      do throws(Diagnostic) {
        try open(sheet, of: book)
      } catch {
        addFault(sheet: sheet.name, error)
      }
    }
    try refuseResults()
    addFaultIfWithoutApplications()
  }

  /// Opens a CSV file, which is one sheet with the name of the file.
  ///
  /// - Throws: ``Diagnostic`` if the file cannot be read, or with code `result-file` if it holds results of keping.
  package init(csv source: ByteSource, encoding: TextEncoding?, programs: Programs) throws(Diagnostic) {
    name = source.name
    self.programs = programs
    directions = DirectionNames(programs)
    hostLookup = Self.hostLookup(programs)
    reader = RowReader(ColumnPlan(hostLookup, SheetHeadings([], [], idNames: [])))
    let size = source.size
    let rows = try CSVReader(source, encoding: encoding)
    let (first, fault) = Self.firstRows(of: rows)
    if first.isEmpty, let fault { throw fault }
    // An empty file has no applications, like an empty one of JSON.
    if first.count < SheetHeadings.searchDepth, first.allSatisfy(SheetHeadings.isBlank) { return }
    let headings = SheetHeadings(first, [], idNames: idNames)
    guard lookUp(headings) else {
      addTooManyHeadings(Self.sheetName(ofCSV: name), headings)
      return
    }
    if isResult(headings) { throw resultFault() }
    if headings.idColumn == nil {
      addUnreadableHeadingFault(first, encoding: rows.encoding, isGiven: encoding != nil, headings)
    } else {
      let source = RowReader.Source(fieldCount: headings.fieldCount)
      addApplicationSheet(
        name: Self.sheetName(ofCSV: name), headings: headings, merged: [], source: source, size: size, first: first, fault: fault
      ) { () throws(Diagnostic) in rows }
    }
  }

  /// The normalised names of the column of ids.
  private(set) lazy var idNames = Set(hostNames.idNode.map { hostNames.names(of: $0).map(Heading.key) } ?? [])

  /// Puts the name of the file before the names of sheets in the cells that problems name; nil if it is the only input.
  package func nameFile(_ file: String?) {
    filePrefix = file.map { "\($0) " } ?? ""
    for list in lists + unreadSheets.map(\.sheet) { list.name = filePrefix + list.sheetName }
  }

  /// The 1-based row of the application that was read last.
  package var currentRow: Int { reader.row.number }

  /// The name of the current sheet in problems, and its column of ids, such as `A`.
  package var currentSheetName: (name: String, idColumn: String) {
    (filePrefix + sheets[currentSheet].name, Cell.columnName(sheets[currentSheet].headings.idColumn ?? 1))
  }

  /// The number of bytes that reading all applications takes; nil if it is not known.
  package var size: Int64? { sheets.reduce(0) { all, sheet in all.flatMap { all in sheet.size.map { all + $0 } } } }

  /// The number of bytes that have been read, of those in ``size``.
  package var bytesRead: Int64 {
    sheets[..<currentSheet].reduce(0) { $0 + ($1.size ?? 0) }
      + (currentSheet < sheets.count ? sheets[currentSheet].rows?.bytesRead ?? 0 : 0)
  }

  // MARK: Rows

  /// Reads the next application; returns nil after the last one.
  ///
  /// - Throws: ``Diagnostic`` if a sheet cannot be read any further. The next call continues with the next sheet.
  package func next() throws(Diagnostic) -> ApplicationRow? {
    while currentSheet < sheets.count {
      let row: Row?
      do throws(Diagnostic) {
        if let buffered = sheets[currentSheet].bufferedRows.popFirst() {
          row = buffered
        } else {
          if let fault = sheets[currentSheet].fault { throw fault }
          if sheets[currentSheet].rows == nil { sheets[currentSheet].rows = try sheets[currentSheet].open() }
          row = try sheets[currentSheet].rows?.next()
        }
      } catch {
        let sheet = sheets[currentSheet].name
        currentSheet += 1
        hasLostRows = true
        var fault = error
        if fault.path == name { fault.path = "\(name):\(sheet)" }
        throw fault
      }
      guard let row else {
        sheets[currentSheet].rows = nil
        currentSheet += 1
        continue
      }
      if row.number <= sheets[currentSheet].headings.lastRow { continue }
      if try read(row) { return ApplicationRow(reader: reader) }
    }
    if !isFinished {
      isFinished = true
      addColumnRemarks()
      if skippedRowCount > Self.maximumListed {
        let more = skippedRowCount - Self.maximumListed
        addRemark(
          Wording("另有\(more)行合计或说明，没有读取", "\(more) more rows of totals or notes were not read"), at: "",
          code: "row-not-read")
      }
      // If applications are missing, rows of lists cannot be matched.
      if !hasLostRows { try reportOrphans() }
    }
    return nil
  }

  /// Reads the application in a row; returns false if the row holds none.
  private func read(_ row: Row) throws(Diagnostic) -> Bool {
    var row = row
    sheets[currentSheet].sweep.cover(&row)
    let sheet = sheets[currentSheet]
    guard sheet.headings.hasContent(row), !isPrefilled(row) else { return false }
    if sheet.headings.isDifferentHeading(row) {
      currentSheet += 1
      hasLostRows = true
      throw Diagnostic(
        path: "\(name):\(sheet.name)!\(row.number)", code: "second-heading",
        Wording(
          "这里又有一个不同的表头，从这一行起没有读取；请分成两张工作表",
          "a different heading begins here, and the rest of the sheet was not read; use two sheets"))
    }
    if let reason = sheet.headings.skipReason(of: row) {
      skippedRowCount += 1
      if skippedRowCount <= Self.maximumListed { addRemark(reason, at: "\(sheet.name)!\(row.number)", code: "row-not-read") }
      return false
    }
    let host = plan("", hostLookup)
    if let column = sheet.headings.idColumn, let cell = row.cell(column), row.text(cell) == TemplateMark.exampleID {
      return false
    }
    let year = year(of: row, host)
    let direction = cellText("direction", row, host).map { directions.id($0, year: year) }
    var key = ""
    var lookup = hostLookup
    var window: Window?
    if let year, let direction, let entry = programs.find(year: year, direction: direction),
      case .on(_, let program) = entry.status
    {
      key = entry.plugin.id
      lookup = self.lookup(key, program.schema)
      window = program.directions.first { $0.id == direction }?.window
    }
    let plan = plan(key, lookup)
    if key.isEmpty { noteHostPlan(plan) }
    let context = RowReader.Context(
      direction: direction, year: year, lists: listPlans(key, lookup.names),
      unreadableLists: unreadableLists.compactMap { item in lookup.names.list(named: item.sheet).map { ($0, item.reason) } },
      unreadSheets: try unreadSheets(withIDOf: row), window: window, source: sheet.source)
    try reader.read(row, in: filePrefix + sheet.name, plan, context)
    return true
  }

  /// Returns the unread sheets that have rows with the id of an application.
  private func unreadSheets(withIDOf row: Row) throws(Diagnostic) -> [UnreadSheet] {
    if unreadSheets.isEmpty { return [] }
    guard let column = sheets[currentSheet].headings.idColumn, let cell = row.cell(column), let id = ListSheet.id(cell, row)
    else {
      return []
    }
    var found: [UnreadSheet] = []
    for unread in unreadSheets where try unread.sheet.contains(id: id) { found.append(unread) }
    return found
  }

  // MARK: Year and direction

  /// Returns the text in the column of a host field, or nil if it is empty or unreadable.
  private func cellText(_ field: String, _ row: Row, _ plan: ColumnPlan) -> String? {
    guard let column = plan.hostColumns[field], let cell = row.cell(column) else { return nil }
    let text = CellReader.plainText(cell, CellReader.trimmed(row.text(cell)))
    return text.map(CellReader.halfWidth).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Returns the year of a row, read like the field of the record.
  private func year(of row: Row, _ plan: ColumnPlan) -> Int? {
    guard let column = plan.hostColumns["year"], let cell = row.cell(column) else { return nil }
    var texts: Bytes = []
    guard case .value(let value) = CellReader().read(cell, of: row, as: .year, unit: nil, into: &texts) else { return nil }
    // The years of guidelines have at most four digits; other years have no program and might overflow.
    return Int(exactly: value.number).flatMap { (0...9999).contains($0) ? $0 : nil }
  }
}
