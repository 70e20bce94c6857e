import CXlsxWriter

/// How a cell looks.
public struct CellFormat: Hashable, Sendable {
  /// Where a text stands in its cell.
  public enum Alignment: Sendable { case left, center, right }

  public var isBold = false
  public var isItalic = false
  public var size = 10.0
  /// `0xRRGGBB`; nil as it is usual.
  public var color: UInt32?
  public var background: UInt32?
  public var isWrapped = false
  public var hasBorder = false
  public var alignment = Alignment.left
  /// As a spreadsheet writes it, such as `#,##0.0`; `@` keeps a text a text, whatever it looks like.
  public var numberFormat: String?

  public init() {}

  /// A copy with something changed.
  public func with(_ change: (inout Self) -> Void) -> Self {
    var copy = self
    change(&copy)
    return copy
  }

  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    // A font of every system that shows Chinese; where it is missing the spreadsheet takes its own.
    format_set_font_name(format, "Microsoft YaHei")
    format_set_font_size(format, size)
    if isBold { format_set_bold(format) }
    if isItalic { format_set_italic(format) }
    // To the library 0 is "none"; its black is another number.
    if let color { format_set_font_color(format, color == 0 ? UInt32(LXW_COLOR_BLACK.rawValue) : color) }
    if let background { format_set_bg_color(format, background) }
    if isWrapped { format_set_text_wrap(format) }
    if hasBorder {
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, 0xBFBFBF)
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
