/// The host's fields of an application that a round needs besides its result.
package struct RoundFields: Sendable {
  /// The UTF-8 of id, direction, title, name of the applicant and name of the leader; nil for one that is not known.
  package let texts: [Bytes?]
  /// The year of the guideline; nil if it is not known.
  package let year: Int?
  /// The amount that was applied for, in yuan; nil if it is not given.
  package let requested: Double?
  /// The time of submission; nil if it is not given or not well-formed.
  package let submittedAt: Timestamp?
}

extension Record {
  /// The host's fields that a round needs; a value that is not well-formed is not known.
  package var roundFields: RoundFields {
    let host = HostSlots.all
    func text(_ field: HostSlots.Field) -> Bytes? { knownSlot(field).map { Bytes(self.text($0)) } }
    return RoundFields(
      texts: [text(host.id), text(host.direction), text(host.title), text(host.applicant), text(host.leader)],
      year: knownSlot(host.year).map { Int($0.number) }, requested: knownSlot(host.requested)?.number,
      submittedAt: knownSlot(host.submittedAt).flatMap { Timestamp(rfc3339: self.text($0)) })
  }
}
