import KepingCore

/// Reports a calendar year in the index of amounts by year: next year's program would still read the same year.
struct AbsoluteYearRule: LuaRule {
  let code = "absolute-year"
  let isRemark = true
  let summary = "A calendar year in place of `year - 1` for amounts by year"

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: ["local _x = applicant.rdExpense[↓2023]"],
      passing: ["local _x = applicant.rdExpense[year - 1]", "local t = {} tostring(t[2023])"])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard let (number, token) = LuaYearIndex.literal(context), LuaYearIndex.calendarYears.contains(number) else { return }
    report.add(
      self, at: token,
      Wording(
        "写死了\(number)年，明年照搬时还会取这一年；请写作 \(expression(number, context) ?? "year - 1（上年）、year - 2（前年）")",
        "the year \(number) stays the same in next year's program; write \(expression(number, context) ?? "year - 1 for the last year")"
      ))
  }

  /// Returns the expression that means a year in the guideline's year.
  private func expression(_ number: Int, _ context: LuaRuleContext) -> String? {
    context.surroundings.year.map { $0 == number ? "year" : $0 > number ? "year - \($0 - number)" : "year + \(number - $0)" }
  }
}

/// Reports a number that is no year in the index of amounts by year, which are then never known.
struct WrongYearRule: LuaRule {
  let code = "wrong-year"
  let summary = "An index of amounts by year that is no year"

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: ["local _x = applicant.rdExpense[↓1]"],
      passing: ["local _x = applicant.rdExpense[year - 1]", "tostring(({})[1])"])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard let (number, token) = LuaYearIndex.literal(context), !LuaYearIndex.calendarYears.contains(number) else { return }
    report.add(
      self, at: token,
      Wording(
        "\(number) 不是年度；上年写作 [year - 1]，前年写作 [year - 2]",
        "\(number) is no year; write [year - 1] for the last year, [year - 2] for the one before"))
  }
}

/// An index of a field of amounts by year that is a number.
enum LuaYearIndex {
  /// The numbers that are calendar years.
  static let calendarYears = 1900...2199

  /// Returns the number and its token; nil for another event.
  static func literal(_ context: LuaRuleContext) -> (number: Int, token: Int)? {
    guard case .indexed(.node(let field?), let key) = context.event, case .literal = key.kind,
      case .yearlyMoney = context.surroundings.schema.nodes[field].field.type,
      let number = Int(context.written(key.tokens.lowerBound))
    else { return nil }
    return (number, key.tokens.lowerBound)
  }
}
