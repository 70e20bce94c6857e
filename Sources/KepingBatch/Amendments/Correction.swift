import KepingCore
import KepingPrograms

/// 补正材料: an application that takes the place of an earlier one.
struct Correction: Sendable {
  /// What was read.
  enum Content: Sendable {
    /// The bytes of a JSON record, which is read again when it is evaluated: they take less memory than a bound record.
    case json(Bytes, InputRecord)
    /// A row of a sheet.
    case row(KeptRecord)
    /// What is no record, with its result.
    case unreadable(Assessment)
  }

  let content: Content
  /// The id without white space at its ends; nil if it is not known.
  let id: Bytes?
  /// The line or row.
  let line: Int
  /// The file, and the sheet if there is one.
  let source: SourceName

  /// The place as messages name it.
  var place: String {
    source.sheet.map { "\($0.name)!\(line)" } ?? SourceNames.location(line: line, in: source.file ?? "")
  }

  /// The errors of the program's fields.
  var programFaults: [Problem] { if case .row(let record) = content { record.programFaults } else { [] } }

  /// The cell of the id; nil if there are no cells.
  private var cell: String? { source.sheet.map { "\($0.name)!\($0.idColumn)\(line)" } }

  /// Returns the problem that another correction has the same id.
  func duplicate(of other: Correction) -> Problem {
    problem("补正材料的申报编号与\(other.place)重复，不能确定用哪一份，都没有采用；请只留一份")
  }

  /// Returns the problem that no application has the id; of it only message and cell are used.
  func withoutOriginal() -> Problem {
    let id = String(decoding: self.id ?? [], as: UTF8.self).printable(limit: 60)
    return problem("申报材料里没有编号为“\(id)”的申报书，无从补正；请核对编号，或放进申报材料")
  }

  private func problem(_ message: String) -> Problem {
    Problem(field: "id", code: .duplicateID, message: (cell.map { "\($0)：" } ?? "") + message, cell: cell)
  }
}
