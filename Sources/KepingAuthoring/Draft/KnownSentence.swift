import KepingCore

/// Sentences that name a field of the host unmistakably, so that their clauses need no decision.
///
/// The manual page of usual sentences has the same clauses.
enum KnownSentence {
  /// Completes a clause whose quote is such a sentence; returns whether it is.
  static func complete(_ clause: inout DraftClause) -> Bool {
    research(&clause) || dates(&clause) || spans(&clause) || counts(&clause) || amounts(&clause) || support(&clause)
  }

  /// 企业上年研发投入在100万元以上, 申报单位为企业的，上年研发投入在100万元以上, and the growth of it.
  private static func research(_ clause: inout DraftClause) -> Bool {
    let quote = clause.quote
    if let match = quote.wholeMatch(
      of: /(企业|申报单位为企业的，)?上年度?研发投入(?:应)?(?:在)?([0-9.]+(?:万|亿)?元)以上/)
      ?? quote.wholeMatch(of: /(企业|申报单位为企业的，)?上年度?研发投入(?:不低于|不少于)([0-9.]+(?:万|亿)?元)/)
    {
      let bound = String(match.2)
      if match.1 == "企业" { clause.arguments.append("enterprise") }
      clause.arguments.append("rd:at_least \(LuaText.quoted(bound))")
      if let subject = match.1, subject != "企业" { clause.options.append("applies_when = enterprise") }
      clause.locals = match.1 == nil ? [.rd] : [.enterprise, .rd]
      return true
    }
    if quote.wholeMatch(of: /优先支持上年度?研发投入增长的?企业(?:申报)?/) != nil {
      clause.arguments = ["rd:more_than(rd_before)"]
      clause.locals = [.rd, .rdBefore]
      return true
    }
    if let match = quote.wholeMatch(of: /优先支持上年度?研发投入增长([0-9.]+%)以上的?企业(?:申报)?/) {
      clause.arguments = ["growth(rd, rd_before):at_least \(LuaText.quoted(String(match.1)))"]
      clause.locals = [.rd, .rdBefore]
      return true
    }
    return false
  }

