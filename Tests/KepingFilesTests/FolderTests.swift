import Foundation
import KepingFiles
import SystemPackage
import Testing

@Suite("Folders are listed and created, and paths resolved")
struct FolderTests {
  @Test("Names are sorted by their bytes; a path that is not a folder has none")
  func names() throws {
    let folder = try TemporaryFolder()
    for name in ["b", "a10", "a9", "É", "E\u{301}", "Z", "科", ".h"] { try folder.write([], to: name) }
    #expect(Folder.names(in: folder.path) == [".h", "E\u{301}", "Z", "a10", "a9", "b", "É", "科"])
    for name in ["absent", "a9"] { #expect(Folder.names(in: folder.path.appending(name)) == nil) }
  }

  @Test(
    "Folders and regular files are distinguished, also through links",
    arguments: [
      (".", true, false), ("in", false, true), ("pipe", false, false), ("to-folder", true, false), ("to-file", false, true),
      ("nowhere", false, false), ("absent", false, false), ("in/x", false, false),
    ])
  func kinds(_ name: String, _ isFolder: Bool, _ isFile: Bool) throws {
    let folder = try TemporaryFolder()
    try folder.write([], to: "in")
    _ = try folder.pipe("pipe")
    for (link, target) in [("to-folder", "."), ("to-file", "in"), ("nowhere", "lost")] { _ = try folder.link(link, to: target) }
    let path = FilePath("\(folder.path)/\(name)")
    #expect(Folder.exists(path) == isFolder && Folder.hasFile(path) == isFile)
  }

  @Test(
    "A regular file would be replaced, unless the caller has opened it",
    arguments: [
      ("in", true), ("./to-file", true), ("pipe", false), (".", false), ("absent", false), ("nowhere", false),
      ("/dev/null", false), ("/dev/stdout", false), ("/dev/../dev/stderr", false), ("/dev/fd/1", false),
      ("/proc/self/fd/1", false),
    ])
  func replacing(_ name: String, _ isReplaced: Bool) throws {
    let folder = try TemporaryFolder()
    try folder.write([], to: "in")
    _ = try folder.pipe("pipe")
    for (link, target) in [("to-file", "in"), ("nowhere", "lost")] { _ = try folder.link(link, to: target) }
    let path = name.hasPrefix("/") ? FilePath(name) : FilePath("\(folder.path)/\(name)")
    #expect(Folder.wouldReplace(path) == isReplaced)
  }

  @Test(
    "Links are resolved in the part of a path that exists",
    arguments: [
      ("real/in", "real/in"), ("link/in", "real/in"), ("link/absent", "real/absent"), ("link/a/b", "real/a/b"),
      ("link/../in", "in"),
    ])
  func resolved(_ name: String, _ real: String) throws {
    let folder = try TemporaryFolder()
    try Folder.make(folder.path.appending("real"))
    for file in ["real/in", "in"] { try folder.write([], to: file) }
    _ = try folder.link("link", to: "real")
    let root = Folder.resolved(folder.path)
    #expect(Folder.resolved(FilePath("\(folder.path)/\(name)")) == FilePath("\(root)/\(real)"))
  }

  @Test("A relative path that does not exist lies in the current folder")
  func relative() {
    #expect(Folder.resolved("keping-absent") == Folder.current.appending("keping-absent"))
  }

  @Test(
    "Two paths are the same if they lead to the same regular file",
    arguments: [
      ("in", "in", true), ("in", "link", true), ("in", "./in", true), ("in", "twin", true), ("in", "other", false),
      ("in", "absent", false), ("absent", "absent", false), (".", ".", false),
    ])
  func same(_ one: String, _ other: String, _ isSame: Bool) throws {
    let folder = try TemporaryFolder()
    for name in ["in", "other"] { try folder.write("text".utf8, to: name) }
    _ = try folder.link("link", to: "in")
    try FileManager.default.linkItem(at: folder.url("in"), to: folder.url("twin"))
    #expect(Folder.isSame(FilePath("\(folder.path)/\(one)"), FilePath("\(folder.path)/\(other)")) == isSame)
  }

  @Test("A folder is created with its parents, and an existing folder is unchanged", arguments: ["a", "a/b/c", "there"])
  func make(_ name: String) throws {
    let folder = try TemporaryFolder()
    let path = FilePath("\(folder.path)/\(name)")
    try Folder.make(folder.path.appending("there"))
    try folder.write([], to: "there/in")
    try Folder.make(path)
    #expect(Folder.exists(path) && Folder.names(in: folder.path.appending("there")) == ["in"])
  }

  @Test("A folder below a file cannot be created")
  func below() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write([], to: "in").appending("a")
    #expect(try diagnostic { try Folder.make(path) }?.summary == "unwritable-output \(path): cannot create the folder")
  }

  @Test("A small file replaces an existing one completely", arguments: ["", "科评\n"])
  func write(_ text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("old".utf8, to: "out")
    try Folder.write(text, to: folder.path.appending("out"))
    #expect(try folder.text(of: "out") == text && folder.names == ["out"])
  }
}
