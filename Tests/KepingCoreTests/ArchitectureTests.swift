import Foundation
import Testing

@Suite("The architecture page matches the sources")
struct ArchitectureTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A Swift target in the picture of the page.
  struct Target {
    let name: String
    /// The modules of this package that it imports.
    let modules: [String]
    /// The modules of the system and of other packages that it imports.
    let external: [String]

    var imports: Set<String> { Set(modules + external) }
  }

  static let page = (try? String(contentsOf: root.appendingPathComponent("Manual/architecture.md"), encoding: .utf8)) ?? ""

  /// The lines of the first block below the heading "Targets".
  static let picture: [Substring] = {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    guard let heading = lines.firstIndex(of: "## Targets"), let start = lines[heading...].firstIndex(of: "```") else { return [] }
    return Array(lines[(start + 1)...].prefix { $0 != "```" })
  }()

  /// The Swift targets, in the order of the page.
  static let targets: [Target] = picture.compactMap { line in
    guard let match = line.wholeMatch(of: /(\w+) +→ ([^;]+)(?:; (.+))?/) else { return nil }
    func names(_ list: Substring) -> [String] { list.matches(of: /\w+/).map { String($0.output) } }
    let modules = names(match.2).filter { $0 != "nothing" }.map { isFolder("Sources/Keping\($0)") ? "Keping\($0)" : $0 }
    return Target(name: String(match.1), modules: modules, external: match.3.map(names) ?? [])
  }

  static func isFolder(_ path: String) -> Bool {
    (try? root.appendingPathComponent(path).resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true
  }

  static func files(in folder: String) throws -> [URL] {
    let files = FileManager.default.enumerator(at: root.appendingPathComponent(folder), includingPropertiesForKeys: nil)
    return try #require(files).compactMap { $0 as? URL }
  }

  static func sources(of target: String) throws -> [URL] {
    try files(in: "Sources/\(target)").filter { $0.pathExtension == "swift" }
  }

  @Test("A target imports the modules that the page lists for it, and no others", arguments: targets.map(\.name))
  func imports(_ name: String) throws {
    let target = try #require(Self.targets.first { $0.name == name })
    var unused = target.imports
    for file in try Self.sources(of: name) {
      for module in SourceImports.modules(in: try String(contentsOf: file, encoding: .utf8)) {
        #expect(target.imports.contains(module), "\(file.lastPathComponent) imports \(module)")
        unused.remove(module)
      }
    }
    #expect(unused.isEmpty, "no file imports \(unused.sorted().joined(separator: ", "))")
  }

  @Test("A target imports only targets below it")
  func order() {
    let names = Self.targets.map(\.name)
    for (index, target) in Self.targets.enumerated() {
      for other in target.modules where !other.hasPrefix("C") {
        #expect(names[(index + 1)...].contains(other), "\(target.name) imports \(other)")
      }
    }
  }

  @Test("The page names every target")
  func everyTarget() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.root.appendingPathComponent("Sources").path)
    let named = Set(Self.picture.flatMap { $0.matches(of: /\w+/).map { String($0.output) } })
    for folder in folders {
      let isDrawn = Self.targets.contains { $0.name == folder }
      let isSwift = try !Self.sources(of: folder).isEmpty
      #expect(isSwift ? isDrawn : named.contains(folder), "\(folder)")
    }
  }

  @Test(
    "Every form of import is found, and nothing else counts as an import",
    arguments: [
      ("import KepingBatch", ["KepingBatch"]), ("  public import KepingBatch", ["KepingBatch"]),
      ("package import KepingBatch", ["KepingBatch"]), ("\tinternal import KepingBatch // why", ["KepingBatch"]),
      ("fileprivate import KepingBatch", ["KepingBatch"]), ("private  import  KepingBatch", ["KepingBatch"]),
      ("@testable import KepingBatch", ["KepingBatch"]), ("@_exported public import KepingBatch", ["KepingBatch"]),
      ("@preconcurrency\nimport KepingBatch", ["KepingBatch"]), ("@_spi(Some) import KepingBatch", ["KepingBatch"]),
      ("@_spi(Some, Other)import KepingBatch", ["KepingBatch"]), ("import\n  KepingBatch", ["KepingBatch"]),
      ("import struct KepingBatch.Batch", ["KepingBatch"]), ("public import func Glibc.open", ["Glibc"]),
      ("import enum KepingBatch.Batch", ["KepingBatch"]), ("import class KepingBatch.Batch", ["KepingBatch"]),
      ("import protocol KepingBatch.Batch", ["KepingBatch"]), ("import typealias KepingBatch.Batch", ["KepingBatch"]),
      ("import let KepingBatch.most", ["KepingBatch"]), ("import var KepingBatch.most", ["KepingBatch"]),
      ("import KepingBatch.Submodule", ["KepingBatch"]), ("import `KepingBatch`", ["KepingBatch"]),
      ("/* why */ import /* this */ KepingBatch", ["KepingBatch"]), ("import structures", ["structures"]),
      ("import KepingCore; import KepingBatch", ["KepingCore", "KepingBatch"]),
      ("import KepingCore\r\nimport KepingBatch\r\n", ["KepingCore", "KepingBatch"]),
      ("#if os(Linux)\n  import Glibc\n#endif", ["Glibc"]),
      ("// import KepingBatch", []), ("/// What to import from KepingBatch.", []), ("let important = 1", []),
      ("func importBatch() {}", []), ("text += \"import KepingBatch\"", []), ("let reimport = KepingBatch.self", []), ("", []),
    ])
  func importForms(_ source: String, _ modules: [String]) {
    #expect(SourceImports.modules(in: source) == modules)
  }

  @Test("Unsafe code occurs only in LuaRuntime, in Workbooks, and in the files listed here")
  func unsafeCode() throws {
    var found: Set<String> = []
    for target in Self.targets.map(\.name) where target != "LuaRuntime" && target != "Workbooks" {
      for file in try Self.sources(of: target) {
        let text = try String(contentsOf: file, encoding: .utf8)
        if text.contains("Unsafe") || text.contains("unsafe ") { found.insert("\(target)/\(file.lastPathComponent)") }
      }
    }
    #expect(
      found == [
        "KepingFiles/ChildProcess.swift", "KepingFiles/Environment.swift", "KepingFiles/FileText.swift",
        "KepingFiles/Folder.swift", "KepingFiles/Threads.swift", "KepingUnicode/FoldedText.swift",
        "KepingPlugins/IsolationChannel.swift", "KepingPlugins/IsolationLoss.swift", "KepingPlugins/IsolatedWorker.swift",
        "KepingYAML/YAMLEvents.swift", "KepingYAML/YAMLFile.swift",
      ])
  }

  /// The names that the page has in backticks outside of blocks.
  static let names: Set<String> = {
    var isBlock = false
    var names: Set<String> = []
    for line in page.split(separator: "\n") {
      if line.hasPrefix("```") {
        isBlock.toggle()
      } else if !isBlock {
        names.formUnion(line.matches(of: /`([^`]+)`/).map { String($0.1) })
      }
    }
    return names
  }()

  @Test("Every file and folder that the page names exists")
  func fileNames() throws {
    let folders = ["Sources", "Tests", "Manual", "Config", "Plugins"]
    let files = Set(try folders.flatMap { try Self.files(in: $0) }.map(\.lastPathComponent))
    for name in Self.names {
      if name.contains(/^(?:Sources|Tests|Manual|Config|Plugins|\.ci)\//) {
        #expect(FileManager.default.fileExists(atPath: Self.root.appendingPathComponent(name).path), "\(name)")
      } else if name.contains(/^[\w+]+\.(?:swift|c|h|lua|yaml|md)$/) {
        let isFile = files.contains(name)
        #expect(isFile, "\(name)")
      }
    }
  }

  @Test("Every type and member that the page names is declared")
  func declarations() throws {
    let sources = try Self.files(in: "Sources").filter { $0.pathExtension == "swift" }
      .map { try String(contentsOf: $0, encoding: .utf8) }
    // The indices of the files that declare or extend each type.
    var files: [Substring: [Int]] = [:]
    for (index, source) in sources.enumerated() {
      for match in source.matches(of: /\b(?:struct|class|enum|protocol|extension)\s+(\w+)/) {
        files[match.1, default: []].append(index)
      }
    }
    for name in Self.names where !Self.isFolder(name) && !Self.isFolder("Sources/\(name)") {
      guard let match = name.wholeMatch(of: /([A-Z]\w+)(?:\.(\w+))?/), match.2 != "swift" else { continue }
      let declaring = files[match.1] ?? []
      #expect(!declaring.isEmpty, "\(name)")
      guard let member = match.2 else { continue }
      let declaration = try Regex("\\b(?:func|var|let|case|struct|class|enum|typealias) \(member)\\b")
      let isDeclared = declaring.contains { sources[$0].contains(declaration) }
      #expect(isDeclared, "\(name)")
    }
  }
}
