import KepingCore
import KepingPlugins

/// Changes the ids of directions in a Lua file of a plugin or of its tests.
///
/// Only texts change, and only where they are an id or contain the id of a clause. What cannot be decided is a fault with its
/// position: an id that is put together, and a use of a direction that is to be dropped.
struct LuaEdit {
  private let path: String
  private let bytes: Bytes
  private let file: LuaFile
  private let changes: DirectionChanges
  /// The ids of the applications that are dropped with their directions.
  private let droppedExamples: Set<String>

  private(set) var edits: [TextEdit] = []
  private(set) var faults: [Diagnostic] = []
  /// The directions whose statements are removed, or the elements of tables from which a loop makes them.
  private(set) var removed: Set<String> = []

  init(_ text: String, path: String, _ changes: DirectionChanges, droppedExamples: Set<String>) {
    self.path = path
    self.changes = changes
    self.droppedExamples = droppedExamples
    bytes = Bytes(text.utf8)
    file = LuaFile(bytes)
    if changes.dropped.isEmpty { renumber() } else { drop() }
  }

  /// A text of the file: its token, and the offset and bytes of what the quotation marks contain.
  private struct Literal {
    let token: Int
    let offset: Int
    let content: Bytes
  }

  private var literals: [Literal] {
    file.tokens.indices.compactMap { index in
      let token = file.tokens[index]
      guard token.kind == .text else { return nil }
      var length = 1
      if token.written == "[[" {
        // [==[ has as many signs as its end.
        while token.bytes.lowerBound + length < bytes.count, bytes[token.bytes.lowerBound + length] == UInt8(ascii: "=") {
          length += 1
        }
        length += 1
      }
      let range = (token.bytes.lowerBound + length)..<max(token.bytes.lowerBound + length, token.bytes.upperBound - length)
      return Literal(token: index, offset: range.lowerBound, content: Bytes(bytes[range]))
    }
  }

  private mutating func fault(_ token: Int, _ code: String, _ wording: Wording) {
    let token = file.tokens[token]
    faults.append(Diagnostic(path: path, line: token.line, column: token.column, code: code, wording))
  }

  // MARK: Other numbers

  private mutating func renumber() {
    let ids = TextIDs(directions: Array(changes.renamed.keys))
    for literal in literals {
      let content = String(decoding: literal.content, as: UTF8.self)
      for found in ids.certain(in: literal.content, wholeCounts: true) {
        let range = (literal.offset + found.range.lowerBound)..<(literal.offset + found.range.upperBound)
        edits.append(TextEdit(bytes: range, text: changes.renamed[found.direction] ?? found.direction))
      }
      let stale = TextIDs(directions: changes.unused).certain(in: literal.content, wholeCounts: true)
      if let stale = stale.first, stale.range.lowerBound == 0 {
        fault(literal.token, "stale-id", Self.staleID(stale.direction))
      } else if isPartOfID(literal, content) {
        fault(
          literal.token, "computed-id",
          Wording(
            "“\(content)”像是拼出方向或条款编号的一段，不能确定怎样改；请把编号写全，如 \"\(changes.affected[0])\"",
            "'\(content)' seems to be a part of an id that is put together, so that the change cannot be decided; write ids in full, such as \"\(changes.affected[0])\""
          ))
      } else if changes.renamedTypes[content] != nil {
        fault(
          literal.token, "computed-id",
          Wording(
            "“\(content)”可能是项目类型的编号，不能确定；请改用方向的编号",
            "'\(content)' may be the number of a project type, which cannot be decided; use ids of directions instead"))
      }
    }
  }

  /// The message for the number of a direction that the plugin does not have, while another direction is to get it.
  static func staleID(_ id: String) -> Wording {
    Wording(
      "这里已经写着“\(id)”，而 plugin.yaml 没有这个方向；改号以后指的就是另一个，请先改掉或删去",
      "'\(id)' stands here already, while plugin.yaml has no such direction; it would mean the renumbered one, so change or delete it first"
    )
  }

  /// Whether a text is a part of an id that is put together at run time, such as `"5." .. number` and `"5.%d"`.
  private func isPartOfID(_ literal: Literal, _ content: String) -> Bool {
    func isJoined(after: Bool) -> Bool {
      let neighbour = literal.token + (after ? 1 : -1)
      return file.tokens.indices.contains(neighbour) && file.written(neighbour) == ".."
    }
    for type in changes.types {
      if content.hasPrefix("\(type).%") || content.contains("%s.%s/") || content.contains("%d.%d/") { return true }
      if content == "\(type)." && isJoined(after: true) { return true }
    }
    guard isJoined(after: false), content.hasPrefix(".") else { return false }
    return changes.affected.contains { id in
      let number = id.drop { $0 != "." }
      return content == number || content.hasPrefix(number + "/")
    }
  }

  // MARK: Dropped directions

