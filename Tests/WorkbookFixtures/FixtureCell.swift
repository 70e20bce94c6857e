/// A cell of a workbook that a test makes up: a text, a number, nothing, or what else a file can say.
public enum FixtureCell: Sendable {
  case none
  case text(String)
  /// As the file writes it.
  case number(String)
  /// Days, with the format of a date.
  case date(String)
  /// A number with one of the formats of ``FixtureBook/formats``.
  case styled(String, Int)
  case flag(Bool)
  case error(String)
  /// A formula with its value, as the spreadsheet last calculated it; nil where it never did.
  case formula(String, value: String?)
  /// The element as it stands in the file; `%` is the cell's name.
  case xml(String)

  func element(_ name: String) -> String {
    switch self {
    case .none: ""
    case .text(let text):
      "<c r=\"\(name)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(Self.escaped(text))</t></is></c>"
    case .number(let number): "<c r=\"\(name)\"><v>\(number)</v></c>"
    case .date(let days): "<c r=\"\(name)\" s=\"1\"><v>\(days)</v></c>"
    case .styled(let number, let style): "<c r=\"\(name)\" s=\"\(style)\"><v>\(number)</v></c>"
    case .flag(let isTrue): "<c r=\"\(name)\" t=\"b\"><v>\(isTrue ? 1 : 0)</v></c>"
    case .error(let text): "<c r=\"\(name)\" t=\"e\"><v>\(text)</v></c>"
    case .formula(let formula, let value):
      "<c r=\"\(name)\"><f>\(Self.escaped(formula))</f>\(value.map { "<v>\($0)</v>" } ?? "")</c>"
    case .xml(let element): element.replacing("%", with: name)
    }
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}

extension FixtureCell: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByNilLiteral, ExpressibleByBooleanLiteral
{
  public init(stringLiteral text: String) { self = .text(text) }
  public init(integerLiteral number: Int) { self = .number("\(number)") }
  public init(floatLiteral number: Double) { self = .number("\(number)") }
  public init(nilLiteral: ()) { self = .none }
  public init(booleanLiteral isTrue: Bool) { self = .flag(isTrue) }
}
