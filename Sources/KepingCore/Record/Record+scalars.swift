extension Record {
  /// Binds members of an object one after the other, as long as each is a field that is known, and a value on its own that
  /// is well-formed and has no escapes: which is nearly all that records are made of. Whatever else there is, is left to
  /// those who can speak of it.
  ///
  /// - Parameters:
  ///   - hint: where among the candidates the next field is expected.
  ///   - element: where the values belong; nil for the record itself.
  /// - Returns: the place of the key that is left to others, or the end.
  mutating func bindScalars(
    from start: Int, to end: Int, _ layout: SchemaLayout, _ candidates: Range<Int32>, _ hint: inout Int32, _ element: Element?
  ) -> Int {
    // Taken out, so that the rest of the record can be looked at while they are written.
    var taken: [Slot] = []
    if element == nil { swap(&taken, &slots) } else { swap(&taken, &elements) }
    defer { if element == nil { swap(&taken, &slots) } else { swap(&taken, &elements) } }
    var room = taken.mutableSpan
    return Self.bindScalars(
      from: start, to: end, tape.values.span, bytes.span, layout, candidates, &hint, &room, base: element?.base ?? 0)
  }

  private static func bindScalars(
    from start: Int, to end: Int, _ values: Span<JSONTape.Value>, _ bytes: Span<UInt8>, _ layout: SchemaLayout,
    _ candidates: Range<Int32>, _ hint: inout Int32, _ slots: inout MutableSpan<Slot>, base: Int
  ) -> Int {
    let children = layout.children
    let places = layout.places
    var place = start
    while place < end {
      let key = values[place]
      let item = values[place &+ 1]
      var next = hint < candidates.upperBound ? hint : candidates.lowerBound
      var looked = candidates.lowerBound
      while looked < candidates.upperBound, children[Int(next)].hash != key.next {
        next = next &+ 1 == candidates.upperBound ? candidates.lowerBound : next &+ 1
        looked &+= 1
      }
      guard looked < candidates.upperBound, !key.isEscaped,
        layout.isSame(bytes, Int(key.start), Int(key.end), children[Int(next)].key)
      else { return place }
      hint = next &+ 1
      let isAbsent = item.kind == .null || item.kind == .text && item.start == item.end
      if !isAbsent {
        let field = places[Int(children[Int(next)].node)]
        guard let slot = slot(of: item, field, bytes, layout) else {
          hint = next
          return place
        }
        slots[base &+ Int(field.slot)] = slot
      }
      place = Int(item.next)
    }
    return place
  }

  /// A value on its own that is well-formed; nil for any other.
  @inline(__always)
  private static func slot(
    of item: JSONTape.Value, _ field: SchemaLayout.Place, _ bytes: Span<UInt8>, _ layout: SchemaLayout
  ) -> Slot? {
    var slot = Slot(state: .present)
    switch field.kind {
    case .flag:
      guard item.kind == .true || item.kind == .false else { return nil }
      slot.number = item.kind == .true ? 1 : 0
    case .count, .year, .money:
      guard item.kind == .number, !item.isEscaped, item.end &- item.start <= 15 else { return nil }
      slot.number = JSONNumber(bytes, Int(item.start)..<Int(item.end), isPlain: true).value
    case .text, .creditCode:
      guard item.kind == .text, !item.isEscaped else { return nil }
      slot.start = item.start
      slot.end = item.end
    case .division:
      guard item.kind == .text, !item.isEscaped, DivisionCode.isWellFormed(bytes, Int(item.start), Int(item.end)) else {
        return nil
      }
      slot.start = item.start
      slot.end = item.end
    case .choice:
      guard item.kind == .text, !item.isEscaped else { return nil }
      let known = layout.choice(field.choices, bytes, Int(item.start), Int(item.end))
      guard known >= 0 else { return nil }
      slot.start = item.start
      slot.end = item.end
      slot.number = Double(known)
    case .time, .yearlyMoney, .texts, .object, .objects, .tally: return nil
    }
    return slot
  }
}
