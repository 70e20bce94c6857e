import KepingCore
import KepingPlugins
import KepingPrograms

/// What depends on the records before: ids that were seen, and plugins that were set aside.
struct BatchOrder: Sendable {
  /// Nil where nobody knows yet what comes before: every id is taken to be new.
  private var duplicates: DuplicateCheck?
  private(set) var quarantine: Quarantine
  /// The plugins that were set aside, in the order in which they were.
  private(set) var setAside: [Int] = []
  /// What was decided about the record that is being evaluated.
  private(set) var decision = Decision()

  /// Keeps the prefetching reads from being optimised away.
  private var prefetched: UInt64 = 0

  /// The order of a whole batch.
  init(limit: Int) {
    duplicates = DuplicateCheck()
    quarantine = Quarantine(limit: limit)
  }

  /// The order of a part of a batch, of which nothing is known but what plugins were set aside before.
  init(after quarantine: Quarantine) {
    duplicates = nil
    self.quarantine = quarantine.withoutCounts
  }

  /// What was decided about a record in one order, to be held against another.
  struct Decision: Sendable {
    var id: DuplicateCheck.Key?
    /// The index of the program that evaluated it; -1 where none did.
    var plugin = -1
    /// How that plugin failed.
    var failure: PluginFailure?
    /// Whether it was not evaluated, because its plugin had been set aside.
    var isSkipped = false
    /// Whether its result names its line, whose number a worker does not know.
    var namesLine = false

    fileprivate mutating func clear() {
      id = nil
      plugin = -1
      if failure != nil { failure = nil }
      isSkipped = false
      namesLine = false
    }
  }

  /// Reads what is known of an id that will be asked for, so that it is in the cache by then.
  mutating func prefetch(_ id: DuplicateCheck.Key) {
    prefetched ^= duplicates?.prefetch(id) ?? 0
  }

  /// Goes on as a worker did that did not know what came before; false where it would have decided otherwise, and the
  /// record is to be evaluated again.
  mutating func accepts(_ decision: Decision) -> Bool {
    if decision.plugin >= 0 {
      let setAsideFailure = quarantine.failure(of: decision.plugin)
      if decision.isSkipped ? setAsideFailure != decision.failure : setAsideFailure != nil { return false }
      if let id = decision.id, duplicates?.insert(id) == false { return false }
      if !decision.isSkipped, quarantine.recordOutcome(of: decision.plugin, decision.failure) { setAside.append(decision.plugin) }
      return true
    }
    return decision.id.map { duplicates?.insert($0) != false } ?? true
  }

  // MARK: One record

  /// Finds out what came before a record.
  /// - Parameters:
  ///   - id: the record's; nil where it is not known.
  ///   - runner: who evaluates it; nil where nobody does.
  mutating func beginRecord(id: DuplicateCheck.Key?, runner: Runner?) -> Precedent {
    decision.clear()
    decision.id = id
    if let id, duplicates?.insert(id) == false { return .sameID }
    guard quarantine.hasSetAside, let runner, let failure = quarantine.failure(of: runner.index) else { return .none }
    return .setAside(quarantine.refusal(of: runner.plugin, after: failure))
  }

  /// Takes note of how the record that was placed was concluded.
  mutating func endRecord(_ conclusion: Conclusion, runner: Runner?) {
    guard let runner else { return }
    switch conclusion {
    case .refused: return
    case .setAside:
      decision.failure = quarantine.failure(of: runner.index)
      decision.isSkipped = true
    case .evaluated: quarantine.recordSuccess(of: runner.index)
    case .failed(let failure):
      decision.failure = failure
      if quarantine.recordOutcome(of: runner.index, failure) { setAside.append(runner.index) }
    }
    decision.plugin = runner.index
  }

  /// Takes note of a record that could not be read.
  mutating func recordUnreadable() {
    decision.clear()
    decision.namesLine = true
  }
}

extension Assessor {
  /// The id of the record that was read last; nil where it is not known.
  mutating func id() -> DuplicateCheck.Key? {
    var hasher = Hasher()
    return hashID(into: &hasher) ? DuplicateCheck.Key(hasher) : nil
  }
}
