import KepingCore
import KepingSelection

/// Reads a project in progress from a row.
struct OngoingRow {
  private let row: SideRow

  init(_ row: SideRow) { self.row = row }

  /// Returns the project; nil for a row with an error, which is told.
  ///
  /// - Parameter known: the places of the ids of the rows before.
  func project(_ known: inout [String: SourceCell]) -> OngoingProject? {
    let before = row.faults.errorCount
    let id = row.id()
    let title = row.text("title")
    let unit = row.text("unit", isRequired: true)
    let code = row.creditCode("creditCode")
    let leader = row.text("leader")
    let number = row.text("leaderIdNumber")
    let status = status()
    if let code, !CreditCode.isValid(code.utf8) {
      let place = row.place("creditCode")
      row.faults.addRemark(
        "invalid-credit-code", at: "\(place.file):\(place.text)",
        Wording(
          "统一社会信用代码“\(code.prefix(30))”不对，按单位名称核对限项",
          "the credit code '\(code.prefix(30))' is not valid; the unit counts by its name"))
    }
    if let id {
      if let other = known[id.value] {
        row.faults.add(
          id.cell.fault(
            "duplicate-project",
            Wording(
              "项目编号“\(id.value)”与\(other.text)重复，请删去一行",
              "the id '\(id.value)' stands at \(other.text), too; delete one of the rows")))
      } else {
        known[id.value] = id.cell
      }
    }
    guard let id, let unit, let status, row.faults.errorCount == before else { return nil }
    return OngoingProject(
      id: id.value, title: title ?? "", unitName: unit, leaderName: leader ?? "",
      unit: UnitIdentity(name: Bytes(unit.utf8)[...], creditCode: code.map { Bytes($0.utf8) }),
      leader: LeaderIdentity(name: Bytes((leader ?? "").utf8)[...], number: Bytes((number ?? "").utf8)[...]), status: status,
      cell: row.place)
  }

  /// Returns the state; nil if it is none, which is told.
  private func status() -> OngoingProject.Status? {
    guard let text = row.text("status", isRequired: true) else { return nil }
    let key = Heading.key(text)
    if let status = OngoingProject.Status.allCases.first(where: { key == $0.rawValue || key == $0.title }) { return status }
    let titles = OngoingProject.Status.allCases.map(\.title).joined(separator: "、")
    let names = OngoingProject.Status.allCases.map(\.rawValue).joined(separator: ", ")
    row.fail(
      "status", "unknown-status",
      Wording("状态“\(text.prefix(30))”应为其中之一：\(titles)", "the status '\(text.prefix(30))' must be one of \(names)"))
    return nil
  }
}
