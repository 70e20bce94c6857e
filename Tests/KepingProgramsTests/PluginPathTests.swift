import BatchFixtures
import Foundation
import KepingCore
import KepingPlugins
import SystemPackage
import Testing

@testable import KepingPrograms

@Suite("A result names a plugin's files from the plugin on, and a diagnostic as the user would")
struct PluginPathTests {
  /// A way to write the path of the plugins' folder.
  enum Form: CaseIterable { case absolute, relative, withParents, throughLink, trailingSlash }

  /// A change to zhuji-2024, and the file that its failures name.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let change: @Sendable (URL) throws -> Void

    init(_ name: String, _ file: String, _ change: @escaping @Sendable (URL) throws -> Void) {
      testDescription = name
      self.file = file
      self.change = change
    }

    init(_ name: String, _ file: String, program: String) {
      self.init(name, file) { try program.write(to: $0.appendingPathComponent("program.lua"), atomically: true, encoding: .utf8) }
    }
  }

  static let cases = [
    Case("an error at load", "zhuji-2024/program.lua", program: "local a = 1\nerror 'x'"),
    Case("a syntax error", "zhuji-2024/program.lua", program: "local a = = 1"),
    Case("a missing direction", "zhuji-2024/program.lua", program: "local a = 1"),
    Case("a missing module", "zhuji-2024/program.lua", program: "require 'parts'"),
    Case("a module in a linked folder", "zhuji-2024/program.lua") { plugin in
      let link = plugin.appendingPathComponent("lib").path
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/etc")
      try "require 'lib.passwd'".write(to: plugin.appendingPathComponent("program.lua"), atomically: true, encoding: .utf8)
    },
    Case("a program that is too large", "zhuji-2024/program.lua", program: String(repeating: " ", count: 600 << 10)),
    Case("a program that Lua compiles wrongly", "zhuji-2024/program.lua", program: "local t = {}\nlocal x = t[1 > 2]"),
    Case("a comment in another encoding", "zhuji-2024/program.lua") { plugin in
      try Data([0x2D, 0x2D, 0xFF]).write(to: plugin.appendingPathComponent("program.lua"))
    },
    Case("no program", "zhuji-2024/plugin.yaml") { plugin in
      try FileManager.default.removeItem(at: plugin.appendingPathComponent("program.lua"))
    },
    Case("a wrong manifest", "zhuji-2024/plugin.yaml") { plugin in
      let file = plugin.appendingPathComponent("plugin.yaml")
      try String(contentsOf: file, encoding: .utf8).replacing("api: 1", with: "api: 99").write(
        to: file, atomically: true, encoding: .utf8)
    },
    Case("a manifest that is a link", "zhuji-2024/plugin.yaml") { plugin in
      let file = plugin.appendingPathComponent("plugin.yaml").path
      try FileManager.default.moveItem(atPath: file, toPath: file + ".old")
      try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: file + ".old")
    },
  ]

  /// Returns the path of a folder in a form; the link is made in the folder `links`.
  static func path(_ folder: URL, _ form: Form, links: URL) throws -> String {
    switch form {
    case .absolute: return folder.path
    case .trailingSlash: return folder.path + "//"
    case .withParents: return folder.path + "/zhuji-2024/../../" + folder.lastPathComponent
    case .relative:
      let current = FileManager.default.currentDirectoryPath.split(separator: "/")
      return String(repeating: "../", count: current.count) + folder.resolvingSymlinksInPath().path.dropFirst()
    case .throughLink:
      let link = links.appendingPathComponent("link").path
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path)
      return link
    }
  }

  @Test("However the folder is given, results have no path of the host", arguments: cases, Form.allCases)
  func paths(_ fault: Case, _ form: Form) throws {
    let plugins = try CopiedPlugins()
    try fault.change(plugins.folder.appendingPathComponent("zhuji-2024"))
    let links = FileManager.default.temporaryDirectory.appendingPathComponent("keping-links-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: links, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: links) }
    let given = FilePath(try Self.path(plugins.folder, form, links: links))
    var faults: [Diagnostic] = []
    let programs = Programs(try PluginFolder(given), Configuration(allOn, path: "keping.yaml", faults: &faults))
    let diagnostic = try #require(programs.pluginFaults.first)
    #expect(diagnostic.path.hasPrefix(given.string + "/zhuji-2024/"), "\(diagnostic)")
    var assessor = Assessor(programs)
    let assessment = assessor.assess(UnreadableManifestTests.record("6.1"))
    #expect(assessment.failure?.code == .pluginFailed)
    #expect(assessment.failure?.file == fault.file)
    let line = String(decoding: assessment.json, as: UTF8.self)
    for host in [plugins.folder.lastPathComponent, links.lastPathComponent, "..", FileManager.default.temporaryDirectory.path] {
      #expect(!line.contains(host), "\(line)")
    }
  }
}
