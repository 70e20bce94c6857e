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
  var trail = Trail()

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
  struct Trail: Sendable {
    var id: DuplicateCheck.Key?
    /// The index of the program that evaluated it; -1 where none did.
    var plugin = -1
    /// How that plugin failed.
    var failure: PluginFailure?
    /// Whether it was not evaluated, because its plugin had been set aside.
    var isSkipped = false
    /// Whether its result names its line, whose number a worker does not know.
    var namesLine = false
  }

  /// Reads what is known of an id that will be asked for, so that it is in the cache by then.
  mutating func prefetch(_ id: DuplicateCheck.Key) {
    prefetched ^= duplicates?.prefetch(id) ?? 0
  }

  /// Goes on as a worker did that did not know what came before; false where it would have decided otherwise, and the
  /// record is to be evaluated again.
  mutating func accepts(_ trail: Trail) -> Bool {
    if trail.plugin >= 0 {
      let last = quarantine.failure(of: trail.plugin)
      if trail.isSkipped ? last != trail.failure : last != nil { return false }
      if let id = trail.id, duplicates?.insert(id) == false { return false }
      if !trail.isSkipped, quarantine.note(trail.plugin, trail.failure) { setAside.append(trail.plugin) }
      return true
    }
    return trail.id.map { duplicates?.insert($0) != false } ?? true
  }
}

extension BatchOrder: AdmissionGate {
  mutating func admit(idOf record: borrowing Record) throws(EvaluationFailure) {
    let key = DuplicateCheck.Key(idOf: record)
    trail.id = key
    if duplicates?.insert(key) == false {
      throw EvaluationFailure(code: .duplicateID, message: "申报编号与前面的记录重复")
    }
  }

  mutating func admit(_ runner: Runner) throws(EvaluationFailure) {
    guard let failure = quarantine.failure(of: runner.index) else { return }
    trail.plugin = runner.index
    trail.failure = failure
    trail.isSkipped = true
    throw quarantine.refusal(of: runner.plugin, after: failure)
  }

  mutating func ended(_ runner: Runner, _ failure: PluginFailure?) {
    trail.plugin = runner.index
    trail.failure = failure
    if quarantine.note(runner.index, failure) { setAside.append(runner.index) }
  }
}
