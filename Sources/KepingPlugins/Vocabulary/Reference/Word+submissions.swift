import KepingCore

extension WordEntry {
  /// The options of `limit`, which together describe a limit on what may be submitted.
  static let submissionOptions = [
    Parameter("per", constants(SubmissionLimit.Holder.self), isOptional: true, "合计谁的：申报单位、项目负责人、单位（申报和联合申报合计）"),
    Parameter(
      "within", constants(SubmissionLimit.Scope.self), isOptional: true,
      "在多大范围内合计：一个方向、一个项目类型、整个计划；不写，写在 direction 中的是本方向，写在外面的是整个计划"),
    Parameter(
      "over", constants(SubmissionLimit.Consequence.self), isOptional: true,
      "超过的怎么办：由主管部门认定（不写就是这样）、都不参加评选、按得分取舍、按提交时间先后取舍"),
    Parameter(
      "ongoing", .oneOf(["true", "\"\(SubmissionLimit.Ongoing.overdue.rawValue)\""]), isOptional: true,
      "在研项目也计入：在研和到期未验收的，或只有到期未验收的；不写，都不计入"),
  ]

  private static func constants<Value: RawRepresentable & CaseIterable>(_ type: Value.Type) -> ValueKind
  where Value.RawValue == String {
    .oneOf(type.allCases.map { "\"\($0.rawValue)\"" })
  }
}
