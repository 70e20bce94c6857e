import KepingCore
import KepingSelection

/// Reads the amount that one application is granted from a row.
struct GrantRow {
  private let row: SideRow

  init(_ row: SideRow) { self.row = row }

  /// Returns the amount; nil for a row without one, and for one with an error, which is told.
  ///
  /// - Parameter known: the places of the ids of the rows before.
  func grant(_ known: inout [String: SourceCell]) -> Grant? {
    guard row.cell("granted") != nil else { return nil }
    let before = row.faults.errorCount
    let application = row.id()
    let amount = row.number("granted", isMoney: true, Wording("金额", "an amount of money with its unit"))
    if let amount, amount.sign < 0 {
      row.fail("granted", "negative-amount", Wording("拟支持经费不能小于0", "'granted' must not be below 0"))
    }
    if let application {
      if let other = known[application.value] {
        row.faults.add(
          application.cell.fault(
            "duplicate-grant",
            Wording(
              "申报编号“\(application.value)”与\(other.text)重复，请删去一行",
              "the application '\(application.value)' stands at \(other.text), too; delete one of the rows")))
      } else {
        known[application.value] = application.cell
      }
    }
    guard let application, let amount, row.faults.errorCount == before else { return nil }
    return Grant(application: application, amount: Given(amount, row.place("granted")))
  }
}
