import KepingCore

extension TableReader {
  /// Reports rows of lists that belong to no application of the file: nothing of it is passed over in silence.
  func reportOrphans() throws(Diagnostic) {
    for list in lists {
      let unused = try list.unused(atMost: Self.listed)
      let lost = unused.first.map { row, id in
        (row, Wording("没有申报书用到这一行：申报编号“\(id)”不在申报表中，或其专项没有这份清单", "no application asks for this row, of the id '\(id)'"))
      }
      let nameless = list.anonymous.prefix(Self.listed).map { ($0, Wording("没有申报编号", "no id")) }
      let all = (lost + nameless).sorted { $0.0 < $1.0 }.prefix(Self.listed)
      for (row, wording) in all {
        faults.append(Diagnostic(path: "\(name):\(list.name)!\(row)", code: "orphan-row", wording))
      }
      let more = unused.count + list.anonymous.count - all.count
      if more > 0 {
        faults.append(
          Diagnostic(
            path: "\(name):\(list.name)", code: "orphan-row",
            Wording("另有\(more)行对不上申报编号", "\(more) more rows belong to no application")))
      }
    }
  }
}
