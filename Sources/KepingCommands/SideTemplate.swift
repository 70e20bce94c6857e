import ArgumentParser
import KepingCore
import KepingSelection
import KepingTables

/// A sheet beside the applications that `keping template --for` writes.
enum SideTemplate: String, CaseIterable, ExpressibleByArgument {
  case panel, rulings, ongoing, grants

  /// Whether the sheet has a row for each application.
  var needsApplications: Bool { self == .panel || self == .grants }
}

extension Template.PanelGroup {
  /// Returns the groups of a round that have applications which pass, in the order of the guideline, with these by id.
  static func candidates(_ entries: [Entry], _ plan: RoundPlan) -> [Self] {
    var byGroup: [Int: [Template.Candidate]] = [:]
    for entry in entries where entry.verdict == .pass {
      guard let id = entry.text(.id), let year = entry.year, let direction = entry.text(.direction),
        let index = plan.direction(year: year, id: direction)
      else { continue }
      byGroup[plan.directions[index].group, default: []].append(
        Template.Candidate(
          id: id, title: entry.text(.title) ?? "", applicant: entry.text(.applicant) ?? "", requested: entry.requested))
    }
    return plan.groups.indices.compactMap { index in
      guard let candidates = byGroup[index] else { return nil }
      let group = plan.groups[index]
      return Template.PanelGroup(
        key: group.key, title: group.title, items: group.settings.panel.items,
        candidates: candidates.sorted { $0.id.unicodeScalars.lexicographicallyPrecedes($1.id.unicodeScalars) })
    }
  }
}
