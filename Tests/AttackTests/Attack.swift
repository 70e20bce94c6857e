import Foundation
import Testing

/// An attack: a piece of Lua, its location in a plugin, and the permitted ways to end.
struct Attack: Sendable, CustomTestStringConvertible {
  /// The location of the piece of Lua in the plugin.
  enum Location: String, Sendable, CaseIterable {
    /// In `program.lua`, where it runs at load.
    case load
    /// In the body of a function that is passed to `judge` and runs for each application.
    case function
    /// In `program.lua`, where it defines the function `answer`, which is passed to `judge`.
    case answer
    /// In `program.lua`, where it defines the function `answer`, which is passed to `compute`.
    case number
  }

  let group: String
  let name: String
  let location: Location
  /// The permitted kinds of failure, or `well` if the application may be evaluated without a failure.
  let ends: [String]
  let code: String

  var testDescription: String { "\(group): \(name) (\(location))" }

  /// The plugin's program with the attack at its location.
  var program: String {
    let fields = """
      fields { expected = { sites = count '示范点' } }
      local function either(n) return any_of { n:at_least('1个', '演示'), n:less_than('1个', '演示') } end

      """
    let operands = "'检查', { expected.sites, record }"
    let judged = "judge(\(operands), function(sites, whole)\ndo\n\(code)end\nreturn true\nend)"
    let check =
      switch location {
      case .load: "judge(\(operands), function(sites) return sites >= 1 end)"
      case .function: judged
      case .answer: "judge(\(operands), answer)"
      case .number: "either(compute(\(operands), answer))"
      }
    let before = location == .function ? "" : location == .load ? "do\n\(code)end\n" : code
    return fields + before + "direction { '1.1', target { '示范点', \(check), points = 1 } }\n"
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// All attacks of the files in `Attacks`: a line `--- name | location: end/end | …`, then Lua.
  static let all: [Attack] = {
    let folder = root.appendingPathComponent("Tests/AttackTests/Attacks")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.sorted().flatMap { file in
      let text = (try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)) ?? ""
      return text.components(separatedBy: "\n--- ").flatMap { part in
        let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let heading = lines[0].replacing("--- ", with: "").split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        let code = lines.count > 1 ? lines[1] + (lines[1].hasSuffix("\n") ? "" : "\n") : ""
        return heading.dropFirst().map { expectation in
          let words = expectation.split(separator: ":").map { $0.trimmingCharacters(in: .whitespaces) }
          return Attack(
            group: String(file.dropFirst(3).dropLast(4)), name: heading[0], location: Location(rawValue: words[0])!,
            ends: words[1].split(separator: "/").map(String.init), code: String(code))
        }
      }
    }
  }()
}
