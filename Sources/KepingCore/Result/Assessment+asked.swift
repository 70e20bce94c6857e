extension Assessment {
  /// Returns those of some changed fields that nobody had asked to correct: no problem names them, and no evidence of a finding
  /// that asks for a correction.
  ///
  /// A finding asks for one if it is unknown, or if it is about a document or a principle and unmet. An unmet target or condition
  /// asks for nothing: a figure that fails the application is not to be replaced by a better one.
  package func unasked(_ changed: [String]) -> [String] {
    var asked = problems.map { Self.withoutIndex($0.field[...]) }
    for finding in findings where finding.asksForCorrection {
      for evidence in finding.evidence { asked += Self.paths(in: evidence.field) }
    }
    return changed.filter { field in !asked.contains { Self.names($0, field) } }
  }

  /// Returns whether a path names a field: the field itself, an object that contains it, or a part of it.
  private static func names(_ path: String, _ field: String) -> Bool {
    path == field || field.hasPrefix(path + ".") || path.hasPrefix(field + ".")
  }

  /// Returns the paths in the field of a piece of evidence, which may be a calculation: `expected.ip(granted) + visits`.
  private static func paths(in field: String) -> [String] {
    field.split { " ()+-*/,".contains($0) }.map { withoutIndex($0) }
  }

  /// Returns a path up to the index of an element, because a list is one field.
  private static func withoutIndex(_ path: Substring) -> String { String(path.prefix { $0 != "[" }) }
}

extension Assessment.Finding {
  /// Whether the applicant has to give or to correct something.
  fileprivate var asksForCorrection: Bool {
    outcome == .unknown || outcome == .unmet && (kind == .document || kind == .principle)
  }
}
