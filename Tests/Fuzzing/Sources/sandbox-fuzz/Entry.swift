import Foundation
import SandboxPrograms

/// Tries random plugin programs in the sandbox and holds them to its promises.
@main
enum Entry {
  /// The number of programs for which a child is started.
  private static let batch = 100
  /// The most finds of a class that are saved.
  private static let mostSaved = 25

  static func main() async throws {
    guard let arguments = Arguments(Array(CommandLine.arguments.dropFirst())) else {
      report(Arguments.usage)
      exit(64)
    }
    switch arguments.task {
    case .child(let role): try Child(arguments, as: role).run()
    case .show: print(SandboxProgram(seed: arguments.seed).text)
    case .fuzz: try await fuzz(arguments)
    case .file:
      let outcomes = try await Parent(isSanitized: arguments.isSanitized).outcomes(seed: 0, count: 1, file: arguments.file)
      for (_, outcome) in outcomes { print(describe(outcome)) }
    case .reduce:
      let reducer = Reducer(parent: Parent(isSanitized: arguments.isSanitized))
      print(try await reducer.reduce(String(contentsOf: arguments.file!, encoding: .utf8)))
    }
  }

  private static func report(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

  private static func fuzz(_ arguments: Arguments) async throws {
    let parent = Parent(isSanitized: arguments.isSanitized)
    let start = ContinuousClock.now
    var summary = Summary()
    var next = arguments.seed
    var nextProgress = 1
    if let folder = arguments.save { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
    while true {
      let left = arguments.count.map { $0 - Int(next - arguments.seed) } ?? .max
      let elapsed = (ContinuousClock.now - start) / .seconds(1)
      if left <= 0 || arguments.seconds.map({ elapsed >= $0 }) == true { break }
      if elapsed >= Double(60 * nextProgress) {
        report("\(Int(elapsed) / 60) min: \(summary.progress)\n")
        nextProgress = Int(elapsed) / 60 + 1
      }
      let count = min(batch, left)
      for (seed, outcome) in try await parent.outcomes(seed: next, count: count) {
        summary.add(outcome, seed: seed)
        for find in finds(of: outcome) {
          let place = "\(find.kind.rawValue)-\(seed).lua"
          report("\(place): \(find.detail.split(separator: "\n").prefix(2).joined(separator: " ").prefix(200))\n")
          guard let folder = arguments.save, summary.finds[find.kind]! <= mostSaved else { continue }
          try save(find, SandboxProgram(seed: seed), seed, to: folder.appendingPathComponent(place))
        }
      }
      next += UInt64(count)
    }
    report("seeds \(arguments.seed) to \(next - 1)\n\(summary.text)")
    if !summary.finds.isEmpty { exit(1) }
  }

  /// Returns the finds of an outcome.
  static func finds(of outcome: Parent.Outcome) -> [SandboxFind] {
    switch outcome {
    case .tried(let trial): trial.report.finds
    case .died(let find): [find]
    }
  }

  private static func save(_ find: SandboxFind, _ program: SandboxProgram, _ seed: UInt64, to file: URL) throws {
    let lines = "\(find.kind.rawValue), seed \(seed)\n\(find.detail.prefix(1500))".split(whereSeparator: \.isNewline)
    let comment = lines.map { "-- \($0.filter { !$0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } })\n" }
    try (comment.joined() + program.text).write(to: file, atomically: true, encoding: .utf8)
  }

  private static func describe(_ outcome: Parent.Outcome) -> String {
    switch outcome {
    case .died(let find): return "\(find.kind.rawValue): \(find.detail)"
    case .tried(let trial):
      var text = "\(trial.seconds) s, \(trial.megabytes) MB, not loaded: \(trial.report.loadFailure ?? "no")\n"
      for answer in trial.report.answers { text += "\(answer.end), \(answer.spent ?? 0): \(answer.line)\n" }
      for find in trial.report.finds { text += "FIND \(find.kind.rawValue): \(find.detail)\n" }
      return text
    }
  }
}
