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

/// A value that a text may have, with its label.
public struct Choice: Sendable, Equatable {
  public let value: String
  public let label: String

  public init(_ value: String, _ label: String) {
    self.value = value
    self.label = label
  }
}
