import Foundation
import SandboxPrograms

/// What has been tried and found so far.
struct Summary {
  private var programs = 0
  private var loaded = 0
  private var loadFailures: [String: Int] = [:]
  private var ends: [String: Int] = [:]
  private(set) var finds: [SandboxFind.Class: Int] = [:]
  private var seconds = (most: 0.0, seed: UInt64(0))
  private var megabytes = (most: 0, seed: UInt64(0))

  mutating func add(_ outcome: Parent.Outcome, seed: UInt64) {
    programs += 1
    switch outcome {
    case .died(let find): finds[find.kind, default: 0] += 1
    case .tried(let trial):
      for find in trial.report.finds { finds[find.kind, default: 0] += 1 }
      if let failure = trial.report.loadFailure {
        loadFailures[failure, default: 0] += 1
      } else {
        loaded += 1
        ends.merge(trial.report.ends) { $0 + $1 }
      }
      if trial.seconds > seconds.most { seconds = (trial.seconds, seed) }
      if trial.megabytes > megabytes.most { megabytes = (trial.megabytes, seed) }
    }
  }

  /// One line.
  var progress: String {
    "\(programs) programs, \(loaded) loaded, \(ends.values.reduce(0, +)) applications, finds: \(list(finds, \.rawValue))"
  }

  /// All numbers, on several lines.
  var text: String {
    """
    programs      \(programs)
    loaded        \(loaded)
    not loaded    \(list(loadFailures, \.self))
    applications  \(ends.values.reduce(0, +)): \(list(ends, \.self))
    most time     \(String(format: "%.2f", seconds.most)) s of processor time (seed \(seconds.seed))
    most memory   \(megabytes.most) MB (seed \(megabytes.seed))
    finds         \(list(finds, \.rawValue))

    """
  }

  private func list<Key>(_ counts: [Key: Int], _ name: (Key) -> String) -> String {
    let parts = counts.map { "\(name($0.key)) \($0.value)" }.sorted()
    return parts.isEmpty ? "none" : parts.joined(separator: ", ")
  }
}
