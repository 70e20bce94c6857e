import CZip
import Foundation

/// A workbook that a test writes part by part, including contents that no spreadsheet program would write.
public struct FixtureBook: Sendable {
  /// The parts of the archive, in order.
  public var parts: [(name: String, content: String)]

  /// A sheet with its name, rows and merged cells.
  public struct Sheet: Sendable {
    /// The name on the tab.
    public var name: String
    /// The rows from the top, each from the first column.
    public var rows: [[FixtureCell]]
    /// The merged ranges, such as `A1:B2`.
    public var merged: [String]
    /// The whole XML of the sheet instead of the rows.
    public var xml: String?
    /// Whether the sheet is hidden.
    public var isHidden: Bool

    /// Creates a sheet.
    public init(
      _ name: String, _ rows: [[FixtureCell]] = [], merged: [String] = [], xml: String? = nil, isHidden: Bool = false
    ) {
      self.name = name
      self.rows = rows
      self.merged = merged
      self.xml = xml
      self.isHidden = isHidden
    }

    var content: String {
      if let xml { return xml }
      var text = "<worksheet xmlns=\"\(FixtureBook.main)\"><sheetData>"
      for (row, cells) in rows.enumerated() where !cells.isEmpty {
        text += "<row r=\"\(row + 1)\">"
        for (column, cell) in cells.enumerated() { text += cell.element("\(Self.name(column))\(row + 1)") }
        text += "</row>"
      }
      text += "</sheetData>"
      if !merged.isEmpty {
        text += "<mergeCells>" + merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined() + "</mergeCells>"
      }
      return text + "</worksheet>"
    }

    private static func name(_ column: Int) -> String {
      let letter = String(Unicode.Scalar(UInt8(65 + column % 26)))
      return column < 26 ? letter : name(column / 26 - 1) + letter
    }
  }

  /// The codes of the custom number formats, from style 3; style 0 is general, 1 a date and 2 a percentage.
  public static let formats = ["0.00\"万元\"", "0\\.0,", "\"约\"0", "0.00E+00", "000", "\"¥\"#,##0.00", "0,.00"] + dateFormats
  /// The codes of the last of ``formats``: a year with a month, a month with a day, a year, and a whole date.
  private static let dateFormats = [
    "yyyy\"年\"m\"月\"", "m\"月\"d\"日\"", "yyyy", "yyyy\"年\"m\"月\"d\"日\"",
  ]
  /// The style of cells that show a year with a month.
  public static let monthStyle = 3 + formats.count - dateFormats.count
  /// The style of cells that show a month with a day.
  public static let dayStyle = monthStyle + 1
  /// The style of cells that show a year.
  public static let yearStyle = monthStyle + 2
  /// The style of cells that show a whole date.
  public static let dateStyle = monthStyle + 3

  /// The style of cells with a font that is struck out.
  public static let struckStyle = 3 + formats.count
  /// The style of cells with a raised font.
  public static let raisedStyle = struckStyle + 1
  /// The style of cells with a lowered font.
  public static let loweredStyle = struckStyle + 2

  /// The properties of fonts; the styles of the last three are ``struckStyle``, ``raisedStyle`` and ``loweredStyle``.
  private static let fonts = ["", "<strike/>", "<vertAlign val=\"superscript\"/>", "<vertAlign val=\"subscript\"/>"]

