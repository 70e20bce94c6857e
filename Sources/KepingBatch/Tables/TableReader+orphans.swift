import KepingCore

extension TableReader {
  /// Reports rows of lists that belong to no application of the file: nothing of it is passed over in silence.
  func reportOrphans() throws(Diagnostic) {
    for list in lists {
      let lost = try list.unused().map { ($0.row, Wording("申报编号“\($0.id)”不在申报表中", "no application has the id '\($0.id)'")) }
      let nameless = list.anonymous.map { ($0, Wording("没有申报编号", "no id")) }
      let all = (lost + nameless).sorted { $0.0 < $1.0 }
      for (row, wording) in all.prefix(Self.listed) {
        faults.append(Diagnostic(path: "\(name):\(list.name)!\(row)", code: "orphan-row", wording))
      }
      if all.count > Self.listed {
        let more = all.count - Self.listed
        faults.append(
          Diagnostic(
            path: "\(name):\(list.name)", code: "orphan-row",
            Wording("另有\(more)行对不上申报编号", "\(more) more rows belong to no application")))
      }
    }
  }
}
