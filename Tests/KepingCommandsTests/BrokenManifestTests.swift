import BatchFixtures
import Foundation
import Testing

@Suite("The commands work beside a program whose manifest is not valid", .serialized)
struct BrokenManifestTests {
  /// Runs shell commands in a folder with the shipped programs, of which zhuji-2024 asks for another api.
  static func run(_ command: String) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-broken-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["Plugins", "Config"] {
      try FileManager.default.copyItem(at: root.appendingPathComponent(name), to: folder.appendingPathComponent(name))
    }
    let manifest = folder.appendingPathComponent("Plugins/zhuji-2024/plugin.yaml")
    try String(contentsOf: manifest, encoding: .utf8).replacing("api: 1", with: "api: 99")
      .write(to: manifest, atomically: true, encoding: .utf8)
    try application("A").write(to: folder.appendingPathComponent("a.json"), atomically: true, encoding: .utf8)
    let output = try EvaluateTests.run("cd \"$DIR\"; \(command)", ["DIR": folder.path])
    return output.split(separator: "\n").map(String.init)
  }

  static let fault =
    "Plugins/zhuji-2024/plugin.yaml:4:6: error: api 99 is not supported; this version of keping supports api 1 and api 2 [unsupported-api]"

  @Test("The others are evaluated, the fault is told once, and the status is 2")
  func evaluate() throws {
    let lines = try Self.run("keping evaluate a.json --format jsonl; echo $?")
    #expect(lines.count == 3 && lines.first == Self.fault && lines.last == "2", "\(lines)")
    #expect(lines.contains { $0.hasPrefix("{\"id\":\"A\"") && $0.contains("\"verdict\":\"fail\"") })
  }

  @Test("The list names all programs and the fault")
  func list() throws {
    let lines = try Self.run("keping programs list; echo $?")
    #expect(lines.count == 5 && lines.first == Self.fault && lines.last == "2", "\(lines)")
    #expect(lines.contains { $0.hasPrefix("zhuji-2024         未能加载   2024  计划三") })
    #expect(lines.contains { $0.hasPrefix("jili-2024          已启用     2024  计划二") })
  }

  @Test("It is shown with the fault and status 2, another one with status 0")
  func show() throws {
    let broken = try Self.run("keping programs show zhuji-2024; echo $?")
    #expect(broken.first == Self.fault && broken.last == "2", "\(broken)")
    #expect(try Self.run("keping programs show jili-2024; echo $?").last == "0")
  }

  @Test("The check warns about a folder with another name than the id")
  func folderName() throws {
    let lines = try Self.run("mv Plugins/jili-2024 Plugins/jili; keping programs check jili-2024; echo $?")
    #expect(lines.first?.hasPrefix("Plugins/jili/plugin.yaml: warning: the id is jili-2024, but the folder is jili;") == true)
    #expect(lines.last == "0", "\(lines)")
    #expect(try Self.run("cd Plugins/jili-2024; keping programs check .; echo $?").last == "0")
  }

  @Test("Its check tells the fault, by id and by folder", arguments: ["zhuji-2024", "Plugins/zhuji-2024", ""])
  func check(_ name: String) throws {
    let lines = try Self.run("keping programs check \(name); echo $?")
    #expect(lines.count { $0 == Self.fault } == 1 && lines.last == "2", "\(lines)")
  }

  @Test("It can be switched off and on again; while it is off, nothing is reported")
  func switching() throws {
    let lines = try Self.run(
      "keping programs disable zhuji-2024; grep zhuji Config/keping.yaml; keping evaluate a.json >/dev/null; echo $?; "
        + "keping programs enable zhuji-2024; echo $?; keping evaluate a.json >/dev/null; echo $?")
    #expect(lines.contains { $0.hasPrefix("  zhuji-2024: off") }, "\(lines)")
    #expect(lines.filter { $0 == "0" || $0 == "2" } == ["0", "2", "2"])
    // Enabling says that it will not work, and so does the evaluation.
    #expect(lines.count { $0 == Self.fault } == 2)
  }

  @Test("While it is off, commands about it or about all programs tell the fault")
  func off() throws {
    let show = try Self.run("keping programs disable zhuji-2024; keping programs show zhuji-2024; echo $?")
    #expect(show.contains(Self.fault) && show.last == "2", "\(show)")
    for command in ["programs list", "plans", "plans 6.1"] {
      let lines = try Self.run("keping programs disable zhuji-2024; keping \(command); echo $?")
      #expect(lines.contains(Self.fault.replacing(": error:", with: ": warning:")) && lines.last == "0", "\(command): \(lines)")
    }
    let template = try Self.run("keping programs disable zhuji-2024; keping template 6.1 -o a.xlsx; echo $?")
    #expect(template.contains(Self.fault.replacing(": error:", with: ": warning:")) && template.last == "2", "\(template)")
  }

  @Test(
    "A folder without a manifest is told as such by each command that names it",
    arguments: [
      ("rm Plugins/zhuji-2024/plugin.yaml", "a plugin needs a plugin.yaml"),
      ("cd Plugins/zhuji-2024; mv plugin.yaml plugin.yml; cd ../..", "rename plugin.yml to plugin.yaml"),
      ("cd Plugins; mkdir x; mv zhuji-2024 x; mv x zhuji-2024; cd ..", "the plugin is in the folder zhuji-2024 inside"),
    ])
  func missing(_ change: String, _ advice: String) throws {
    for command in [
      "programs check zhuji-2024", "programs check Plugins/zhuji-2024", "programs test zhuji-2024", "programs docs zhuji-2024",
      "programs stubs zhuji-2024", "programs enable zhuji-2024",
    ] {
      let lines = try Self.run("\(change); keping \(command); echo $?")
      #expect(
        lines.contains { $0.hasPrefix("Plugins/zhuji-2024/plugin.yaml: error: ") && $0.contains(advice) }, "\(command): \(lines)")
      #expect(lines.last == "2")
    }
  }

  @Test("A folder that is named in place of the id is told with its id")
  func folderForID() throws {
    let lines = try Self.run("mv Plugins/jili-2024 Plugins/jili; keping programs check jili; echo $?")
    #expect(
      lines.first?.contains("the id of the program in the folder jili is jili-2024") == true && lines.last == "2", "\(lines)")
    #expect(try Self.run("keping programs check Plugins/jili").first == "Plugins/jili: error: no such folder [unreadable-file]")
  }

  @Test("The doctor lists the fault among the plugins: an error if it is on, a warning if it is off")
  func doctor() throws {
    let on = try Self.run("keping doctor; echo $?")
    #expect(on.contains("  ✗ \(Self.fault)") && on.suffix(2) == ["1 error, 0 warnings", "2"], "\(on)")
    let off = try Self.run("keping programs disable zhuji-2024; keping doctor; echo $?")
    #expect(off.contains("  ! \(Self.fault)") && off.suffix(2) == ["0 errors, 1 warning", "0"], "\(off)")
  }

  @Test("The doctor does not call a program off if the configuration is not valid")
  func brokenConfiguration() throws {
    let lines = try Self.run("echo 'programs: [' > Config/keping.yaml; keping doctor; echo $?")
    #expect(lines.contains { $0.hasPrefix("  ✓ jili-2024 ") && $0.contains("unknown") }, "\(lines)")
    #expect(lines.last == "2")
  }

  @Test("The doctor lists the project types with a window, whose sheets need a column for the time")
  func windows() throws {
    let lines = try Self.run(
      "printf 'programs: { jili-2024: on }\\nwindows: { \"4\": { opens: 2024-03-01, closes: 2024-03-31 17:30 } }\\n' "
        + "> Config/keping.yaml; keping doctor; echo $?")
    let index = try #require(lines.firstIndex(of: "submission windows"), "\(lines)")
    #expect(lines[index + 1] == "  ✓ jili-2024, project type 4: from 2024-03-01 until 2024-03-31 17:30")
    #expect(lines[index + 2].contains("提交时间"))
  }

  @Test("One direction is not called directions")
  func plural() throws {
    let command = "keping programs new demo-2026 --year 2026 --plan demo 2>/dev/null; keping programs check demo-2026"
    #expect(try Self.run(command).contains { $0.hasPrefix("demo-2026: no problems, 1 direction, ") })
  }
}