  private static var styles: String {
    let codes = formats.enumerated().map { index, code in
      "<numFmt numFmtId=\"\(164 + index)\" formatCode=\"\(FixtureCell.escaped(code))\"/>"
    }
    let customFormats = formats.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }
    let markedFonts = fonts.indices.dropFirst().map { "<xf numFmtId=\"0\" fontId=\"\($0)\" applyFont=\"1\"/>" }
    return "<numFmts>\(codes.joined())</numFmts><fonts>\(fonts.map { "<font>\($0)</font>" }.joined())</fonts>"
      + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/><xf numFmtId=\"9\"/>"
      + (customFormats + markedFonts).joined() + "</cellXfs>"
  }

  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// Creates a workbook with sheets; `sharedStrings` is the XML of its shared strings.
  public init(_ sheets: Sheet..., sharedStrings: String? = nil, countsFrom1904: Bool = false) {
    self.init(sheets: sheets, sharedStrings: sharedStrings, countsFrom1904: countsFrom1904)
  }

  /// Creates a workbook with sheets; `sharedStrings` is the XML of its shared strings.
  public init(sheets: [Sheet], sharedStrings: String? = nil, countsFrom1904: Bool = false) {
    var outline = "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\">"
    outline += "<workbookPr date1904=\"\(countsFrom1904)\"/><sheets>"
    var relations = "<Relationships xmlns=\"\(Self.package)\">"
    func relate(_ id: String, _ type: String, _ target: String) {
      relations += "<Relationship Id=\"\(id)\" Type=\"\(Self.office)/\(type)\" Target=\"\(target)\"/>"
    }
    for (index, sheet) in sheets.enumerated() {
      let state = sheet.isHidden ? " state=\"hidden\"" : ""
      outline += "<sheet name=\"\(FixtureCell.escaped(sheet.name))\" sheetId=\"\(index + 1)\" r:id=\"r\(index + 1)\"\(state)/>"
      relate("r\(index + 1)", "worksheet", "worksheets/sheet\(index + 1).xml")
    }
    relate("styles", "styles", "styles.xml")
    if sharedStrings != nil { relate("strings", "sharedStrings", "sharedStrings.xml") }
    parts = [
      (
        "_rels/.rels",
        "<Relationships xmlns=\"\(Self.package)\"><Relationship Id=\"r\" Type=\"\(Self.office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      ("xl/workbook.xml", outline + "</sheets></workbook>"),
      ("xl/_rels/workbook.xml.rels", relations + "</Relationships>"),
      (
        "xl/styles.xml",
        "<styleSheet xmlns=\"\(Self.main)\">\(Self.styles)</styleSheet>"
      ),
    ]
    for (index, sheet) in sheets.enumerated() { parts.append(("xl/worksheets/sheet\(index + 1).xml", sheet.content)) }
    if let sharedStrings {
      parts.append(("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(sharedStrings)</sst>"))
    }
  }

  /// Replaces the content of a part, or adds the part.
  public mutating func set(_ part: String, _ content: String) {
    remove(part)
    parts.append((part, content))
  }

  /// Removes a part.
  public mutating func remove(_ part: String) { parts.removeAll { $0.name == part } }

  /// Replaces a text wherever it occurs in a part.
  public mutating func replace(_ text: String, in part: String, with replacement: String) {
    for index in parts.indices where parts[index].name == part {
      parts[index].content = parts[index].content.replacing(text, with: replacement)
    }
  }

  /// Returns the bytes of the archive, in which several parts may have the same name.
  ///
  /// - Throws: `CocoaError` if the archive cannot be written.
  public func bytes() throws -> [UInt8] {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("keping-\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_CREATE, &code) else { throw CocoaError(.fileWriteUnknown) }
    var kept: [UnsafeMutableRawPointer] = []
    defer { for part in kept { part.deallocate() } }
    // The library refuses a name that is there already, so such a part gets another name at first.
    var names: Set<String> = []
    var placeholders: [(placeholder: String, name: String)] = []
    for (part, content) in parts {
      var name = part
      while !names.insert(name).inserted { name = String(name.dropLast(2)) + "~\(placeholders.count)" }
      if name != part { placeholders.append((name, part)) }
      let bytes = Array(content.utf8)
      let copy = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
      copy.copyMemory(from: bytes, byteCount: bytes.count)
      kept.append(copy)
      let source = zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 0)
      guard zip_file_add(archive, name, source, 0) >= 0 else { throw CocoaError(.fileWriteUnknown) }
    }
    guard zip_close(archive) == 0 else { throw CocoaError(.fileWriteUnknown) }
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for (placeholder, name) in placeholders {
      while let range = bytes.range(of: Data(placeholder.utf8)) { bytes.replaceSubrange(range, with: Data(name.utf8)) }
    }
    return Array(bytes)
  }
}
