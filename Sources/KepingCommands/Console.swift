import ArgumentParser
import KepingCore
import SystemPackage

/// What the command tells people, on standard error.
enum Console {
  /// One line for a problem.
  static func show(_ diagnostic: Diagnostic) {
    write(diagnostic.text(Locale.language))
  }

  static func write(_ line: String) { writeText(line + "\n") }

  /// A text of several lines, with its line ends.
  static func writeText(_ text: String) {
    // A reader of standard error that goes away is no reason to stop.
    _ = try? FileDescriptor.standardError.writeAll(text.utf8)
  }
}

/// The exit statuses of the contract; 64 is ArgumentParser's own.
extension ExitCode {
  static let failedRecords = ExitCode(1)
  static let problem = ExitCode(2)
}

/// Runs a body, and ends the command with one line where it fails.
func reporting<Result>(_ body: () throws(Diagnostic) -> Result) throws -> Result {
  do throws(Diagnostic) {
    return try body()
  } catch {
    Console.show(error)
    throw ExitCode.problem
  }
}
