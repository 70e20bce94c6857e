import KepingCore
import KepingFiles
import KepingPrograms
import KepingUnicode

/// One application that is ruled on.
struct RulingSubject {
  /// What a ruling settles.
  private enum Target: Hashable {
    /// The finding at an index.
    case finding(Int)
    /// The problem at an index.
    case problem(Int)
    /// A limit by its clause, or a tie.
    case selection(String)
  }

  /// What becomes of a ruling.
  private enum Fate {
    case fault(RulingFault)
    /// The ruling has lapsed; the reason is for clerks.
    case stale(String)
    case live([Target])
  }

  private let assessment: Assessment
  private let program: Program?
  private let direction: Direction?
  private let version: RulingBook.Version
  private let confirmation: RulingConfirmation
  private let bureauLimits: Int
  /// The rulings that cannot be taken as they are, and remarks on rulings that change nothing.
  private(set) var diagnostics: [Diagnostic] = []

  init(
    _ assessment: Assessment, _ call: EvaluationCall?, _ version: RulingBook.Version, confirmation: RulingConfirmation,
    bureauLimits: Int
  ) {
    self.assessment = assessment
    program = call?.program.program
    direction = call.map { $0.program.program.directions[$0.direction] }
    self.version = version
    self.confirmation = confirmation
    self.bureauLimits = bureauLimits
  }

  /// Decides which of the rulings on the application take effect.
  mutating func decide(_ rulings: [Ruling]) -> RulingBook.Decision {
    let fates = rulings.map(fate)
    var owners: [Target: [Int]] = [:]
    for (index, fate) in fates.enumerated() {
      if case .live(let targets) = fate { for target in targets { owners[target, default: []].append(index) } }
    }
    var decision = RulingBook.Decision()
    /// The rulings that take effect, by the clause.
    var effective: [String: AppliedRuling] = [:]
    for (index, ruling) in rulings.enumerated() {
      guard case .live(let targets) = fates[index], other(than: index, targets, owners) == nil, isConfirmed(ruling, targets)
      else {
        continue
      }
      effective[ruling.clause] = AppliedRuling(ruling, from: nil)
    }
    for (index, ruling) in rulings.enumerated() {
      switch fates[index] {
      case .fault(let fault): diagnostics.append(fault.diagnostic(for: ruling))
      case .stale(let reason):
        // Beside a ruling that takes effect, one that has lapsed is only told.
        decision.rulings.told.append(told(.rulingStale, of: ruling, "已失效：\(reason)；请重新裁定，或删去这一行", effective[ruling.clause]))
      case .live(let targets):
        if let other = other(than: index, targets, owners) {
          diagnostics.append(RulingFault.conflict(with: rulings[other]).diagnostic(for: ruling))
        } else if isConfirmed(ruling, targets) {
          apply(ruling, to: targets, &decision)
        } else {
          decision.rulings.told.append(told(.rulingUnconfirmed, of: ruling, "还没有生效：须由另一人复核，请填写复核人", nil))
        }
      }
    }
    return decision
  }

  /// Returns the index of another ruling that settles the same; nil if there is none.
  private func other(than index: Int, _ targets: [Target], _ owners: [Target: [Int]]) -> Int? {
    targets.lazy.compactMap { owners[$0]?.first { $0 != index } }.first
  }

  private func told(_ code: Problem.Code, of ruling: Ruling, _ fact: String, _ settled: AppliedRuling?) -> Problem {
    // Results name no folders.
    let file = Input.labels(of: [ruling.cell.file])[0].printable()
    let place = ruling.cell.sheet == nil ? SourceNames.location(line: ruling.cell.row, in: file) : "\(file) \(ruling.cell.text)"
    let message = "\(place)对“\(ruling.clause.printable(limit: 60))”的裁定\(fact)"
    return Problem(field: ruling.clause, code: code, message: message, ruling: settled)
  }

  private mutating func apply(_ ruling: Ruling, to targets: [Target], _ decision: inout RulingBook.Decision) {
    for target in targets {
      switch (target, ruling.decision) {
      case (.finding(let index), .outcome(let outcome)):
        let from = assessment.findings[index].outcome
        decision.rulings.findings[index] = (outcome, AppliedRuling(ruling, from: from))
        if from == outcome { diagnostics.append(remarkOnSameOutcome(ruling, outcome)) }
      case (.problem(let index), _): decision.rulings.problems[index] = AppliedRuling(ruling, from: nil)
      case (.selection, _): decision.selection.append(ruling)
      case (.finding, .position): break
      }
    }
  }

  private func remarkOnSameOutcome(_ ruling: Ruling, _ outcome: Outcome) -> Diagnostic {
    var remark = ruling.cell.fault(
      "unneeded-ruling",
      Wording(
        "“\(ruling.clause)”评审的结论也是\(outcome.title)，裁定没有改变什么",
        "'\(ruling.clause)' is \(outcome.rawValue) without the ruling, too; it changes nothing"))
    remark.isRemark = true
    return remark
  }

