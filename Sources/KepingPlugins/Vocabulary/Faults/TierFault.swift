import KepingCore

/// A mistake of a plugin in requirements or points that depend on the kind of applicant.
enum TierFault: UsageFault {
  /// A grade of `by` is itself a grade of `by`.
  case nestedGrade
  /// A clause with `full` has a check of `by`, whose tiers have bounds of their own.
  case fullWithTiers

  var code: String { "wrong-argument" }

  var wording: Wording {
    switch self {
    case .nestedGrade: Wording("by 的评分方法里不能再用 by 的评分方法", "a grade of by cannot contain another grade of by")
    case .fullWithTiers:
      Wording(
        "条款分情形（by）的不能用 full，请用 grade = reach(数量, 起评, 满分)，或按情形写 grade = by { … }",
        "a clause with by cannot have full; use grade = reach(quantity, from, full), or grade = by { … } for each tier")
    }
  }
}
