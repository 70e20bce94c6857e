import KepingCore
import KepingFiles
import SystemPackage
import Testing

@Suite("Files and pipes return their bytes in order")
struct ByteSourceTests {
  static let bytes = Bytes((0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 7) })

  /// Returns a source of `bytes`: a file, or a pipe whose writer is closed.
  static func source(_ kind: String, in folder: TemporaryFolder) throws -> ByteSource {
    if kind == "file" { return try ByteSource(try folder.write(bytes, to: "in")) }
    let path = try folder.pipe("pipe")
    let writer = try FileDescriptor.open(path, .readWrite)
    try writer.writeAll(bytes)
    let source = try ByteSource(path)
    try writer.close()
    return source
  }

  static func all(of source: ByteSource, atMost count: Int) throws -> Bytes {
    var found: Bytes = []
    while true {
      let before = found.count
      let got = try source.read(into: &found, atMost: count)
      #expect(got == found.count - before && got <= count)
      if got == 0 { return found }
    }
  }

  @Test(
    "Reading never returns more than requested, and peeking consumes nothing",
    arguments: ["file", "pipe"], [(0, 1), (1, 7), (100, 64), (4999, 4999), (5000, 5001), (6000, 1 << 20)])
  func reading(_ kind: String, _ counts: (ahead: Int, atMost: Int)) throws {
    let folder = try TemporaryFolder()
    let source = try Self.source(kind, in: folder)
    for _ in 0..<2 { #expect(try source.peek(counts.ahead).elementsEqual(Self.bytes.prefix(counts.ahead))) }
    #expect(source.bytesRead == min(counts.ahead, Self.bytes.count))
    #expect(try Self.all(of: source, atMost: counts.atMost) == Self.bytes)
    #expect(try source.peek(1).isEmpty)
    #expect(source.bytesRead == Self.bytes.count)
  }

  @Test("Peeking starts where reading ended")
  func between() throws {
    let folder = try TemporaryFolder()
    let source = try Self.source("file", in: folder)
    var found: Bytes = []
    #expect(try source.read(into: &found, atMost: 10) == 10)
    #expect(try source.peek(3).elementsEqual(Self.bytes[10..<13]))
    #expect(try source.peek(2).elementsEqual(Self.bytes[10..<12]))
    #expect(try found + Self.all(of: source, atMost: 1000) == Self.bytes)
  }

  @Test("Only a file has a known size", arguments: [("file", 5000), ("pipe", nil)])
  func size(_ kind: String, _ size: Int64?) throws {
    let folder = try TemporaryFolder()
    #expect(try Self.source(kind, in: folder).size == size)
  }

  @Test(
    "Files and pipes can be read at any offset, including peeked bytes", arguments: ["file", "pipe"],
    [0, 10])
  func randomAccess(_ kind: String, _ ahead: Int) throws {
    let folder = try TemporaryFolder()
    let source = try Self.source(kind, in: folder)
    _ = try source.peek(ahead)
    let file = try source.randomAccess()
    #expect(file.size == Self.bytes.count)
    let copy = try ByteSource(FilePath("/dev/fd/\(file.rawValue)"))
    #expect(try Self.all(of: copy, atMost: 1 << 20) == Self.bytes)
  }

  @Test(
    "A path that cannot be opened is reported",
    arguments: [("absent", "No such file or directory"), ("file/in", "Not a directory"), (".", "Is a directory")])
  func refused(_ name: String, _ reason: String) throws {
    let folder = try TemporaryFolder()
    try folder.write([], to: "file")
    let path = FilePath("\(folder.path)/\(name)")
    #expect(try diagnostic { _ = try ByteSource(path) }?.summary == "unreadable-file \(path): \(reason)")
  }
}
