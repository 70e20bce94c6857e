import KepingCore
import KepingPlugins
import KepingPrograms

/// The state that depends on the order of records: the ids seen so far, the plugins set aside, and whether any application has a
/// time of submission.
struct BatchOrder: Sendable {
  /// The ids seen so far; nil in a worker, which does not know the earlier records and takes every id as new.
  private var duplicates: DuplicateCheck?
  /// The plugins set aside so far.
  private(set) var quarantine: Quarantine
  /// The indices of the plugins that were set aside, in order of time.
  private(set) var setAside: [Int] = []
  /// Whether an application whose direction asks for a time of submission lacked it, and whether one gave it.
  private(set) var submissions = (missing: false, given: false)
  /// The sources of the records.
  private var sources = SourceNames()
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
    var id: DuplicateCheck.Identity?
    /// Whether the host's fields are well-formed, so that the id counts for later records.
    var isWellFormed = true
    /// Whether the application has a time of submission.
    var submission = SubmissionTime.notAsked
    /// The index of the program that evaluated the record; -1 if none did.
    var plugin = -1
    /// The failure of that plugin.
    var failure: PluginFailure?
    /// Whether the record was not evaluated because its plugin had been set aside.
    var isSkipped = false
    /// Whether the result names the line of the record, whose number a worker does not know.
    var namesLine = false
    /// Whether the record has a correction or rulings, and was left to the calling thread.
    var isDeferred = false

    fileprivate mutating func clear() {
      id = nil
      isWellFormed = true
      submission = .notAsked
      plugin = -1
      if failure != nil { failure = nil }
      isSkipped = false
      namesLine = false
      isDeferred = false
    }
  }

  /// Reads the slot of an id that will be inserted soon, so that it is in the cache by then.
  mutating func prefetch(_ id: DuplicateCheck.Identity) {
    prefetched ^= duplicates?.prefetch(id) ?? 0
  }

  /// Begins the records of another file or sheet.
  ///
  /// - Parameter isNewInput: whether it is the first source of an input.
  mutating func beginSource(_ name: SourceName, isNewInput: Bool) { sources.begin(name, isNewInput: isNewInput) }

  /// Applies the decision of a worker that did not know the earlier records.
  ///
  /// - Parameter line: the 1-based line of the record.
  /// - Returns: false if the decision is wrong in the order of the batch, and the record must be evaluated again.
  mutating func accepts(_ decision: Decision, line: Int) -> Bool {
    if decision.isDeferred { return false }
    if decision.plugin >= 0 {
      let setAsideFailure = quarantine.failure(of: decision.plugin)
      if decision.isSkipped ? setAsideFailure != decision.failure : setAsideFailure != nil { return false }
    }
    if let id = decision.id, !acceptsID(id, isWellFormed: decision.isWellFormed, line: line) { return false }
    if decision.plugin >= 0, !decision.isSkipped, quarantine.recordOutcome(of: decision.plugin, decision.failure) {
      setAside.append(decision.plugin)
    }
    recordSubmission(decision.submission)
    return true
  }

  private mutating func acceptsID(_ id: DuplicateCheck.Identity, isWellFormed: Bool, line: Int) -> Bool {
    if isWellFormed { return duplicates?.insertNew(id, at: DuplicateCheck.Place(source: sources.current, line: line)) != false }
    if case .same? = duplicates?.match(id) { return false }
    return true
  }

  private mutating func recordSubmission(_ submission: SubmissionTime) {
    switch submission {
    case .notAsked: break
    case .given: submissions.given = true
    case .missing: submissions.missing = true
    }
  }

  // MARK: One record

  /// Begins the record that an assessor has read, and returns the effect of earlier records on it.
  ///
  /// - Parameter line: the 1-based line or row of the record.
  mutating func beginRecord(_ assessor: inout Assessor, line: Int) -> Precedent {
    decision.clear()
    decision.isWellFormed = !assessor.hasHostFaults()
    decision.id = assessor.identity(isWellFormed: decision.isWellFormed)
    decision.submission = assessor.submissionTime()
    recordSubmission(decision.submission)
    var similar: DuplicateCheck.Place?
    if let id = decision.id, duplicates != nil {
      switch insert(id, line: line) {
      case .none: break
      case .same(let place): return .sameID(sources.duplicate(of: place, line: line))
      case .similar(let place): similar = place
      }
    }
    if quarantine.hasSetAside, let runner = assessor.runner, let failure = quarantine.failure(of: runner.index) {
      return .setAside(quarantine.refusal(of: runner.plugin, after: failure))
    }
    guard let similar, decision.isWellFormed, let id = assessor.idText() else { return .none }
    return .similarID(sources.similarity(of: id, to: similar, line: line))
  }

  /// Inserts the id of the current record if the record is well-formed, and compares it with the earlier ones.
  private mutating func insert(_ id: DuplicateCheck.Identity, line: Int) -> DuplicateCheck.Match {
    if !decision.isWellFormed { return duplicates?.match(id) ?? .none }
    return duplicates?.insert(id, at: DuplicateCheck.Place(source: sources.current, line: line)) ?? .none
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

  /// Whether a worker uses this state, which does not know the earlier records.
  var isSpeculative: Bool { duplicates == nil }

  /// Leaves the current record to the calling thread, which knows the earlier ones.
  mutating func deferRecord() {
    decision.clear()
    decision.isDeferred = true
  }

  /// Returns the effect of earlier records on the record that an assessor has read, which a correction will replace.
  ///
  /// Nothing is recorded, because the correction takes the place of the record.
  mutating func precedent(ofOriginal assessor: inout Assessor, line: Int) -> Precedent {
    if quarantine.hasSetAside, let runner = assessor.runner, let failure = quarantine.failure(of: runner.index) {
      return .setAside(quarantine.refusal(of: runner.plugin, after: failure))
    }
    guard !assessor.hasHostFaults(), let id = assessor.identity(isWellFormed: true), let text = assessor.idText(),
      case .similar(let place)? = duplicates?.match(id)
    else { return .none }
    return .similarID(sources.similarity(of: text, to: place, line: line))
  }

  /// Records that the current record could not be read.
  mutating func recordUnreadable() {
    decision.clear()
    decision.namesLine = true
  }

  /// Records that the result of the current record names its line.
  mutating func recordNamedLine() { decision.namesLine = true }
}

extension Assessor {
  /// Returns the identity of the last record that was read; nil if its id is unknown.
  ///
  /// The function changes nothing. It is mutating so that the compiler does not copy the assessor, which is large.
  fileprivate mutating func identity(isWellFormed: Bool) -> DuplicateCheck.Identity? {
    if isWellFormed {
      var hasher = Hasher()
      if hashPlainID(into: &hasher) { return DuplicateCheck.Identity(plain: DuplicateCheck.Key(hasher)) }
    }
    return idText().map { DuplicateCheck.Identity($0) }
  }
}
