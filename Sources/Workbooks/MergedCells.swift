import KepingCore

/// Cells that are shown as one.
public struct MergedCells: Sendable, Equatable {
  /// From 1.
  public let columns: ClosedRange<Int>
  /// From 1.
  public let rows: ClosedRange<Int>

  public init(columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
    self.columns = columns
    self.rows = rows
  }
}

/// Finds a sheet's merged cells, which stand behind its rows.
final class MergedCellsScanner: XMLListener {
  private(set) var found: [MergedCells] = []

  /// How many are taken: more than anybody merges by hand.
  private static let maximum = 100_000

  /// Most sheets have none, and are only unpacked: the word is looked for before their XML is read.
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