  /// Returns whether a ruling is confirmed as far as it needs to be.
  private func isConfirmed(_ ruling: Ruling, _ targets: [Target]) -> Bool {
    if ruling.confirmedBy != nil { return true }
    switch confirmation {
    case .never: return true
    case .always: return false
    case .pass:
      guard case .outcome(let outcome) = ruling.decision, outcome.isPassing else { return true }
      // Problems and limits hinder the application, or nobody would rule on them.
      return targets.allSatisfy {
        if case .finding(let index) = $0 { assessment.findings[index].outcome.isPassing } else { false }
      }
    }
  }

  // MARK: What becomes of a ruling

  private func fate(_ ruling: Ruling) -> Fate {
    if let confirmedBy = ruling.confirmedBy, Self.fold(confirmedBy) == Self.fold(ruling.by) { return .fault(.confirmedByItself) }
    guard let program, let direction else { return .stale("申报书无法评审") }
    if case .corrected(let day?, _) = version, ruling.on < day {
      return .stale("裁定日期\(ruling.on.iso)早于补正提交的日期\(day.iso)")
    }
    if ruling.clause == Ruling.tie {
      guard case .position = ruling.decision else { return .fault(.positionNeeded) }
      return ruling.check == nil ? .live([.selection(Ruling.tie)]) : .fault(.uselessCheck)
    }
    guard case .outcome(let outcome) = ruling.decision else { return .fault(.outcomeNeeded) }
    if let code = Problem.Code(rawValue: ruling.clause) { return fate(ruling, outcome, code) }
    if let index = direction.clauses.firstIndex(where: { $0.id == ruling.clause }), direction.clauses[index].kind != .limit {
      return fate(ruling, outcome, direction.clauses[index], direction.findingIndex(ofClause: index) ?? 0)
    }
    return fateOfLimit(ruling, outcome, program, direction)
  }

  private static func fold(_ text: String) -> Bytes { FoldedText.fold(Bytes(text.utf8)[...]) }

  /// Returns the fate of a ruling on a clause that has a finding.
  private func fate(_ ruling: Ruling, _ outcome: Outcome, _ clause: Clause, _ finding: Int) -> Fate {
    if clause.kind == .notice { return .fault(.notice) }
    let allowed: [Outcome] = clause.appliesWhen == nil ? [.met, .unmet] : [.met, .unmet, .notApplicable]
    guard allowed.contains(outcome) else { return .fault(.impossibleOutcome(allowed: allowed)) }
    if let check = ruling.check, !Self.isSame(check, assessment.fingerprint(of: assessment.findings[finding])) {
      return .stale("裁定以后，评审意见变了（校验不符）")
    }
    return .live([.finding(finding)])
  }

  /// Returns the fate of a ruling on a problem.
  private func fate(_ ruling: Ruling, _ outcome: Outcome, _ code: Problem.Code) -> Fate {
    guard code.canBeRuled else { return .fault(.unruledProblem) }
    guard outcome == .met else { return .fault(.impossibleOutcome(allowed: [.met])) }
    let indices = assessment.problems.indices.filter { assessment.problems[$0].code == code }
    if let check = ruling.check {
      let same = indices.filter { Self.isSame(check, assessment.fingerprint(of: assessment.problems[$0])) }
      return same.isEmpty ? .stale("裁定以后，问题变了或没有了（校验不符）") : .live(same.map { .problem($0) })
    }
    if !indices.isEmpty { return .live(indices.map { .problem($0) }) }
    if case .corrected = version { return .stale("补正以后没有这个问题了") }
    return .fault(.absentProblem)
  }

  /// Returns the fate of a ruling on a limit, or on a clause that the direction does not have.
  private func fateOfLimit(_ ruling: Ruling, _ outcome: Outcome, _ program: Program, _ direction: Direction) -> Fate {
    let bureau = (0..<bureauLimits).map { "selection/limit/\($0 + 1)" }
    if (program.submissionLimits(for: direction).map(\.clause) + bureau).contains(ruling.clause) {
      guard outcome != .notApplicable else { return .fault(.impossibleOutcome(allowed: [.met, .unmet])) }
      return ruling.check == nil ? .live([.selection(ruling.clause)]) : .fault(.uselessCheck)
    }
    if direction.limits.contains(where: { $0.clause == ruling.clause }) { return .fault(.acceptanceLimit) }
    var programs = [program]
    if case .corrected(_, let original?) = version { programs.append(original) }
    if programs.contains(where: { $0.hasClause(ruling.clause) }) { return .stale("这一条款不是方向\(direction.id)的") }
    let known = direction.clauses.map(\.id) + program.clauses.map(\.id) + bureau + [Ruling.tie]
    return .fault(.unknownClause(known: known + Problem.Code.allCases.filter(\.canBeRuled).map(\.rawValue)))
  }

  /// Returns whether a fingerprint that a person may have typed is another one.
  private static func isSame(_ given: String, _ fingerprint: String) -> Bool {
    fold(given).filter { $0 != UInt8(ascii: "-") } == fold(fingerprint).filter { $0 != UInt8(ascii: "-") }
  }
}

extension Program {
  /// Returns whether a clause stands in a direction or outside of them.
  fileprivate func hasClause(_ id: String) -> Bool {
    clauses.contains { $0.id == id } || directions.contains { $0.clauses.contains { $0.id == id } }
  }
}

extension Outcome {
  /// Whether the clause hinders nobody.
  fileprivate var isPassing: Bool { self == .met || self == .notApplicable }
}
