/// A value of the record that a finding depends on.
public struct Evidence: Sendable {
  /// A value of the record, as in JSON.
  public enum Value: Sendable, Equatable {
    /// The field is absent.
    case null
    /// A Boolean.
    case flag(Bool)
    /// A number; money is in yuan.
    case number(Double)
    /// A text.
    case text(String)
  }

  /// The path of the value in the record: `applicant.rdExpense.2023`, `partners[0].kind`.
  public let field: String
  /// The value that was found.
  public let value: Value
  /// The requirement for the value; nil if there is none.
  public let required: Requirement?
  /// The label of the field as shown to clerks.
  ///
  /// It comes from the program, and is nil in an assessment that was read from a result.
  public let label: String?
  /// The unit in which the guideline states the value; nil if there is none.
  ///
  /// Like ``label``, it comes from the program, and is nil in an assessment that was read from a result.
  public let unit: Unit?

  /// Creates a piece of evidence.
  public init(field: String, value: Value, required: Requirement?, label: String? = nil, unit: Unit? = nil) {
    self.field = field
    self.value = value
    self.required = required
    self.label = label
    self.unit = unit
  }
}

extension Evidence: Equatable {
  /// Returns whether two pieces of evidence are equal; labels and units are not compared, because results do not contain them.
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
