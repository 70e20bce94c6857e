import Foundation
import SystemPackage
import Testing

@Suite("The examples in doc comments work")
struct TypeExampleTests {
  @Test("Ten types have an example")
  func types() throws {
    let folder = FileManager.default.temporaryDirectory
    let compiled = try TypeExamples(plugins: Self.plugins, output: FilePath(folder.path)).all.keys.sorted()
    #expect(try DocExample.all().map(\.type).sorted() == compiled)
    #expect(compiled.count == 10)
  }

  @Test("An example is the code that is compiled here, and prints what its comments say", arguments: try DocExample.all())
  func run(_ example: DocExample) throws {
    #expect(try Self.body(of: example.type) == example.lines)
    #expect((4...12).contains(example.lines.count))
    let output = FileManager.default.temporaryDirectory.appendingPathComponent("keping-example-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: output) }
    let examples = try TypeExamples(plugins: Self.plugins, output: FilePath(output.path))
    let run = try #require(examples.all[example.type])
    try run()
    #expect(!examples.printed.isEmpty)
    #expect(examples.printed == example.expected)
  }

  private static var plugins: FilePath { FilePath(ManualTests.root.appendingPathComponent("Plugins").path) }

  /// The lines of the method of ``TypeExamples`` that has the example of a type.
  private static func body(of type: String) throws -> [String] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("TypeExamples.swift")
    let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
    let name = type.prefix(1).lowercased() + type.dropFirst()
    let start = try #require(lines.firstIndex { $0 == "  private func \(name)Example() throws {" })
    return lines[(start + 1)...].prefix { $0 != "  }" }.map { String($0.dropFirst(4)) }
  }
}

/// A block of Swift in the doc comment of a public type.
struct DocExample: Sendable, CustomTestStringConvertible {
  let type: String
  let lines: [String]

  var testDescription: String { type }

  /// The lines that the example prints, as its comments `// Prints "…"` say.
  var expected: [String] { lines.compactMap { $0.wholeMatch(of: /\s*\/\/ Prints "(.*)"/).map { String($0.1) } } }

  /// Returns the examples of all public types.
  static func all() throws -> [DocExample] {
    let sources = ManualTests.root.appendingPathComponent("Sources")
    let files = try FileManager.default.subpathsOfDirectory(atPath: sources.path).filter { $0.hasSuffix(".swift") }
    return try files.sorted().flatMap { file in
      find(in: try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8))
    }
  }

  private static func find(in source: String) -> [DocExample] {
    var examples: [DocExample] = []
    var comment: [String] = []
    guard source.contains("/// ```swift") else { return [] }
    for line in source.components(separatedBy: "\n") {
      if let text = line.wholeMatch(of: /\s*\/\/\/ ?(.*)/) {
        comment.append(String(text.1))
        continue
      }
      if let type = line.prefixMatch(of: /\s*public (?:final )?(?:actor|class|enum|protocol|struct) (\w+)/),
        let start = comment.firstIndex(of: "```swift")
      {
        examples.append(DocExample(type: String(type.1), lines: comment[(start + 1)...].prefix { $0 != "```" }))
      }
      comment = []
    }
    return examples
  }
}
