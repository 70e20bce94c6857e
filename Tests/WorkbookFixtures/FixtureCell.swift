/// A cell of a workbook that a test writes.
public enum FixtureCell: Sendable {
  /// No cell.
  case none
  /// A text.
  case text(String)
  /// A number as the file writes it.
  case number(String)
  /// A number of days with the format of a date.
  case date(String)
  /// A number with a style: see ``FixtureBook/formats``.
  case styled(String, Int)
  /// A text in runs, each with the XML of its font's properties, or nil for the font of the cell.
  case runs([(text: String, font: String?)], style: Int = 0)
  /// A Boolean.
  case flag(Bool)
  /// An error such as `#REF!`.
  case error(String)
  /// A formula with its last result, or nil if it was never calculated.
  case formula(String, value: String?)
  /// The XML element of the cell; `%` stands for the name of the cell.
  case xml(String)

  func element(_ name: String) -> String {
    switch self {
    case .none: ""
    case .text(let text):
      "<c r=\"\(name)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(Self.escaped(text))</t></is></c>"
    case .number(let number): "<c r=\"\(name)\"><v>\(number)</v></c>"
    case .date(let days): "<c r=\"\(name)\" s=\"1\"><v>\(days)</v></c>"
    case .styled(let number, let style): "<c r=\"\(name)\" s=\"\(style)\"><v>\(number)</v></c>"
    case .runs(let runs, let style):
      "<c r=\"\(name)\" s=\"\(style)\" t=\"inlineStr\"><is>\(runs.map(Self.run).joined())</is></c>"
    case .flag(let isTrue): "<c r=\"\(name)\" t=\"b\"><v>\(isTrue ? 1 : 0)</v></c>"
    case .error(let text): "<c r=\"\(name)\" t=\"e\"><v>\(text)</v></c>"
    case .formula(let formula, let value):
      "<c r=\"\(name)\"><f>\(Self.escaped(formula))</f>\(value.map { "<v>\($0)</v>" } ?? "")</c>"
    case .xml(let element): element.replacing("%", with: name)
    }
  }

  /// The property of a font that is struck out.
  public static let struck = "<strike/>"
  /// The property of a raised font.
  public static let raised = "<vertAlign val=\"superscript\"/>"
  /// The property of a lowered font.
  public static let lowered = "<vertAlign val=\"subscript\"/>"

  /// Returns the XML of a run of a shared or inline string.
  public static func run(_ text: String, font: String?) -> String {
    let properties = font.map { "<rPr>\($0)</rPr>" } ?? ""
    return "<r>\(properties)<t xml:space=\"preserve\">\(escaped(text))</t></r>"
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}

extension FixtureCell: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByNilLiteral, ExpressibleByBooleanLiteral
{
  /// Creates a text.
  public init(stringLiteral text: String) { self = .text(text) }
  /// Creates a number.
  public init(integerLiteral number: Int) { self = .number("\(number)") }
  /// Creates a number.
  public init(floatLiteral number: Double) { self = .number("\(number)") }
  /// Creates no cell.
  public init(nilLiteral: ()) { self = .none }
  /// Creates a Boolean.
  public init(booleanLiteral isTrue: Bool) { self = .flag(isTrue) }
}
