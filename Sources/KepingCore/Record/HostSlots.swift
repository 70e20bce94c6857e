/// The slots of the fields that the host itself reads: for the start of a result, for its own checks and to find the program.
struct HostSlots: Sendable {
  struct Field: Sendable {
    let slot: Int
    let path: String
  }

  let id, year, direction, title, applicant, submittedAt: Field
  let creditCode, partners, partnerStride, partnerCreditCode: Int
  /// The amounts of research expense by year.
  let rdExpense: Field
  /// The year of birth of the project's leader, and the node of its field.
  let birthYear: Field
  let birthYearNode: Int

  static let all: HostSlots = {
    let schema = Schema.host
    func node(_ name: String, _ parent: Int? = nil) -> Schema.Node { schema.nodes[schema.child(name, of: parent)!] }
    func field(_ name: String, _ parent: Int? = nil) -> Field {
      Field(slot: node(name, parent).slot, path: node(name, parent).path)
    }
    let applicant = schema.child("applicant", of: nil)
    let partners = schema.child("partners", of: nil)
    let leader = schema.child("leader", of: nil)
    return HostSlots(
      id: field("id"), year: field("year"), direction: field("direction"), title: field("title"),
      applicant: field("name", applicant), submittedAt: field("submittedAt"),
      creditCode: node("creditCode", applicant).slot, partners: node("partners").slot,
      partnerStride: node("partners").stride, partnerCreditCode: node("creditCode", partners).slot,
      rdExpense: field("rdExpense", applicant), birthYear: field("birthYear", leader),
      birthYearNode: schema.child("birthYear", of: leader)!)
  }()
}

extension Record {
  /// Returns the slot of one of the host's fields, or nil if it has no value or its value is not well-formed.
  func knownSlot(_ field: HostSlots.Field) -> Slot? {
    guard field.slot < slots.count, slots[field.slot].isPresent else { return nil }
    if faults.isEmpty { return slots[field.slot] }
    let parent = field.path.split(separator: ".").dropLast().joined(separator: ".")
    return hasFault(at: field.path) || hasFault(at: parent) ? nil : slots[field.slot]
  }

  /// Feeds the record's id to a hasher if the id is plain: printable ASCII without small letters and without `{|}~`.
  ///
  /// A plain id has no white space to trim and is its own folded form. Different ids feed different bytes. Call this only if
  /// the host's fields have been read without a fault.
  ///
  /// - Returns: whether the id is plain; if not, what the hasher was fed is of no use.
  package func hashPlainID(into hasher: inout Hasher) -> Bool {
    let slot = slots[HostSlots.all.id.slot]
    return hasher.combine(slot.isUnescaped ? unescaped.span : bytes.span, from: Int(slot.start), to: Int(slot.end))
  }

  /// The UTF-8 of the record's id as it was given; nil if it is absent or not well-formed.
  package var idText: ArraySlice<UInt8>? { knownSlot(HostSlots.all.id).map(text) }

  /// The UTF-8 of the record's time of submission; nil if it is absent or not well-formed.
  package var submissionText: ArraySlice<UInt8>? { knownSlot(HostSlots.all.submittedAt).map(text) }

  /// Whether the record gives a time of submission, well-formed or not.
  package var hasSubmissionTime: Bool {
    let field = HostSlots.all.submittedAt
    return field.slot < slots.count && slots[field.slot].isPresent || !faults.isEmpty && hasFault(at: field.path)
  }

  /// The year of the guideline under which the application is made.
  public var year: Int { Int(slots[HostSlots.all.year.slot].number) }

  /// The id of the direction for which the application is made.
  public var direction: String { String(decoding: text(slots[HostSlots.all.direction.slot]), as: UTF8.self) }

  /// Whether year and direction are known, regardless of other faults.
  public var hasYearAndDirection: Bool {
    let host = HostSlots.all
    guard host.year.slot < slots.count, slots[host.year.slot].isPresent, slots[host.direction.slot].isPresent else {
      return false
    }
    return faults.isEmpty || !hasFault(at: host.year.path) && !hasFault(at: host.direction.path)
  }

  /// The id of the direction in a form that is fast to compare.
  public var directionKey: DirectionKey {
    let slot = slots[HostSlots.all.direction.slot]
    let span = slot.isUnescaped ? unescaped.span : bytes.span
    return DirectionKey(span, Int(slot.start), Int(slot.end))
  }
}

extension Hasher {
  /// Feeds the bytes of a text, so that different texts feed different bytes.
  ///
  /// - Returns: whether all bytes are printable ASCII without small letters and without `{|}~`.
  @discardableResult
  package mutating func combine(_ text: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    var offset = start
    var marks: UInt64 = 0
    combine(end &- offset)
    while offset < end {
      let count = min(8, end &- offset)
      let word = text.word(at: offset, count: count)
      combine(word)
      // The absent bytes of the last word count as plain.
      marks |= (word | .repeating(0x21) << UInt64(truncatingIfNeeded: 8 &* count)).bytesOutsideOfPlainText
      offset &+= 8
    }
    return marks == 0
  }
}

extension UInt64 {
  /// A word that is 0 if each byte is from 0x21 to 0x60.
  @inline(__always)
  fileprivate var bytesOutsideOfPlainText: UInt64 {
    ((self &- .repeating(0x21)) | (self &+ .repeating(0x1F)) | self) & .repeating(0x80)
  }
}
