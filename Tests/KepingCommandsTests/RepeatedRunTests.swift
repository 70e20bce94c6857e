import BatchFixtures
import Foundation
import Testing

/// Tests that output does not depend on the order of sets and dictionaries, for which each process draws a seed.
@Suite("The same input gives the same bytes in every process", .serialized)
struct RepeatedRunTests {
  /// The environment without the variable that fixes the seed.
  static let environment = ProcessInfo.processInfo.environment.filter { $0.key != "SWIFT_DETERMINISTIC_HASHING" }

  /// The outcome of a process: its status, its output and its files.
  struct Run: Equatable {
    let status: Int32
    let output: Data
    let errors: Data
    /// The files in its folder by name.
    let files: [String: Data]
  }

  /// Runs the command in a new folder with the shipped programs and their configuration.
  static func run(_ arguments: String) async throws -> Run {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["Plugins", "Config"] {
      try FileManager.default.createSymbolicLink(
        at: folder.appendingPathComponent(name), withDestinationURL: root.appendingPathComponent(name))
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "keping \(arguments) >output 2>errors"]
    process.currentDirectoryURL = folder
    process.environment = environment.merging(
      ["PATH": "\(EvaluateTests.binaries.path):/usr/bin:/bin", "LC_ALL": "C.UTF-8"]) { $1 }
    // Waits without blocking a thread, because tests that run in parallel need the threads.
    try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in ended.resume() }
      do { try process.run() } catch { ended.resume(throwing: error) }
    }
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where !["Plugins", "Config"].contains(name) {
      files[name] = try Data(contentsOf: folder.appendingPathComponent(name))
    }
    let (output, errors) = (files.removeValue(forKey: "output") ?? Data(), files.removeValue(forKey: "errors") ?? Data())
    return Run(status: process.terminationStatus, output: output, errors: errors, files: files)
  }

  static func expectSame(_ one: Run, _ other: Run, _ arguments: String) {
    #expect(one.status == other.status, "\(arguments)")
    #expect(one.errors == other.errors, "\(arguments)")
    #expect(one.output == other.output, "\(arguments)")
    #expect(one.files == other.files, "\(arguments)")
  }

  @Test(
    "Results of the shipped examples are the same with one worker and with two",
    arguments: [
      "--format jsonl", "--format json", "--format csv", "--format table", "--format markdown", "--format html", "-o out.xlsx",
    ])
  func results(_ format: String) async throws {
    let first = try await Self.run("evaluate --jobs 1 \(format) Plugins/*/examples/*")
    #expect(first.status == 0 && first.output.count + first.files.values.reduce(0) { $0 + $1.count } > 1000)
    Self.expectSame(first, try await Self.run("evaluate --jobs 2 \(format) Plugins/*/examples/*"), format)
  }

  @Test(
    "Lists, documents, templates, tests and explanations are the same",
    arguments: [
      "plans", "plans 4.1", "schema", "template --plan jili -o out.xlsx", "template 4.1 1.1 -o out.xlsx",
      "programs docs jili-2024 --format html", "programs docs jianfeng-2024 --format md", "programs docs zhuji-2024 -o out.html",
      "programs list", "programs show jili-2024", "programs check",
      "programs test --filter 4.1/encouraged --junit out.xml jili-2024",
      "programs vocabulary", "explain Plugins/jili-2024/examples/4.1.json BS2024-41-001",
      "evaluate --trace BS2024-41-001 Plugins/jili-2024/examples/4.1.json",
      "evaluate absent.json Plugins/jili-2024/examples/4.1.json",
    ])
  func commands(_ arguments: String) async throws {
    let first = try await Self.run(arguments)
    #expect(first.status == (arguments.contains("absent") ? 2 : 0), "\(String(decoding: first.errors, as: UTF8.self))")
    #expect(!first.output.isEmpty || !first.files.isEmpty)
    Self.expectSame(first, try await Self.run(arguments), arguments)
  }

  @Test(
    "Two processes draw different hash seeds",
    .enabled(if: ProcessInfo.processInfo.environment["SWIFT_DETERMINISTIC_HASHING"] == nil))
  func seeds() async throws {
    var hashes: Set<[UInt8]> = []
    for _ in 0..<2 {
      let result = await #expect(processExitsWith: .exitCode(0), observing: [\.standardOutputContent]) {
        print("hash \("keping".hashValue) of \(["a", "b"].hashValue)")
        exit(0)
      }
      let output = try #require(result).standardOutputContent
      #expect(String(decoding: output, as: UTF8.self).contains("hash "))
      hashes.insert(output)
    }
    #expect(hashes.count == 2)
  }
}
