import KepingCore
import KepingUnicode

extension Participants.Unit {
  /// A text that is the same for the same unit: its valid credit code, or else its name in the form in which names are compared.
  ///
  /// It is nil if neither is given.
  var key: Bytes? {
    if let creditCode { return [UInt8(ascii: "C")] + creditCode }
    let form = FoldedText.fold(name[...])
    return form.isEmpty ? nil : [UInt8(ascii: "N")] + form
  }

  /// The name as people read it.
  var shownName: String { String(shown: name) }
}

extension Participants {
  /// The units that take part, each once, with the applicant first.
  var units: [(key: Bytes, name: String)] {
    var units: [(key: Bytes, name: String)] = []
    for unit in [applicant] + partners {
      if let key = unit.key, !units.contains(where: { $0.key == key }) { units.append((key, unit.shownName)) }
    }
    return units
  }

  /// A text that is the same for the same leader: the id number, or else the name together with the applicant.
  ///
  /// It is nil if neither number nor name is given. It must not be shown or kept, since it may contain the id number.
  var leaderKey: Bytes? {
    let number = FoldedText.fold(leaderID[...])
    if !number.isEmpty { return [UInt8(ascii: "I")] + number }
    let name = FoldedText.fold(leader[...])
    // The byte 0xFF occurs in no text, so that it separates the name from the applicant.
    return name.isEmpty ? nil : [UInt8(ascii: "L")] + name + [0xFF] + (applicant.key ?? [])
  }

  /// The name of the leader; it is followed by that of the applicant if the leader is known by name and applicant alone.
  var shownLeader: String {
    let name = String(shown: leader)
    if FoldedText.fold(leaderID[...]).isEmpty { return "\(name)（\(applicant.shownName)）" }
    return name.isEmpty ? "未填姓名的负责人" : name
  }
}

extension String {
  /// Creates a name as reports show it: without white space at its ends, and with at most 100 characters.
  fileprivate init(shown name: Bytes) {
    self = String(decoding: FoldedText.trim(name[...]), as: UTF8.self).printable(limit: 100)
  }
}
