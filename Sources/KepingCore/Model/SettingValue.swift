/// The value of a program's setting.
public enum SettingValue: Sendable, Equatable {
  case flag(Bool)
  case number(Double)

  /// Whether the other is of the same type.
  public func isLike(_ other: SettingValue) -> Bool {
    switch (self, other) {
    case (.flag, .flag), (.number, .number): true
    default: false
    }
  }

  /// The value as the configuration has it: `on`, `off` or a number.
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
