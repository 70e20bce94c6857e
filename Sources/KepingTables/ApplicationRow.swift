import KepingCore

/// A row of a sheet, with the rows of lists that belong to it, as the source of a record.
package struct ApplicationRow: RecordSource {
  let builder: RecordBuilder

  package mutating func readHead(into record: inout Record) -> Bool {
    guard (try? record.parse(builder.json, 0..<builder.json.count)) != nil else { return false }
    record.bindHost(builder.json, known: builder.hostFaults)
    return true
  }

  package mutating func readRest(into record: inout Record, by program: CompiledProgram?) -> Bool {
    if let program, record.faults.isEmpty {
      record.bindProgram(program, known: builder.programFaults, strangers: builder.strangers)
    }
    return true
  }

  package var programFaults: [Problem] { builder.programFaults }

  package func located(_ problem: Problem) -> Problem { builder.placed(problem) }
}
