import Foundation
import Glibc
import SystemPackage
import Testing

@testable import KepingFiles

@Suite("A signal ends the program and leaves no partial file")
struct InterruptionTests {
  @Test(
    "A partial file is hidden, beside its target, and has the process id in its name",
    arguments: [("/a/out.csv", "/a/.out.csv."), ("out", ".out."), ("/a/.h", "/a/..h."), ("/", "/.output.")])
  func partialName(_ path: String, _ start: String) {
    #expect(Interruption.partialName(beside: FilePath(path)).string == "\(start)\(getpid()).partial")
  }

  @Test("SIGINT removes partial files and exits with 130")
  func interrupted() async throws {
    let folder = try TemporaryFolder()
    try folder.write("old".utf8, to: "a")
    await #expect(processExitsWith: .exitCode(128 + SIGINT)) { [path = folder.path.string as String] in
      try Self.end(by: SIGINT, writingIn: FilePath(path))
    }
    #expect(try folder.names == ["a"])
    #expect(try folder.text(of: "a") == "old")
  }

  @Test("SIGTERM removes partial files and exits with 143")
  func terminated() async throws {
    let folder = try TemporaryFolder()
    await #expect(processExitsWith: .exitCode(128 + SIGTERM)) { [path = folder.path.string as String] in
      try Self.end(by: SIGTERM, writingIn: FilePath(path))
    }
    #expect(try folder.names == [])
  }

  @Test("Without partial files the exit status is the same")
  func nothing() async {
    await #expect(processExitsWith: .exitCode(128 + SIGHUP)) {
      Interruption.install()
      Self.send(SIGHUP)
    }
  }

  @Test("A closed pipe is an error and does not end the program")
  func brokenPipe() async {
    await #expect(processExitsWith: .exitCode(7)) {
      Interruption.install()
      let (reading, writing) = try FileDescriptor.pipe()
      try reading.close()
      do { _ = try writing.writeAll([0x61]) } catch Errno.brokenPipe { exit(7) }
    }
  }

  private static func end(by number: Int32, writingIn folder: FilePath) throws {
    Interruption.install()
    let sink = try ByteSink(folder.appending("a"))
    try sink.write(Array("new".utf8))
    let staged = try StagedFile(folder.appending("b"))
    guard Folder.names(in: folder)?.contains(staged.path.lastComponent?.string ?? "") == true else { exit(9) }
    withExtendedLifetime((sink, staged)) { send(number) }
  }

  private static func send(_ number: Int32) {
    kill(getpid(), number)
    // The thread for signals ends the process in the meantime.
    while true { pause() }
  }
}
