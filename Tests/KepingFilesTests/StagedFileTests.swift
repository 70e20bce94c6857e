import KepingFiles
import SystemPackage
import Testing

@Suite("A staged file appears completely or not at all")
struct StagedFileTests {
  /// Writes to the partial file by path, as a library does.
  static func fill(_ staged: StagedFile, _ text: String) throws {
    let file = try FileDescriptor.open(staged.path, .writeOnly, options: .truncate)
    try file.closeAfter { _ = try file.writeAll(text.utf8) }
  }

  @Test("The partial file is beside the target and becomes the target when it is finished", arguments: [nil, "old"])
  func finished(_ old: String?) throws {
    let folder = try TemporaryFolder()
    if let old { try folder.write(old.utf8, to: "out") }
    let staged = try StagedFile(folder.path.appending("out"))
    #expect(staged.path.removingLastComponent() == Folder.resolved(folder.path) && staged.path.lastComponent != "out")
    #expect(staged.name == folder.path.appending("out").string)
    try Self.fill(staged, "new")
    if let old { #expect(try folder.text(of: "out") == old) } else { #expect(try folder.names.count == 1) }
    try staged.finish()
    #expect(try folder.names == ["out"])
    #expect(try folder.text(of: "out") == "new")
  }

  @Test("An abandoned file leaves nothing behind", arguments: [nil, "old"])
  func abandoned(_ old: String?) throws {
    let folder = try TemporaryFolder()
    if let old { try folder.write(old.utf8, to: "out") }
    try Self.fill(try StagedFile(folder.path.appending("out")), "new")
    #expect(try folder.names == (old == nil ? [] : ["out"]))
    if let old { #expect(try folder.text(of: "out") == old) }
  }

  @Test("A second staged file for the same target is refused, and the first still works")
  func second() throws {
    let folder = try TemporaryFolder()
    let path = folder.path.appending("out")
    let staged = try StagedFile(path)
    #expect(try diagnostic { _ = try StagedFile(path) }?.summary == "unwritable-output \(path): File exists")
    try Self.fill(staged, "first")
    try staged.finish()
    #expect(try folder.text(of: "out") == "first" && folder.names == ["out"])
  }

  @Test("Releasing a finished file does not remove a later one for the same target")
  func successor() throws {
    let folder = try TemporaryFolder()
    let path = folder.path.appending("out")
    var first: StagedFile? = try StagedFile(path)
    try first?.finish()
    let next = try StagedFile(path)
    first = nil
    try Self.fill(next, "next")
    try next.finish()
    #expect(try folder.text(of: "out") == "next" && folder.names == ["out"])
  }

  @Test("If the target is a symbolic link, the file that it leads to is replaced")
  func link() throws {
    let folder = try TemporaryFolder()
    try folder.write("old".utf8, to: "real")
    let link = try folder.link("link", to: "real")
    let staged = try StagedFile(link)
    try Self.fill(staged, "new")
    try staged.finish()
    #expect(try folder.names == ["link", "real"] && folder.text(of: "real") == "new")
    #expect(try link.stat(followTargetSymlink: false).type == .symbolicLink)
  }

  @Test("A pipe receives the bytes when the file is finished, and stays a pipe")
  func pipe() throws {
    let folder = try TemporaryFolder()
    let path = try folder.pipe("pipe")
    let reader = try FileDescriptor.open(path, .readWrite)
    defer { try? reader.close() }
    let staged = try StagedFile(path)
    try Self.fill(staged, "through")
    try staged.finish()
    #expect(try ByteSource(FilePath("/dev/fd/\(reader.rawValue)")).peek(7).elementsEqual("through".utf8))
    #expect(try path.stat().type == .fifo && folder.names == ["pipe"])
    #expect((try? staged.path.stat()) == nil)
  }
}
