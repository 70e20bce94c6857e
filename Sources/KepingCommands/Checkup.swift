import KepingCore

/// The report of `keping doctor`: sections with passed checks, warnings and errors, each with advice.
struct Checkup {
  private(set) var text = ""
  private(set) var errors = 0
  private(set) var warnings = 0

  /// Appends the heading of a section.
  mutating func beginSection(_ section: String) { text += (text.isEmpty ? "" : "\n") + "\(section)\n" }

  /// Appends a passed check, with advice if the user has to keep something in mind.
  mutating func pass(_ line: String, advice: String? = nil) { pass(line, advice: advice.map { [$0] } ?? []) }

  /// Appends a passed check, with a line for each thing that the user has to keep in mind.
  mutating func pass(_ line: String, advice: [String]) {
    text += "  ✓ \(line.printable())\n"
    for advice in advice { text += "      → \(advice)\n" }
  }

  /// Appends a warning.
  mutating func warn(_ line: String, advice: String?) {
    warnings += 1
    text += "  ! \(line.printable())\n"
    if let advice { text += "      → \(advice)\n" }
  }

  /// Appends an error.
  mutating func fail(_ line: String, advice: String) {
    errors += 1
    text += "  ✗ \(line.printable())\n      → \(advice)\n"
  }

  mutating func fail(_ fault: Diagnostic, advice: String) { fail(fault.text(Locale.language), advice: advice) }

  /// Appends the number of errors and warnings.
  mutating func appendTotal() {
    let total =
      errors + warnings == 0
      ? localized("一切正常", "no problems found")
      : localized("\(errors)个错误，\(warnings)个提醒", "\(counted(errors, "error")), \(counted(warnings, "warning"))")
    text += "\n\(total)\n"
  }
}
