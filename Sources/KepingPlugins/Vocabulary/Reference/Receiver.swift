import KepingCore

/// What a method may stand behind: a quantity that was made, the list `units`, or a field of some type.
package enum Receiver: CaseIterable, Sendable {
  case quantity, units
  case money, count, year, yearlyMoney, flag, choice, text, creditCode, time, division, texts, list, tally, object

  /// The fields, whatever their type.
  package static let fields = allCases.filter { $0 != .quantity && $0 != .units }

  package init(_ type: FieldType) {
    self =
      switch type {
      case .text: .text
      case .creditCode: .creditCode
      case .division: .division
      case .time: .time
      case .choice: .choice
      case .flag: .flag
      case .count: .count
      case .money: .money
      case .year: .year
      case .yearlyMoney: .yearlyMoney
      case .texts: .texts
      case .object: .object
      case .objects: .list
      case .tally: .tally
      }
  }

  /// As a clerk calls it.
  package var chinese: String {
    switch self {
    case .quantity: "数量"
    case .units: "units"
    case .money: "金额字段"
    case .count: "个数字段"
    case .year: "整数字段"
    case .yearlyMoney: "分年度金额字段"
    case .flag: "是否字段"
    case .choice: "选项字段"
    case .text: "文本字段"
    case .creditCode: "信用代码字段"
    case .time: "时间字段"
    case .division: "区划字段"
    case .texts: "多个文本的字段"
    case .list: "清单字段"
    case .tally: "分类计数字段"
    case .object: "一组字段"
    }
  }
}
