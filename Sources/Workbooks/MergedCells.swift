import KepingCore

/// A range of merged cells.
public struct MergedCells: Sendable, Equatable {
  /// The 1-based columns.
  public let columns: ClosedRange<Int>
  /// The 1-based rows.
  public let rows: ClosedRange<Int>

  /// Creates a range from its columns and rows.
  public init(columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
    self.columns = columns
    self.rows = rows
  }
}

/// Collects the merged cells of a sheet, which its part lists after the rows.
final class MergedCellsScanner: XMLListener {
  private(set) var found: [MergedCells] = []

  /// The maximum number of merged ranges that are read; nobody merges more by hand.
  private static let maximum = 100_000

  /// Reads the merged cells from the part of a sheet.
  ///
  /// Most sheets have none. The part is searched for the element name first, which is faster than parsing its XML.
  init(_ archive: ZipArchive, _ part: String) throws(Diagnostic) {
    guard try archive.open(part).mayContain("mergeCell") else { return }
    try XMLScanner(archive, part, listener: self).run()
  }

  func begin(_ element: LocalName, _ attributes: XMLAttributes) {
    guard element.is("mergeCell"), found.count < Self.maximum, let reference = attributes.text("ref") else { return }
    let ends = reference.split(separator: ":").compactMap { Cell.position($0.utf8) }
    guard ends.count == 2, ends[0].column <= ends[1].column, ends[0].row <= ends[1].row else { return }
    found.append(MergedCells(columns: ends[0].column...ends[1].column, rows: ends[0].row...ends[1].row))
  }

  func end(_ element: LocalName) {}
  func text(_ text: UnsafeBufferPointer<UInt8>) {}
}
