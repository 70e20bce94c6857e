import KepingCore
import KepingPlugins
import KepingPrograms

/// The state that depends on the order of records: the ids seen so far and the plugins set aside.
struct BatchOrder: Sendable {
  /// The ids seen so far; nil in a worker, which does not know the earlier records and takes every id as new.
  private var duplicates: DuplicateCheck?
  /// The plugins set aside so far.
  private(set) var quarantine: Quarantine
  /// The indices of the plugins that were set aside, in order of time.
  private(set) var setAside: [Int] = []
  /// The decision about the current record.
  private(set) var decision = Decision()

  /// Keeps the prefetching reads from being optimised away.
  private var prefetched: UInt64 = 0

  /// Creates the state of a whole batch.
  ///
  /// - Parameter limit: the number of exceeded limits in a row after which a plugin is set aside.
  init(limit: Int) {
    duplicates = DuplicateCheck()
    quarantine = Quarantine(limit: limit)
  }

  /// Creates the state with which a worker evaluates a chunk; only the plugins set aside so far are known.
  init(after quarantine: Quarantine) {
    duplicates = nil
    self.quarantine = quarantine.withoutCounts
  }

  /// A worker's decision about a record, which is compared with the state of the whole batch.
  struct Decision: Sendable {
    /// The id of the record; nil if it is unknown.
    var id: DuplicateCheck.Key?
    /// The index of the program that evaluated the record; -1 if none did.
    var plugin = -1
    /// The failure of that plugin.
    var failure: PluginFailure?
    /// Whether the record was not evaluated because its plugin had been set aside.
    var isSkipped = false
    /// Whether the result names the line of the record, whose number a worker does not know.
    var namesLine = false

    fileprivate mutating func clear() {
      id = nil
      plugin = -1
      if failure != nil { failure = nil }
      isSkipped = false
      namesLine = false
    }
  }

  /// Reads the slot of an id that will be inserted soon, so that it is in the cache by then.
  mutating func prefetch(_ id: DuplicateCheck.Key) {
    prefetched ^= duplicates?.prefetch(id) ?? 0
  }

  /// Applies the decision of a worker that did not know the earlier records.
  ///
  /// - Returns: false if the decision is wrong in the order of the batch, and the record must be evaluated again.
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

  /// Begins a record and returns the effect of earlier records on it.
  ///
  /// - Parameters:
  ///   - id: the id of the record; nil if it is unknown.
  ///   - runner: the program that evaluates the record; nil if none does.
  mutating func beginRecord(id: DuplicateCheck.Key?, runner: Runner?) -> Precedent {
    decision.clear()
    decision.id = id
    if let id, duplicates?.insert(id) == false { return .sameID }
    guard quarantine.hasSetAside, let runner, let failure = quarantine.failure(of: runner.index) else { return .none }
    return .setAside(quarantine.refusal(of: runner.plugin, after: failure))
  }

  /// Records the end of the record that was begun last.
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

  /// Records that the current record could not be read.
  mutating func recordUnreadable() {
    decision.clear()
    decision.namesLine = true
  }
}

extension Assessor {
  /// Returns the key of the last record that was read; nil if its id is unknown.
  mutating func id() -> DuplicateCheck.Key? {
    var hasher = Hasher()
    return hashID(into: &hasher) ? DuplicateCheck.Key(hasher) : nil
  }
}
