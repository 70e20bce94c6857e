import KepingCore
import KepingPlugins

/// One clause or criterion by itself, with the changes of it that no test notices.
///
/// Only what belongs to its id is evaluated, which is many times faster than the whole direction.
struct Trial {
  /// What an application gets for the clause and the criterion.
  struct Answer: Equatable {
    let outcome: Outcome?
    let points: Int?
  }

  /// An application that may be suggested as a case.
  struct Candidate {
    let edit: Edit
    /// The ids of the clauses whose notices are registered.
    let notices: [String]
    /// What the unchanged program answers.
    let answer: Answer
    /// The indices of the changes whose outcome is another one.
    let byOutcome: Set<Int>
    /// The indices of the changes whose points are others.
    let byPoints: Set<Int>
  }

  /// The id of the clause or the criterion.
  let id: String
  /// The changes that no test notices.
  let mutants: [Mutant]
  /// The outcomes that no test sees, if they are asked for.
  let gaps: [Outcome]
  let clause: Clause?
  let criteria: [Criterion]
  private let bench: TestBench
  private let functions: ChangedFunctions
  private let unchanged: CompiledProgram
  private let changed: [CompiledProgram]

  init(
    _ id: String, of direction: Direction, _ mutants: [Mutant], gaps: [Outcome], _ bench: TestBench, _ functions: ChangedFunctions
  ) {
    self.id = id
    self.mutants = mutants
    self.gaps = gaps
    self.bench = bench
    self.functions = functions
    clause = direction.clauses.first { $0.id == id }
    criteria = direction.criteria.filter { $0.id == id }
    let program = bench.loaded.program
    func compiled(_ change: (inout Checks, inout Direction) -> Void) -> CompiledProgram {
      var copy = program
      var changed = direction
      change(&copy.checks, &changed)
      copy.directions = [changed.only(id)]
      return CompiledProgram(copy, for: .values, only: 0)
    }
    unchanged = compiled { _, _ in }
    changed = mutants.map { compiled($0.apply) }
  }

  /// Evaluates an application by the unchanged and by each changed program; nil if it cannot be evaluated.
  /// - Parameter wanted: the indices of the changes to try; nil for all.
  func candidate(
    _ edit: Edit, notices: [String] = [], base: JSONValue, wanted: Set<Int>? = nil
  ) -> Candidate? {
    guard let application = edit.applied(to: base) else { return nil }
    var prepared = bench.evaluate(application, notices: notices)
    // A case that meets an unknown field fails.
    guard prepared.assessment.isEvaluated, !prepared.assessment.problems.contains(where: { $0.code == .unknownField }) else {
      return nil
    }
    let answer = answer(in: prepared.assessment)
    let reference = self.answer(in: prepared.evaluateAgain(by: unchanged, direction: 0, functions))
    var byOutcome: Set<Int> = []
    var byPoints: Set<Int> = []
    for index in wanted.map({ $0.sorted() }) ?? Array(changed.indices) {
      let other = self.answer(in: prepared.evaluateAgain(by: changed[index], direction: 0, functions))
      if reference.outcome != nil, other.outcome != reference.outcome { byOutcome.insert(index) }
      if reference.points != nil, other.points != reference.points { byPoints.insert(index) }
    }
    return Candidate(edit: edit, notices: notices, answer: answer, byOutcome: byOutcome, byPoints: byPoints)
  }

  private func answer(in assessment: Assessment) -> Answer {
    Answer(outcome: assessment.finding(of: id)?.outcome, points: assessment.item(of: id)?.points)
  }
}

extension Direction {
  /// Returns the direction with only the clause and the criteria of an id, or all of it if criteria share their points.
  fileprivate func only(_ id: String) -> Direction {
    guard notApplicable != .shared else { return self }
    var part = self
    part.clauses = clauses.filter { $0.id == id }
    part.criteria = criteria.filter { $0.id == id }.map { criterion in
      var copy = Criterion(
        id: criterion.id, title: criterion.title, weight: criterion.weight, grade: criterion.grade,
        clause: criterion.clause == nil ? nil : 0)
      copy.maximum = criterion.maximum
      return copy
    }
    return part
  }
}
