import KepingCore
import KepingPlugins

/// What depends on the records before: ids that were seen, and plugins that were set aside.
struct BatchOrder {
  /// Nil where nobody knows yet what comes before: every id is taken to be new.
  private var duplicates: DuplicateCheck?
  private(set) var quarantine: Quarantine
  /// The plugins that were set aside, in the order in which they were.
  private(set) var setAside: [Int] = []

  /// Of no use but to have been made.
  private var glances: UInt64 = 0

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
    /// The plugin that evaluated it, by its place among the programs; -1 where none did.
    var plugin = -1
    /// How that plugin failed.
    var failure: PluginFailure?
    /// Whether it was not evaluated, since its plugin had failed so too often.
    var isSkipped = false
    /// Whether its result names its line, whose number a worker does not know.
    var namesLine = false
  }

  /// - Throws: ``EvaluationFailure`` where the id was seen before.
  mutating func note(idOf record: borrowing Record, in trail: inout Trail) throws(EvaluationFailure) {
    let key = DuplicateCheck.Key(idOf: record)
    trail.id = key
    if duplicates?.insert(key) == false {
      throw EvaluationFailure(code: .duplicateID, message: "申报编号与前面的记录重复")
    }
  }

  /// - Throws: ``EvaluationFailure``, where the plugin is set aside.
  func admit(_ runner: Runner, in trail: inout Trail) throws(EvaluationFailure) {
    guard let failure = quarantine.failure(of: runner.place) else { return }
    trail.plugin = runner.place
    trail.failure = failure
    trail.isSkipped = true
    throw quarantine.refusal(of: runner.plugin, after: failure)
  }

  /// Takes note of how an application ended.
  mutating func note(_ runner: Runner, _ failure: PluginFailure?, in trail: inout Trail) {
    trail.plugin = runner.place
    trail.failure = failure
    if quarantine.note(runner.place, failure) { setAside.append(runner.place) }
  }

  /// Looks at what is known of ids that will be asked for.
  mutating func glance(at id: DuplicateCheck.Key) {
    glances ^= duplicates?.glance(at: id) ?? 0
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
