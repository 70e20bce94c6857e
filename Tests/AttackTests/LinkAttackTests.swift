import Foundation
import KepingCore
import KepingFiles
import KepingPlugins
import SystemPackage
import Testing

@testable import KepingBatch

@Suite("Links in a plugin's folder lead to no file")
struct LinkAttackTests {
  /// A link, or several, in a plugin's folder; `@` stands for a folder outside that has a valid example.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let folder: String
    /// The paths of the links in the plugin's folder, with their targets, in the order in which they are made.
    let links: [(path: String, target: String)]

    init(_ name: String, in folder: String, _ links: (path: String, target: String)...) {
      testDescription = "\(folder): \(name)"
      self.folder = folder
      self.links = links
    }
  }

  static let cases: [Case] = ["examples", "tests"].flatMap { folder in
    [
      Case("a link to a file outside", in: folder, ("\(folder)/a.json", "@/a.json")),
      Case("a link to a file of the system", in: folder, ("\(folder)/a.json", "/etc/passwd")),
      Case("a link to a device", in: folder, ("\(folder)/a.json", "/dev/zero")),
      Case("a relative link to a file outside", in: folder, ("\(folder)/a.json", "../../../outside/a.json")),
      Case("a folder that is a link", in: folder, (folder, "@")),
      Case("a folder that is a relative link", in: folder, (folder, "../../outside")),
      Case("a link in a folder outside that is linked", in: folder, (folder, "@"), ("\(folder)/b.json", "/etc/passwd")),
      Case("a link within the folder", in: folder, ("\(folder)/a.json", "../plugin.yaml")),
      Case("a link to another file beside it", in: folder, ("\(folder)/a.json", "b.json")),
      Case("a dangling link", in: folder, ("\(folder)/a.json", "nothing.json")),
      Case("a link to itself", in: folder, ("\(folder)/a.json", "a.json")),
      Case("two links to each other", in: folder, ("\(folder)/a.json", "b.json"), ("\(folder)/b.json", "a.json")),
      Case("a link to a link to a file outside", in: folder, ("\(folder)/z", "@/a.json"), ("\(folder)/a.json", "z")),
      Case("a link to a folder outside, with the name of a file", in: folder, ("\(folder)/a.json", "@")),
    ]
  }

  @Test("No link is read, and applications are evaluated as without it", arguments: cases)
  func refused(_ attack: Case) throws {
    let arena = try Arena(["plugin.yaml": Arena.manifest, "program.lua": FolderAttackTests.program])
    let outside = arena.folder.appendingPathComponent("outside")
    try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
    let example = Arena.application("outside")
    try example.write(to: outside.appendingPathComponent("a.json"), atomically: false, encoding: .utf8)
    for (path, target) in attack.links {
      let link = arena.plugin("attack").appendingPathComponent(path)
      if path != attack.folder {
        try FileManager.default.createDirectory(at: link.deletingLastPathComponent(), withIntermediateDirectories: true)
      }
      try? FileManager.default.createSymbolicLink(
        atPath: link.path, withDestinationPath: target.replacing("@", with: outside.path))
    }
    let plugin = try Plugin(FilePath(arena.plugin("attack").path))
    var codes: [String] = []
    var files: [FilePath] = []
    do throws(Diagnostic) { files = try plugin.files(in: attack.folder, endingIn: ".json") } catch { codes.append(error.code) }
    for file in files {
      do throws(Diagnostic) { _ = try plugin.read(file) } catch { codes.append(error.code) }
      #expect(throws: Diagnostic.self) { _ = try plugin.open(file) }
    }
    #expect(!codes.isEmpty && codes.count >= files.count && codes.allSatisfy { $0 == "unreadable-file" })
    var reported: [Diagnostic] = []
    #expect(Examples.first(of: "1.1", in: try PluginProgram(plugin)) { reported.append($0) } == nil)
    #expect(reported.isEmpty == (attack.folder == "tests"))
    #expect(reported.allSatisfy { $0.code == "unreadable-file" && $0.text(.chinese).isPlain })
    let outcome = try arena.evaluate([Arena.application("A1"), Arena.application("R1", direction: "2.1")])
    #expect(outcome.faults.isEmpty && outcome.results.first?["verdict"] as? String == "pass")
    #expect(outcome.lines.last == AttackTests.undisturbed.first)
  }

  @Test("An example that is a file is read")
  func file() throws {
    let arena = try Arena(["plugin.yaml": Arena.manifest, "program.lua": FolderAttackTests.program])
    let examples = arena.plugin("attack").appendingPathComponent("examples")
    try FileManager.default.createDirectory(at: examples, withIntermediateDirectories: true)
    try Arena.application("inside").write(to: examples.appendingPathComponent("a.json"), atomically: false, encoding: .utf8)
    let loaded = try PluginProgram(try Plugin(FilePath(arena.plugin("attack").path)))
    #expect(Examples.first(of: "1.1", in: loaded) != nil)
  }
}
