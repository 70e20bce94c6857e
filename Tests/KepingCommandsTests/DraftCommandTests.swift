import BatchFixtures
import Foundation
import Testing

@Suite("A draft of a guideline is written, checked and kept from evaluating anybody", .serialized)
struct DraftCommandTests {
  static let guideline = """
    某市2026年度科技计划申报指南（虚构）
    计划一：小微专项
    项目类型1：新产品试制项目
    方向1：绿色食品
    考核要求：试制新产品2种以上。
    申报条件：企业上年研发投入在20万元以上。
    """

  /// Runs shell commands in a folder with a configuration and a guideline.
  static func run(_ command: String) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-draft-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["Plugins", "Config"] {
      try FileManager.default.copyItem(at: root.appendingPathComponent(name), to: folder.appendingPathComponent(name))
    }
    try guideline.write(to: folder.appendingPathComponent("指南.txt"), atomically: true, encoding: .utf8)
    let output = try EvaluateTests.run("cd \"$DIR\"; \(command)", ["DIR": folder.path])
    return output.split(separator: "\n").map(String.init)
  }

  @Test("The draft is compared with the guideline, and each open decision is an error with its line")
  func check() throws {
    let lines = try Self.run(
      "keping programs new xiaowei-2026 --guideline 指南.txt; keping programs check xiaowei-2026 --guideline 指南.txt 2>&1; echo $?")
    #expect(lines.first?.hasPrefix("drafted Plugins/xiaowei-2026 from '计划一 小微专项' (2026)") == true, "\(lines)")
    #expect(lines.last == "2")
    #expect(lines.contains { $0.contains("program.lua:6:") && $0.hasSuffix("[undecided]") }, "\(lines)")
    #expect(lines.contains { $0 == "xiaowei-2026: a draft, 1 direction, 2 clauses, 2 open decisions" }, "\(lines)")
    #expect(lines.filter { $0.contains(": error: ") }.allSatisfy { $0.hasSuffix("[undecided]") }, "\(lines)")
  }

  @Test("A draft is neither switched on nor loaded if the configuration names it")
  func enable() throws {
    let new = "keping programs new xiaowei-2026 --guideline 指南.txt >/dev/null 2>&1"
    let lines = try Self.run(
      "\(new); cp Config/keping.yaml before; keping programs enable xiaowei-2026 2>&1; echo $?; cmp before Config/keping.yaml && echo same"
    )
    #expect(lines.count == 3 && lines[0].hasSuffix("[undecided]") && lines[1] == "2" && lines[2] == "same", "\(lines)")
    let loaded = try Self.run(
      "\(new); sed -i 's/^programs:/&\\n  xiaowei-2026: on/' Config/keping.yaml; keping evaluate Plugins/xiaowei-2026/examples/1.1.json --format jsonl 2>/dev/null; echo $?"
    )
    #expect(loaded.last != "0" && !loaded.contains { $0.contains("\"verdict\":\"pass\"") }, "\(loaded)")
    #expect(loaded.contains { $0.contains("plugin-failed") }, "\(loaded)")
  }

  @Test("A guideline and a program to copy exclude each other, a plan must exist, and a new one needs its year")
  func refusals() throws {
    #expect(try Self.run("keping programs new a-2026 --guideline 指南.txt --from jili-2024 2>/dev/null; echo $?") == ["64"])
    #expect(try Self.run("keping programs new a-2026 --guideline 指南.txt --plan 计划二 2>/dev/null; echo $?") == ["2"])
    #expect(try Self.run("keping programs new a-2026 --plan a 2>/dev/null; echo $?") == ["64"])
  }
}
