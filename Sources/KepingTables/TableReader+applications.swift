import KepingCore

extension TableReader {
  /// Reads all applications, each of which is valid until the next one is read.
  ///
  /// - Parameter report: receives the parts of the file that could not be read, and the remarks on it.
  /// - Returns: whether all of the file could be read.
  /// - Throws: what the body throws.
  package func forEachApplication<Fault>(
    report: (Diagnostic) -> Void, _ body: (inout ApplicationRow) throws(Fault) -> Void
  ) throws(Fault) -> Bool {
    var isComplete = true
    while true {
      var row: ApplicationRow
      do throws(Diagnostic) {
        guard let next = try next() else { break }
        row = next
      } catch {
        report(error)
        isComplete = false
        continue
      }
      try body(&row)
    }
    for diagnostic in remarks + faults { report(diagnostic) }
    return isComplete && faults.isEmpty
  }
}
