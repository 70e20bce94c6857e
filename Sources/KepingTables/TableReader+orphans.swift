import KepingCore

extension TableReader {
  /// Adds faults for rows of lists that belong to no application of the file, so that nothing is ignored silently.
  ///
  /// A list that no program mentions only gets remarks, because no result depends on it.
  ///
  /// - Throws: ``Diagnostic`` if the scratch file cannot be read.
  func reportOrphans() throws(Diagnostic) {
    for list in lists {
      let unused = try list.unusedRows(atMost: Self.maximumListed)
      let unusedRows = unused.first.map { row, id in
        (
          row,
          Wording(
            "没有申报书用到这一行：申报编号“\(id)”不在申报表中，或其专项没有这份清单；请核对编号，不用的行请删除",
            "no application uses this row: the id '\(id)' has no application, or its program does not have this list; "
              + "correct the id or delete the row")
        )
      }
      let rowsWithoutID = list.rowsWithoutID.prefix(Self.maximumListed).map {
        ($0, Wording("没有申报编号，没有参与评审；请填写，不用的行请删除", "missing id; fill it in or delete the row"))
      }
      let all = (unusedRows + rowsWithoutID).sorted { $0.0 < $1.0 }.prefix(Self.maximumListed)
      let isRemark = !namesMentionedList(list.sheetName)
      func add(_ location: String, _ wording: Wording) {
        if isRemark { return addRemark(wording, at: location, code: "orphan-row") }
        faults.append(Diagnostic(path: "\(name):\(location)", code: "orphan-row", wording))
      }
      for (row, wording) in all { add("\(list.sheetName)!\(row)", wording) }
      let unlistedCount = unused.count + list.rowsWithoutID.count - all.count
      if unlistedCount > 0 {
        add(list.sheetName, Wording("另有\(unlistedCount)行对不上申报编号", "\(unlistedCount) more rows belong to no application"))
      }
    }
  }
}
