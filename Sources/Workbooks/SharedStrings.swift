import KepingCore
import KepingFiles

/// The shared strings of a workbook (`xl/sharedStrings.xml`).
///
/// The first strings stay in memory; the others are kept in a scratch file.
final class SharedStrings: XMLListener {
  /// The end offset of each string in the concatenation of all.
  private var endOffsets: [Int] = []
  /// The strings that are kept in memory, concatenated.
  private var inMemory: Bytes = []
  private var scratch: ScratchFile?
  /// The string that is being parsed.
  private var current = RichText()
  private var fault: Diagnostic?

  /// The number of bytes that stay in memory; the first strings of a workbook are usually the most frequent ones.
  private static let memoryLimit = 16 << 20
  /// The maximum number of strings.
  private static let maximum = 8_000_000

  /// Reads the strings from a part of the archive.
  ///
  /// - Throws: ``Diagnostic`` if the part cannot be read or has too many strings.
  init(_ archive: ZipArchive, _ part: String) throws(Diagnostic) {
    let scanner = try XMLScanner(archive, part, listener: self)
    while !scanner.isAtEnd {
      try scanner.step()
      if let fault { throw fault }
      guard endOffsets.count <= Self.maximum else {
        throw archive.damaged(Wording("文本超过\(Self.maximum)条", "more than \(Self.maximum) shared strings"))
      }
    }
  }

  /// Appends a string to some bytes, with the bytes of its fonts: see ``RichText``.
  ///
  /// - Returns: false if there is no string with this index.
  func append(_ index: Int, to bytes: inout Bytes) throws(Diagnostic) -> Bool {
    guard index >= 0, index < endOffsets.count else { return false }
    let start = index == 0 ? 0 : endOffsets[index - 1]
    if endOffsets[index] <= inMemory.count {
      bytes.append(contentsOf: inMemory[start..<endOffsets[index]])
    } else if endOffsets[index] > start {
      try scratch?.read(start..<endOffsets[index], into: &bytes)
    }
    return true
  }

  func begin(_ element: LocalName, _ attributes: XMLAttributes) { current.begin(element, attributes) }

  func end(_ element: LocalName) {
    current.end(element)
    if element.is("si") { store() }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) { current.text(text) }

  /// Stores the current string in memory or in the scratch file.
  private func store() {
    current.finish()
    let end = (endOffsets.last ?? 0) + current.bytes.count
    endOffsets.append(end)
    do throws(Diagnostic) {
      if scratch == nil, end <= Self.memoryLimit {
        inMemory.append(contentsOf: current.bytes)
      } else {
        // Offsets in the scratch file are those of the concatenation; the part in memory stays a hole in the file.
        if scratch == nil { scratch = try ScratchFile(startingAt: inMemory.count) }
        try scratch?.append(current.bytes)
      }
    } catch {
      fault = error
    }
    current.removeAll()
  }
}
