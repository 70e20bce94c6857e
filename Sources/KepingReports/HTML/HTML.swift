import KepingCore

/// HTML markup in which literals are markup and every interpolated value is escaped.
///
/// ```swift
/// let row: HTML = "<td>\(title)</td>"  // A title `a < b` becomes `a &lt; b`.
/// ```
///
/// Literals are ``Swift/StaticString``, which only the compiler makes. Text that is read at run time can therefore enter only
/// as an interpolated value; no initialiser takes text without escaping it.
package struct HTML: Sendable, Hashable {
  /// The markup in UTF-8.
  package private(set) var bytes: Bytes = []

  /// Creates empty markup.
  package init() {}

  /// Creates markup from each element, joined in order.
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

  /// Returns markup followed by other markup.
  package static func + (html: HTML, more: HTML) -> HTML {
    var html = html
    html += more
    return html
  }
}

/// XML markup with the same guarantee: the escapes of ``HTML`` are valid in XML.
package typealias XML = HTML

extension HTML: ExpressibleByStringInterpolation {
  /// The parts of an interpolated literal.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var html = HTML()

    /// Creates an empty interpolation.
    package init(literalCapacity: Int, interpolationCount: Int) {
      html.bytes.reserveCapacity(literalCapacity + 32 * interpolationCount)
    }

    /// Appends a literal as markup.
    package mutating func appendLiteral(_ literal: StaticString) { html.append(literal) }

    /// Appends markup unchanged.
    package mutating func appendInterpolation(_ more: HTML) { html += more }

    /// Appends a text or a number, escaped.
    package mutating func appendInterpolation(_ value: some CustomStringConvertible) { html.append(escaping: value.description) }
  }

  /// Creates markup from a literal.
  package init(stringLiteral literal: StaticString) { append(literal) }

  /// Creates markup from an interpolated literal.
  package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.html }

  private mutating func append(_ literal: StaticString) { bytes.append(literal.description) }

  /// Appends a text escaped for elements and attributes, with invisible characters shown by ``Swift/String/printable(limit:)``.
  private mutating func append(escaping text: String) {
    let text = text.printable()
    // Fast path: most texts have nothing to escape.
    guard Self.hasMarkup(text.utf8.span) else { return bytes.append(text) }
    // Byte by byte: a `<` with a combining mark is one Character, but a browser still reads the `<`.
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

  /// Returns whether a text has a character that must be escaped in an element or in an attribute with either kind of quotes.
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
