import Foundation
import KepingCore
import Testing

@Suite("A hostile plugin stays within its limits and does not affect other plugins")
struct AttackTests {
  /// The results of the neighbour if no other plugin is on.
  static let undisturbed: [String] = {
    let arena = try? Arena([:])
    let input = [Arena.application("R1", direction: "2.1"), Arena.application("R2", direction: "2.1")]
    return (try? arena?.evaluate(input, "{ neighbour: on }").lines) ?? []
  }()

  @Test("Each attack ends in a permitted way, and alike in any order and with any number of workers", arguments: Attack.all)
  func contained(_ attack: Attack) throws {
    let arena = try Arena(
      ["plugin.yaml": Arena.manifest, "program.lua": attack.program, "parts.lua": Arena.parts], limits: attack.limits)
    let input =
      [Arena.application("R1", direction: "2.1")]
      + ["A1", "A2", "A3"].map { Arena.application($0, partners: attack.partners) }
      + [Arena.application("R2", direction: "2.1")]
    let outcome = try arena.evaluate(input)
    try #require(outcome.results.count == 5)
    #expect([outcome.lines[0], outcome.lines[4]] == Self.undisturbed)
    #expect(outcome.longest < Arena.longest)
    let isLoaded = outcome.faults.isEmpty
    for (index, result) in outcome.results[1...3].enumerated() { try check(result, attack, index, isLoaded: isLoaded) }
    #expect(isLoaded || attack.location != .function)
    if isLoaded { try compare(outcome, in: arena, Array(input[1...3])) }
  }

  private func check(_ result: [String: Any], _ attack: Attack, _ index: Int, isLoaded: Bool) throws {
    guard let error = result["error"] as? [String: Any] else {
      #expect(attack.ends.contains("well"), "nothing failed")
      #expect(attack.location == .program || result["verdict"] as? String == "pass")
      return
    }
    let kind = try #require(error["kind"] as? String)
    let message = try #require(error["message"] as? String)
    #expect(attack.ends.contains(kind), "\(kind): \(message)")
    let isStop = ["instructions", "memory", "time"].contains(kind)
    #expect(error["code"] as? String == (isStop ? "plugin-limit" : "plugin-failed"))
    let phase = error["phase"] as? String
    #expect(phase == (isLoaded ? "evaluate" : "load") || (isLoaded && index == 2 && isStop && phase == "skipped"))
    #expect(error["plugin"] as? String == "attack")
    #expect(error["version"] as? String == "6.6.6")
    #expect(message.utf8.count < 6000)
    #expect(message.isPlain && (error["traceback"] as? String ?? "").replacing("\n", with: "").isPlain, "\(message)")
    for text in [message, error["traceback"] as? String ?? ""] where !attack.code.contains("keping") {
      #expect(!text.contains("[keping]") && !text.contains("/tmp/"), "\(text)")
    }
    if phase == "skipped" { return }
    let file = try #require(error["file"] as? String)
    #expect(["attack/program.lua", "attack/parts.lua"].contains(file))
    // What comes after the plugin's last line, such as making its tables read-only, is no line of the plugin's.
    let mayLackLine = ["time", "memory", "load"].contains(kind) || (isStop && !isLoaded)
    #expect(mayLackLine || error["line"] is Int, "no line: \(message)")
  }

  /// Expects the same results in reversed order, and then from two workers, for every application that was not skipped.
  ///
  /// The last batch uses states that have evaluated applications before, and new ones.
  private func compare(_ outcome: Arena.Outcome, in arena: Arena, _ input: [String]) throws {
    let programs = try arena.programs("{ attack: on }", killsInARow: 1_000_000).programs
    let reversed: [String] = try arena.lines(file: arena.write(input.reversed()), programs).reversed()
    let shared = try arena.lines(file: arena.write(input), programs, jobs: 2)
    #expect(reversed == shared)
    try #require(reversed.count == 3)
    for (index, result) in outcome.results[1...3].enumerated() {
      let isSkipped = (result["error"] as? [String: Any])?["phase"] as? String == "skipped"
      #expect(isSkipped || reversed[index] == outcome.lines[index + 1])
    }
  }

  @Test("There are attacks in every group")
  func classes() {
    let groups = Dictionary(grouping: Attack.all, by: \.group).mapValues(\.count)
    #expect(groups.count == 24)
    #expect(groups.allSatisfy { $0.value >= 10 })
    #expect(Attack.all.count > 750)
  }
}

extension String {
  /// Whether a terminal shows the text unchanged.
  var isPlain: Bool { printable() == self }
}
