import KepingCore
import KepingSelection
import KepingUnicode

/// Reads a ruling from a row.
struct RulingRow {
  private let row: SideRow

  init(_ row: SideRow) { self.row = row }

  /// Returns the ruling; nil for a row without an outcome, and for one with an error, which is told.
  func ruling() -> Ruling? {
    guard row.cell(RulingColumn.outcome.rawValue) != nil else {
      tellForgottenOutcome()
      return nil
    }
    let before = row.faults.errorCount
    let application = row.id()
    let clause = clause()
    let decision = decision(clause)
    let reason = row.text(RulingColumn.reason.rawValue, isRequired: true)
    let by = row.text(RulingColumn.by.rawValue, isRequired: true)
    let on = row.date(RulingColumn.on.rawValue, isRequired: true)
    let check = check()
    let confirmedBy = row.text(RulingColumn.confirmedBy.rawValue)
    let basis = row.text(RulingColumn.basis.rawValue)
    if let by, let confirmedBy, FoldedText.fold(Bytes(by.utf8)[...]) == FoldedText.fold(Bytes(confirmedBy.utf8)[...]) {
      row.fail(
        RulingColumn.confirmedBy.rawValue, "self-confirmed",
        Wording(
          "复核人“\(confirmedBy)”就是裁定人，应由另一人复核",
          "the ruling is confirmed by '\(confirmedBy)', who made it; another person must confirm it"))
    }
    guard let application, let clause, let decision, let reason, let by, let on, let check, row.faults.errorCount == before
    else {
      return nil
    }
    return Ruling(
      application: application.value, clause: clause, decision: decision, reason: reason, by: by, on: on,
      confirmedBy: confirmedBy,
      basis: basis, check: check.isEmpty ? nil : check, cell: row.place)
  }

  /// Adds a remark if a row without an outcome has a reason or a person: the outcome may be forgotten.
  private func tellForgottenOutcome() {
    guard [RulingColumn.reason, .by].contains(where: { row.cell($0.rawValue) != nil }) else { return }
    row.faults.addRemark(
      "ruling-without-outcome",
      at: "\(row.place(RulingColumn.outcome.rawValue).file):\(row.place(RulingColumn.outcome.rawValue).text)",
      Wording("没有裁定结论，这一行没有采用", "the row has no outcome and was passed over"))
  }

  /// Returns the id of the clause in half-width characters.
  private func clause() -> String? {
    guard let text = row.text(RulingColumn.clause.rawValue, isRequired: true) else { return nil }
    let clause = CellReader.halfWidth(text).filter { !$0.isWhitespace }
    return clause == Ruling.tieTitle ? Ruling.tie : clause
  }

  /// Returns the decision of a clause; nil if it is none, which is told.
  private func decision(_ clause: String?) -> Ruling.Decision? {
    let field = RulingColumn.outcome.rawValue
    let isNumber = row.columns.isJSON && row.cell(field)?.kind == .number
    guard let text = isNumber ? row.cell(field).map(row.trimmed) : row.text(field) else { return nil }
    let key = Heading.key(text)
    if clause == Ruling.tie {
      if let position = ExactDecimal(key), position >= .one, position < ExactDecimal(1_000_000_000) {
        let whole = Int(position.nearest)
        if ExactDecimal(whole) == position { return .position(whole) }
      }
      row.fail(
        field, "invalid-position",
        Wording("同分的裁定结论“\(text)”应为1、2、3这样的名次", "the outcome '\(text)' of a tie must be a whole number from 1"))
      return nil
    }
    guard let outcome = Outcome.allCases.first(where: { key == $0.rawValue.lowercased() || key == Heading.key($0.title) }) else {
      let titles = Ruling.outcomes.map(\.title).joined(separator: "、")
      let hint = ExactDecimal(key) != nil ? Wording("；名次只用于条款“同分”", "; a position is for the clause 'tie'") : Wording("", "")
      row.fail(
        field, "unknown-outcome",
        Wording(
          "裁定结论“\(text)”应为其中之一：\(titles)\(hint.chinese)",
          "the outcome '\(text)' must be met, unmet or notApplicable\(hint.english)"))
      return nil
    }
    guard Ruling.outcomes.contains(outcome) else {
      row.fail(
        field, "unknown-outcome",
        Wording("“\(text)”不能作为裁定结论；还定不下来的，请留空", "'\(text)' cannot be ruled; leave the outcome empty until it is decided"))
      return nil
    }
    return .outcome(outcome)
  }

  /// Returns the fingerprint in its exact form, or an empty text if none is given; nil if it is none, which is told.
  private func check() -> String? {
    let field = RulingColumn.check.rawValue
    guard row.cell(field) != nil else { return "" }
    guard let text = row.text(field) else { return nil }
    let dashes = "‐‑–—−".unicodeScalars
    let plain = CellReader.halfWidth(text).unicodeScalars.filter { !CellReader.isBlank($0) }.map {
      dashes.contains($0) ? "-" : $0
    }
    let check = String(String.UnicodeScalarView(plain)).lowercased()
    guard check.wholeMatch(of: /[0-9a-f]{4}(-[0-9a-f]{4}){3}/) != nil else {
      row.fail(
        field, "invalid-check",
        Wording(
          "校验“\(text.prefix(40))”应为ab12-34cd-56ef-7890这样的16位，请从科评写出的裁定表里原样复制，或留空",
          "the fingerprint '\(text.prefix(40))' must be 16 hexadecimal digits such as ab12-34cd-56ef-7890; copy it unchanged, or leave it empty"
        ))
      return nil
    }
    return check
  }
}
