import KepingCore

/// Markup under construction: its literals are markup, and every other value that is interpolated is escaped.
///
/// ```swift
/// let row: HTML = "<td>\(title)</td>"  // A title `a < b` becomes `a &lt; b`.
/// ```
///
/// Literals are ``Swift/StaticString``, which only the compiler makes. Text that is read at run time can therefore enter only
/// as an interpolated value, and no initialiser takes text as it is.
package struct HTML: Sendable, Hashable {
  /// The markup in UTF-8.
  package private(set) var bytes: Bytes = []

  /// No markup at all.
  package init() {}

  /// The markup made of each element, one after the other.
  package init<Elements: Sequence>(
    joining elements: Elements, separator: HTML = "", _ markup: (Elements.Element) throws -> HTML
  ) rethrows {
    var isFirst = true
    for element in elements {
      if !isFirst { self += separator }
      isFirst = false
      self += try markup(element)
    }
  }

  /// Whether there is no markup.
  package var isEmpty: Bool { bytes.isEmpty }

  /// The markup as text.
  package var text: String { bytes.text }

  /// Appends markup.
  package static func += (html: inout HTML, more: HTML) { html.bytes.append(contentsOf: more.bytes) }

  /// Markup followed by other markup.
  package static func + (html: HTML, more: HTML) -> HTML {
    var html = html
    html += more
    return html
  }
}

/// XML with the same guarantee: what HTML escapes is written in a way that XML reads too.
package typealias XML = HTML

extension HTML: ExpressibleByStringInterpolation {
  /// The parts of a literal: markup, and values between its pieces.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var html = HTML()

    package init(literalCapacity: Int, interpolationCount: Int) {
      html.bytes.reserveCapacity(literalCapacity + 32 * interpolationCount)
    }

    package mutating func appendLiteral(_ literal: StaticString) { html.append(literal) }

    /// Appends markup as it is.
    package mutating func appendInterpolation(_ more: HTML) { html += more }

    /// Appends a text or a number, escaped.
    package mutating func appendInterpolation(_ value: some CustomStringConvertible) { html.append(escaping: value.description) }
  }

  package init(stringLiteral literal: StaticString) { append(literal) }

  package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.html }

  private mutating func append(_ literal: StaticString) { bytes.append(literal.description) }

  /// Appends a text as elements and attributes have it; what is invisible is shown, see ``Swift/String/printable(limit:)``.
  private mutating func append(escaping text: String) {
    let text = text.printable()
    // Most texts have nothing to escape.
    guard Self.hasMarkup(text.utf8.span) else { return bytes.append(text) }
    // Byte by byte: a sign with a combining mark is markup all the same.
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append("&amp;")
      case UInt8(ascii: "<"): bytes.append("&lt;")
      case UInt8(ascii: ">"): bytes.append("&gt;")
      case UInt8(ascii: "\""): bytes.append("&quot;")
      case UInt8(ascii: "'"): bytes.append("&#39;")
      default: bytes.append(byte)
      }
    }
  }

  /// Whether a text has a sign that would be markup, in an element or in an attribute between quotes of either kind.
  private static func hasMarkup(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): return true
      default: continue
      }
    }
    return false
  }
}
