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
      "ArgumentParser", "KepingBatch", "KepingCore", "KepingFiles", "KepingPlugins", "KepingReports",
      "SystemPackage", "Workbooks",
    ],
    "KepingReports": ["KepingBatch", "KepingCore", "KepingFiles", "KepingPlugins", "SystemPackage", "Workbooks"],
    "KepingBatch": [
      "Dispatch", "KepingCore", "KepingFiles", "KepingPlugins", "KepingYAML", "Synchronization", "SystemPackage", "Workbooks",
    ],
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
    for file in try Self.sources(of: target) {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where line.contains("import ") {
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), words[..<place].allSatisfy({ $0.hasPrefix("@") }) else { continue }
        let module = String(words[place + 1])
        #expect(Self.picture[target]?.contains(module) == true, "\(file.lastPathComponent) imports \(module)")
      }
    }
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
