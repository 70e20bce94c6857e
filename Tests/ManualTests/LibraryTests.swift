import Foundation
import KepingCore
import SystemPackage
import Testing

@Suite("The code on the manual page about the library works")
struct LibraryTests {
  static let page = ManualTests.root.appendingPathComponent("Manual/library.md")

  /// Returns the Swift code blocks of a page.
  static func blocks(_ page: ManualPage) -> [String] {
    page.lines.indices.filter { page.lines[$0] == "```swift" }.map { start in
      let end = page.lines[start...].firstIndex(of: "```") ?? page.lines.endIndex
      return page.lines[(start + 1)..<end].joined(separator: "\n") + "\n"
    }
  }

  @Test("The page shows the code that is compiled with these tests")
  func shown() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("LibraryExample.swift")
    let compiled = try String(contentsOf: file, encoding: .utf8)
    #expect(Self.blocks(try ManualPage(Self.page)).filter { $0 == compiled }.count == 1)
  }

  @Test(
    "The example assesses a record in memory",
    arguments: [
      (
        #"{"id":"A","year":2024,"direction":"4.1","title":"t","applicant":{"name":"n","kind":"enterprise","rdExpense":{"2023":800000}}}"#,
        ["4.1/condition/1 上年（2023年）研发投入80万元，低于100万元"]
      ), ("{\"id\":}", ["第1行第7列："]),
    ])
  func run(_ record: String, _ expected: [String]) throws {
    let plugins = FilePath(ManualTests.root.appendingPathComponent("Plugins").path)
    let found = try reasons(against: record, plugins: plugins)
    for line in expected { #expect(found.contains { $0.hasPrefix(line) }, "\(found)") }
  }
}
