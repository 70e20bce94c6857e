import KepingCore
import Workbooks

/// The likely reason why no heading of ids was found in a CSV file: its encoding, or its separator.
struct CSVFaults {
  /// The name of the file.
  let name: String
  /// The name of the sheet in messages; nil for none.
  let sheet: String?
  /// The normalised names of the column of ids.
  let idNames: Set<String>

  /// Returns the error of a file that cannot be read as CSV, or nil if its first rows do not show why.
  func unreadable(_ rows: [Row], encoding: TextEncoding, isGiven: Bool) -> Diagnostic? {
    let cells = rows.lazy.flatMap(\.cells)
    if cells.contains(where: { $0.kind == .undecodable || $0.kind == .damaged }) {
      return encodingFault(encoding, isGiven: isGiven)
    }
    return rows.lazy.compactMap { self.separator(in: $0) }.first.map(separatorFault)
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
      path: "\(self.name):\(sheet.map { "\($0)!" } ?? "")\(separator.row)", code: "unknown-separator",
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
