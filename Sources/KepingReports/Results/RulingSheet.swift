import KepingCore
import Workbooks

/// The sheet 裁定: a line for each thing that a person has to decide, to be filled in and handed back.
///
/// Lines are written as soon as they are known. What stays in memory is where the lists of outcomes change.
final class RulingSheet {
  /// What may be ruled in a line.
  enum Offer: Equatable {
    /// One of some outcomes.
    case outcomes([Outcome])
    /// A position within a tie of so many applications.
    case positions(Int)

    /// The texts of the list.
    fileprivate var texts: [String] {
      switch self {
      case .outcomes(let outcomes): outcomes.map(\.title)
      case .positions(let count): (1...max(1, count)).map { "\($0)" }
      }
    }
  }

  private let sheet: ReportSheet
  /// The 1-based column of each column that is read back.
  private let columns: [RulingColumn: Int]
  /// What is offered in rows that follow each other, up to the current row.
  private var offers: [(offer: Offer, rows: ClosedRange<Int>)] = []

  /// Creates a sheet.
  ///
  /// - Parameters:
  ///   - readings: the columns with what a person reads before deciding, with their widths.
  ///   - notes: what to do, above the table.
  init(_ writer: WorkbookWriter, readings: [(title: String, width: Double)], notes: [String]) {
    var headings: [(title: String, width: Double)] = [(RulingColumn.application.title, 17)] + readings
    var columns: [RulingColumn: Int] = [.application: 1]
    for column in RulingColumn.allCases where column != .application {
      headings.append((column.title, Self.width(of: column)))
      columns[column] = headings.count
    }
    self.columns = columns
    var layout = ReportSheet.Layout(name: RulingColumn.sheetName, headings: headings)
    layout.tabColor = 0x3B5998
    layout.notes = notes
    layout.frozenColumns = 1
    sheet = ReportSheet(writer, layout)
    sheet.willFinish = { [unowned self] sheet, rows in validate(sheet, rows) }
  }

  private static func width(of column: RulingColumn) -> Double {
    switch column {
    case .application: 17
    case .clause: 18
    case .outcome, .by, .confirmedBy: 10
    case .on: 12
    case .reason: 30
    case .basis: 20
    case .check: 21
    }
  }

  /// Appends a line.
  ///
  /// - Parameter check: the fingerprint of what is ruled on; nil if it has none.
  func append(id: String?, readings: [ReportSheet.Value], clause: String, offer: Offer, check: String?) {
    let rest: [ReportSheet.Value] = RulingColumn.allCases.filter { $0 != .application }.map { column in
      switch column {
      case .clause: .text(clause)
      case .check: .mark(check)
      case .on: .dateInput
      case .outcome: .choiceInput
      case .application, .reason, .by, .confirmedBy, .basis: .input
      }
    }
    sheet.append([.text(id)] + readings + rest)
    remember(offer, in: sheet.row - 1)
  }

  /// Finishes the sheet.
  func finish() { sheet.finish() }

  private func remember(_ offer: Offer, in row: Int) {
    if let last = offers.last, last.offer == offer, last.rows.upperBound + 1 == row {
      offers[offers.count - 1].rows = last.rows.lowerBound...row
    } else {
      offers.append((offer, row...row))
    }
  }

  /// Sets what may be typed into the rows of a sheet.
  private func validate(_ sheet: SheetWriter, _ rows: ClosedRange<Int>) {
    if let column = columns[.outcome] {
      for (offer, rows) in offers {
        let texts = offer.texts
        switch offer {
        // Only so many fit into a list.
        case .positions where texts.count > 60:
          sheet.setNumbers(1...Double(texts.count), rows, column: column, message: "请写1至\(texts.count)，或者不填。")
        case .positions, .outcomes:
          sheet.setChoices(texts, rows, column: column, message: "请写\(texts.listed)，或者不填。")
        }
      }
    }
    offers = []
    if let column = columns[.on] { sheet.setDates(from: 2000, rows, column: column, message: "请写日期，如2024-05-01。") }
  }
}

extension [String] {
  /// The texts as alternatives.
  fileprivate var listed: String {
    guard count > 4, let first, let last else { return joined(separator: "或") }
    return "\(first)至\(last)"
  }
}
