import KepingCore
import KepingFiles
import SystemPackage
import Testing

@Suite("Files are read completely, up to a limit")
struct FileTextTests {
  @Test("A file as large as the limit is read, and one byte more is refused", arguments: [0, 1, 4095, 4096, 4097, 100_000])
  func limit(_ limit: Int) throws {
    let folder = try TemporaryFolder()
    let bytes = Bytes(repeating: 0x61, count: limit + 1)
    let path = try folder.write(bytes, to: "in")
    let fault = "file-too-large \(path): larger than \(limit) bytes"
    #expect(try FileText.read(path, limit: limit + 1) == bytes)
    #expect(try diagnostic { _ = try FileText.read(path, limit: limit) }?.summary == fault)
    #expect(try diagnostic { _ = try FileText.readText(path, limit: limit) }?.summary == fault)
    try folder.write(bytes.dropLast(), to: "in")
    #expect(try FileText.read(path, limit: limit) == bytes.dropLast())
  }

  @Test(
    "A symbolic link is followed unless the caller forbids it; only the last component of the path counts",
    arguments: [
      ("link", true, nil), ("link", false, "Too many levels of symbolic links"), ("folder/in", false, nil), ("in", false, nil),
    ])
  func links(_ name: String, _ follows: Bool, _ reason: String?) throws {
    let folder = try TemporaryFolder()
    try folder.write("text".utf8, to: "in")
    _ = try folder.link("link", to: "in")
    _ = try folder.link("folder", to: ".")
    let path = FilePath("\(folder.path)/\(name)")
    var text: String?
    let fault = try diagnostic { text = try FileText.readText(path, limit: 100, followsLinks: follows) }
    #expect(text == (reason == nil ? "text" : nil))
    #expect(fault?.summary == reason.map { "unreadable-file \(path): \($0)" })
  }

  @Test("A pipe or a device is refused at once and not read", arguments: ["pipe", "/dev/zero", "."])
  func irregular(_ name: String) throws {
    let folder = try TemporaryFolder()
    _ = try folder.pipe("pipe")
    let path = name.hasPrefix("/") ? FilePath(name) : FilePath("\(folder.path)/\(name)")
    #expect(try diagnostic { _ = try FileText.read(path, limit: 100) }?.summary == "unreadable-file \(path): not a regular file")
  }

  @Test("A file that reports size 0 is read up to the limit")
  func sizeless() throws {
    #expect(try FileText.readText("/proc/self/stat", limit: 10_000).utf8.count > 10)
    #expect(try diagnostic { _ = try FileText.read("/proc/self/stat", limit: 10) }?.code == "file-too-large")
  }

  @Test(
    "A byte order mark is removed, and text that is not UTF-8 is refused",
    arguments: [
      (Bytes("科评".utf8), "科评"), ([0xEF, 0xBB, 0xBF] + Bytes("科".utf8), "科"),
      ([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF], "\u{FEFF}"), ([], ""), ([0x61, 0x00], "a\0"),
      ([0xBF, 0xC6], nil), ([0x61, 0xFF], nil), ([0xED, 0xA0, 0x80], nil), ([0xC0, 0x80], nil), ([0xE7, 0xA7], nil),
      ([0xFF, 0xFE, 0x61, 0x00], nil), (Bytes("科\n评\n".utf8) + [0xB0, 0xD9, 0x0A], nil),
    ] as [(Bytes, String?)])
  func encoding(_ bytes: Bytes, _ text: String?) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes, to: "in")
    var found: String?
    let fault = try diagnostic { found = try FileText.readText(path, limit: 100) }
    #expect(found.map { Bytes($0.utf8) } == text.map { Bytes($0.utf8) })
    // The first line with a faulty byte is named.
    let line = bytes.contains(0x0A) ? 3 : 1
    #expect(fault?.line == (text == nil ? line : nil))
    #expect(fault?.code == (text == nil ? "invalid-encoding" : nil))
  }

  @Test(
    "System errors have a message in both languages",
    arguments: [
      (Errno.noSuchFileOrDirectory, "文件不存在", "No such file or directory"), (.isDirectory, "是目录，不是文件", "Is a directory"),
      (.noSpace, "磁盘已满", "No space left on device"), (.brokenPipe, "读取方已关闭", "Broken pipe"),
      (.permissionDenied, "没有权限", "Permission denied"), (.ioError, "磁盘或网络读写出错", "Input/output error"),
      (.readOnlyFileSystem, "磁盘是只读的", "Read-only file system"), (.fileExists, "文件已存在", "File exists"),
      (.fileNameTooLong, "文件名过长", "File name too long"), (.tooManyOpenFiles, "打开的文件过多", "Too many open files"),
      (.resourceBusy, "Device or resource busy", "Device or resource busy"),
    ])
  func wording(_ error: Errno, _ chinese: String, _ english: String) {
    #expect(FileText.wording(of: error) == Wording(chinese, english))
  }
}
