import Foundation
import KepingCore
import Testing

@Suite("A hostile plugin stays within its limits and does not affect other plugins")
struct AttackTests {
  /// The results of the shipped program if no other plugin is on.
  static let undisturbed: [String] = {
    let arena = try? Arena([:])
    let input = [Arena.application("R1", direction: "4.1"), Arena.application("R2", direction: "4.1")]
    return (try? arena?.evaluate(input.joined(separator: "\n"), "{ jili-2024: on }").lines) ?? []
  }()

  @Test("Each attack ends in a permitted way", arguments: Attack.all)
  func contained(_ attack: Attack) throws {
    let arena = try Arena(["plugin.yaml": Arena.manifest, "program.lua": attack.program, "parts.lua": Arena.parts])
    let input = [
      Arena.application("R1", direction: "4.1"), Arena.application("A1"), Arena.application("A2"), Arena.application("A3"),
      Arena.application("R2", direction: "4.1"),
    ]
    let outcome = try arena.evaluate(input.joined(separator: "\n"))
    try #require(outcome.results.count == 5)
    #expect([outcome.lines[0], outcome.lines[4]] == Self.undisturbed)
    #expect(outcome.longest < Arena.longest)
    for (index, result) in outcome.results[1...3].enumerated() { try check(result, attack, index) }
    let isLoaded = outcome.faults.isEmpty
    #expect(isLoaded || attack.location != .function)
  }

  private func check(_ result: [String: Any], _ attack: Attack, _ index: Int) throws {
    guard let error = result["error"] as? [String: Any] else {
      #expect(attack.ends.contains("well"), "nothing failed")
      #expect(result["verdict"] as? String == "pass")
      return
    }
    let kind = try #require(error["kind"] as? String)
    let message = try #require(error["message"] as? String)
    // The instruction limit of loading is so high that a slow machine may reach the time limit first.
    let isSlow = kind == "time" && attack.location == .load && attack.ends.contains("instructions")
    #expect(attack.ends.contains(kind) || isSlow, "\(kind): \(message)")
    let isStop = ["instructions", "memory", "time"].contains(kind)
    #expect(error["code"] as? String == (isStop ? "plugin-limit" : "plugin-failed"))
    let phase = error["phase"] as? String
    #expect(phase == (attack.location == .load ? "load" : index == 2 && isStop ? "skipped" : "evaluate"))
    #expect(error["plugin"] as? String == "attack")
    #expect(error["version"] as? String == "6.6.6")
    #expect(message.utf8.count < 6000)
    #expect(message.isPlain && (error["traceback"] as? String ?? "").replacing("\n", with: "").isPlain, "\(message)")
    if phase == "skipped" { return }
    let file = try #require(error["file"] as? String)
    #expect(["attack/program.lua", "attack/parts.lua"].contains(file))
    if !["time", "memory", "load"].contains(kind) { #expect(error["line"] is Int, "no line: \(message)") }
  }

  @Test("There are attacks in every group")
  func classes() {
    let groups = Dictionary(grouping: Attack.all, by: \.group).mapValues(\.count)
    #expect(groups.count == 10)
    #expect(Attack.all.count > 350)
  }
}

extension String {
  /// Whether a terminal shows the text unchanged.
  var isPlain: Bool { printable() == self }
}
