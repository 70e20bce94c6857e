/// 去向: what becomes of an application in a round, in the order in which a ranking lists those without a rank.
public enum Place: String, Sendable, CaseIterable {
  case selected, reserve
  case notSelected = "not-selected"
  case noMoney = "no-money"
  case overQuota = "over-quota"
  case tied, ranked
  case noAmount = "no-amount"
  case belowFloor = "below-floor"
  case incomplete
  case tooFew = "too-few"
  case overLimit = "over-limit"
  case barred, awaiting
  case notPassed = "not-passed"
  case notEvaluated = "not-evaluated"

  /// The place in Chinese, as shown to clerks.
  public var title: String {
    switch self {
    case .selected: "拟立项"
    case .reserve: "备选"
    case .notSelected: "未入选"
    case .noMoney: "经费不足"
    case .overQuota: "超出名额"
    case .tied: "同分待定"
    case .ranked: "已排序（未设名额）"
    case .noAmount: "未填经费"
    case .belowFloor: "低于分数线"
    case .incomplete: "评分未齐"
    case .tooFew: "有效申报不足"
    case .overLimit: "限项待定"
    case .barred: "超出限项"
    case .awaiting: "待补正"
    case .notPassed: "未通过"
    case .notEvaluated: "无法评审"
    }
  }
}
