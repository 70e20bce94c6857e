import KepingCore
import KepingPrograms

/// What is counted for the limits of the programs that are on.
struct SubmissionPlan: Sendable {
  /// A count for each holder in a group of a program, and the limits with which these counts are compared.
  struct Tally: Sendable {
    /// The program that has the limits.
    let program: ProgramReference
    /// Whose applications are counted together.
    let holder: SubmissionLimit.Holder
    /// The part of the program in which they are counted.
    let group: SubmissionLimit.Group
    /// The limits, in the order of the program.
    fileprivate(set) var limits: [SubmissionLimit]
  }

  /// How the applications of one program are counted.
  private struct Counting: Sendable {
    let slots: ParticipantSlots
    /// The indices of the tallies that count the applications of each direction.
    var directions: [[Int]] = []
  }

  /// The tallies of all programs.
  private(set) var tallies: [Tally] = []
  /// How the applications of each program are counted; nil for a program that has no limits or is not on.
  private var countings: [Counting?] = []

  /// Creates the plan for some programs; fails if none that is on has a limit on what may be submitted.
  init?(_ programs: Programs) {
    for entry in programs.entries {
      if case .on(_, let program) = entry.status, !program.submissionLimits.isEmpty {
        add(program)
      } else {
        countings.append(nil)
      }
    }
    if tallies.isEmpty { return nil }
  }

  private mutating func add(_ program: Program) {
    var counting = Counting(slots: ParticipantSlots(program.schema))
    let first = tallies.count
    for direction in program.directions {
      var used: [Int] = []
      for limit in program.submissionLimits {
        guard let group = limit.group(of: direction, in: program) else { continue }
        let tally = index(of: group, limit.terms.per, from: first, program.reference)
        if !tallies[tally].limits.contains(limit) { tallies[tally].limits.append(limit) }
        if !used.contains(tally) { used.append(tally) }
      }
      counting.directions.append(used)
    }
    countings.append(counting)
  }

  /// Returns the index of a tally, which is added if the program does not have it.
  private mutating func index(
    of group: SubmissionLimit.Group, _ holder: SubmissionLimit.Holder, from first: Int, _ program: ProgramReference
  ) -> Int {
    if let known = tallies[first...].firstIndex(where: { $0.group == group && $0.holder == holder }) { return known }
    tallies.append(Tally(program: program, holder: holder, group: group, limits: []))
    return tallies.count - 1
  }

  /// Returns what the last record that an assessor has read counts for; nothing if its program has no limits.
  func submission(of assessor: inout Assessor) -> Submission {
    var submission = Submission()
    guard let runner = assessor.runner, let direction = assessor.directionIndex, let counting = countings[runner.index] else {
      return submission
    }
    let used = counting.directions[direction]
    if used.isEmpty { return submission }
    let participants = assessor.participants(counting.slots)
    for tally in used {
      switch tallies[tally].holder {
      case .applicant: submission.add(participants.applicant.key, participants.applicant.shownName, to: tally)
      case .unit: for unit in participants.units { submission.add(unit.key, unit.name, to: tally) }
      case .leader: submission.add(participants.leaderKey, participants.shownLeader, to: tally)
      }
    }
    return submission
  }
}

/// The holders for whom an application counts, by their hashed keys.
struct Submission: Sendable {
  /// A holder in one of the plan's tallies.
  struct Share: Sendable {
    /// The index of the tally.
    let tally: Int
    let key: KeyTable.Key
    /// The name of the holder as reports show it.
    let name: String
  }

  private(set) var shares: [Share] = []

  /// Adds a holder; one without a key does not count.
  fileprivate mutating func add(_ key: Bytes?, _ name: String, to tally: Int) {
    guard let key else { return }
    var hasher = Hasher()
    hasher.combine(tally)
    hasher.combine(key.span, from: 0, to: key.count)
    shares.append(Share(tally: tally, key: KeyTable.Key(hasher), name: name))
  }
}

/// An assessment with what its application counts for.
struct Assessed: Sendable {
  let assessment: Assessment
  let submission: Submission
}
