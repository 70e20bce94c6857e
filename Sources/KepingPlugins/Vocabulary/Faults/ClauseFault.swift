import KepingCore
import LuaRuntime

/// A fault in a clause, its points or its direction.
enum ClauseFault: UsageFault {
  /// A clause has no option with a name.
  case unknownOption(String, kind: ClauseKind, known: [String])
  /// A notice has a check.
  case noticeWithCheck
  /// A clause has no check.
  case missingCheck(quote: String)
  /// An option has no effect because there are no points.
  case noEffectWithoutPoints(option: String)
  /// A notice has points.
  case noticeWithPoints
  /// A clause has both `full` and `grade`.
  case fullAndGrade
  /// A clause with `full` does not have a single `at_least` bound.
  case fullWithoutBound
  /// The points are not a number above 0.
  case wrongPoints
  /// A value of Lua is used as a grade.
  case notGrade(LuaValue)
  /// A grade is a quantity with a unit.
  case gradeWithUnit
  /// The plugin does not define a direction of the manifest.
  case missingDirection(String)
  /// The manifest has no direction with an id; `titles` are the titles of those that it has.
  case unknownDirection(String, known: [String], titles: [String])
  /// The first item of a direction is not the number of one.
  case notDirection(LuaValue?)
  /// A direction has no option with a name.
  case unknownDirectionOption(String)
  /// The first item of a clause is not a quote.
  case notQuote(LuaValue?, kind: ClauseKind)
  /// A quote has no word in it.
  case blankQuote(String)
  /// An item of a list is nil, although another follows.
  case emptyItem(Word, Int)
  /// A direction is defined twice.
  case duplicateDirection(String, line: Int)
  /// The checks of a direction have too many parts.
  case directionTooComplex(String)
  /// A direction has no points.
  case noPoints(direction: String)
  /// The option `not_applicable` of a direction is neither `shared` nor `lost`.
  case notApplicable
  /// A direction contains a value of Lua in place of a clause.
  case valueNotClause(LuaValue, direction: String)
  /// A direction contains another node in place of a clause.
  case nodeNotClause(VocabularyNode, direction: String)

  var code: String {
    switch self {
    case .unknownOption: "unknown-option"
    case .unknownDirectionOption: "unknown-option"
    case .notDirection, .notQuote, .blankQuote, .emptyItem, .notGrade: "wrong-argument"
    case .noticeWithCheck, .noEffectWithoutPoints, .noticeWithPoints, .fullAndGrade, .fullWithoutBound, .wrongPoints,
      .notApplicable,
      .valueNotClause, .nodeNotClause:
      "wrong-argument"
    case .missingCheck: "missing-check"
    case .gradeWithUnit: "wrong-unit"
    case .missingDirection: "missing-direction"
    case .unknownDirection: "unknown-direction"
    case .duplicateDirection: "duplicate-id"
    case .directionTooComplex: "too-complex"
    case .noPoints: "no-points"
    }
  }

  var subject: FaultSubject? {
    switch self {
    case .unknownOption(let name, _, _), .noEffectWithoutPoints(let name), .unknownDirectionOption(let name): .written(name)
    case .wrongPoints, .noticeWithPoints: .written("points")
    case .fullAndGrade, .fullWithoutBound: .written("full")
    case .gradeWithUnit, .notGrade: .written("grade")
    case .missingCheck(let quote), .blankQuote(let quote): .written(quote)
    case .unknownDirection(let id, _, _), .duplicateDirection(let id, _), .noPoints(let id): .written(id)
    case .notDirection(.text(let text)?): .written(text)
    case .notDirection: .item(1, of: .direction)
    case .notQuote(_, let kind): Word.standalone[kind.rawValue].map { .item(1, of: $0) }
    case .emptyItem(let word, let number): .item(number, of: word)
    case .notApplicable: .written("not_applicable")
    case .noticeWithCheck, .missingDirection, .directionTooComplex, .valueNotClause, .nodeNotClause: nil
    }
  }

