import KepingCore
import KepingPlugins
import KepingYAML
import SystemPackage

/// The file of tests that suggested cases of a direction are written for.
struct SuggestionTarget {
  /// The path as the user would write it.
  let path: String
  /// The text of the file; nil if there is no file yet.
  let existing: String?
  /// The id of the example that the cases change.
  let base: String
  /// The number of spaces before the dash of a case.
  let indent: Int

  /// Chooses an existing file whose cases change an example of the direction and which ends with its cases, and otherwise a new file.
  ///
  /// - Returns: nil if no example of the direction can be evaluated.
  init?(_ direction: Int, _ bench: TestBench) {
    let plugin = bench.loaded.plugin
    let id = bench.loaded.program.directions[direction].id
    let met = bench.examples.mapValues { example -> Int? in
      let prepared = bench.evaluate(example)
      guard prepared.direction == direction, prepared.assessment.isEvaluated else { return nil }
      return prepared.assessment.findings.count { $0.outcome == .met }
    }
    let files = (try? plugin.files(in: "tests", endingIn: ".yaml")) ?? []
    // The file with the name of the direction comes first.
    for file in files.sorted(by: { Self.isNamed($0, id) && !Self.isNamed($1, id) }) where Self.isOfCases(file) {
      guard let text = try? plugin.readText(file), let (base, indent) = Self.end(of: text, plugin.displayPath(of: file)),
        met[base] ?? nil != nil
      else { continue }
      path = plugin.displayPath(of: file)
      existing = text
      self.base = base
      self.indent = indent
      return
    }
    let usable = met.compactMap { id, met in met.map { (id: id, met: $0) } }
    guard let best = usable.min(by: { (-$0.met, $0.id) < (-$1.met, $1.id) }) else { return nil }
    let names = Set(files.compactMap(\.lastComponent?.string))
    let number = (1...).lazy.map { $0 == 1 ? "\(id).yaml" : "\(id)-\($0).yaml" }.first { !names.contains($0) }
    path = plugin.displayPath(of: plugin.folder.appending("tests").appending(number ?? "\(id).yaml"))
    existing = nil
    base = best.id
    indent = 2
  }

  /// Returns the file with cases at its end.
  func text(with cases: String) -> String {
    guard let existing else { return "base: \(YAMLText.scalar(base))\ncases:\n" + cases }
    return existing + (existing.hasSuffix("\n") ? "" : "\n") + cases
  }

  private static func isNamed(_ file: FilePath, _ id: String) -> Bool { file.lastComponent?.string == "\(id).yaml" }

  private static func isOfCases(_ file: FilePath) -> Bool { file.lastComponent?.string != TestExceptions.fileName }

  /// Returns the base of a file and the indent of its cases, or nil if a case cannot be appended to the text.
  private static func end(of text: String, _ path: String) -> (base: String, indent: Int)? {
    guard
      let members = try? YAMLFile.parse(text, path: path).members(allowing: ["base", "cases"], requiring: ["base", "cases"]),
      let base = try? members["base"]?.text(), let cases = try? members["cases"]?.elements(), let first = cases.first
    else { return nil }
    let indent = max(0, first.column - 3)
    let more = text + (text.hasSuffix("\n") ? "" : "\n") + String(repeating: " ", count: indent) + "- {}\n"
    let count = try? YAMLFile.parse(more, path: path).member("cases")?.value.elements().count
    return count == cases.count + 1 ? (base, indent) : nil
  }
}
