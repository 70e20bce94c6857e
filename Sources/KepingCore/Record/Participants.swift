/// The units and the leader of an application, as limits count them.
///
/// Some values are personal data, so no result contains them; a summary names the holders who exceed a limit.
package struct Participants: Sendable {
  /// The applicant or a partner.
  package struct Unit: Sendable {
    /// The name as it was given; empty if it is absent.
    package let name: Bytes
    /// The credit code; nil if it is absent or invalid.
    package let creditCode: Bytes?

    /// Creates a unit.
    package init(name: Bytes, creditCode: Bytes?) {
      self.name = name
      self.creditCode = creditCode
    }
  }

  /// The applicant.
  package let applicant: Unit
  /// The partners, in the order of the record.
  package let partners: [Unit]
  /// The name of the leader; empty if it is absent.
  package let leader: Bytes
  /// The leader's id number; empty if it is absent.
  package let leaderID: Bytes

  /// Creates the participants of an application.
  package init(applicant: Unit, partners: [Unit] = [], leader: Bytes = [], leaderID: Bytes = []) {
    self.applicant = applicant
    self.partners = partners
    self.leader = leader
    self.leaderID = leaderID
  }
}

/// The slots of the fields that name the participants of an application, in the records of one program.
package struct ParticipantSlots: Sendable {
  private struct Unit {
    let name, creditCode: Int
  }

  private let applicant, partner: Unit
  private let partners, stride, leader: Int
  /// The slot of the leader's id number; nil if the program declares a field with this path that is not a text.
  private let leaderID: Int?

  /// Finds the slots in the schema of a program.
  package init(_ schema: Schema) {
    func node(_ name: String, _ parent: Int?) -> Schema.Node { schema.nodes[schema.child(name, of: parent)!] }
    func unit(_ parent: Int?) -> Unit { Unit(name: node("name", parent).slot, creditCode: node("creditCode", parent).slot) }
    let list = schema.child("partners", of: nil)
    let person = schema.child("leader", of: nil)
    applicant = unit(schema.child("applicant", of: nil))
    partner = unit(list)
    partners = node("partners", nil).slot
    stride = node("partners", nil).stride
    leader = node("name", person).slot
    let number = schema.child("idNumber", of: person).map { schema.nodes[$0] }
    leaderID = number.flatMap { if case .text = $0.field.type { $0.slot } else { nil } }
  }

  /// Returns the participants of a record that was read without faults.
  package func participants(of record: borrowing Record) -> Participants {
    let slots = record.slots
    func text(_ slot: Record.Slot) -> Bytes { slot.isPresent ? Bytes(record.text(slot)) : [] }
    func unit(_ name: Record.Slot, _ code: Record.Slot) -> Participants.Unit {
      let code = text(code)
      return Participants.Unit(name: text(name), creditCode: CreditCode.isValid(code) ? code : nil)
    }
    let list = slots[partners]
    return Participants(
      applicant: unit(slots[applicant.name], slots[applicant.creditCode]),
      partners: (0..<(list.isPresent ? list.count : 0)).map { index in
        unit(
          record.element(index, of: list, stride: stride, field: partner.name),
          record.element(index, of: list, stride: stride, field: partner.creditCode))
      },
      leader: text(slots[leader]), leaderID: leaderID.map { text(slots[$0]) } ?? [])
  }
}
