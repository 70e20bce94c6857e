import KepingFiles
import Testing

@Suite("A child process runs the same program")
struct ChildProcessTests {
  /// The child process runs the test program, which lists its tests or filters them.
  @Test(
    "The exit status is returned",
    arguments: [
      (["--list-tests"], .exit(0)), (["--filter", "no test has such a name"], .exit(69)), (["--filter", "("], .exit(1)),
    ] as [([String], ChildProcess.End)])
  func ends(_ arguments: [String], _ end: ChildProcess.End) {
    #expect(ChildProcess.run(["--testing-library", "swift-testing"] + arguments, seconds: 50) == end)
  }

  @Test("A process that uses too much processor time is killed")
  func timeout() {
    // This regular expression backtracks practically without end.
    let arguments = ["--testing-library", "swift-testing", "--filter", "^(.+)+(.+)+(.+)+!$"]
    #expect(ChildProcess.run(arguments, seconds: 0.1) == .timeout)
  }
}
