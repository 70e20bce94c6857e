import CIsolation
import KepingFiles

/// The time that a parent waits for its child.
struct Patience {
  /// The processor time that the child may take.
  let seconds: Double
  /// The child's processor time when it was first asked for, and when it was last asked for.
  private var first: Double?
  private var last = 0.0
  /// The number of times in a row that the child was found waiting, with the same processor time.
  private var silences = 0

  /// The processor time that the child may take beyond the limit, because it enforces the limit itself.
  private static let grace = 2.0
  /// The silences in a row, a quarter of a second each, after which a child is given up.
  private static let maximumSilences = 40

  init(seconds: Double) { self.seconds = seconds }

  /// Waits longer, which is called every quarter of a second.
  ///
  /// - Throws: ``IsolationLoss`` if the child has taken too much processor time, or waits as well.
  mutating func wait(for process: Int32) throws(IsolationLoss) {
    let time = ChildProcess.processorTime(of: process)
    if let first, time - first > seconds + Self.grace { throw .time }
    let isSilent = first != nil && time == last && ki_is_waiting(process) != 0
    silences = isSilent ? silences + 1 : 0
    if silences >= Self.maximumSilences { throw .silent }
    if first == nil { first = time }
    last = time
  }
}
