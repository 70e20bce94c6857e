import KepingCore

/// A replacement of bytes in a file; all other bytes stay, with comments and formatting.
struct TextEdit: Equatable {
  /// The offsets of the replaced bytes.
  let bytes: Range<Int>
  let text: String

  /// Returns a file with edits, which must not overlap.
  static func applied(_ edits: [TextEdit], to file: Bytes) -> Bytes {
    var result: Bytes = []
    result.reserveCapacity(file.count)
    var offset = 0
    for edit in edits.sorted(by: { $0.bytes.lowerBound < $1.bytes.lowerBound }) {
      result += file[offset..<edit.bytes.lowerBound]
      result += edit.text.utf8
      offset = edit.bytes.upperBound
    }
    return result + file[offset...]
  }

  /// Returns the lines that edits within lines change, as they are afterwards.
  static func changedLines(_ edits: [TextEdit], of file: Bytes) -> [(line: Int, text: String)] {
    let numbers = Set(edits.map { lineNumber(of: $0.bytes.lowerBound, in: file) })
    let lines = applied(edits, to: file).split(separator: 0x0A, omittingEmptySubsequences: false)
    return numbers.sorted().filter { $0 <= lines.count }.map { number in
      let line = lines[number - 1]
      return (number, String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self))
    }
  }

  /// Returns the 1-based line of an offset.
  static func lineNumber(of offset: Int, in file: Bytes) -> Int { file[..<offset].count { $0 == 0x0A } + 1 }
}
