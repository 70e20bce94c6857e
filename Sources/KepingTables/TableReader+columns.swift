import KepingCore
import Workbooks

extension TableReader {
  /// Returns the plan of the current sheet for the fields of a plugin; it is made at the first use.
  func plan(_ key: String, _ lookup: FieldLookup) -> ColumnPlan {
    if let known = sheets[currentSheet].plans[key] { return known }
    let made = ColumnPlan(lookup, sheets[currentSheet].headings)
    sheets[currentSheet].plans[key] = made
    let sheet = sheets[currentSheet].name
    let row = sheets[currentSheet].headings.row
    addRemarks(on: made, sheet, row, isHost: key.isEmpty)
    return made
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
      addRemarks(on: plan, sheet.sheetName, sheet.headings.row, isHost: key.isEmpty)
      made.append(ListPlan(sheet: sheet, node: node, plan: plan))
    }
    listPlans[key] = made
    return made
  }

  /// Adds remarks on the columns of a plan that are not read.
  func addRemarks(on plan: ColumnPlan, _ sheet: String, _ row: Int, isHost: Bool) {
    var count = 0
    defer {
      if count > Self.maximumListed {
        var more = Diagnostic(
          path: "\(name):\(sheet)", code: "unknown-column",
          Wording("另有\(count - Self.maximumListed)列没有读取", "\(count - Self.maximumListed) more columns were not read"))
        more.isRemark = true
        remarks.append(more)
      }
    }
    for column in plan.columns {
      if case .target = column.mapping { continue }
      let location = "\(name):\(sheet)!\(Cell.name(column.column, row))"
      var remark: Diagnostic
      switch column.mapping {
      case .target: continue
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
      guard remarkedColumns.insert(location).inserted else { continue }
      count += 1
      if count <= Self.maximumListed { remarks.append(remark) }
    }
  }
}
