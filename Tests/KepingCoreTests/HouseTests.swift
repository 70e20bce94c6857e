import Foundation
import Testing

@Suite("The house stands as it is drawn")
struct HouseTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// What each target may import; SwiftPM lets a target import whatever its dependencies bring.
  static let picture: [String: Set<String>] = [
    "keping": ["KepingCommands"],
    "KepingCommands": [
      "ArgumentParser", "KepingAuthoring", "KepingBatch", "KepingCore", "KepingFiles", "KepingPlugins", "KepingPrograms",
      "KepingReports", "KepingTables", "SystemPackage", "Workbooks",
    ],
    "KepingAuthoring": [
      "KepingCore", "KepingFiles", "KepingPlugins", "KepingPrograms", "KepingReports", "KepingTables", "KepingYAML", "LuaRuntime",
      "SystemPackage",
    ],
    "KepingBatch": [
      "Dispatch", "KepingCore", "KepingFiles", "KepingPlugins", "KepingPrograms", "KepingTables", "Synchronization",
      "SystemPackage", "Workbooks",
    ],
    "KepingTables": ["KepingCore", "KepingFiles", "KepingPrograms", "Workbooks"],
    "KepingReports": ["KepingCore", "KepingFiles", "SystemPackage", "Workbooks"],
    "KepingPrograms": ["KepingCore", "KepingFiles", "KepingPlugins", "KepingYAML", "SystemPackage"],
    "Workbooks": ["CExpat", "CXlsxWriter", "CZip", "Glibc", "KepingCore", "KepingFiles", "SystemPackage"],
    "KepingPlugins": ["KepingCore", "KepingFiles", "KepingYAML", "LuaRuntime", "SystemPackage"],
    "KepingYAML": ["CYAML", "KepingCore"],
    "KepingFiles": ["Dispatch", "FoundationEssentials", "Glibc", "KepingCore", "Synchronization", "SystemPackage"],
    "LuaRuntime": ["CLuaShim"],
    "KepingCore": [],
  ]

  static func sources(of target: String) throws -> [URL] {
    let folder = root.appendingPathComponent("Sources/\(target)")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    return files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
  }

  @Test("Every import points down", arguments: picture.keys.sorted())
  func imports(_ target: String) throws {
    let allowed = try #require(Self.picture[target])
    for file in try Self.sources(of: target) {
      for module in SourceImports.modules(in: try String(contentsOf: file, encoding: .utf8)) {
        #expect(allowed.contains(module), "\(file.lastPathComponent) imports \(module)")
      }
    }
  }

  @Test(
    "An import is seen in every form, and nothing else is taken for one",
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

  @Test("Every target of Sources is in the picture")
  func targets() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.root.appendingPathComponent("Sources").path)
    #expect(Set(folders) == Set(Self.picture.keys).union(["CExpat", "CLua", "CLuaShim", "CXlsxWriter", "CYAML", "CZip"]))
  }

  @Test("Unsafe code stands where C is called, in LuaRuntime and Workbooks, and where bytes are read and files renamed")
  func unsafeCode() throws {
    var found: Set<String> = []
    for target in Self.picture.keys where target != "LuaRuntime" && target != "Workbooks" {
      for file in try Self.sources(of: target) {
        let text = try String(contentsOf: file, encoding: .utf8)
        if text.contains("Unsafe") || text.contains("unsafe ") { found.insert("\(target)/\(file.lastPathComponent)") }
      }
    }
    #expect(
      found == [
        "KepingFiles/ChildProcess.swift", "KepingFiles/Environment.swift", "KepingFiles/FileText.swift",
        "KepingFiles/Folder.swift", "KepingFiles/Threads.swift", "KepingYAML/YAMLEvents.swift", "KepingYAML/YAMLFile.swift",
      ])
  }
}
