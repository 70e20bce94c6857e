import KepingCore
import Workbooks

extension TableReader {
  /// Returns the plan of the current sheet for the fields of a plugin; it is made at the first use.
  func plan(_ key: String, _ lookup: FieldLookup) -> ColumnPlan {
    if let known = sheets[currentSheet].plans[key] { return known }
    let made = ColumnPlan(lookup, sheets[currentSheet].headings)
    sheets[currentSheet].plans[key] = made
    // Every row is looked up in the plan of the host, which may still read none of them.
    if !key.isEmpty { note(made, sheets[currentSheet].name, sheets[currentSheet].headings.row, isHost: false) }
    return made
  }

  /// Notes the columns of the host's plan, by which a row of the current sheet is read because its program is not known.
  func noteHostPlan(_ plan: ColumnPlan) {
    if sheets[currentSheet].isHostPlanNoted { return }
    sheets[currentSheet].isHostPlanNoted = true
    note(plan, sheets[currentSheet].name, sheets[currentSheet].headings.row, isHost: true)
  }

  /// Returns the list sheets with their plans for the fields of a plugin; they are made at the first use.
  func listPlans(_ key: String, _ fields: FieldNames) -> [ListPlan] {
    if let known = listPlans[key] { return known }
    var made: [ListPlan] = []
    for sheet in lists {
      guard let node = fields.list(named: sheet.sheetName) else { continue }
      let lookup = listLookups[key]?[node] ?? FieldLookup(fields, list: node)
      listLookups[key, default: [:]][node] = lookup
      let plan = ColumnPlan(lookup, sheet.headings)
      note(plan, sheet.sheetName, sheet.headings.row, isHost: key.isEmpty)
      made.append(ListPlan(sheet: sheet, node: node, plan: plan))
    }
    listPlans[key] = made
    return made
  }

  /// Notes which columns of a sheet a plan reads, and keeps a remark on each of the others.
  private func note(_ plan: ColumnPlan, _ sheet: String, _ row: Int, isHost: Bool) {
    for column in plan.columns {
      let location = "\(name):\(sheet)!\(Cell.name(column.column, row))"
      var remark: Diagnostic
      switch column.mapping {
      case .target:
        readColumns.insert(location)
        continue
      case .unrelatedGroup(let group):
        remark = Diagnostic(
          path: location, code: "unknown-column",
          Wording(
            "列“\(column.heading)”在“\(group)”之下，不知是否为同一内容，没有读取",
            "column '\(column.heading)' under '\(group)' may mean something else and was not read"))
      case .unknown(let near):
        // The host does not know the columns of programs, so only the plan of a program shows which ones are unknown.
        if isHost { continue }
        let wording = Wording("未知列“\(column.heading)”", "unknown column '\(column.heading)'")
        let hint = near.map { Wording("\(wording.chinese)；是否应为“\($0)”？", "\(wording.english); did you mean '\($0)'?") }
        remark = Diagnostic(path: location, code: "unknown-column", hint ?? wording)
      case .possibleCount(let tally, _):
        let proposals = tally.proposalText
        remark = Diagnostic(
          path: location, code: "unknown-column",
          Wording(
            "未知列“\(column.heading)”；如果填的是\(tally.label)的数量，请把列名改为\(proposals)之类，否则填了数量的无法评审",
            """
            unknown column '\(column.heading)'; if it counts '\(tally.label)', rename it, for example to \(proposals); \
            applications with a count in it cannot be evaluated
            """))
      case .unusable(_, _, let reason):
        remark = Diagnostic(path: location, code: "unusable-column", Wording(reason, reason))
      }
      remark.isRemark = true
      if remarkedColumns.insert(location).inserted { columnRemarks.append((sheet, remark, remarks.count)) }
    }
  }

  /// Adds the remarks on the columns that the program of no row has read, where they were first noted among the other remarks.
  func addColumnRemarks() {
    var unread: [String: (remarks: [Diagnostic], offset: Int)] = [:]
    var sheets: [String] = []
    for (sheet, remark, offset) in columnRemarks where !readColumns.contains(remark.path) {
      if unread[sheet] == nil { sheets.append(sheet) }
      unread[sheet, default: ([], offset)].remarks.append(remark)
    }
    for sheet in sheets.reversed() {
      guard let (found, offset) = unread[sheet] else { continue }
      var listed = Array(found.prefix(Self.maximumListed))
      let more = found.count - listed.count
      if more > 0 {
        let wording = Wording("另有\(more)列没有读取", "\(more) more columns were not read")
        var remark = Diagnostic(path: "\(name):\(sheet)", code: "unknown-column", wording)
        remark.isRemark = true
        listed.append(remark)
      }
      remarks.insert(contentsOf: listed, at: offset)
    }
  }
}
