import BatchFixtures
import Foundation
import Glibc
import Testing

@Suite("Isolated plugins give the same results, and a lost process costs one application", .serialized)
struct IsolationTests {
  // MARK: The same results

  @Test(
    "The shipped examples have the same results",
    arguments: ["--jobs 1 --format jsonl", "--jobs 2 --format html", "--jobs 2 --only fail -o out.csv --trace BS2024-41-001"])
  func shipped(_ options: String) async throws {
    let arguments = "\(options) Plugins/*/examples/*.json"
    let direct = try await RepeatedRunTests.run("evaluate \(arguments)")
    #expect(direct.status == 0)
    RepeatedRunTests.expectSame(direct, try await RepeatedRunTests.run("evaluate --isolate \(arguments)"), arguments)
  }

  @Test("An explanation is the same")
  func explanation() async throws {
    let arguments = "Plugins/zhuji-2024/examples/8.1.json BS2024-81-001"
    let direct = try await RepeatedRunTests.run("explain \(arguments)")
    #expect(direct.output.count > 100)
    RepeatedRunTests.expectSame(direct, try await RepeatedRunTests.run("explain --isolate \(arguments)"), arguments)
  }

  @Test(
    "Programs that fail, while they load or later, have the same results",
    arguments: [
      "error('no')", "direction { '1.1', ", "x = 1", "while true do end", "local t = {} for i = 1, 1e9 do t[i] = i end",
      "require 'absent'", "pcall(require, 'absent') error(select(2, pcall(require, '../x')))", "require 'parts'.use()",
      "direction { '1.1', target { '示范', unknown, points = 1 } }", "direction { '1.2' }", "money '未用'",
      "local ok, message = pcall(target, { '示范' }) error(message)",
      "pcall(function() return nothing.x end) " + judge("return true"),
      judge("return n > 1 or error('差' .. n, 0)"), judge("return #whole.title > 0"),
      judge("whole.title = nil return whole.title == nil"),
      judge("return 1"), judge("return {}"), judge("return nil"), judge("while true do end"), judge("return target { 'x' }"),
      judge("return nothing"), judge("local t = {} for i = 1, 1e9 do t[i] = i end"), judge("return ('x'):rep(1e8) == whole"),
      judge("return string.format('%d', n) == tostring(whole)"), "local parts = require 'parts' " + judge("return parts.use(n)"),
      "local n = 0 " + judge("n = n + 1 return true"),
      "direction { '1.1', target { '示范', compute('数', { expected.sites }, function(n) return n / 0 end):at_least('1', '演示'), points = 1 } }",
    ])
  func failing(_ program: String) throws {
    let workspace = try Workspace(program)
    let applications = (0..<8).map { Workspace.application("A\($0)", sites: $0 % 3) }.joined(separator: "\n")
    let direct = try workspace.evaluate(applications)
    #expect(direct.output.filter { $0 == "\n" }.count == 8)
    let isSame = try workspace.evaluate(applications, "--isolate") == direct
    #expect(isSame)
  }

  /// Returns the program whose function has a body; `n` is a number, and `whole` is the record.
  static func judge(_ body: String) -> String {
    """
    fields { expected = { sites = count '示范点' } }
    direction { '1.1', target { '示范', judge('检查', { expected.sites, record }, function(n, whole) \(body) end), points = 1 } }
    """
  }

  @Test("Limits are the same, in a direction and outside of it", arguments: ["table", "markdown", "html"])
  func limits(_ format: String) throws {
    let workspace = try Workspace(
      "limit { '每家限报1项', '1项', per = 'applicant' } local two = limit { '限报2项', '2项', per = 'unit', within = 'plan' }\n"
        + Self.judge("return n > 0").replacing("points = 1 }", with: "points = 1 }, two"))
    let applications = (1...3).map { Workspace.application("A\($0)", sites: $0) }.joined(separator: "\n")
    let direct = try workspace.evaluate(applications, "--format", format)
    #expect(direct.output.contains("每家限报1项——示例（虚构）有3项，多出2项：A2、A3"))
    #expect(direct.output.contains("限报2项——示例（虚构）有3项，多出1项：A3"))
    let isSame = try workspace.evaluate(applications, "--format", format, "--isolate", "--jobs", "2") == direct
    #expect(isSame)
  }

  // MARK: Lost processes

  @Test(
    "A process that is killed between two applications costs the next one, and no other", arguments: [SIGKILL, SIGTERM, SIGSEGV])
  func killed(_ signal: Int32) throws {
    let run = try Run(Workspace(Self.judge("return n < 2")))
    #expect(try run.evaluate("A1") == "A1 pass")
    for number in 2...4 {
      let child = try run.child()
      kill(child, signal)
      let lost = try run.evaluate("B\(number)")
      #expect(lost == "B\(number) plugin-failed evaluate crash")
      #expect(run.lastLine.contains(signal == SIGKILL ? "SIGKILL" : signal == SIGTERM ? "SIGTERM" : "SIGSEGV"))
      #expect(try run.evaluate("C\(number)") == "C\(number) pass")
      #expect(try run.child() != child)
    }
    run.finish()
  }

