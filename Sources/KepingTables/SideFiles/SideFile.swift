import KepingCore
import KepingSelection
import Workbooks

/// The files beside the applications of a round: rulings, the panel's scores, projects in progress and amounts granted.
///
/// Each may be a workbook, CSV, JSON Lines, a JSON array, or standard input (`-`). Headings are the Chinese labels or the names of
/// the fields, in any order. Nothing is thrown: a file that cannot be read is an error of its ``Reading``.
public enum SideFile {
  /// What was read of a file.
  public struct Reading<Row: Sendable>: Sendable {
    /// The rows that could be read.
    public let rows: [Row]
    /// The errors, each with its sheet and cell.
    public let faults: [Diagnostic]
    /// The remarks on what was passed over, which change nothing.
    public let remarks: [Diagnostic]
    /// The SHA-256 of the file as hexadecimal digits; nil if it was not asked for or the file cannot be read.
    public let sha256: String?
  }

  /// Reads 裁定; a row without an outcome is passed over.
  ///
  /// - Parameters:
  ///   - path: the path of the file, or `-`.
  ///   - encoding: the encoding of CSV; nil to detect it.
  ///   - isHashed: whether the hash of the file is wanted.
  public static func rulings(_ path: String, encoding: TextEncoding? = nil, isHashed: Bool = false) -> Reading<Ruling> {
    read(path, .rulings, encoding, isHashed) { row in RulingRow(row).ruling() }
  }

  /// Reads 专家评分; a row that is neither scored nor recused is passed over.
  ///
  /// - Parameter items: the items of all groups, which a sheet may have a column for by title or id.
  public static func panel(
    _ path: String, items: [PanelSettings.Item] = [], encoding: TextEncoding? = nil, isHashed: Bool = false
  ) -> Reading<PanelScore> {
    let items = PanelRow.Items(items)
    return read(path, .panel(items.all), encoding, isHashed) { row in PanelRow(row: row, items: items).score() }
  }

  /// Reads 在研项目.
  public static func ongoing(_ path: String, encoding: TextEncoding? = nil, isHashed: Bool = false) -> Reading<OngoingProject> {
    var known: [String: SourceCell] = [:]
    return read(path, .ongoing, encoding, isHashed) { row in OngoingRow(row).project(&known) }
  }

  /// Reads 拟支持经费; a row without an amount is passed over.
  public static func grants(_ path: String, encoding: TextEncoding? = nil, isHashed: Bool = false) -> Reading<Grant> {
    var known: [String: SourceCell] = [:]
    return read(path, .grants, encoding, isHashed) { row in GrantRow(row).grant(&known) }
  }

  /// Reads the rows of a file.
  ///
  /// - Parameter value: returns the value of a row; nil for one that is passed over or cannot be read, which is told.
  private static func read<Value>(
    _ path: String, _ layout: SideLayout, _ encoding: TextEncoding?, _ isHashed: Bool, _ value: @escaping (SideRow) -> Value?
  ) -> Reading<Value> {
    let rows = SideRows<Value>()
    let reader = SideReader(path, layout) { row in if let value = value(row) { rows.all.append(value) } }
    reader.run(encoding: encoding, isHashed: isHashed)
    return Reading(rows: rows.all, faults: reader.faults.errors, remarks: reader.faults.remarks, sha256: reader.sha256)
  }

  /// The rows that have been read.
  private final class SideRows<Value> {
    var all: [Value] = []
  }
}
