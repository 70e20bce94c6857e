import Foundation
import Testing

@Suite("The pages of the repository agree with each other")
struct PageTests {
  static let pages =
    ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "Benchmarks/README.md"] + ManualTests.pages.map { "Manual/\($0)" }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: ManualTests.root.appendingPathComponent(path), encoding: .utf8)
  }

  /// Returns the anchors that GitHub gives to the headings of a page.
  static func anchors(_ text: String) -> Set<String> {
    Set(
      text.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
        let heading = line.drop { $0 == "#" }.dropFirst().lowercased()
        return String(heading.filter { $0.isLetter || $0.isNumber || " -_".contains($0) }.map { $0 == " " ? "-" : $0 })
      })
  }

  @Test("Every link of a page leads to a file, and to a heading if it names one", arguments: pages)
  func links(_ page: String) throws {
    let text = try Self.text(page)
    let folder = ManualTests.root.appendingPathComponent(page).deletingLastPathComponent()
    for link in text.matches(of: /\]\(([^)#]*)(?:#([^)]*))?\)/) where !link.1.contains("://") {
      let target = folder.appendingPathComponent(String(link.1))
      #expect(FileManager.default.fileExists(atPath: target.path), "\(link.0)")
      guard let anchor = link.2 else { continue }
      let linked = link.1.isEmpty ? text : try String(contentsOf: target, encoding: .utf8)
      #expect(Self.anchors(linked).contains(String(anchor)), "\(link.0)")
    }
  }

  @Test("Every figure about speed in the README is on the page of the benchmarks")
  func figures() throws {
    let table = try Self.text("README.md").components(separatedBy: "benchmark -->")
    let benchmarks = try Self.text("Benchmarks/README.md").components(separatedBy: "benchmark -->")
    try #require(table.count == 3 && benchmarks.count == 3)
    let figures = table[1].matches(of: /(?:\| |: )([0-9.]+)[^|\n]*\|?\n/).map { String($0.1) }
    #expect(figures.count > 5)
    for figure in figures { #expect(benchmarks[1].contains("| \(figure) |"), "\(figure)") }
  }
}