  @Test("A process that is killed while a function runs costs that application")
  func killedAtWork() throws {
    let limits = "instructions: 1000000000000, seconds: 3600"
    let run = try Run(Workspace(Self.judge("while whole.title == 'hang' do end return true"), limits: limits))
    #expect(try run.evaluate("A1") == "A1 pass")
    try run.write("A2", title: "hang")
    kill(try run.child(), SIGKILL)
    #expect(try run.read() == "A2 plugin-failed evaluate crash")
    #expect(try run.evaluate("A3") == "A3 pass")
    run.finish()
  }

  @Test("A process that is killed while a plugin loads costs that plugin")
  func killedWhileLoading() throws {
    let limits = "loadInstructions: 1000000000000, loadSeconds: 3600"
    let run = try Run(Workspace("while true do end", limits: limits))
    kill(try run.child(), SIGKILL)
    #expect(try run.evaluate("A1") == "A1 plugin-failed load crash")
    #expect(try run.evaluate("A2") == "A2 plugin-failed load crash")
    run.finish(status: 2)
  }

  @Test("A plugin whose process is lost too often in a row is set aside")
  func setAside() throws {
    let limits = "instructions: 1000000000000, seconds: 3600, killsInARow: 2"
    let run = try Run(Workspace(Self.judge("while whole.title == 'hang' do end return true"), limits: limits))
    #expect(try run.evaluate("A1") == "A1 pass")
    for number in 2...3 {
      try run.write("A\(number)", title: "hang")
      kill(try run.child(), SIGKILL)
      // A new process may still be loading the plugin.
      let lost = try run.read()
      #expect(["evaluate", "load"].map { "A\(number) plugin-failed \($0) crash" }.contains(lost))
    }
    #expect(try run.evaluate("A4") == "A4 plugin-limit skipped crash")
    #expect(run.lastLine.contains("连续2次超出限额或意外中止"))
    run.finish()
  }

  @Test("A process without enough memory is a failure of its plugin, and of no other")
  func memory() throws {
    let workspace = try Workspace(Self.judge("return true"), limits: "isolateMegabytes: 16")
    let outcome = try workspace.evaluate(Workspace.application("A1", sites: 1), "--isolate")
    #expect(outcome.output.contains("\"kind\":\"crash\"") || outcome.output.contains("\"kind\":\"memory\""), "\(outcome)")
  }

