/// A field of an application's record: name, type, and the Chinese label that people know it by.
public struct Field: Sendable, Equatable {
  /// The key in the record.
  public let name: String
  /// As a clerk calls it.
  public let label: String
  public let type: FieldType
  public let isRequired: Bool
  /// What is known where the field is absent.
  public let absence: Absence

  public init(
    _ name: String, _ label: String, _ type: FieldType, isRequired: Bool = false, absence: Absence = .unknown
  ) {
    self.name = name
    self.label = label
    self.type = type
    self.isRequired = isRequired
    self.absence = absence
  }
}

/// What the absence of a field says.
public enum Absence: Sendable, Equatable {
  /// Nothing: what depends on it is unknown.
  case unknown
  /// That there is none: an empty list, or a text that is none of those asked for.
  case none
}

/// The type of a field.
public indirect enum FieldType: Sendable, Equatable {
  case text
  /// 统一社会信用代码: any text is well-formed; a wrong one is a problem of the result.
  case creditCode
  /// 行政区划代码: six digits.
  case division
  /// RFC 3339.
  case time
  /// One of the choices; where it is open, another text is well-formed too.
  case choice([Choice], isOpen: Bool)
  case flag
  /// A whole number from 0 to 2^53.
  case count
  /// Yuan, not below 0.
  case money
  /// A whole number that is no count: a year.
  case year
  /// Money by four-digit year.
  case yearlyMoney
  /// Texts, some of which are known to clauses.
  case texts([Choice])
  case object([Field])
  case objects([Field])
  /// Counts by kind, and by each of `counts` where there are any; absent ones are 0 once the tally is there.
  case tally(kinds: [Choice], counts: [Choice])
}

extension FieldType {
  /// The known values of a choice, or of a list of texts.
  public var choices: [Choice] {
    switch self {
    case .choice(let choices, _), .texts(let choices): choices
    case .text, .creditCode, .division, .time, .flag, .count, .money, .year, .yearlyMoney, .object, .objects, .tally: []
    }
  }
}

/// A value that a text may have, with its label.
public struct Choice: Sendable, Equatable {
  public let value: String
  public let label: String

  public init(_ value: String, _ label: String) {
    self.value = value
    self.label = label
  }
}
