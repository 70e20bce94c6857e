/// The value of a program's setting.
public enum SettingValue: Sendable, Equatable {
  /// A switch, written as `on` or `off`.
  case flag(Bool)
  /// A number.
  case number(Double)

  /// Returns whether another value has the same type.
  public func hasSameType(as other: SettingValue) -> Bool {
    switch (self, other) {
    case (.flag, .flag), (.number, .number): true
    default: false
    }
  }

  /// The value as written in the configuration: `on`, `off` or a number.
  public var text: String {
    switch self {
    case .flag(let flag): return flag ? "on" : "off"
    case .number(let number):
      var text: Bytes = []
      text.append(number: number)
      return text.text
    }
  }
}
