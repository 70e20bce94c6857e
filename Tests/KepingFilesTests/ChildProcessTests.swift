import KepingFiles
import Testing

@Suite("The same program in a process of its own")
struct ChildProcessTests {
  /// The program that runs is this one: the tests, which list their names or look for one that does not exist.
  @Test(
    "The exit status is returned",
    arguments: [
      (["--list-tests"], .exit(0)), (["--filter", "no test has such a name"], .exit(69)), (["--filter", "("], .exit(1)),
    ] as [([String], ChildProcess.End)])
  func ends(_ arguments: [String], _ end: ChildProcess.End) {
    #expect(ChildProcess.run(["--testing-library", "swift-testing"] + arguments, seconds: 50) == end)
  }

  @Test("A process that takes too long is ended")
  func timeout() {
    // A filter that backtracks over each name for longer than anybody waits.
    let arguments = ["--testing-library", "swift-testing", "--filter", "^(.+)+(.+)+(.+)+!$"]
    #expect(ChildProcess.run(arguments, seconds: 0.1) == .timeout)
  }
}
