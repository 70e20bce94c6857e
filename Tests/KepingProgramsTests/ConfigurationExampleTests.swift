import BatchFixtures
import Foundation
import KepingCore
import Testing

@testable import KepingPrograms

@Suite("The examples in the shipped configuration are right once they are uncommented")
struct ConfigurationExampleTests {
  /// The shipped configuration.
  static func shipped() throws -> String {
    try String(contentsOf: root.appendingPathComponent("Config/keping.yaml"), encoding: .utf8)
  }

  /// The examples: each a line such as `# bounds:` with the lines that are indented below it.
  static func examples() throws -> [String] {
    var examples: [String] = []
    for line in try shipped().split(separator: "\n") {
      if let key = line.firstMatch(of: /^# ([a-z]+):/), Configuration.keys.contains(String(key.1)) {
        examples.append(line.dropFirst(2) + "\n")
      } else if line.hasPrefix("#   "), !examples.isEmpty {
        examples[examples.count - 1] += line.dropFirst(2) + "\n"
      }
    }
    return examples
  }

  @Test("There is an example of each section that is not set")
  func complete() throws {
    let names = try Self.examples().map { String($0.prefix { $0 != ":" }) }
    #expect(names == ["settings", "windows", "bounds", "weights", "plausible", "selection", "rulings"])
  }

  @Test("Each example has no errors, and all together have none")
  func valid() throws {
    let examples = try Self.examples()
    for example in examples + [examples.joined()] {
      let (programs, faults) = try programs(allOn + example)
      #expect(faults == [], "\(example)")
      if example.hasPrefix("selection:") { #expect(programs.selection.scopes.count == 2 && programs.selection.limits.count == 1) }
    }
  }

  @Test("Each example changes what it is about, so that its values are not the shipped ones")
  func effective() throws {
    for example in try Self.examples() where !example.hasPrefix("plausible:") {
      let name = String(example.prefix { $0 != ":" })
      let changes = try programs(allOn + example).programs.provenance(version: "1").changes
      #expect(!changes.isEmpty && changes.allSatisfy { $0.section.rawValue == name }, "\(example)")
    }
  }
}
