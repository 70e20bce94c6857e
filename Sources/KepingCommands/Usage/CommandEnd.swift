import ArgumentParser
import KepingCore
import KepingFiles

/// The end of the process after an error, or after a request for help, in the user's language.
enum CommandEnd {
  /// Prints the text of an error and exits with its status, as `ParsableCommand.exit(withError:)` does in English.
  static func exit(after error: any Error, arguments: [String]) -> Never {
    let text = text(of: error, arguments: arguments, Locale.language)
    guard !text.isEmpty else { Keping.exit(withError: error) }
    let status = Keping.exitCode(for: error)
    guard status.isSuccess else {
      Console.write(text)
      Keping.exit(withError: status)
    }
    do {
      try reporting { () throws(Diagnostic) in try ByteSink().write(Bytes((text + "\n").utf8)) }
    } catch {
      Keping.exit(withError: error)
    }
    Keping.exit()
  }

  /// Returns the text of an error, which is help if the user has asked for it; empty if there is nothing to print.
  static func text(of error: any Error, arguments: [String], _ language: Language) -> String {
    let whole = Keping.fullMessage(for: error, columns: nil)
    guard Keping.exitCode(for: error) == .validationFailure else {
      return language == .chinese ? HelpText.chinese(whole) : whole
    }
    let message = Keping.message(for: error)
    let begin = "Error: \(message)\n"
    guard whole.hasPrefix(begin) else { return whole }
    let usage = String(whole.dropFirst(begin.count))
    let unknownVerb = UnknownVerb.message(arguments)
    switch language {
    case .english: return "Error: \(unknownVerb?.english ?? message)\n\(usage)"
    case .chinese:
      let chinese = unknownVerb?.chinese ?? UsageErrors.chinese(message) ?? message
      return "错误：\(chinese)\n\(HelpText.chineseLines(usage))"
    }
  }
}
