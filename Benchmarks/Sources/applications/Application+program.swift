/// The fields that the programs declare.
extension Application {
  /// Writes the expected results of the project.
  mutating func expected(_ out: inout Writer) {
    out.key("expected")
    out.append("{")
    let counts: [(StaticString, Int)] = [
      ("newProducts", 4), ("newTechnologies", 4), ("resultsTransferred", 5), ("technologiesTraded", 5), ("exchangesHeld", 6),
    ]
    for (name, most) in counts where !isAbsent() { out.member(name, count(upTo: most)) }
    if direction.isOfResearch {
      for name in ["academicExchanges", "industryExchanges", "youngTalents", "staffTrained"] as [StaticString] where !isAbsent() {
        out.member(name, count(upTo: 6))
      }
      if !isAbsent() { out.member("teamFormed", pick.chance(97)) }
    }
    if direction.id.utf8Start[0] == UInt8(ascii: "5") {
      for name in ["clinicalProtocols", "softwareSystems", "productApprovals"] as [StaticString] where pick.chance(80) {
        out.member(name, count(upTo: 3))
      }
    }
    if pick.chance(80) { out.member("demonstrationSites", pick.below(4)) }
    if !isAbsent() { out.member("industrialised", pick.chance(97)) }
    if direction.digits.utf8Start[0] == UInt8(ascii: "2") {
      out.member("labPlan", pick.chance(97))
      out.member("labApplication", pick.chance(97))
    }
    if pick.chance(80) { out.member("productionLine", pick.chance(50)) }
    if !isAbsent() { out.member("economicBenefit", near(direction.benefit)) }
    if pick.chance(50) { out.member("costSavings", near(direction.benefit) / 1000 * 100) }
    if !isAbsent() { property(&out) }
    if pick.chance(50) {
      out.key("standards")
      out.append("{")
      for name in ["enterprise", "local", "industry", "national"] as [StaticString] where pick.chance(40) {
        out.member(name, pick.below(3))
      }
      out.append("}")
    }
    out.append("}")
  }

  private mutating func property(_ out: inout Writer) {
    out.key("ip")
    out.append("{")
    for name in ["invention", "utilityModel", "design", "software"] as [StaticString]
    where pick.chance(name.utf8CodeUnitCount == 9 ? 95 : 50) {
      out.key(name)
      out.append("{")
      out.member("filed", pick.below(6))
      if pick.chance(85) { out.member("granted", pick.below(3)) }
      out.append("}")
    }
    out.append("}")
  }

  /// Writes declarations, attachments, and the fields that only one project type has.
  ///
  /// - Parameter isOutside: whether the applicant is outside the city.
  mutating func others(_ isOutside: Bool, _ out: inout Writer) {
    out.key("declarations")
    out.append("{")
    out.member("secrecy", pick.chance(95) ? "none" : "declassified")
    if pick.chance(80) {
      out.key("secrecyPledge")
      out.append("{")
      for name in ["legalRepresentativeSigned", "leaderSigned", "sealed"] as [StaticString] where !isAbsent() {
        out.member(name, pick.chance(98))
      }
      out.append("}")
    }
    if isOutside, !isAbsent() { out.member("transferInBaise", pick.chance(95)) }
    out.append("}")
    if pick.chance(80) {
      out.key("attachments")
      out.append("{")
      out.member("jointAgreement", pick.chance(95))
      out.append("}")
    }
    switch direction.digits.utf8Start[0] {
    case UInt8(ascii: "3"):
      out.key("challenge")
      out.append("{")
      out.member("issuerKind", pick.chance(95) ? "enterprise" : "institute")
      out.append("}")
    case UInt8(ascii: "6"): out.member("discipline", pick.one(of: Direction.disciplines))
    case UInt8(ascii: "7"): out.member("industry", pick.one(of: Direction.industries))
    case UInt8(ascii: "8"): out.member("researchArea", pick.one(of: Direction.areas))
    default: break
    }
  }

  mutating func budget(_ out: inout Writer) {
    let total = near(direction.research)
    let requested = total / 10_000 * pick.within(15...50) * 100
    out.key("budget")
    out.append("{")
    out.member("total", total)
    if !isAbsent() { out.member("requested", requested) }
    if !isAbsent() { out.member("selfFunded", total - requested) }
    // The condition of 8.1 is a budget without items.
    let items = direction.digits.utf8Start[0] == UInt8(ascii: "8") ? (pick.chance(95) ? 0 : 2) : pick.within(2...8)
    if items > 0 {
      out.key("items")
      out.append("[")
      for item in 0..<items {
        out.next()
        out.append("{")
        out.member("name", Words.budgetItems[item])
        out.member("amount", total / items / 100 * 100)
        out.append("}")
      }
      out.append("]")
    }
    out.append("}")
  }
}
