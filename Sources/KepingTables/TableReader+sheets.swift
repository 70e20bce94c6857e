import KepingCore
import Workbooks

extension TableReader {
  /// Returns the first rows of a sheet, and the error if it cannot be read any further.
  static func firstRows(of rows: any RowSource) -> (rows: [Row], fault: Diagnostic?) {
    var first: [Row] = []
    do throws(Diagnostic) {
      while first.count < SheetHeadings.searchDepth, let row = try rows.next() { first.append(row) }
    } catch {
      return (first, error)
    }
    return (first, nil)
  }

  /// Determines the content of a sheet and adds it to the sheets, lists or unread sheets.
  ///
  /// - Throws: ``Diagnostic`` if the sheet cannot be read.
  func open(_ sheet: WorkbookReader.Sheet, of book: WorkbookReader) throws(Diagnostic) {
    // Only the heading is kept, because there may be many sheets and rows are large.
    let (first, fault) = Self.firstRows(of: try book.rows(of: sheet, atOnce: SheetHeadings.searchDepth))
    guard !first.isEmpty else {
      if let fault { throw fault }
      return
    }
    // A damaged sheet is reported when its rows are read.
    let merged = (try? book.mergedCells(of: sheet)) ?? []
    let headings = SheetHeadings(first, merged, idNames: idNames)
    guard lookUp(headings) else { return addTooManyHeadings(sheet.name, headings) }
    if isResult(headings) { return resultSheets.append(sheet.name) }
    let content = content(sheet.name, headings)
    if sheet.isHidden {
      guard content == .applications || content == .list else { return }
      let wording = Wording("工作表是隐藏的，没有读取；请取消隐藏，或删除它", "the sheet is hidden and was not read; unhide or delete it")
      let hidden = Diagnostic(path: "\(name):\(sheet.name)", code: "hidden-sheet", wording)
      return addFault(sheet: sheet.name, hidden, losesRows: content == .applications)
    }
    let source = RowReader.Source(countsFrom1904: book.countsFrom1904)
    switch content {
    case .readOnly: return
    case .missingID: addMissingIDFault(sheet.name, headings)
    case .unknown:
      addRemark(
        Wording("工作表不是申报表，没有读取", "the sheet has no applications and was not read"), at: sheet.name,
        code: "sheet-not-read")
      if headings.idColumn != nil { try addUnreadSheet(nil) }
    case .unnamedList(let label):
      let name = ListSheetName.usual(label)
      let wording = Wording(
        "工作表像是“\(label)”，但名称不是，没有读取；如果是，请把工作表改名为“\(name)”",
        "the sheet looks like '\(label)' but has a different name, so it was not read; if it is, rename it to '\(name)'")
      addFault(
        sheet: sheet.name, Diagnostic(path: "\(self.name):\(sheet.name)", code: "unnamed-list", wording), losesRows: false)
      try addUnreadSheet(label)
    case .list:
      let list = try ListSheet(
        name: sheet.name, headings: headings, merged: merged, rows: try book.rows(of: sheet),
        countsFrom1904: book.countsFrom1904)
      lists.append(list)
      for (row, reason) in list.skippedRows.prefix(Self.maximumListed) {
        addRemark(reason, at: "\(sheet.name)!\(row)", code: "row-not-read")
      }
    case .applications:
      addApplicationSheet(
        name: sheet.name, headings: headings, merged: merged, source: source, size: book.size(of: sheet)
      ) { () throws(Diagnostic) in try book.rows(of: sheet) }
    }

    /// Keeps the ids of an unread sheet, so that the results of the applications with these ids can mention it.
    func addUnreadSheet(_ label: String?) throws(Diagnostic) {
      let rows = try ListSheet(
        name: sheet.name, headings: headings, merged: merged, rows: try book.rows(of: sheet),
        countsFrom1904: book.countsFrom1904)
      unreadSheets.append(UnreadSheet(sheet: rows, list: label))
    }
  }

  /// Adds a sheet of applications.
  ///
  /// - Parameters:
  ///   - size: the number of bytes that reading the sheet takes; nil if it is not known.
  ///   - first: the rows that have been read already, if the file is read only once.
  ///   - fault: the error after these rows.
  ///   - open: returns a source of the remaining rows.
  func addApplicationSheet(
    name: String, headings: SheetHeadings, merged: [MergedCells], source: RowReader.Source, size: Int64?,
    first: [Row] = [], fault: Diagnostic? = nil, _ open: @escaping () throws(Diagnostic) -> any RowSource
  ) {
    sheets.append(
      Sheet(
        name: name, headings: headings, bufferedRows: first[...], sweep: MergedSweep(merged, below: headings), fault: fault,
        open: open, source: source, size: size))
  }

  // MARK: Contents of sheets

  /// The content of a sheet.
  enum Content: Equatable {
    case applications, list
    /// Applications or a list, but without a column of ids.
    case missingID
    /// Fields of a list, but the name of the sheet is none of its names. The text is the label of the list.
    case unnamedList(String)
    /// Neither applications nor a list, with or without ids.
    case unknown
    /// A sheet of a template that is only for reading.
    case readOnly
  }

