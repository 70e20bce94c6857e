/// A value of the record that a finding rests on.
public struct Evidence: Sendable {
  /// The value, as JSON has it.
  public enum Value: Sendable, Equatable {
    /// Not given.
    case null
    case flag(Bool)
    /// Money is in yuan.
    case number(Double)
    case text(String)
  }

  /// Where the value stands in the record: `applicant.rdExpense.2023`, `partners[0].kind`.
  public let field: String
  public let value: Value
  /// What is asked of it; nil where nothing is.
  public let required: Requirement?
  /// The field in a clerk's words. It comes from the program: nil in an assessment that was read from a result.
  public let label: String?
  /// The unit in which the guideline speaks of the value. It comes from the program, like ``label``.
  public let unit: Unit?

  public init(field: String, value: Value, required: Requirement?, label: String? = nil, unit: Unit? = nil) {
    self.field = field
    self.value = value
    self.required = required
    self.label = label
    self.unit = unit
  }
}

extension Evidence: Equatable {
  /// Label and unit are the program's words for the same facts, and no part of equality.
  public static func == (left: Self, right: Self) -> Bool {
    left.field == right.field && left.value == right.value && left.required == right.required
  }
}

extension Evidence.Value {
  /// The value as JSON.
  public var json: String {
    var bytes: Bytes = []
    bytes.append(self)
    return bytes.text
  }
}

extension Bytes {
  /// Appends a value as JSON.
  mutating func append(_ value: Evidence.Value) {
    switch value {
    case .null: append("null")
    case .flag(let flag): append(flag ? "true" : "false")
    case .number(let number): append(number: number)
    case .text(let text): append(json: text)
    }
  }
}