  /// 负责人1973年1月1日以后出生, 申报单位须在2023年1月1日前（含当日）注册.
  private static func dates(_ clause: inout DraftClause) -> Bool {
    let quote = clause.quote
    if let match = quote.wholeMatch(
      of: /(?:项目)?负责人(?:须|应)?(?:为|在)?([0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)(?:（含）|（含当日）)?(?:以后|及以后)(?:（含当日）)?出生/)
    {
      clause.arguments = ["leader.birthDate:on_or_after \(LuaText.quoted(String(match.1)))"]
      return true
    }
    if let match = quote.wholeMatch(
      of: /(?:申报单位|企业)(?:须|应)?(?:在)?([0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)(?:以前|及以前|前（含当日）|以前（含当日）)(?:登记)?注册(?:成立)?/)
    {
      clause.arguments = ["applicant.registeredOn:on_or_before \(LuaText.quoted(String(match.1)))"]
      return true
    }
    return false
  }

  /// 注册成立一年以上, 成立时间在5年以内, 截至2024年1月1日，项目负责人年龄不超过40周岁, 项目实施期不超过两年.
  private static func spans(_ clause: inout DraftClause) -> Bool {
    let quote = clause.quote
    let age = "years_between(applicant.registeredOn, submittedAt)"
    if let match = quote.wholeMatch(of: /(?:申报单位|企业)?(?:须|应)?注册(?:成立)?(?:时间)?(?:满)?([0-9一二两三四五六七八九十]+)年以上/) {
      guard let years = years(match.1) else { return false }
      clause.arguments = ["\(age):at_least \"\(years)年\""]
    } else if let match = quote.wholeMatch(of: /(?:申报单位|企业)?成立(?:时间)?(?:在)?([0-9一二两三四五六七八九十]+)年以内/) {
      guard let years = years(match.1) else { return false }
      clause.arguments = ["\(age):at_most \"\(years)年\""]
    } else if let match = quote.wholeMatch(
      of: /截至([0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)，(?:项目)?负责人年龄(?:应)?不超过([0-9]+)周岁/)
    {
      clause.arguments = ["age_at(leader.birthDate, \(LuaText.quoted(String(match.1)))):at_most \"\(match.2)周岁\""]
    } else if let match = quote.wholeMatch(
      of: /项目(?:实施)?(?:期|周期|期限)(?:一般|原则上)?不超过([0-9一二两三四五六七八九十]+)年/)
    {
      guard let years = years(match.1) else { return false }
      clause.arguments = ["years_between(period.start, period[\"end\"]):at_most \"\(years)年\""]
    } else {
      return false
    }
    return true
  }

  /// 联合申报单位不超过三家, 项目组成员5人以上.
  private static func counts(_ clause: inout DraftClause) -> Bool {
    let quote = clause.quote
    if let match = quote.wholeMatch(
      of: /联合申报单位(?:一般|原则上)?(?:不超过|不得超过|不可超过|不多于)([0-9一二两三四五六七八九十]+)([家个])/), let count = years(match.1)
    {
      clause.arguments = ["partners:count():at_most \"\(count)\(match.2)\""]
      return true
    }
    if let match = quote.wholeMatch(of: /项目组成员([0-9一二两三四五六七八九十]+)([人名])以上/), let count = years(match.1) {
      clause.arguments = ["members:count():at_least \"\(count)\(match.2)\""]
      return true
    }
    return false
  }

  /// 申请财政经费不超过30万元, 自筹经费与申请财政经费之比不低于2：1.
  private static func amounts(_ clause: inout DraftClause) -> Bool {
    let quote = clause.quote
    if let match = quote.wholeMatch(of: /申请财政(?:经费|资金)(?:一般)?不超过([0-9.]+(?:万|亿)?元)/) {
      clause.arguments = ["budget.requested:at_most \(LuaText.quoted(String(match.1)))"]
      return true
    }
    if let match = quote.wholeMatch(of: /自筹经费与申请财政经费之比不低于([0-9]+)[：:]([0-9]+)/) {
      clause.arguments = ["ratio(budget.selfFunded, budget.requested):at_least \"\(match.1):\(match.2)\""]
      return true
    }
    return false
  }

  /// 优先支持高新技术企业, 鼓励联合申报, 鼓励产学研联合申报, 优先支持获批建设市级以上科技创新平台单位申报.
  private static func support(_ clause: inout DraftClause) -> Bool {
    let quote = clause.quote
    if quote.wholeMatch(of: /优先支持高新技术企业(?:申报)?/) != nil {
      clause.arguments = ["applicant.highTech"]
    } else if quote == "鼓励联合申报" {
      clause.arguments = ["partners:some()"]
    } else if quote.wholeMatch(of: /鼓励与(?:高等院校|高校)联合申报/) != nil {
      clause.arguments = ["partners:any(\"高等院校\", { kind = \"university\" })"]
    } else if quote.wholeMatch(of: /鼓励产学研联合申报/) != nil {
      let joint =
        "all_of { units:any(\"企业\", { kind = \"enterprise\" }), units:any(\"高等院校或科研院所\", { kind = { \"university\", \"institute\" } }) }"
      clause.arguments = [LuaText.mark("产学研是不是指企业和高等院校或科研院所", joint)]
    } else if let match = quote.firstMatch(of: /(建有|在建|获批建设|获批|拥有|具有)[^，]*(市级|自治区级|省级|国家级)(?:以上|及以上)(?:科技)?创新平台/) {
      let levels =
        ["市级": ["municipal", "regional", "national"], "国家级": ["national"]][String(match.2)] ?? ["regional", "national"]
      let list = levels.map { "\"\($0)\"" }.joined(separator: ", ")
      let platform = "applicant.platforms:any(\"\(match.2)以上科技创新平台\", { level = { \(list) } })"
      clause.arguments = [LuaText.mark(LuaText.question("建有、在建的平台各算不算，有没有别的要求", about: quote), platform)]
    } else {
      return false
    }
    return true
  }

  /// Returns a small number of years or units, in digits or Chinese characters.
  private static func years(_ text: Substring) -> Int? {
    Int(text) ?? ChineseNumeral.value(Array(text.unicodeScalars))
  }
}
