import KepingCore
import Workbooks

extension TableReader {
  /// Returns the name of the sheet of a CSV file: the name of the file without its folder and ending.
  static func sheetName(ofCSV path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
  }

  /// Adds a remark on CSV under the name of a workbook.
  package func addRemarkOnName() {
    addRemark(
      Wording("内容是CSV，不是xlsx工作簿，按CSV读取", "the content is CSV and no xlsx workbook; it was read as CSV"), at: "",
      code: "csv-named-workbook")
  }

  /// Adds the fault of a CSV file in which no heading of ids was found, with the likely reason: the encoding, the separator,
  /// or a table without ids.
  func addUnreadableHeadingFault(_ rows: [Row], encoding: TextEncoding, isGiven: Bool, _ headings: SheetHeadings) {
    let cells = rows.lazy.flatMap(\.cells)
    if cells.contains(where: { $0.kind == .undecodable || $0.kind == .damaged }) {
      return addFault(encodingFault(encoding, isGiven: isGiven))
    }
    if let separator = rows.lazy.compactMap({ self.separator(in: $0) }).first { return addFault(separatorFault(separator)) }
    addMissingIDFault(Self.sheetName(ofCSV: name), headings)
    // Nearly any bytes are characters of GB 18030, so that another encoding only makes no sense.
    guard encoding == .gb18030 || isGiven, !rows.isEmpty, var fault = faults.popLast() else { return }
    let hint =
      isGiven
      ? Wording(
        "按 --encoding \(encoding.rawValue) 读取的，请核对编码", "it was read with --encoding \(encoding.rawValue); check the encoding")
      : Wording(
        "文件不是UTF-8，按GB 18030读取；编码不对的，请用 --encoding 指定",
        "it is not UTF-8 and was read as GB 18030; if this is wrong, name the encoding with --encoding")
    fault = Diagnostic(
      path: fault.path, code: fault.code,
      Wording("\(fault.wording.chinese)；\(hint.chinese)", "\(fault.wording.english); \(hint.english)"))
    faults.append(fault)
  }

  private func addFault(_ fault: Diagnostic) {
    faults.append(fault)
    hasLostRows = true
  }

  private func encodingFault(_ encoding: TextEncoding, isGiven: Bool) -> Diagnostic {
    let all = TextEncoding.allCases.map(\.rawValue)
    return Diagnostic(
      path: name, code: "unknown-encoding",
      isGiven
        ? Wording(
          "按 --encoding \(encoding.rawValue) 读不出文字；请改为文件的编码（\(all.joined(separator: "、"))），或另存为xlsx后再交",
          "no readable text with --encoding \(encoding.rawValue); name another encoding (\(all.joined(separator: ", "))) or save the file as xlsx"
        )
        : Wording(
          "判断不出文字的编码；请用 --encoding 指定（\(all.joined(separator: "、"))），或另存为xlsx后再交",
          "the encoding cannot be told; name it with --encoding (\(all.joined(separator: ", "))) or save the file as xlsx"))
  }

  private func separatorFault(_ separator: (row: Int, character: Character)) -> Diagnostic {
    let names: [Character: Wording] = [
      "，": Wording("全角逗号", "a full-width comma"), "；": Wording("全角分号", "a full-width semicolon"),
      "、": Wording("顿号", "a Chinese comma"),
      " ": Wording("空格", "a space"), "\u{3000}": Wording("全角空格", "a full-width space"),
    ]
    let name = names[separator.character]
    let shown = String(separator.character).printable()
    let known = Wording(name.map { "（\($0.chinese)）" } ?? "", name.map { " (\($0.english))" } ?? "")
    return Diagnostic(
      path: "\(self.name):\(Self.sheetName(ofCSV: self.name))!\(separator.row)", code: "unknown-separator",
      Wording(
        "各格之间是“\(shown)”\(known.chinese)，不是分隔符；请改为英文逗号“,”、分号“;”或制表符，或另存为xlsx后再交",
        "'\(shown)'\(known.english) stands between the cells and is no separator; use ',', ';' or tabs, or save it as xlsx"
      ))
  }

  /// Returns the character that stands between the headings in the text of one cell, or nil if none does.
  private func separator(in row: Row) -> (row: Int, character: Character)? {
    for cell in row.cells where cell.kind == .text && cell.range.count < Self.maximumLine {
      let text = row.text(cell)
      for separator in Self.otherSeparators where text.contains(separator) {
        let parts = text.split(separator: separator)
        guard parts.count >= 3 else { continue }
        if parts.contains(where: { part in Heading.readings(of: String(part)).contains { idNames.contains($0.key) } }) {
          return (row.number, separator)
        }
      }
    }
    return nil
  }

  /// The maximum number of bytes of a line that is searched for other separators.
  private static let maximumLine = 20_000
  /// Characters that people put between cells, and that separate none in CSV.
  private static let otherSeparators: [Character] = [
    "，", "；", "、", "|", "｜", "¦", "\u{3000}", "：", ":", "^", "~", "#", "/", "\\", "&", "!", "\u{1}", "\u{1F}", "\u{A0}", " ",
  ]
}
