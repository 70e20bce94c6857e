import ArgumentParser
import KepingBatch
import KepingCore
import KepingFiles
import KepingSelection
import KepingTables

/// A sheet beside the applications that `keping template --for` writes.
enum SideTemplate: String, CaseIterable, ExpressibleByArgument {
  case panel, rulings, ongoing, grants

  /// Whether the sheet has a row for each application.
  var needsApplications: Bool { self == .panel || self == .grants }
}

/// The applications that may be selected, as far as the evaluation says: those that pass, by group.
struct Candidates {
  private let plan: RoundPlan
  /// The applications by the index of their group.
  private var byGroup: [Int: [Template.Candidate]] = [:]
  /// The number of records that could not be evaluated.
  private(set) var errorCount = 0
  /// Whether all of the inputs could be read.
  private(set) var isComplete = true

  init(_ plan: RoundPlan) { self.plan = plan }

  /// Evaluates an input and adds its applications that pass.
  mutating func add(_ input: Input, by batch: Batch) throws(Diagnostic) {
    let isWhole = try batch.assess(input, report: { Console.show($0) }) { assessment throws(Diagnostic) in
      if assessment.verdict == .error { errorCount += 1 }
      guard assessment.verdict == .pass, let id = assessment.id, let year = assessment.year, let direction = assessment.direction,
        let index = plan.direction(year: year, id: direction)
      else { return }
      byGroup[plan.directions[index].group, default: []].append(
        Template.Candidate(id: id, title: assessment.title ?? "", applicant: assessment.applicant ?? ""))
    }
    if !isWhole { isComplete = false }
  }

  /// Notes that an input could not be read.
  mutating func addUnreadable() { isComplete = false }

  /// The groups that have applications, in the order of the guideline, with their applications by id.
  var groups: [Template.PanelGroup] {
    plan.groups.indices.compactMap { index in
      guard let candidates = byGroup[index] else { return nil }
      let group = plan.groups[index]
      return Template.PanelGroup(
        key: group.key, title: group.title, items: group.settings.panel.items,
        candidates: candidates.sorted { $0.id.unicodeScalars.lexicographicallyPrecedes($1.id.unicodeScalars) })
    }
  }
}
