extension Checks {
  /// What a check or a quantity costs to visit and to evaluate, with all its parts; shared parts count each time they occur.
  ///
  /// The numbers stop growing far above the limits, so that a part that occurs billions of times does not overflow them.
  public struct Extent: Sendable, Equatable {
    /// The number of levels of nested parts; 1 without parts.
    public internal(set) var depth = 1
    /// The number of parts with the quantity or check itself.
    public internal(set) var size = 1
    /// The number of values of the record that are read, each text and each list counted as several.
    public internal(set) var work = 1
    /// The bytes that the parts may contribute to a finding, without texts of the record.
    public internal(set) var text = 0

    /// The extent of a single part without texts.
    public static let single = Extent()
    /// The extent of nothing.
    public static let none = Extent(depth: 1, size: 0, work: 0, text: 0)

    /// The work of a check whose evidence may show a text of the record.
    static let textWork = 20
    /// The work of a check, for each condition, that searches a list of the record.
    static let listWork = 10

    /// The work of a quantity that is worked out exactly, possibly several times and with hundreds of digits.
    static let exactWork = 20

    /// Whether a number exceeds its limit for a check; ``depth`` has a limit of its own.
    public var exceedsLimits: Bool {
      size > Checks.maximumSize || work > Checks.maximumWork || text > Checks.maximumText
    }

    /// Adds the extent of another part of the same whole.
    public mutating func add(_ other: Extent) {
      depth = max(depth, other.depth)
      size = Self.sum(size, other.size)
      work = Self.sum(work, other.work)
      text = Self.sum(text, other.text)
    }

    /// Returns a sum that stops growing at 2^40.
    private static func sum(_ first: Int, _ second: Int) -> Int { min(1 << 40, first + second) }
  }
}

extension Quantity {
  /// The extent of the quantity without its parts.
  var ownExtent: Checks.Extent {
    var extent = Checks.Extent(text: label.utf8.count + path.utf8.count + 60)
    if case .tally(let slots, _) = source { extent.work = max(1, slots.count) }
    if case .elements(let elements) = source { extent.add(elements.match) }
    if case .span(let span) = source {
      // The subject, both days and what is wrong with them.
      extent.text += 2 * (span.subject.utf8.count + span.start.label.utf8.count + span.end.label.utf8.count) + 120
      extent.text += span.start.path.utf8.count + span.end.path.utf8.count
      extent.work = 2 * Checks.Extent.textWork
    }
    // Calculating in decimals takes several times as long as reading a value.
    if source.isExact { extent.work = Checks.Extent.exactWork }
    return extent
  }
}

extension Check {
  /// The extent of the check without its parts.
  var ownExtent: Checks.Extent {
    var extent = Checks.Extent(text: 60)
    switch self {
    case .compare(let check): extent.text += 3 * (check.bound.text.utf8.count + check.written.text.utf8.count)
    case .compareDates(let check):
      extent.add(check.field)
      if let other = check.other.field { extent.add(other) }
      extent.text += 120
      extent.work = 2 * Checks.Extent.textWork
    case .compareSpan(let check): extent.text += 3 * (check.bound.text.utf8.count + check.written.text.utf8.count)
    case .compareQuantities, .all, .anyOf, .not: break
    case .isTrue(let check): extent.add(check.field)
    case .isOne(let check):
      extent.add(check.field)
      extent.text += check.field.labels(of: check.known.sorted()).utf8.count
      extent.text += check.field.values(of: check.known.sorted()).utf8.count
      if check.field.field.type.isOpen { extent.work = Checks.Extent.textWork }
    case .within(let check):
      extent.add(check.field)
      extent.text += check.area.utf8.count
    case .given(let check):
      extent.add(check.field)
      extent.work = Checks.Extent.textWork
    case .some(let check): extent.add(check.field)
    case .none(let check): extent.add(check.field)
    case .contains(let check):
      extent.add(check.field)
      extent.text += 2 * check.field.choices[check.known].label.utf8.count
      extent.work = Checks.Extent.textWork
    case .any(let match): extent.add(match)
    case .every(let check): extent.add(check.match)
    case .tiered: break
    case .leftOpen(let check): extent.text += check.reason.utf8.count
    case .judged(let check): extent.text += check.label.utf8.count
    }
    return extent
  }
}

extension Checks.Extent {
  /// Adds a search of a list, whose evidence shows at most ``EvidenceElement/maximumShown`` elements.
  fileprivate mutating func add(_ match: ListMatch) {
    add(match.list)
    text += 3 * match.name.utf8.count
    for filter in match.filters { add(filter.field) }
    work = Checks.Extent.listWork * (1 + match.filters.count)
  }

  /// Adds the label and the path by which a finding names a field.
  fileprivate mutating func add(_ field: FieldReference) {
    text += 2 * field.label.utf8.count + field.path.utf8.count
  }
}
