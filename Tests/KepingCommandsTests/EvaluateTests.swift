import BatchFixtures
import Foundation
import Testing
import WorkbookFixtures

@Suite("The command works in a shell pipeline")
struct EvaluateTests {
  /// The folder of the built command, beside the tests.
  static let binaries = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()

  /// Runs a shell command in the folder of the package and returns its output, including errors.
  static func run(_ command: String, _ environment: [String: String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "exec 2>&1; \(command)"]
    process.currentDirectoryURL = root
    process.environment = environment.merging(
      ["PATH": "\(binaries.path):/usr/bin:/bin", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"]) { first, _ in first }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  static let input = (0..<500).map { application("R\($0)") }.joined(separator: "\n")

  @Test(
    "An output that fails ends the command with status 2, for any number of workers", .timeLimit(.minutes(60)),
    arguments: [
      ("keping evaluate --jobs $JOBS $IN > /dev/full", "<stdout>"),
      ("keping evaluate --jobs $JOBS -o /dev/full $IN", "/dev/full"),
      ("keping evaluate --jobs $JOBS --format csv $IN > /dev/full", "<stdout>"),
      ("cat $IN | keping evaluate --jobs $JOBS - > /dev/full", "<stdout>"),
    ], ["1", "2", "8"])
  func failing(_ run: (command: String, name: String), _ jobs: String) throws {
    let file = try TemporaryFile(Array(Self.input.utf8))
    let output = try Self.run(run.command + "; echo $?", ["IN": file.path.string, "JOBS": jobs])
    let lines = output.split(separator: "\n").map(String.init)
    #expect(lines.last == "2", "\(output)")
    #expect(lines.count == 2 && lines[0].contains(run.name), "\(output)")
  }

  @Test(
    "A reader that closes standard output ends the command without a message", .timeLimit(.minutes(60)),
    arguments: [
      "evaluate --jobs 1 $IN", "evaluate --jobs 8 $IN", "evaluate --format html $IN", "evaluate --format xlsx $IN",
      "explain $IN R499", "programs vocabulary",
    ])
  func closedOutput(_ arguments: String) throws {
    let file = try TemporaryFile(Array(Self.input.utf8))
    // The loop ends when the reader has closed its end.
    let output = try Self.run(
      "{ while (printf x) 2>/dev/null; do :; done; keping \(arguments) 2>&3; echo $? >&3; } 3>&2 | true", ["IN": file.path.string]
    )
    #expect(output == "141\n", "\(output)")
  }

  @Test("An unreadable input is reported, and the others are evaluated", arguments: ["1", "3"])
  func unreadable(_ jobs: String) throws {
    let file = try TemporaryFile(Array(application("A").utf8))
    let output = try Self.run(
      "keping evaluate --jobs $JOBS Plugins $IN --format jsonl | wc -l; keping evaluate --jobs $JOBS Plugins $IN >/dev/null; echo $?",
      ["IN": file.path.string, "JOBS": jobs])
    let lines = output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(lines.filter { $0 == "1" }.count == 1 && lines.last == "2", "\(output)")
  }

  @Test("A line written into a pipe has its result before the next is written", .timeLimit(.minutes(60)), arguments: ["1", "3"])
  func atOnce(_ jobs: String) throws {
    let process = Process()
    process.executableURL = Self.binaries.appendingPathComponent("keping")
    process.arguments = ["evaluate", "--jobs", jobs, "-"]
    process.currentDirectoryURL = root
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for number in 0..<4 {
      try input.fileHandleForWriting.write(contentsOf: Data((application("R\(number)") + "\n").utf8))
      var result = Data()
      while result.last != 0x0A {
        let more = output.fileHandleForReading.availableData
        guard !more.isEmpty else { break }
        result += more
      }
      #expect(String(decoding: result, as: UTF8.self).hasPrefix("{\"id\":\"R\(number)\""))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test("Progress is not shown if standard error is not a terminal", arguments: ["1", "3"])
  func noProgress(_ jobs: String) throws {
    let file = try TemporaryFile(Array(Self.input.utf8))
    #expect(try Self.run("keping evaluate --jobs $JOBS $IN > /dev/null", ["IN": file.path.string, "JOBS": jobs]) == "")
  }
}
