import KepingCore
import KepingPrograms
import KepingSelection
import KepingTables

/// How entries of a round are made from the records of each program.
struct EntryPlan: Sendable {
  /// The slots that the entries of one program need.
  private struct Slots: Sendable {
    let participants: ParticipantSlots
    /// The fields of the order, by direction.
    let order: [[NumberSlot]]
  }

  /// The slots of each program; nil for one that is not on.
  private let programs: [Slots?]

  /// Creates the plan of a round for some programs.
  init(_ plan: RoundPlan, _ programs: Programs) {
    self.programs = programs.entries.map { entry in
      guard case .on(_, let program) = entry.status else { return nil }
      let order = program.directions.map { direction -> [NumberSlot] in
        guard let index = plan.direction(year: program.year, id: direction.id) else { return [] }
        return plan.orderFields(ofDirection: index).compactMap { NumberSlot($0, in: program.schema) }
      }
      return Slots(participants: ParticipantSlots(program.schema), order: order)
    }
  }

  /// What a round needs of the result of an application.
  struct Conclusion {
    let verdict: Verdict
    /// The total of the score, in tenths of a point.
    let points: Int
    let program: ProgramReference?
    /// The rulings on limits and ties that take effect.
    var rulings: [Ruling] = []
    /// The submission that the application corrects; nil if it corrects none.
    var original: OriginalSubmission?

    init(_ sink: VerdictSink) {
      verdict = sink.verdict
      points = sink.total
      program = sink.program
    }

    /// Creates the conclusion of an application that was assessed as a value.
    init(_ assessment: Assessment, _ amendments: Amendments?) {
      verdict = assessment.verdict
      points = assessment.total
      program = assessment.program
      rulings = amendments?.selectionRulings ?? []
      original = amendments?.original
    }
  }

  private func identity(of unit: Participants.Unit) -> UnitIdentity {
    UnitIdentity(name: unit.name[...], creditCode: unit.creditCode)
  }

  /// Returns the entry of the last record that an assessor has concluded; call this while the record is still bound.
  func entry(_ result: Conclusion, of assessor: inout Assessor) -> Entry {
    let fields = assessor.roundFields()
    let submittedAt = result.original.map(\.time) ?? fields.submittedAt
    guard result.verdict != .error, let runner = assessor.runner, let slots = programs[runner.index],
      let direction = assessor.directionIndex
    else {
      return Entry(
        texts: fields.texts, year: fields.year, program: result.program, verdict: .error, points: 0,
        requested: fields.requested, submittedAt: submittedAt, unit: .none, partners: [], leader: .none)
    }
    let participants = assessor.participants(slots.participants)
    return Entry(
      texts: fields.texts, year: fields.year, program: result.program, verdict: result.verdict, points: result.points,
      requested: fields.requested, submittedAt: submittedAt, unit: identity(of: participants.applicant),
      partners: participants.partners.map(identity),
      leader: LeaderIdentity(name: participants.leader[...], number: participants.leaderID[...]),
      orderValues: assessor.values(of: slots.order[direction]), rulings: result.rulings)
  }
}

extension Entry {
  /// The entry of an application about which nothing is known.
  static let unread = Entry(
    texts: Text.allCases.map { _ in nil }, year: nil, program: nil, verdict: .error, points: 0, requested: nil, submittedAt: nil,
    unit: .none, partners: [], leader: .none)
}
