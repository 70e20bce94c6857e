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
    /// All of `program.lua` after the fields: it defines direction 1.1 itself.
    case program
  }

  let group: String
  let name: String
  let location: Location
  /// The permitted kinds of failure, or `well` if the application may be evaluated without a failure.
  let ends: [String]
  /// The limits that are not the arena's.
  let limits: [String: Int]
  /// The number of partners of each application.
  let partners: Int
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
      case .program: ""
      }
    if location == .program { return fields + code }
    let before = location == .function ? "" : location == .load ? "do\n\(code)end\n" : code
    return fields + before + "direction { '1.1', target { '示范点', \(check), points = 1 } }\n"
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// All attacks of the files in `Attacks`.
  ///
  /// An attack is a heading and Lua. The heading is `--- name`, then parts separated by `|`: a location with the permitted ends, as
  /// in `load: memory/instructions`; `limits: name=number/…`; and `partners: number`.
  static let all: [Attack] = {
    let folder = root.appendingPathComponent("Tests/AttackTests/Attacks")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.sorted().flatMap { file in
      let text = (try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)) ?? ""
      return text.components(separatedBy: "\n--- ").flatMap { read($0, group: String(file.dropFirst(3).dropLast(4))) }
    }
  }()

  /// Returns an attack for each location of a heading.
  private static func read(_ text: String, group: String) -> [Attack] {
    let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let heading = lines[0].replacing("--- ", with: "").split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    let code = lines.count > 1 ? lines[1] + (lines[1].hasSuffix("\n") ? "" : "\n") : ""
    var ends: [(Location, [String])] = []
    var limits: [String: Int] = [:]
    var partners = 0
    for part in heading.dropFirst() {
      let words = part.split(separator: ":").map { $0.trimmingCharacters(in: .whitespaces) }
      let values = words[1].split(separator: "/").map(String.init)
      switch words[0] {
      case "limits":
        for limit in values.map({ $0.split(separator: "=") }) { limits[String(limit[0])] = Int(limit[1])! }
      case "partners": partners = Int(words[1])!
      default: ends.append((Location(rawValue: words[0])!, values))
      }
    }
    return ends.map { location, ends in
      Attack(
        group: group, name: heading[0], location: location, ends: ends, limits: limits, partners: partners, code: String(code))
    }
  }
}
