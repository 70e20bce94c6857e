import KepingCore

/// An application in a row of a sheet, with the rows of list sheets that belong to it, as the source of a record.
///
/// It is valid until its reader reads the next row.
package struct ApplicationRow: RecordSource {
  let reader: RowReader

  package mutating func readHead(into record: inout Record) -> Bool {
    record.fillHost(from: &reader.values)
    return true
  }

  package mutating func readRest(into record: inout Record, by program: CompiledProgram?) -> Bool {
    if let program { record.fillProgram(from: reader.values, by: program) }
    return true
  }

  package var programFaults: [Problem] { reader.values.programFaults }
}
