import KepingCore
import KepingFiles
import SystemPackage
import Testing

@Suite("The SHA-256 of a content is known after it was read")
struct ContentHashTests {
  @Test(
    "The hashes are those of the standard",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (String(repeating: "科", count: 1000), "c3c584be7e2d4d53fcc737179af0ae6955af6c827e516f53752a85e5fa598a88"),
    ])
  func standard(_ text: String, _ hash: String) {
    #expect(ContentHash.text(of: Bytes(text.utf8)) == hash)
    var parts = ContentHash()
    for byte in text.utf8 { parts.add([byte]) }
    #expect(parts.text == hash && parts.count == text.utf8.count)
  }

  /// What is done with a source before its hash is asked for.
  enum Use: CaseIterable {
    case nothing, peeked, partlyRead, read, copied
  }

  @Test("The hash is that of the whole content, however much was read", arguments: ["file", "pipe"], Use.allCases)
  func sources(_ kind: String, _ use: Use) throws {
    let folder = try TemporaryFolder()
    let path = kind == "file" ? try folder.write(ByteSourceTests.bytes, to: "in") : try folder.pipe("pipe")
    // Keeps the pipe open until its content is written.
    let writer = kind == "pipe" ? try FileDescriptor.open(path, .readWrite) : nil
    try writer?.writeAll(ByteSourceTests.bytes)
    let source = try ByteSource(path, isHashed: true)
    try writer?.close()
    var bytes: Bytes = []
    switch use {
    case .nothing: break
    case .peeked: _ = try source.peek(100)
    case .partlyRead: _ = try source.read(into: &bytes, atMost: 100)
    case .read: #expect(try ByteSourceTests.all(of: source, atMost: 1000) == ByteSourceTests.bytes)
    case .copied:
      _ = try source.peek(4)
      #expect(try source.randomAccess().size == ByteSourceTests.bytes.count)
    }
    #expect(try source.contentHash() == ContentHash.text(of: ByteSourceTests.bytes))
  }

  @Test("A source that is not hashed has no hash")
  func none() throws {
    let folder = try TemporaryFolder()
    #expect(try ByteSource(try folder.write([1], to: "in")).contentHash() == nil)
  }
}
