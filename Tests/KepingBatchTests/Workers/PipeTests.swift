import BatchFixtures
import KepingCore
import KepingFiles
import SystemPackage
import Testing
import WorkbookFixtures

@testable import KepingBatch

@Suite("Pipes are evaluated while they are written")
struct PipeTests {
  @Test("Pieces of any size give the same results", arguments: [7, 97, 1000], ["lines", "array"])
  func pieces(_ size: Int, _ form: String) throws {
    let text = form == "lines" ? applications.joined(separator: "\n") : "[\(applications.joined(separator: ","))]"
    let bytes = Bytes(text.utf8)
    let pieces = stride(from: 0, to: bytes.count, by: size).map { Bytes(bytes[$0..<min($0 + size, bytes.count)]) }
    for jobs in [1, 3] {
      let found = try BatchSetup(jobs: jobs, chunk: 2000).results(try source(in: pieces), by: outline)
      #expect(found == applications.indices.map { "R\($0) ok" })
    }
  }

  @Test("A pipe that is closed in the middle of a record ends with a broken record", arguments: [1, 2, 8])
  func brokenOff(_ jobs: Int) throws {
    let text = applications[..<5].joined(separator: "\n") + "\n" + applications[5].prefix(40)
    let found = try BatchSetup(jobs: jobs).results(try source(in: [Bytes(text.utf8)]), by: outline)
    #expect(found == (0..<5).map { "R\($0) ok" } + ["- invalid-json"])
  }

  @Test(
    "A line has its result before the next line is written, also with several workers",
    .timeLimit(.minutes(60)), arguments: [1, 2, 8], [RecordReader.defaultChunkSize, 500])
  func atOnce(_ jobs: Int, _ chunk: Int) throws {
    let (reading, writing) = try FileDescriptor.pipe()
    let source = try ByteSource(FilePath("/dev/fd/\(reading.rawValue)"))
    try reading.close()
    var written = 0
    func write() throws {
      guard written < 8 else { return try writing.close() }
      written += 1
      try writing.writeAll((application("R\(written)") + "\n").utf8)
    }
    try write()
    let found = try BatchSetup(jobs: jobs, chunk: chunk).results(source) { assessment in
      #expect(assessment.id == "R\(written)")
      try? write()
      return outline(assessment)
    }
    #expect(found == (1...8).map { "R\($0) ok" })
  }

  @Test("Workers end if the caller takes no more results", .timeLimit(.minutes(60)), arguments: [1, 2, 8])
  func stopped(_ jobs: Int) async throws {
    let input = try TemporaryFile(Bytes(applications.joined(separator: "\n").utf8))
    let fault = Diagnostic(code: "unwritable-output", Wording("磁盘已满", "no space"))
    for most in [0, 1, 7] {
      weak var released: ByteSource?
      do {
        let source = try ByteSource(input.path)
        released = source
        var taken = 0
        let batch = BatchSetup(jobs: jobs, chunk: 700).batch(try programs(oneOn).programs)
        #expect(throws: fault) {
          try batch.assess(source) { _ throws(Diagnostic) in
            if taken == most { throw fault }
            taken += 1
          }
        }
      }
      // Workers hold the source while they run.
      while released != nil { await Task.yield() }
    }
  }
}
