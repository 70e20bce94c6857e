/// A source from which the slots of a record are filled: scanned JSON, parsed JSON, or a row of a sheet.
///
/// A record is read in two steps, because its year and direction decide which program's fields it may have.
package protocol RecordSource {
  /// Fills the host's slots, or at least year and direction, and reports the faults of the host's fields.
  /// - Returns: false if the source gives up and another source has to be used.
  mutating func readHead(into record: inout Record) -> Bool
  /// Fills the program's slots and reports the faults of the program's fields, even if fields of the host have faults.
  /// - Parameter program: the compiled program, or nil if the record leads to no program that evaluates.
  /// - Returns: false if the source gives up and another source has to be used.
  mutating func readRest(into record: inout Record, by program: CompiledProgram?) -> Bool
  /// The faults of the program's fields that the source has found, even if ``readRest(into:by:)`` was called without a program.
  ///
  /// They complete the problems of a record that is already invalid because of the host's fields.
  var programFaults: [Problem] { get }
}

extension RecordSource {
  package var programFaults: [Problem] { [] }
}

/// A record of JSON that is scanned straight into its slots, unless the scanner gives up on it.
package struct ScannedSource: RecordSource {
  private let bytes: Bytes
  private let start: Int
  private let isLine: Bool
  private var head: Record.ScannedHead?
  /// The offset after the record, once it has been read completely.
  package private(set) var end = 0

  /// Creates a source of the record at an offset.
  /// - Parameter isLine: whether a line end also ends the record.
  package init(_ bytes: Bytes, from start: Int, isLine: Bool) {
    self.bytes = bytes
    self.start = start
    self.isLine = isLine
  }

  package mutating func readHead(into record: inout Record) -> Bool {
    head = record.scanHead(bytes, from: start, isLine: isLine)
    return head != nil
  }

  package mutating func readRest(into record: inout Record, by program: CompiledProgram?) -> Bool {
    guard let head, let program, let end = record.scanRest(head, by: program) else { return false }
    self.end = end
    return true
  }
}

/// A record of JSON that has been parsed onto the record's tape.
package struct ParsedSource: RecordSource {
  private let bytes: Bytes

  /// Creates a source of the record that was parsed from the bytes.
  package init(_ bytes: Bytes) { self.bytes = bytes }

  package mutating func readHead(into record: inout Record) -> Bool {
    record.bindHost(bytes)
    return true
  }

  package mutating func readRest(into record: inout Record, by program: CompiledProgram?) -> Bool {
    if let program { record.bindProgram(program) }
    return true
  }
}
