import Foundation
import SandboxPrograms

/// Makes a program smaller as long as it has a find of the same class.
struct Reducer {
  let parent: Parent

  /// Returns a program without lines that its find does not need; the program itself if it has no find.
  func reduce(_ program: String) async throws -> String {
    guard let wanted = try await finds(of: program).first else { return program }
    var lines = program.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var length = lines.count / 2
    while length > 0 {
      var start = 0
      while start < lines.count {
        var fewer = lines
        fewer.removeSubrange(start..<min(start + length, lines.count))
        if try await finds(of: fewer.joined(separator: "\n")).contains(wanted) {
          lines = fewer
        } else {
          start += length
        }
      }
      length /= 2
    }
    return lines.joined(separator: "\n")
  }

  private func finds(of program: String) async throws -> [SandboxFind.Class] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("sandbox-fuzz-\(UUID().uuidString).lua")
    try program.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    return try await parent.outcomes(seed: 0, count: 1, file: file).flatMap { Entry.finds(of: $0.outcome).map(\.kind) }
  }
}
