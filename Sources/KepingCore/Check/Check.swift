/// Identifies a check among a program's ``Checks``.
public struct CheckID: Sendable, Hashable {
  public let index: Int
  public init(_ index: Int) { self.index = index }
}

/// A question with three possible answers, put to a record.
///
/// This is the closed list of kinds. What the host knows of a kind is in the kind's own file, in `Kinds`.
public enum Check: Sendable {
  case compare(CompareCheck)
  case compareQuantities(CompareQuantitiesCheck)
  case isTrue(IsTrueCheck)
  case isOne(IsOneCheck)
  case within(WithinCheck)
  case given(GivenCheck)
  case some(SomeCheck)
  case none(NoneCheck)
  case contains(ContainsCheck)
  case any(ListMatch)
  case all(AllCheck)
  case anyOf(AnyOfCheck)
  case not(NotCheck)
  case leftOpen(LeftOpenCheck)
  case judged(JudgedCheck)

  var kind: any CheckKind {
    switch self {
    case .compare(let kind): kind
    case .compareQuantities(let kind): kind
    case .isTrue(let kind): kind
    case .isOne(let kind): kind
    case .within(let kind): kind
    case .given(let kind): kind
    case .some(let kind): kind
    case .none(let kind): kind
    case .contains(let kind): kind
    case .any(let kind): kind
    case .all(let kind): kind
    case .anyOf(let kind): kind
    case .not(let kind): kind
    case .leftOpen(let kind): kind
    case .judged(let kind): kind
    }
  }
}
