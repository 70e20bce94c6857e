/// A random application: most meet their clauses, some miss one by a little, some leave a field out.
struct Application {
  var pick: Random
  let number: Int
  let direction: Direction

  /// Returns whether a field that a clause reads is left out (2 % of the time).
  mutating func isAbsent() -> Bool { pick.chance(2) }

  mutating func write(to out: inout Writer) {
    let division = pick.one(of: Words.divisions)
    let isOutside = direction.isOfResearch && pick.chance(15)
    let region = isOutside ? pick.one(of: Words.outside) : division.code
    let kind = direction.isOfResearch ? pick.one(of: Direction.researchKinds) : pick.chance(94) ? "enterprise" : "institute"
    out.append("{\"id\":\"BS2024-")
    out.append(direction.digits)
    out.append("-")
    out.append(number, width: 7)
    out.append("\"")
    out.member("year", 2024)
    out.member("direction", direction.id)
    out.key("title")
    out.append("\"")
    let subject = pick.one(of: Words.subjects)
    out.append(division.name)
    out.append(subject)
    out.append(pick.one(of: Words.endings))
    out.append("（虚构）\"")
    abstract(subject, &out)
    out.key("submittedAt")
    out.append("\"2024-03-")
    out.append(pick.within(1...31), width: 2)
    out.append("T")
    out.append(pick.within(9...17), width: 2)
    out.append(":")
    out.append(pick.below(60), width: 2)
    out.append(":00+08:00\"")
    if !direction.topics.isEmpty, pick.chance(60) { topics(&out) }
    applicant(kind, division, region, &out)
    if pick.chance(isOutside ? 95 : 60) { partners(&out) }
    leader(&out)
    expected(&out)
    others(isOutside, &out)
    budget(&out)
    out.append("}")
    out.endLine()
  }

  private mutating func abstract(_ subject: [UInt8], _ out: inout Writer) {
    out.key("abstract")
    out.append("\"本申报书及其中单位、人员、数据均为虚构。")
    out.append(subject)
    out.append("：")
    let first = pick.below(Words.sentences.count)
    for index in 0..<pick.within(1...6) { out.append(Words.sentences[(first + index) % Words.sentences.count]) }
    out.append("\"")
  }

  private mutating func topics(_ out: inout Writer) {
    out.key("topics")
    out.append("[\"")
    out.append(pick.one(of: direction.topics))
    out.append("\"]")
  }

  private mutating func unit(_ divisionName: [UInt8], _ out: inout Writer) {
    out.append(divisionName)
    out.append("示例")
    out.append(pick.one(of: Words.trades))
  }

  private mutating func applicant(
    _ kind: StaticString, _ division: (code: [UInt8], name: [UInt8]), _ region: [UInt8], _ out: inout Writer
  ) {
    out.key("applicant")
    out.append("{")
    let isEnterprise = kind.utf8CodeUnitCount == 10 && kind.utf8Start[0] == UInt8(ascii: "e")
    out.key("name")
    out.append("\"")
    unit(division.name, &out)
    out.append(isEnterprise ? "有限公司（虚构）\"" : "研究机构（虚构）\"")
    out.member("kind", kind)
    out.creditCode(Array("91".utf8) + region + Array("EXAMP".utf8), number)
    out.member("region", region)
    if !isAbsent() {
      out.key("rdExpense")
      out.append("{")
      let last = near(direction.research)
      out.member("2022", last / 100 * pick.within(80...110))
      out.member("2023", last)
      out.append("}")
    }
    if !isAbsent() { out.member("highTech", pick.chance(70)) }
    if !isAbsent() { out.member("industryLeader", pick.chance(30)) }
    if !isAbsent() { platforms(division.name, region, &out) }
    if pick.chance(70) {
      out.key("achievements")
      out.append("[")
      for _ in 0..<pick.within(1...4) {
        out.next()
        out.append("\"")
        out.append(pick.one(of: Words.subjects))
        out.append("（示例成果，")
        out.append(pick.within(2018...2023))
        out.append("年）\"")
      }
      out.append("]")
    }
    out.append("}")
  }

  private mutating func platforms(_ divisionName: [UInt8], _ region: [UInt8], _ out: inout Writer) {
    out.key("platforms")
    out.append("[")
    for _ in 0..<pick.within(direction.platforms) {
      out.next()
      out.append("{")
      out.key("name")
      out.append("\"")
      unit(divisionName, &out)
      let kind = pick.one(of: Words.platformKinds)
      out.append(kind)
      out.append("（虚构）\"")
      out.member("kind", kind)
      out.member("level", pick.one(of: Direction.levels))
      out.member("status", pick.chance(80) ? "approved" : "building")
      if pick.chance(85) { out.member("region", pick.chance(90) ? region : pick.one(of: Words.outside)) }
      out.append("}")
    }
    out.append("]")
  }

  private mutating func partners(_ out: inout Writer) {
    out.key("partners")
    out.append("[")
    for partner in 0..<pick.within(1...4) {
      out.next()
      out.append("{")
      let division = pick.one(of: Words.divisions)
      out.key("name")
      out.append("\"")
      unit(division.name, &out)
      out.append("合作单位（虚构）\"")
      out.member("kind", pick.one(of: Direction.partnerKinds))
      let region = pick.chance(50) ? division.code : pick.one(of: Words.outside)
      if pick.chance(95) { out.creditCode(Array("12".utf8) + region + Array("EXAMP".utf8), number + partner) }
      if pick.chance(95) { out.member("region", region) }
      if direction.id.utf8Start[0] == UInt8(ascii: "5"), pick.chance(20) { out.member("department", "work-safety") }
      out.append("}")
    }
    out.append("]")
  }

  private mutating func leader(_ out: inout Writer) {
    out.key("leader")
    out.append("{")
    out.key("name")
    out.append("\"")
    out.append(pick.one(of: Words.surnames))
    out.append("示例\"")
    out.member("title", pick.one(of: Words.ranks))
    if !isAbsent() { out.member("birthYear", pick.within(1966...1994)) }
    out.append("}")
  }

  /// Returns an amount near a bound, in yuan rounded to hundreds: mostly up to four times as much, rarely a little less.
  mutating func near(_ bound: Int) -> Int {
    let least = bound / 100
    return 100 * (pick.chance(3) ? least - 1 - pick.below(least / 10) : least + pick.below(least * 3))
  }

  /// Returns a count from 1 to `most`, rarely 0.
  mutating func count(upTo most: Int) -> Int { pick.chance(3) ? 0 : pick.within(1...most) }

}