  @Test("An isolated process has one open file, one thread, and none of the rights that it does not need")
  func confinement() throws {
    let run = try Run(Workspace(Self.judge("return true")))
    #expect(try run.evaluate("A1") == "A1 pass")
    let process = "/proc/\(try run.child())"
    let status = Run.systemFile(process + "/status")
    for line in ["Threads:\t1\n", "NoNewPrivs:\t1\n", "Seccomp:\t2\n"] { #expect(status.contains(line), "\(status)") }
    let limits = Run.systemFile(process + "/limits")
    for (name, limit) in [
      ("address space", 1 << 30), ("open files", 1), ("processes", 0), ("core file size", 0), ("file size", 0),
    ] {
      let isSet = limits.contains(try Regex("Max \(name) +\(limit) +\(limit) "))
      #expect(isSet, "\(name) in \(limits)")
    }
    // Another user's process cannot be examined further, and this one belongs to root now.
    if geteuid() == 0 { #expect(try FileManager.default.contentsOfDirectory(atPath: process + "/fd") == ["0"]) }
    run.finish()
    #expect(!FileManager.default.fileExists(atPath: process))
  }

  @Test("The isolated process is not a command that people see")
  func hidden() throws {
    let help = try EvaluateTests.run(
      "keping --help; keping isolated-worker; keping isolated-worker 1073741824 </dev/null; echo $?", [:])
    #expect(!help.contains("isolated-worker\n") && help.hasSuffix("0\n"), "\(help)")
  }
}

// MARK: Fixtures

extension IsolationTests {
  /// A folder with one plugin and a configuration that switches it on.
  final class Workspace {
    let folder: URL

    init(_ program: String, limits: String = "loadInstructions: 300000, instructions: 100000") throws {
      folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-\(UUID().uuidString)")
      let plugin = folder.appendingPathComponent("Plugins/demo")
      try FileManager.default.createDirectory(at: plugin, withIntermediateDirectories: true)
      let manifest = """
        id: demo
        version: 1.0.0
        api: 1
        year: 2024
        plan: { id: demo, ordinal: 计划一, title: 演示（虚构） }
        projectTypes: [{ id: "1", title: 类型, directions: [{ id: "1.1", title: 方向 }] }]
        """
      for (name, text) in [
        "Plugins/demo/plugin.yaml": manifest, "Plugins/demo/program.lua": program,
        "Plugins/demo/parts.lua": "return { use = function(n) return n + 1 > nil end }",
        "keping.yaml": "programs: { demo: on }\nlimits: { memoryMegabytes: 8, \(limits) }\n",
      ] {
        try text.write(to: folder.appendingPathComponent(name), atomically: false, encoding: .utf8)
      }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Returns an application for the plugin as a line.
    static func application(_ id: String, sites: Int, title: String = "虚构") -> String {
      """
      {"id":"\(id)","year":2024,"direction":"1.1","title":"\(title)","applicant":{"name":"示例（虚构）","kind":"enterprise"},\
      "expected":{"sites":\(sites)}}
      """
    }

    /// Creates a process of the command, which reads standard input.
    func process(_ options: [String]) -> Process {
      let process = Process()
      process.executableURL = EvaluateTests.binaries.appendingPathComponent("keping")
      process.arguments = ["evaluate", "--config", "keping.yaml", "--plugins", "Plugins", "--format", "jsonl"] + options + ["-"]
      process.currentDirectoryURL = folder
      return process
    }

    /// The results of a run, its messages and its status.
    struct Outcome: Equatable {
      let output: String
      let errors: String
      let status: Int32
    }

    /// Evaluates applications.
    func evaluate(_ applications: String, _ options: String...) throws -> Outcome {
      let process = process(options)
      let (input, output, errors) = (Pipe(), Pipe(), Pipe())
      (process.standardInput, process.standardOutput, process.standardError) = (input, output, errors)
      try process.run()
      try input.fileHandleForWriting.write(contentsOf: Data((applications + "\n").utf8))
      try input.fileHandleForWriting.close()
      let results = output.fileHandleForReading.readDataToEndOfFile()
      let messages = errors.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return Outcome(
        output: String(decoding: results, as: UTF8.self), errors: String(decoding: messages, as: UTF8.self),
        status: process.terminationStatus)
    }
  }

  /// A running command with isolated plugins, which gets applications one by one.
  final class Run {
    private let workspace: Workspace
    private let process: Process
    private let (input, output) = (Pipe(), Pipe())
    /// The last result.
    private(set) var lastLine = ""

    init(_ workspace: Workspace) throws {
      self.workspace = workspace
      process = workspace.process(["--isolate"])
      (process.standardInput, process.standardOutput, process.standardError) = (input, output, FileHandle.nullDevice)
      try process.run()
    }

    /// Returns the text of a file of the system, whose size is unknown; empty if there is none.
    static func systemFile(_ path: String) -> String {
      var bytes: [UInt8] = []
      guard let file = fopen(path, "re") else { return "" }
      defer { fclose(file) }
      for byte in sequence(state: (), next: { _ in getc(file) }) {
        guard let byte = UInt8(exactly: byte) else { break }
        bytes.append(byte)
      }
      return String(decoding: bytes, as: UTF8.self)
    }

    /// Returns the id of the child process, once there is one that has its own name.
    ///
    /// - Throws: An error if there is none for long.
    func child() throws -> pid_t {
      let tasks = "/proc/\(process.processIdentifier)/task"
      for _ in 0..<1_000_000 where process.isRunning {
        for task in (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? [] {
          for child in Self.systemFile("\(tasks)/\(task)/children").split(separator: " ").compactMap({ pid_t($0) })
          where Self.systemFile("/proc/\(child)/comm") == "keping-isolated\n" {
            return child
          }
        }
        sched_yield()
      }
      throw CocoaError(.fileNoSuchFile)
    }

    func write(_ id: String, title: String = "虚构") throws {
      try input.fileHandleForWriting.write(contentsOf: Data((Workspace.application(id, sites: 1, title: title) + "\n").utf8))
    }

    /// Returns the id of the next result, and its verdict or what is said of its failure.
    func read() throws -> String {
      var result = Data()
      while result.last != 0x0A {
        let more = output.fileHandleForReading.availableData
        guard !more.isEmpty else { throw CocoaError(.fileReadUnknown) }
        result += more
      }
      lastLine = String(decoding: result, as: UTF8.self)
      let members = try #require(try JSONSerialization.jsonObject(with: result) as? [String: Any])
      let id = try #require(members["id"] as? String)
      guard let error = members["error"] as? [String: Any] else { return "\(id) \(members["verdict"] ?? "")" }
      return "\(id) " + ["code", "phase", "kind"].map { error[$0] as? String ?? "-" }.joined(separator: " ")
    }

    func evaluate(_ id: String) throws -> String {
      try write(id)
      return try read()
    }

    /// Ends the input and waits for the command.
    func finish(status: Int32? = nil) {
      try? input.fileHandleForWriting.close()
      process.waitUntilExit()
      if let status { #expect(process.terminationStatus == status) }
    }
  }
}
