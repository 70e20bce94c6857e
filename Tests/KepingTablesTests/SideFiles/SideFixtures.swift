import KepingCore
import KepingSelection
import WorkbookFixtures
import Workbooks

@testable import KepingTables

/// A file beside the applications that a test writes, and the errors that are found in it.
struct SideFixture {
  private let file: TemporaryFile

  /// The path of the file.
  var path: String { file.path.string }

  init(_ bytes: [UInt8], ending: String) throws { file = try TemporaryFile(bytes, ending: ending) }

  /// Writes a workbook.
  init(_ book: FixtureBook) throws { try self.init(try book.bytes(), ending: ".xlsx") }

  /// Writes a workbook with one sheet.
  init(sheet rows: [[FixtureCell]], name: String = "表") throws { try self.init(FixtureBook(FixtureBook.Sheet(name, rows))) }

  /// Writes a text.
  init(_ text: String, ending: String) throws { try self.init(Array(text.utf8), ending: ending) }

  // The file must not be removed while it is read.
  func rulings(encoding: TextEncoding? = nil, isHashed: Bool = false) -> SideFile.Reading<Ruling> {
    withExtendedLifetime(file) { SideFile.rulings(path, encoding: encoding, isHashed: isHashed) }
  }
  func panel(items: [PanelSettings.Item] = [], encoding: TextEncoding? = nil) -> SideFile.Reading<PanelScore> {
    withExtendedLifetime(file) { SideFile.panel(path, items: items, encoding: encoding) }
  }
  func ongoing() -> SideFile.Reading<OngoingProject> { withExtendedLifetime(file) { SideFile.ongoing(path) } }
  func grants() -> SideFile.Reading<Grant> { withExtendedLifetime(file) { SideFile.grants(path) } }

  /// Returns errors or remarks as `place code`, without the path of the file.
  func outline(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { fault in
      var place = fault.path
      if place.hasPrefix(path) { place.removeFirst(path.count) }
      if place.hasPrefix(":") { place.removeFirst() }
      if let line = fault.line { place += "\(line):\(fault.column ?? 0)" }
      return place.isEmpty ? fault.code : "\(place) \(fault.code)"
    }
  }
}

extension Ruling {
  /// The values of the ruling as a text.
  var outline: String {
    let decided =
      switch decision {
      case .outcome(let outcome): outcome.rawValue
      case .position(let position): "\(position)"
      }
    return [application, clause, decided, reason, by, on.iso, confirmedBy ?? "-", basis ?? "-", check ?? "-"].joined(
      separator: "|")
  }
}

extension PanelScore {
  /// The values of the row as a text.
  var outline: String {
    let items = items.map { "\($0.id)=\($0.score.value)" }.joined(separator: ",")
    return "\(application.value)|\(expert.value)|\(score.map { "\($0.value)" } ?? "-")|\(items)|\(isRecused ? "回避" : "")"
  }
}

extension OngoingProject {
  /// The values of the project as a text.
  var outline: String { [id, title, unitName, leaderName, status.rawValue].joined(separator: "|") }
}

extension Grant {
  /// The values of the row as a text.
  var outline: String { "\(application.value)|\(amount.value.text)" }
}