  var wording: Wording {
    switch self {
    case .unknownOption(let name, let kind, let known):
      Wording("\(kind.rawValue) 没有选项“\(name)”", "\(kind.rawValue) has no option '\(name)'").suggestingOption(name, among: known)
    case .noticeWithCheck:
      Wording("notice 由配置登记，不能有检查", "a notice is answered in the configuration and cannot have a check")
    case .missingCheck(let quote):
      Wording(
        "条款“\(quote)”没有检查，请在原文后面写；由专家判断、不逐条检查的话用 uncovered { … }",
        "the clause '\(quote)' has no check; write one after the quote, or use uncovered { … } for what experts judge")
    case .noEffectWithoutPoints(let option):
      Wording("没有 points，“\(option)”不起作用", "'\(option)' has no effect without points")
    case .noticeWithPoints: Wording("notice 不计分", "a notice cannot have points")
    case .fullAndGrade: Wording("full 与 grade 只能用一个", "use either full or grade, not both")
    case .fullWithoutBound:
      Wording(
        "full 只用于有一个 at_least 界限的条款；其他情况请用 grade = reach(数量, 起评, 满分)",
        "full requires a clause with a single at_least bound; otherwise use grade = reach(quantity, from, full)")
    case .wrongPoints:
      Wording(
        "points 应为大于0、不超过1000000的数，不加引号，如 points = 15",
        "points must be a number above 0 and at most 1000000 without quotation marks, as in points = 15")
    case .notGrade(let value):
      Wording(
        "grade 应为评分方法，如 reach(数量, \"1项\", \"6项\")、share { 检查, … } 或 compute，而不是\(value.shown.chinese)",
        "a grade must be made by reach, linear, share or compute, such as reach(quantity, \"1项\", \"6项\"), not \(value.shown.english)"
      )
    case .gradeWithUnit:
      Wording("grade 应为0至1之间的数，请用 reach 或 compute", "a grade must be between 0 and 1; use reach or compute")
    case .missingDirection(let id):
      Wording("plugin.yaml 的方向“\(id)”没有定义", "the direction '\(id)' of plugin.yaml is not defined")
    case .unknownDirection(let id, let known, let titles):
      Wording("plugin.yaml 没有方向“\(id)”", "plugin.yaml has no direction '\(id)'")
        .suggestingDirection(id, among: known, titles)
    case .notDirection(let value):
      Wording(
        "direction 的第一项是方向编号，要加引号，如 \"1.1\"，而不是\(value.shown.chinese)",
        "the first item of a direction is its number in quotation marks, such as \"1.1\", not \(value.shown.english)")
    case .unknownDirectionOption(let name):
      Wording(
        "direction 没有选项“\(name)”，只有 not_applicable；points、applies_when 等写在条款里，编号写作第一项",
        "direction has no option '\(name)', only not_applicable; points, applies_when and so on belong to clauses, the number is the first item"
      )
    case .notQuote(.text?, let kind):
      Wording("\(kind.rawValue) 的第一项是指南原文，不能是空的", "the first item of \(kind.rawValue) is the quote, which must not be empty")
    case .notQuote(let value, let kind):
      Wording(
        "\(kind.rawValue) 的第一项应为指南原文（加引号的文字），检查写在它后面；这里是\(value.shown.chinese)",
        "the first item of \(kind.rawValue) must be the quote, a text in quotation marks, with the checks after it; here it is \(value.shown.english)"
      )
    case .blankQuote(let quote):
      Wording("条款原文“\(quote)”里没有字，请照抄指南原文", "the quote '\(quote)' has no words; copy the text of the guideline")
    case .emptyItem(let word, let number):
      Wording(
        "\(word.name) 的第\(number)项没有值（nil）：名称写错了，或者做出它的函数没有 return",
        "item \(number) of \(word.name) is nil: a name is wrong, or the function that makes it has no 'return'")
    case .duplicateDirection(let id, let line):
      Wording("方向“\(id)”已在第\(line)行定义", "the direction '\(id)' is already defined in line \(line)")
    case .directionTooComplex(let id):
      Wording(
        "方向“\(id)”的检查合计超过\(Checks.maximumSize)项，或文字过长",
        "the checks of the direction '\(id)' have more than \(Checks.maximumSize) parts, or too long texts")
    case .noPoints(let id): Wording("方向“\(id)”没有评分项（points）", "the direction '\(id)' has no points")
    case .notApplicable:
      Wording(
        "not_applicable 应为 \"shared\"（由其余各项分担）或 \"lost\"（不计分）",
        "not_applicable must be 'shared' (the other criteria share the points) or 'lost'")
    case .valueNotClause(let value, let id):
      Wording(
        "方向“\(id)”中应为条款，而不是\(value.shown.chinese)", "a clause is expected in the direction '\(id)', not \(value.shown.english)"
      ).adding(value.useAsClause)
    case .nodeNotClause(let node, let id):
      Wording(
        "方向“\(id)”中应为条款，而不是\(node.kind.chinese)", "a clause is expected in the direction '\(id)', not \(node.kind.english)")
    }
  }
}

extension LuaValue {
  /// What to do if the value stands in place of a clause; nil if there is no advice.
  fileprivate var useAsClause: Wording? {
    switch self {
    case .function, .hostFunction:
      Wording("是否忘了写参数，如 名称 \"原文\"", "its argument may be missing, as in name \"quote\"")
    case .text: Wording("原文写在条款里，如 target { \"原文\", 检查 }", "a quote belongs into a clause, as in target { \"quote\", check }")
    case .table: Wording("花括号前面是否少了 target、condition 等", "'target', 'condition' or the like may be missing before the braces")
    default: nil
    }
  }
}

extension LuaTable {
  /// The position of the first nil in the list part that has a value after it; nil if there is none.
  var hole: Int? { otherKeys.contains { Int($0).map { $0 > list.count } ?? false } ? list.count + 1 : nil }
}

extension Wording {
  /// Returns the message with a similar option, or with all of them.
  fileprivate func suggestingOption(_ name: String, among known: [String]) -> Wording {
    let near = suggesting(name, among: known)
    guard near == self else { return near }
    return adding(
      Wording(
        "选项有 \(known.joined(separator: "、"))，检查直接写在原文后面",
        "the options are \(known.joined(separator: ", ")); checks follow the quote without a name"))
  }

  /// Returns the message with the number of the direction whose title is given, a similar number, or all numbers.
  fileprivate func suggestingDirection(_ id: String, among known: [String], _ titles: [String]) -> Wording {
    if let index = titles.firstIndex(of: id), index < known.count {
      return adding(Wording("方向“\(id)”的编号是 \"\(known[index])\"", "the number of the direction '\(id)' is \"\(known[index])\""))
    }
    let near = suggesting(id, among: known)
    guard near == self, !known.isEmpty else { return near }
    return adding(Wording("有 \(known.joined(separator: "、"))", "it has \(known.joined(separator: ", "))"))
  }
}
