import ArgumentParser
import KepingCore
import KepingFiles
import SystemPackage

/// Writes messages for people to standard error.
enum Console {
  /// Writes a diagnostic as one line.
  static func show(_ diagnostic: Diagnostic) {
    write(diagnostic.text(Locale.language))
  }

  /// Writes a line.
  static func write(_ line: String) { writeText(line + "\n") }

  /// Writes a text that has its own line ends.
  static func writeText(_ text: String) {
    // A closed standard error does not stop the command.
    _ = try? FileDescriptor.standardError.writeAll(text.utf8)
  }
}

/// The documented exit statuses, except 64, which ArgumentParser uses for a wrong command line.
extension ExitCode {
  /// Some records could not be evaluated.
  static let failedRecords = ExitCode(1)
  /// There is a problem with the configuration, a plugin, a file or the output.
  static let problem = ExitCode(2)
  /// The reader of standard output has closed it: the status of other commands that SIGPIPE ends.
  static let closedOutput = ExitCode(141)

  /// Prints the diagnostic that ends the command, and creates the exit status.
  ///
  /// A reader that has closed standard output needs no message: it has read what it wants.
  init(_ diagnostic: Diagnostic) {
    if diagnostic.isClosedOutput {
      self = .closedOutput
    } else {
      Console.show(diagnostic)
      self = .problem
    }
  }
}

/// Runs a body; if it throws, prints the diagnostic and ends the command with the status for it.
func reporting<Result>(_ body: () throws(Diagnostic) -> Result) throws -> Result {
  do throws(Diagnostic) {
    return try body()
  } catch {
    throw ExitCode(error)
  }
}
