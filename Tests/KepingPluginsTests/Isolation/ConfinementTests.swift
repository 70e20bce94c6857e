import Foundation
import Glibc
import Testing

@Suite("The kernel ends a confined process at a system call that it does not need")
struct ConfinementTests {
  /// Runs `Tests/ConfinementProbe`, and returns the reason and the status of its end.
  private func end(_ attempt: String) throws -> (reason: Process.TerminationReason, status: Int32) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("ConfinementProbe")
    process.arguments = [attempt]
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationReason, process.terminationStatus)
  }

  @Test(
    "Files, sockets, processes, threads and executable memory are refused",
    arguments: [
      "open a file", "open a socket", "copy the channel", "start a process", "start a thread", "become another program",
      "signal its parent", "signal another process as itself", "map executable memory", "make memory executable",
      "wait for a thread",
    ])
  func refused(_ attempt: String) throws {
    let end = try end(attempt)
    #expect(end.reason == .uncaughtSignal && end.status == SIGSYS, "\(end)")
  }

  @Test("Memory, its own clock and random numbers are left", arguments: ["allocate", "read its clock", "draw a number"])
  func allowed(_ attempt: String) throws {
    let end = try end(attempt)
    #expect(end.reason == .exit && end.status == 7, "\(end)")
  }

  @Test("A crash keeps its signal, and a crash for want of memory has a status of its own")
  func crashes() throws {
    let end = try [self.end("abort"), self.end("use up its memory and crash")]
    #expect(end[0].reason == .uncaughtSignal && end[0].status == SIGABRT, "\(end[0])")
    #expect(end[1].reason == .exit && end[1].status == 86, "\(end[1])")
  }
}
