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

  /// Creates a field.
  public init(
    _ name: String, _ label: String, _ type: FieldType, isRequired: Bool = false, absence: Absence = .unknown,
    isPrivate: Bool = false
  ) {
    self.name = name
    self.label = label
    self.type = type
    self.isRequired = isRequired
    self.absence = absence
    self.isPrivate = isPrivate
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

  /// Creates a known value.
  public init(_ value: String, _ label: String) {
    self.value = value
    self.label = label
  }
}
