/// The identifier of a check: its index among a program's ``Checks``.
public struct CheckID: Sendable, Hashable {
  /// The index of the check in ``Checks/checks``.
  public let index: Int
  /// Creates the identifier of the check at an index.
  public init(_ index: Int) { self.index = index }
}

/// A question about a record with three possible answers.
///
/// This is the closed list of check kinds. The knowledge about each kind is in its own file in `Kinds`. Large kinds are stored
/// indirectly, because checks are copied often while a program is loaded.
public enum Check: Sendable {
  /// A quantity is compared with a fixed bound.
  case compare(CompareCheck)
  /// Two quantities are compared with each other.
  case compareQuantities(CompareQuantitiesCheck)
  /// The day of a field is compared with another day.
  indirect case compareDates(CompareDatesCheck)
  /// The span between two days is compared with a fixed bound.
  case compareSpan(CompareSpanCheck)
  /// A flag is true.
  case isTrue(IsTrueCheck)
  /// A choice has one of several known values.
  case isOne(IsOneCheck)
  /// A division code begins with a prefix.
  case within(WithinCheck)
  /// A field is present.
  case given(GivenCheck)
  /// A list has elements.
  case some(SomeCheck)
  /// A list has no elements.
  case none(NoneCheck)
  /// A list of texts contains a known value.
  case contains(ContainsCheck)
  /// A list has a matching element.
  indirect case any(ListMatch)
  /// Every element of a list matches.
  indirect case every(EveryCheck)
  /// All of several checks are met.
  case all(AllCheck)
  /// At least one of several checks is met.
  case anyOf(AnyOfCheck)
  /// A check is not met.
  case not(NotCheck)
  /// The requirement depends on the kind of applicant.
  case tiered(TieredCheck)
  /// A check whose unmet answer is left to a person.
  case leftOpen(LeftOpenCheck)
  /// A function of the plugin decides.
  case judged(JudgedCheck)

  /// The value of the case, which implements the kind.
  var kind: any CheckKind {
    switch self {
    case .compare(let kind): kind
    case .compareQuantities(let kind): kind
    case .compareDates(let kind): kind
    case .compareSpan(let kind): kind
    case .isTrue(let kind): kind
    case .isOne(let kind): kind
    case .within(let kind): kind
    case .given(let kind): kind
    case .some(let kind): kind
    case .none(let kind): kind
    case .contains(let kind): kind
    case .any(let kind): kind
    case .every(let kind): kind
    case .all(let kind): kind
    case .anyOf(let kind): kind
    case .not(let kind): kind
    case .tiered(let kind): kind
    case .leftOpen(let kind): kind
    case .judged(let kind): kind
    }
  }
}
