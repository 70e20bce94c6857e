import KepingCore

extension Round {
  /// Returns the place of each application.
  ///
  /// The order of the entries and of the rows beside them changes nothing. A row that ``faults()`` names is passed over.
  public func ranking() -> Ranking {
    Ranking(plan: plan, entries: entries, lines: Ranking.Lines(), summaries: [], remarks: [])
  }
}
