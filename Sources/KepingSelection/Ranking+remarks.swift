import KepingCore

extension Ranking {
  /// The rulings on limits and ties that change nothing, by the id of the application.
  public var remarks: [Diagnostic] {
    var remarks: [Diagnostic] = []
    let lines = lines
    for index in layout.order.indices where !entries[Int(layout.order[index])].rulings.isEmpty {
      for ruling in entries[Int(layout.order[index])].rulings {
        guard let wording = idle(ruling, lines[index]) else { continue }
        var remark = ruling.cell.fault("ruling-without-effect", wording)
        remark.isRemark = true
        remarks.append(remark)
      }
    }
    return remarks
  }

  /// Returns why a ruling changes nothing; nil if it does.
  private func idle(_ ruling: Ruling, _ line: Line) -> Wording? {
    let name = "申报“\(ruling.application)”"
    if ruling.clause == Ruling.tie {
      guard line.isTied, let rank = line.rank, let group = line.group else {
        return Wording("\(name)没有同分，裁定的次序没有作用", "'\(ruling.application)' is in no tie; the ruled position has no effect")
      }
      if layout.cuts[group].ruledTies.contains(Int32(rank)) { return nil }
      if line.place == .ranked || line.place == .tooFew {
        return Wording(
          "\(name)所在组不取舍，裁定的次序没有作用", "there is no cut in the group of '\(ruling.application)'; the ruled position has no effect")
      }
      return Wording(
        "\(name)：同分的项目没有都裁定不同的次序，裁定的次序没有作用",
        "'\(ruling.application)': not all of the tie have different ruled positions; the ruled position has no effect")
    }
    let parts = parts(of: line).filter { plan.limits[Int(limitTable.excesses[Int($0.excess)].limit)].clause == ruling.clause }
    if parts.contains(where: { $0.effect == .ruledIn || $0.effect == .ruledOut }) { return nil }
    if parts.isEmpty {
      return Wording(
        "\(name)没有超过限项\(ruling.clause)，裁定没有作用",
        "'\(ruling.application)' is not over the limit \(ruling.clause); the ruling has no effect")
    }
    return Wording(
      "\(name)在限项\(ruling.clause)中不待认定，裁定没有作用",
      "the limit \(ruling.clause) leaves nothing to decide for '\(ruling.application)'; the ruling has no effect")
  }
}