  private mutating func drop() {
    var ranges: [Range<Int>] = []
    for statement in file.directions where changes.dropped.contains(statement.id) {
      removed.insert(statement.id)
      ranges.append(statement.tokens)
      edits.append(TextEdit(bytes: wholeLines(byteRange(statement.tokens), isStatement: true), text: ""))
    }
    let ids = TextIDs(directions: Array(changes.dropped))
    for literal in literals where !ranges.contains(where: { $0.contains(literal.token) }) {
      let content = String(decoding: literal.content, as: UTF8.self)
      let isExample = droppedExamples.contains(content)
      guard isExample || ids.certain(in: literal.content, wholeCounts: true).first?.range.lowerBound == 0 else { continue }
      if let field = row(of: literal.token) ?? field(of: literal.token) {
        if changes.dropped.contains(content) { removed.insert(content) }
        ranges.append(field)
        edits.append(TextEdit(bytes: elementBytes(field), text: ""))
      } else if !isComparison(literal.token) {
        fault(
          literal.token, "dropped-direction-used",
          isExample
            ? Wording(
              "这里用了示例“\(content)”，它随方向一起去掉；请先改",
              "this uses the example '\(content)', which is dropped with its direction; change it first")
            : Wording(
              "这里用了“\(content)”，不能确定怎样去掉；请先改",
              "this uses '\(content)', and what to do without it cannot be decided; change it first"))
      }
    }
  }

  /// Whether a text is compared, so that it does no harm if the direction is gone.
  private func isComparison(_ token: Int) -> Bool {
    [token - 1, token + 1].contains { file.tokens.indices.contains($0) && ["==", "~="].contains(file.written($0)) }
  }

  /// Returns the tokens of the table field that has a text as its key or as its only value; nil if there is none.
  private func field(of token: Int) -> Range<Int>? {
    func written(_ index: Int) -> String { file.tokens.indices.contains(index) ? file.written(index) : "" }
    let begins: Set<String> = ["{", ",", ";"]
    let ends: Set<String> = ["}", ",", ";"]
    if begins.contains(written(token - 1)), ends.contains(written(token + 1)), opener(of: token) == "{" {
      return token..<(token + 1)
    }
    guard written(token - 1) == "[", written(token + 1) == "]", written(token + 2) == "=", begins.contains(written(token - 2)),
      opener(of: token - 1) == "{"
    else { return nil }
    var depth = 0
    for index in (token + 3)..<file.tokens.count {
      let text = written(index)
      if file.tokens[index].kind == .text { continue }
      if text == "function" { return nil }
      if depth == 0, ends.contains(text) { return (token - 1)..<index }
      if ["{", "(", "["].contains(text) { depth += 1 }
      if ["}", ")", "]"].contains(text) { depth -= 1 }
    }
    return nil
  }

  /// Returns the tokens of a table that has a text as its first element, has named fields as well, and is an element of another
  /// table, such as a row of the data of a direction: `{ "1.4", rd = "…" }`; nil if there is none.
  private func row(of token: Int) -> Range<Int>? {
    func written(_ index: Int) -> String { file.tokens.indices.contains(index) ? file.written(index) : "" }
    guard written(token - 1) == "{", ["{", ",", ";"].contains(written(token - 2)), opener(of: token - 1) == "{" else {
      return nil
    }
    var depth = 0
    var hasFields = false
    for index in token..<file.tokens.count where file.tokens[index].kind == .symbol {
      let text = written(index)
      if depth == 0, text == "=" { hasFields = true }
      if depth == 0, text == "}" {
        return hasFields && ["}", ",", ";"].contains(written(index + 1)) ? (token - 1)..<(index + 1) : nil
      }
      if ["{", "(", "["].contains(text) { depth += 1 }
      if ["}", ")", "]"].contains(text) { depth -= 1 }
    }
    return nil
  }

  /// Returns the bracket that encloses a token.
  private func opener(of token: Int) -> String? {
    var depth = 0
    for index in stride(from: token - 1, through: 0, by: -1) where file.tokens[index].kind == .symbol {
      let text = file.written(index)
      if ["}", ")", "]"].contains(text) { depth += 1 }
      if ["{", "(", "["].contains(text) {
        if depth == 0 { return text }
        depth -= 1
      }
    }
    return nil
  }

  // MARK: Bytes

  private func byteRange(_ tokens: Range<Int>) -> Range<Int> {
    file.tokens[tokens.lowerBound].bytes.lowerBound..<file.tokens[tokens.upperBound - 1].bytes.upperBound
  }

  /// Returns the bytes of a table's element with one of the commas around it, or with its whole line if it is alone there.
  private func elementBytes(_ tokens: Range<Int>) -> Range<Int> {
    var range = byteRange(tokens)
    let isSeparator = { (index: Int) in file.tokens.indices.contains(index) && [",", ";"].contains(file.written(index)) }
    if isSeparator(tokens.upperBound) {
      range = range.lowerBound..<file.tokens[tokens.upperBound].bytes.upperBound
      let lines = wholeLines(range, isStatement: false)
      if lines != range { return lines }
      var end = range.upperBound
      while end < bytes.count, bytes[end] == 0x20 { end += 1 }
      return range.lowerBound..<end
    }
    return isSeparator(tokens.lowerBound - 1) ? file.tokens[tokens.lowerBound - 1].bytes.lowerBound..<range.upperBound : range
  }

  /// Returns a range widened to whole lines if nothing else stands on them; for a statement, with an empty line behind it if
  /// another one is in front of it.
  private func wholeLines(_ range: Range<Int>, isStatement: Bool) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
    while start > 0, isSpace(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, isSpace(bytes[end]) { end += 1 }
    guard start == 0 || bytes[start - 1] == 0x0A, end == bytes.count || bytes[end] == 0x0A else { return range }
    end = min(end + 1, bytes.count)
    if isStatement, start < 2 || bytes[start - 2] == 0x0A || bytes[start - 2] == 0x0D {
      var next = end
      while next < bytes.count, isSpace(bytes[next]) { next += 1 }
      if next < bytes.count, bytes[next] == 0x0A { end = next + 1 }
    }
    return start..<end
  }
}
