import KepingCore

/// A record that was read before and is evaluated now, because the records before it decide what becomes of it.
package struct KeptRecord: RecordSource, Sendable {
  private let record: Record
  package let programFaults: [Problem]

  /// Keeps the last record that an assessor has read.
  ///
  /// - Parameter programFaults: errors that the source found in the program's fields, whether these were read or not.
  package init(of assessor: inout Assessor, programFaults: [Problem]) {
    record = assessor.evaluator.record
    self.programFaults = programFaults
  }

  package mutating func readHead(into record: inout Record) -> Bool {
    record = self.record
    return true
  }

  package mutating func readRest(into record: inout Record, by program: CompiledProgram?) -> Bool { true }
}