  /// Returns the content of a sheet by its name and heading.
  private func content(_ name: String, _ headings: SheetHeadings) -> Content {
    if TemplateMark.readOnlySheets.contains(name) { return .readOnly }
    let isListName = isListName(name)
    guard headings.idColumn != nil else {
      return namesMentionedList(name) || countKnownColumns(headings) >= 2 ? .missingID : .unknown
    }
    // A list may have the name that a template has for the sheet of applications; its own sheet then has another one.
    let isExactName = name != TemplateMark.applicationSheet && lists(named: name, exactly: true)
    if isListName, isExactName || !hasColumn("direction", headings) || !hasColumn("title", headings) { return .list }
    if hasColumn("year", headings) || hasColumn("direction", headings) { return .applications }
    if isListName { return .list }
    if !hasColumn("title", headings), let list = list(by: headings) { return .unnamedList(list) }
    return countKnownColumns(headings) >= 3 ? .applications : .unknown
  }

  /// Returns the lookup of the fields of a plugin; it is made at the first use.
  func lookup(_ plugin: String, _ schema: Schema) -> FieldLookup {
    if let known = lookups[plugin] { return known }
    let made = FieldLookup(FieldNames(schema))
    lookups[plugin] = made
    return made
  }

  /// Returns whether the name of a sheet is that of a list.
  func isListName(_ name: String) -> Bool { lists(named: name, exactly: false) }

  private func lists(named name: String, exactly: Bool) -> Bool {
    allLookups.contains { $0.names.list(named: name, exactly: exactly) != nil }
  }

  /// Returns whether the name of a sheet is that of a list on which an evaluation may depend.
  func namesMentionedList(_ name: String) -> Bool {
    allLookups.lazy.map(\.names).contains { names in
      names.list(named: name).map { !names.schema.nodes[$0].isUnmentioned } ?? false
    }
  }

  /// Returns whether a sheet has a column for one of the host's fields that tell its content.
  func hasColumn(_ path: String, _ headings: SheetHeadings) -> Bool {
    headings.columns.contains { facts(of: $0.text).hostFields.contains(path) }
  }

  /// Returns the label of the list of which a sheet has at least two fields.
  private func list(by headings: SheetHeadings) -> String? {
    var counts: [ListID: Int] = [:]
    for column in headings.columns { for list in facts(of: column.text).lists { counts[list, default: 0] += 1 } }
    for (index, lookup) in allLookups.enumerated() {
      let lists = lookup.names.listNodes.filter { !lookup.names.schema.nodes[$0].isUnmentioned }
      let candidates = lists.map { (node: $0, count: counts[ListID(lookup: index, node: $0)] ?? 0) }
      // Of several lists with the same count, the first one is taken.
      if let most = candidates.map(\.count).max(), most >= 2, let best = candidates.first(where: { $0.count == most }) {
        return lookup.names.schema.nodes[best.node].field.label
      }
    }
    return nil
  }

  /// Returns the number of columns that have the name of a field of some program.
  private func countKnownColumns(_ headings: SheetHeadings) -> Int {
    headings.columns.count { facts(of: $0.text).isKnown }
  }

  // MARK: Faults and remarks

  /// Adds the fault of a sheet without a column of ids, and suggests a heading that may be meant as 申报编号.
  func addMissingIDFault(_ sheet: String, _ headings: SheetHeadings) {
    let given = headings.columns.prefix(200).filter { hostLookup.match($0.text) == nil }.map { Heading($0.text).text }
    let near = nearest(to: "申报编号", among: given)
    addFault(
      sheet: sheet,
      Diagnostic(
        path: "\(name):\(sheet)!\(max(1, headings.row))", code: "missing-id-column",
        Wording(
          "工作表没有“申报编号”列" + (near.map { "；“\($0)”是否应为“申报编号”？" } ?? ""),
          "the sheet has no id column (申报编号 or id)" + (near.map { "; should '\($0)' be '申报编号'?" } ?? ""))))
  }

  /// Adds a fault of a sheet.
  ///
  /// - Parameter losesRows: whether applications may be lost with the sheet; nil for true unless the sheet has the name
  ///   of a list.
  func addFault(sheet: String, _ fault: Diagnostic, losesRows: Bool? = nil) {
    var fault = fault
    if fault.path == name || fault.path == sheet { fault.path = "\(name):\(sheet)" }
    faults.append(fault)
    let isList = isListName(sheet)
    hasLostRows = hasLostRows || (losesRows ?? !isList)
    if isList { unreadableLists.append((sheet, "工作表“\(sheet)”无法读取（\(fault.wording.chinese)），请更正后再评审")) }
  }

  /// Adds a remark on a location in the file, or on the whole file if the location is empty.
  func addRemark(_ wording: Wording, at location: String, code: String) {
    var remark = Diagnostic(path: location.isEmpty ? name : "\(name):\(location)", code: code, wording)
    remark.isRemark = true
    remarks.append(remark)
  }

  /// Adds a fault if the file has no sheet of applications and no other fault.
  func addFaultIfWithoutApplications() {
    guard sheets.isEmpty, faults.isEmpty else { return }
    faults.append(
      Diagnostic(
        path: name, code: "missing-id-column",
        Wording("没有一张工作表有“申报编号”列", "no sheet has an id column (申报编号 or id)")))
  }
}
