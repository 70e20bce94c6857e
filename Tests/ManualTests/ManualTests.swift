import Foundation
import Testing

/// Runs every step of the manual, each page in a new folder that has the plugins and the configuration of a fresh clone.
///
/// `KEPING_WRITE_MANUAL=1 swift test --filter Manual` writes the output of the commands into the pages instead; read the
/// difference. Tables of cells are not changed.
@Suite("Every step of the manual works as shown")
struct ManualTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let isWriting = ProcessInfo.processInfo.environment["KEPING_WRITE_MANUAL"] == "1"

  static var pages: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent("Manual").path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted()
  }

  @Test("Every command of a page prints what the page shows", arguments: pages)
  func follow(_ name: String) throws {
    var page = try ManualPage(Self.root.appendingPathComponent("Manual/\(name)"))
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-manual-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for part in ["Plugins", "Config"] {
      try FileManager.default.copyItem(at: Self.root.appendingPathComponent(part), to: folder.appendingPathComponent(part))
    }
    var changes: [(lines: Range<Int>, output: [String])] = []
    for step in page.steps {
      switch step {
      case .file(let path, let text):
        let file = folder.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
      case .edit(let path, let section):
        let file = folder.appendingPathComponent(path)
        let text = ManualPage.replacing(section, in: try String(contentsOf: file, encoding: .utf8))
        try #require(text, "\(name): \(path) has no \(section)").write(to: file, atomically: true, encoding: .utf8)
      case .cells(let cells, let line):
        for fault in try cells.follow(in: folder) { Issue.record("\(name):\(line + 1): \(fault)") }
      case .command(let command, let shown, let lines):
        let real = try Self.run(command, in: folder)
        if ManualPage.matches(shown[...], real[...]) { continue }
        if Self.isWriting {
          changes.append((lines, real))
        } else {
          Issue.record(
            "\(name):\(lines.lowerBound): $ \(command)\n\(real.joined(separator: "\n"))\n-- the page shows --\n\(shown.joined(separator: "\n"))"
          )
        }
      }
    }
    if !changes.isEmpty {
      for (lines, output) in changes.reversed() { page.lines.replaceSubrange(lines, with: output) }
      try page.lines.joined(separator: "\n").write(to: page.url, atomically: true, encoding: .utf8)
    }
  }

  /// Returns the output lines of a shell command in a Chinese locale, with the built `keping` on the path.
  static func run(_ command: String, in folder: URL) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "exec 2>&1; \(command)"]
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = binaries.path + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    environment["LC_ALL"] = "zh_CN.UTF-8"
    process.environment = environment
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    var lines = String(decoding: data, as: UTF8.self).components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The folder of the built command, beside the tests.
  private static let binaries = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent()
}
