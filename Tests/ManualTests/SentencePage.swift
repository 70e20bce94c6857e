import Foundation

/// The page of the manual that shows usual sentences of guidelines, each with its clause and some applications.
struct SentencePage {
  /// A row of a table: changes to the page's application, and what the clause says of it.
  struct Case {
    let changes: String
    let outcome: String
    let message: String
    /// The index of the row in ``SentencePage/lines``.
    let line: Int
  }

  /// A sentence with its clause.
  struct Sentence {
    let title: String
    let code: String
    let cases: [Case]
  }

  let url: URL
  private(set) var lines: [String]
  private(set) var sentences: [Sentence] = []
  /// The statement that declares the fields of all clauses.
  private(set) var fields = ""
  /// The application that the rows change.
  private(set) var application: [String: Any] = [:]

  init(_ url: URL) throws {
    self.url = url
    lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
    var title = ""
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if line.hasPrefix("#") { title = String(line.drop { $0 == "#" }.dropFirst()) }
      guard line == "```lua" || line == "```json" else {
        index += 1
        continue
      }
      let end = lines[index...].firstIndex(of: "```") ?? lines.count
      let block = lines[(index + 1)..<end].joined(separator: "\n")
      index = end + 1
      if line == "```json" {
        application = try JSONSerialization.jsonObject(with: Data(block.utf8)) as? [String: Any] ?? [:]
      } else if block.hasPrefix("fields") {
        fields = block
      } else {
        sentences.append(Sentence(title: title, code: block, cases: cases(after: end)))
      }
    }
  }

  /// Returns the rows of the table before the next heading.
  private func cases(after start: Int) -> [Case] {
    let end = lines[start...].firstIndex { $0.hasPrefix("#") } ?? lines.count
    return (start..<end).compactMap { index in
      guard lines[index].hasPrefix("| `{") else { return nil }
      let cells = lines[index].components(separatedBy: " | ")
      return Case(
        changes: String(cells[0].dropFirst(3).dropLast()), outcome: cells[1].trimmingCharacters(in: .whitespaces),
        message: cells[2].dropLast().trimmingCharacters(in: .whitespaces), line: index)
    }
  }

  /// Replaces the outcome and the message of a row.
  mutating func write(_ outcome: String, _ message: String, to row: Case) {
    lines[row.line] = "| `\(row.changes)` | \(outcome) | \(message) |"
  }

  /// Returns the page's application with changes by paths such as `applicant.rdExpense.2023`; null removes a field.
  func application(changedBy changes: String) throws -> [String: Any] {
    let changes = try JSONSerialization.jsonObject(with: Data(changes.utf8)) as? [String: Any] ?? [:]
    return changes.reduce(into: application) { record, change in
      Self.set(change.key.split(separator: ".").map(String.init)[...], to: change.value, in: &record)
    }
  }

  private static func set(_ path: ArraySlice<String>, to value: Any, in object: inout [String: Any]) {
    guard let name = path.first else { return }
    if path.count > 1 {
      var inner = object[name] as? [String: Any] ?? [:]
      set(path.dropFirst(), to: value, in: &inner)
      object[name] = inner
    } else {
      object[name] = value is NSNull ? nil : value
    }
  }

  // MARK: The plugin

  /// Writes a plugin with all clauses of the page in one direction, with an example and the rows as tests.
  func writePlugin(to folder: URL) throws {
    func write(_ text: String, to path: String) throws {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    try write(
      """
      id: sentences
      version: 1.0.0
      api: 2
      year: 2024
      plan: { id: sentences, ordinal: 计划一, title: 常见的话（虚构） }
      projectTypes: [{ id: "1", title: 类型, directions: [{ id: "1.1", title: 方向 }] }]
      """, to: "plugin.yaml")
    let clauses = sentences.map { $0.code + "," }.joined(separator: "\n")
    try write("\(fields)\n\ndirection { \"1.1\",\n\(clauses)\n}\n", to: "program.lua")
    let example = try JSONSerialization.data(withJSONObject: [application])
    try write(String(decoding: example, as: UTF8.self), to: "examples/1.1.json")
    try write(tests, to: "tests/1.1.yaml")
  }

  /// The rows as test cases of the plugin; JSON is YAML as well.
  private var tests: String {
    var text = "base: \(application["id"] as? String ?? "")\ncases:\n"
    for (sentence, clause) in zip(sentences, clauseIDs) {
      for row in sentence.cases {
        text += "  - { clause: \(clause), \(Self.names[row.outcome] ?? row.outcome): [\(row.changes)] }\n"
      }
    }
    return text
  }

  static let names = ["符合": "met", "不符合": "unmet", "信息不足": "unknown", "不适用": "notApplicable"]

  /// The id of each sentence's clause, which follows from the kinds of the clauses and their order.
  var clauseIDs: [String] {
    var numbers: [Substring: Int] = [:]
    return sentences.map { sentence in
      let kind = sentence.code.prefix { $0.isLetter }
      numbers[kind, default: 0] += 1
      return "1.1/\(kind)/\(numbers[kind]!)"
    }
  }
}
