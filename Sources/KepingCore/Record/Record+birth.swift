/// Checks the year of birth of the project's leader, which depends on the year of the guideline.
extension Record {
  /// The first year of birth that is well-formed.
  private static let firstBirthYear = 1900.0

  /// Returns whether the leader's year of birth, if there is one, is from 1900 to the year of the guideline.
  ///
  /// Call this only if the year of the guideline is known.
  @inline(__always)
  var hasPossibleBirthYear: Bool {
    let birth = slots[HostSlots.all.birthYear.slot]
    return !birth.isPresent
      || birth.number >= Self.firstBirthYear && birth.number <= slots[HostSlots.all.year.slot].number
  }

  /// Returns the message that the leader's year of birth is out of range, without the label of its field; nil if it is in range.
  ///
  /// If the year of the guideline is not known, a year of birth has four digits.
  var birthYearMessage: String? {
    let host = HostSlots.all
    let birth = slots[host.birthYear.slot]
    guard birth.isPresent else { return nil }
    let year = knownSlot(host.year)?.number
    if birth.number >= Self.firstBirthYear, birth.number <= year ?? 9999 { return nil }
    var message: Bytes = []
    message.append("“")
    message.append(number: birth.number)
    message.append("”应为")
    message.append(number: Self.firstBirthYear)
    if let year {
      message.append("年至指南年度（")
      message.append(number: year)
      message.append("年）之间的年份")
    } else {
      message.append("年以后的4位年份")
    }
    return message.text
  }
}
