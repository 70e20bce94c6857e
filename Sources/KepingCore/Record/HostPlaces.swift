/// Where the host finds its own fields in a record.
struct HostPlaces: Sendable {
  struct Place: Sendable {
    let slot: Int
    let path: String
  }

  let id, year, direction, title, applicant, submittedAt: Place
  let creditCode, partners, partnerStride, partnerCreditCode: Int

  static let all: HostPlaces = {
    let schema = Schema.host
    func node(_ name: String, _ parent: Int? = nil) -> Schema.Node { schema.nodes[schema.child(name, of: parent)!] }
    func place(_ name: String, _ parent: Int? = nil) -> Place {
      Place(slot: node(name, parent).slot, path: node(name, parent).path)
    }
    let applicant = schema.child("applicant", of: nil)
    let partners = schema.child("partners", of: nil)
    return HostPlaces(
      id: place("id"), year: place("year"), direction: place("direction"), title: place("title"),
      applicant: place("name", applicant), submittedAt: place("submittedAt"),
      creditCode: node("creditCode", applicant).slot, partners: node("partners").slot,
      partnerStride: node("partners").stride, partnerCreditCode: node("creditCode", partners).slot)
  }()
}

extension Record {
  /// The slot of one of the host's fields; nil where it has no value, or one that is not well-formed.
  func knownSlot(_ field: HostPlaces.Place) -> Slot? {
    guard field.slot < slots.count, slots[field.slot].isPresent else { return nil }
    if faults.isEmpty { return slots[field.slot] }
    let parent = field.path.split(separator: ".").dropLast().joined(separator: ".")
    return hasFault(at: field.path) || hasFault(at: parent) ? nil : slots[field.slot]
  }

  /// Feeds a hasher with the record's id, and with nothing that another id would feed it with; call only where the host's fields
  /// are bound without fault.
  public func hashID(into hasher: inout Hasher) {
    let slot = slots[HostPlaces.all.id.slot]
    let span = slot.isUnescaped ? unescaped.span : bytes.span
    var place = Int(slot.start)
    let end = Int(slot.end)
    hasher.combine(end &- place)
    while place < end {
      hasher.combine(span.word(at: place, count: min(8, end &- place)))
      place &+= 8
    }
  }

  /// The year of the guideline it applies under.
  public var year: Int { Int(slots[HostPlaces.all.year.slot].number) }

  /// The direction it applies for.
  public var direction: String { String(decoding: text(slots[HostPlaces.all.direction.slot]), as: UTF8.self) }

  /// Whether year and direction are known, whatever else is wrong.
  public var hasAddress: Bool {
    let places = HostPlaces.all
    guard places.year.slot < slots.count, slots[places.year.slot].isPresent, slots[places.direction.slot].isPresent else {
      return false
    }
    return faults.isEmpty || !hasFault(at: places.year.path) && !hasFault(at: places.direction.path)
  }

  /// The id of the direction that it names.
  public var directionKey: DirectionKey {
    let slot = slots[HostPlaces.all.direction.slot]
    let span = slot.isUnescaped ? unescaped.span : bytes.span
    return DirectionKey(span, Int(slot.start), Int(slot.end))
  }
}
