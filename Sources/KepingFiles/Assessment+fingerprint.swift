import KepingCore

/// 校验: the fingerprint of what a person rules on.
///
/// A ruling that names a fingerprint has no effect once the finding or the problem that it was made for reads differently.
extension Assessment {
  /// Returns the fingerprint of a finding, such as `ab12-34cd-56ef-7890`; a ruling on the clause does not change it.
  public func fingerprint(of finding: Finding) -> String {
    let outcome = finding.ruling?.from ?? finding.outcome
    return fingerprint([
      Bytes(finding.clause.utf8), Bytes(outcome.rawValue.utf8), Bytes(finding.message.utf8), finding.evidenceJSON,
    ])
  }

  /// Returns the fingerprint of a problem.
  public func fingerprint(of problem: Problem) -> String {
    fingerprint([Bytes(problem.field.utf8), Bytes(problem.code.rawValue.utf8), Bytes(problem.message.utf8)])
  }

  /// Returns the first 16 digits of the SHA-256 over the application, its program and other parts, joined by line feeds.
  private func fingerprint(_ parts: [Bytes]) -> String {
    let identity = [id, title, program?.id, program?.version].map { Bytes(($0 ?? "").utf8) }
    let digits = ContentHash.text(of: Bytes((identity + parts).joined(separator: [0x0A])))
    // In fours, because a spreadsheet program takes some rows of 16 digits for numbers.
    return stride(from: 0, to: 16, by: 4).map { String(digits.dropFirst($0).prefix(4)) }.joined(separator: "-")
  }
}
