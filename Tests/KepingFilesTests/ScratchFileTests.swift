import KepingCore
import KepingFiles
import SystemPackage
import Testing

@Suite("A scratch file keeps intermediate data without a name")
struct ScratchFileTests {
  /// Pieces that together are longer than one chunk of the file.
  static let pieces = (0..<40).map { Bytes(repeating: UInt8($0), count: 20_011) }

  @Test("Any range can be read, also between appends", arguments: [0, 7, 1 << 33])
  func reading(_ start: Int) throws {
    let file = try ScratchFile(startingAt: start)
    #expect(file.count == start)
    var all: Bytes = []
    for piece in Self.pieces {
      try file.append(piece)
      all += piece
      #expect(file.count == start + all.count)
      var last: Bytes = [0xFF]
      try file.read(file.count - 3..<file.count, into: &last)
      #expect(last == [0xFF] + all.suffix(3))
    }
    for range in [0..<all.count, 0..<0, 20_010..<20_013, 262_140..<262_150, all.count - 1..<all.count] {
      var found: Bytes = []
      try file.read(start + range.lowerBound..<start + range.upperBound, into: &found)
      #expect(found == Bytes(all[range]))
    }
  }

  @Test("A range beyond the end cannot be read")
  func beyondEnd() throws {
    let file = try ScratchFile()
    try file.append([1, 2, 3])
    var found: Bytes = []
    #expect(try diagnostic { try file.read(2..<4, into: &found) }?.code == "no-scratch-file")
  }

  @Test("A finished file has no name and can be read after its writer is released", arguments: [0, 3, 300_000])
  func finished(_ count: Int) throws {
    var file: ScratchFile? = try ScratchFile()
    try file?.append(Bytes(repeating: 0x61, count: count))
    let finished = try #require(try file?.finished())
    file = nil
    #expect(finished.size == count)
    let descriptor = FileDescriptor(rawValue: finished.rawValue)
    #expect(try descriptor.stat().linkCount == 0)
    let copy = try ByteSource(FilePath("/dev/fd/\(finished.rawValue)"))
    #expect(try ByteSourceTests.all(of: copy, atMost: 1 << 20) == Bytes(repeating: 0x61, count: count))
  }
}
