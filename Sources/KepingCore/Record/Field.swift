/// A field of an application's record: its name, its type and its Chinese label.
public struct Field: Sendable, Equatable {
  /// The key in the record.
  public let name: String
  /// The name that clerks know the field by.
  public let label: String
  /// The type of the values.
  public let type: FieldType
  /// Whether a record without the field is invalid.
  public let isRequired: Bool
  /// What the absence of the field means.
  public let absence: Absence
  /// Whether the value identifies a person or is a way to reach one, so that no result shows it.
  public let isPrivate: Bool
  /// The position at which the author of a program wrote the field; 0 if it is not known.
  ///
  /// Templates and documents list fields in this order. The schema has them by name, so that results do not depend on it.
  public let turn: Int
  /// Other labels by which sheets may name the field: the one that a program replaced, or those that other programs give it.
  public internal(set) var otherLabels: [String] = []
  /// The example that templates and messages give for a division code: `520102（贵阳市南明区）`; nil for that of the host.
  public internal(set) var example: String?

  /// Creates a field.
  public init(
    _ name: String, _ label: String, _ type: FieldType, isRequired: Bool = false, absence: Absence = .unknown,
    isPrivate: Bool = false, turn: Int = 0
  ) {
    self.name = name
    self.label = label
    self.type = type
    self.isRequired = isRequired
    self.absence = absence
    self.isPrivate = isPrivate
    self.turn = turn
  }
}

/// The meaning of the absence of a field.
public enum Absence: Sendable, Equatable {
  /// The value is unknown, and so is everything that depends on it.
  case unknown
  /// There is no value: a list counts as empty, and a text as different from every text that a check looks for.
  case none
}

/// A known value of a choice or of a list of texts, or a kind of a tally, with its label.
public struct Choice: Sendable, Equatable {
  /// The value in the record.
  public let value: String
  /// The Chinese name of the value.
  public let label: String
  /// The position at which the author wrote the value among those of its field; 0 if it is not known.
  public let turn: Int
  /// Other labels by which sheets may name the value: the one that a program replaced, or those that other programs give it.
  public internal(set) var otherLabels: [String] = []

  /// Creates a known value.
  public init(_ value: String, _ label: String, turn: Int = 0) {
    self.value = value
    self.label = label
    self.turn = turn
  }
}

extension [Choice] {
  /// The choices in the order in which their author wrote them; as they are, if that order is not known.
  public var inWrittenOrder: [Choice] {
    enumerated().sorted { ($0.element.turn, $0.offset) < ($1.element.turn, $1.offset) }.map(\.element)
  }
}
