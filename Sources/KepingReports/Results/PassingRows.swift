import KepingCore
import KepingFiles

/// The rows of applications that passed, sorted by score once all of them are known.
///
/// Their texts are in a scratch file. About 40 bytes of each stay in memory, and its id if it has more than 15 bytes.
final class PassingRows {
  private struct Entry {
    let score: Int
    let id: String
    /// Where the texts are in the scratch file.
    let texts: Range<Int>
  }

  private var entries: [Entry] = []
  /// The file with the texts; nil until something passes.
  private var scratch: ScratchFile?

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - score: the score in tenths.
  ///   - texts: the texts of the row, which ``forEach(_:)`` returns as they are printed.
  /// - Throws: ``Diagnostic`` with code `no-scratch-file`.
  func add(score: Int, id: String, texts: [String]) throws(Diagnostic) {
    let file: ScratchFile
    if let scratch { file = scratch } else { file = try ScratchFile() }
    scratch = file
    let start = file.count
    // A printable text has no control character, so U+0000 separates the texts.
    try file.append(texts.map { $0.printable() }.joined(separator: "\0").utf8)
    entries.append(Entry(score: score, id: id, texts: start..<file.count))
  }

  /// Passes the rows to a body: the highest score first, and rows with the same score by the bytes of their ids.
  ///
  /// - Throws: ``Diagnostic`` with code `no-scratch-file`, or what the body throws.
  func forEach(_ body: (_ score: Int, _ texts: [String]) throws(Diagnostic) -> Void) throws(Diagnostic) {
    guard let scratch else { return }
    entries.sort { first, second in
      if first.score != second.score { return first.score > second.score }
      if !first.id.utf8.elementsEqual(second.id.utf8) { return first.id.utf8.lexicographicallyPrecedes(second.id.utf8) }
      return first.texts.lowerBound < second.texts.lowerBound
    }
    var bytes: Bytes = []
    for entry in entries {
      bytes.removeAll(keepingCapacity: true)
      try scratch.read(entry.texts, into: &bytes)
      try body(entry.score, bytes.split(separator: 0, omittingEmptySubsequences: false).map { Bytes($0).text })
    }
  }
}
