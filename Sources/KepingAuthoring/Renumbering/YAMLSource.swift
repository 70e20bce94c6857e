import KepingCore
import KepingYAML

/// A YAML file with the positions of its texts, for changes that leave everything else as it is.
struct YAMLSource {
  let path: String
  let bytes: Bytes
  let root: YAMLNode
  /// The offset of each line's first byte.
  private let lineStarts: [Int]

  /// - Throws: ``Diagnostic`` if the text is not YAML.
  init(_ text: String, path: String) throws(Diagnostic) {
    self.path = path
    let bytes = Bytes(text.utf8)
    self.bytes = bytes
    root = try YAMLFile.parse(text, path: path)
    lineStarts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  /// Returns the offset of a node.
  func offset(of node: YAMLNode) -> Int? {
    guard lineStarts.indices.contains(node.line - 1) else { return nil }
    var offset = lineStarts[node.line - 1]
    for _ in 1..<max(1, node.column) {
      guard offset < bytes.count else { return nil }
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }

  /// Returns the offset of the first character of a scalar's text as the file has it.
  /// - Throws: ``Diagnostic`` with code `unchangeable-text` if the file writes the text with escapes or over several lines.
  func textOffset(of node: YAMLNode, _ text: String) throws(Diagnostic) -> Int {
    if var offset = offset(of: node), offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "\"") || bytes[offset] == UInt8(ascii: "'") { offset += 1 }
      if bytes[offset...].starts(with: text.utf8) { return offset }
    }
    throw node.fault(
      "unchangeable-text",
      Wording("“\(text)”在文件中写法特殊，不能改写；请写成普通的文本", "'\(text)' is written in an unusual way and cannot be changed; write it plainly")
    )
  }

  // MARK: Elements of lists

  /// Returns the bytes of each element of a list, so that elements can be removed and exchanged.
  ///
  /// An element of a block list has whole lines, with the comments and empty lines in front of it but without the last line end;
  /// one of a list in brackets is a mapping in braces.
  ///
  /// - Throws: ``Diagnostic`` with code `unchangeable-text` for any other way to write the list.
  func elements(of list: YAMLNode) throws(Diagnostic) -> (ranges: [Range<Int>], isBlock: Bool) {
    let elements = try list.elements()
    guard let first = elements.first else { return ([], true) }
    let starts = elements.map { dash(before: $0) }
    if starts.allSatisfy({ $0 != nil }) {
      var ranges: [Range<Int>] = []
      var start = lineStarts[firstLine(of: first) - 1]
      for element in elements {
        let end = endOfLine(Self.lastLine(of: element))
        guard start < end else { throw unchangeable(list) }
        ranges.append(start..<end)
        start = min(end + 1, bytes.count)
      }
      return (ranges, true)
    }
    var ranges: [Range<Int>] = []
    for element in elements {
      guard let start = offset(of: element), start < bytes.count, bytes[start] == UInt8(ascii: "{"), let end = endOfBraces(start)
      else { throw unchangeable(list) }
      ranges.append(start..<end)
    }
    return (ranges, false)
  }

  /// Returns the offset of the dash of a block list's element if only spaces are before it on its line.
  private func dash(before node: YAMLNode) -> Int? {
    guard let offset = offset(of: node) else { return nil }
    let start = lineStarts[node.line - 1]
    let before = bytes[start..<offset]
    guard let dash = before.firstIndex(where: { $0 != 0x20 }), bytes[dash] == UInt8(ascii: "-"),
      before[(dash + 1)...].allSatisfy({ $0 == 0x20 })
    else { return nil }
    return dash
  }

  /// Returns the first of the comment lines directly above a block list's first element, which are indented like its dash.
  private func firstLine(of element: YAMLNode) -> Int {
    guard let dash = dash(before: element) else { return element.line }
    let indent = dash - lineStarts[element.line - 1]
    var line = element.line
    while line > 1 {
      let text = bytes[lineStarts[line - 2]..<endOfLine(line - 1)]
      guard let first = text.firstIndex(where: { $0 != 0x20 }), text[first] == UInt8(ascii: "#"),
        first - text.startIndex == indent
      else { break }
      line -= 1
    }
    return line
  }

  /// Returns the last line on which a node has a value.
  private static func lastLine(of node: YAMLNode) -> Int {
    switch node.value {
    case .scalar: node.line
    case .sequence(let elements): max(node.line, elements.map { lastLine(of: $0) }.max() ?? 0)
    case .mapping(let pairs): max(node.line, pairs.map { max(lastLine(of: $0.key), lastLine(of: $0.value)) }.max() ?? 0)
    }
  }

  /// Returns the offset of the end of a 1-based line, before its line end.
  private func endOfLine(_ line: Int) -> Int { line < lineStarts.count ? lineStarts[line] - 1 : bytes.count }

  /// Returns the offset after the brace that closes the one at an offset.
  private func endOfBraces(_ start: Int) -> Int? {
    var depth = 0
    var quote: UInt8?
    for offset in start..<bytes.count {
      let byte = bytes[offset]
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return offset + 1 }
      default: break
      }
    }
    return nil
  }

  func unchangeable(_ node: YAMLNode) -> Diagnostic {
    node.fault(
      "unchangeable-text",
      Wording(
        "这个列表的写法不能改写；请每项写一行，以“- ”开头", "this list cannot be changed; write each element on its own line, beginning with '- '"))
  }

  /// Returns the edits that remove some elements of a list.
  func removing(_ isRemoved: (YAMLNode) throws(Diagnostic) -> Bool, from list: YAMLNode) throws(Diagnostic) -> [TextEdit] {
    let elements = try list.elements()
    var removed: [Int] = []
    for (index, element) in elements.enumerated() where try isRemoved(element) { removed.append(index) }
    if removed.isEmpty { return [] }
    let (ranges, isBlock) = try self.elements(of: list)
    return removed.map { index in
      var range = ranges[index]
      if isBlock {
        range = range.lowerBound..<min(range.upperBound + 1, bytes.count)
      } else if index + 1 < ranges.count {
        range = range.lowerBound..<ranges[index + 1].lowerBound
      } else if let last = ranges.indices.last(where: { $0 < index && !removed.contains($0) }) {
        range = ranges[last].upperBound..<range.upperBound
      }
      return TextEdit(bytes: range, text: "")
    }
  }
}
