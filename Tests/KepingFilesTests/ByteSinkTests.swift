import Glibc
import KepingFiles
import SystemPackage
import Testing

@Suite("The file of a sink appears completely or not at all")
struct ByteSinkTests {
  @Test("Until a file is finished, an existing file with its name is unchanged", arguments: [nil, "", "old"])
  func finished(_ old: String?) throws {
    let folder = try TemporaryFolder()
    if let old { try folder.write(old.utf8, to: "out") }
    let sink = try ByteSink(folder.path.appending("out"))
    for piece in ["ne", "", "w"] {
      try sink.write(Array(piece.utf8))
      #expect(try folder.names.contains("out") == (old != nil))
      if let old { #expect(try folder.text(of: "out") == old) }
    }
    try sink.finish()
    #expect(try folder.names == ["out"])
    #expect(try folder.text(of: "out") == "new")
  }

  @Test("An abandoned file leaves nothing behind", arguments: [nil, "old"])
  func abandoned(_ old: String?) throws {
    let folder = try TemporaryFolder()
    if let old { try folder.write(old.utf8, to: "out") }
    do {
      let sink = try ByteSink(folder.path.appending("out"))
      try sink.write(Array("new".utf8))
      #expect(try folder.names.count == (old == nil ? 1 : 2))
    }
    #expect(try folder.names == (old == nil ? [] : ["out"]))
    if let old { #expect(try folder.text(of: "out") == old) }
  }

  @Test(
    "If the path is a symbolic link, the file that it leads to is replaced, or the link if it leads to no file",
    arguments: ["old", nil])
  func link(_ old: String?) throws {
    let folder = try TemporaryFolder()
    if let old { try folder.write(old.utf8, to: "real") }
    let link = try folder.link("link", to: old == nil ? "absent" : "real")
    let sink = try ByteSink(link)
    try sink.write(Array("new".utf8))
    try sink.finish()
    // A dangling link becomes the file.
    #expect(try folder.names == (old == nil ? ["link"] : ["link", "real"]))
    #expect(try link.stat(followTargetSymlink: false).type == (old == nil ? .regular : .symbolicLink))
    #expect(try folder.text(of: "link") == "new")
  }

  @Test("A second sink for the same file is refused, and the first still works")
  func second() throws {
    let folder = try TemporaryFolder()
    let path = folder.path.appending("out")
    let sink = try ByteSink(path)
    #expect(try diagnostic { _ = try ByteSink(path) }?.summary == "unwritable-output \(path): File exists")
    try sink.write([0x61])
    try sink.finish()
    #expect(try folder.names == ["out"])
  }

  @Test("A finished sink without bytes leaves an empty file")
  func empty() throws {
    let folder = try TemporaryFolder()
    try ByteSink(folder.path.appending("out")).finish()
    #expect(try folder.text(of: "out").isEmpty && folder.names == ["out"])
  }

  @Test(
    "A target that cannot be written is reported before anything is written",
    arguments: [
      ("absent/out", "its folder does not exist"), ("file/out", "Not a directory"), (".", "Is a directory"),
    ])
  func refused(_ name: String, _ reason: String) throws {
    let folder = try TemporaryFolder()
    try folder.write([], to: "file")
    let path = FilePath("\(folder.path)/\(name)")
    for body in [{ _ = try ByteSink(path) }, { _ = try StagedFile(path) }] as [() throws -> Void] {
      #expect(try diagnostic(body)?.summary == "unwritable-output \(path): \(reason)")
    }
    #expect(try folder.names == ["file"])
  }

  @Test("A pipe is written to directly and stays a pipe")
  func pipe() throws {
    let folder = try TemporaryFolder()
    let path = try folder.pipe("pipe")
    let reader = try FileDescriptor.open(path, .readWrite)
    defer { try? reader.close() }
    let sink = try ByteSink(path)
    try sink.write(Array("through".utf8))
    try sink.finish()
    #expect(try ByteSource(FilePath("/dev/fd/\(reader.rawValue)")).peek(7).elementsEqual("through".utf8))
    #expect(try path.stat().type == .fifo && folder.names == ["pipe"])
  }

  @Test("A closed pipe and a full device are reported")
  func unwritable() throws {
    signal(SIGPIPE, SIG_IGN)
    let folder = try TemporaryFolder()
    let path = try folder.pipe("pipe")
    let reader = try FileDescriptor.open(path, .readWrite)
    let sink = try ByteSink(path)
    try reader.close()
    #expect(try diagnostic { try sink.write([0x61]) }?.summary == "unwritable-output \(path): Broken pipe")
    let full = try ByteSink("/dev/full")
    #expect(try diagnostic { try full.write([]) } == nil)
    #expect(try diagnostic { try full.write([0x61]) }?.summary == "unwritable-output /dev/full: No space left on device")
  }
}
