import CXlsxWriter

/// The appearance of a cell.
public struct CellFormat: Hashable, Sendable {
  /// The horizontal alignment of the content of a cell.
  public enum Alignment: Sendable { case left, center, right }

  /// Whether the text is bold.
  public var isBold = false
  /// Whether the text is italic.
  public var isItalic = false
  /// The size of the font in points.
  public var size = 10.0
  /// The colour of the text as `0xRRGGBB`, or nil for the default colour.
  public var color: UInt32?
  /// The background colour as `0xRRGGBB`, or nil for none.
  public var background: UInt32?
  /// Whether long texts are broken into lines.
  public var isWrapped = false
  /// Whether the cell has a thin grey border on all sides.
  public var hasBorder = false
  /// The colour as `0xRRGGBB` of a thick line below the cell, or nil for none.
  public var lineBelow: UInt32?
  /// The horizontal alignment; the vertical alignment is always centred.
  public var alignment = Alignment.left
  /// The number format in the notation of spreadsheets, such as `#,##0.0`, or nil for the general format.
  ///
  /// The format `@` keeps any input as text.
  public var numberFormat: String?

  /// Creates the default format.
  public init() {}

  /// Returns a copy to which a change is applied.
  public func with(_ change: (inout Self) -> Void) -> Self {
    var copy = self
    change(&copy)
    return copy
  }

  /// Sets the properties of a format of libxlsxwriter.
  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    // Windows and macOS with Office have this font; other systems substitute another one.
    format_set_font_name(format, "Microsoft YaHei")
    format_set_font_size(format, size)
    if isBold { format_set_bold(format) }
    if isItalic { format_set_italic(format) }
    // libxlsxwriter treats 0 as "no colour" and has a separate constant for black.
    if let color { format_set_font_color(format, color == 0 ? UInt32(LXW_COLOR_BLACK.rawValue) : color) }
    if let background { format_set_bg_color(format, background) }
    if isWrapped { format_set_text_wrap(format) }
    if hasBorder {
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, 0xBFBFBF)
    }
    if let lineBelow {
      format_set_bottom(format, UInt8(LXW_BORDER_THICK.rawValue))
      format_set_bottom_color(format, lineBelow)
    }
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    switch alignment {
    case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .center: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }
    if let numberFormat { format_set_num_format(format, numberFormat) }
  }
}
