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
    let faults = CSVFaults(name: name, sheet: Self.sheetName(ofCSV: name), idNames: idNames)
    if let fault = faults.unreadable(rows, encoding: encoding, isGiven: isGiven) { return addFault(fault) }
    addMissingIDFault(Self.sheetName(ofCSV: name), headings)
    // Nearly any bytes are characters of GB 18030, so that another encoding only makes no sense.
    guard encoding == .gb18030 || isGiven, !rows.isEmpty, var fault = self.faults.popLast() else { return }
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
    self.faults.append(fault)
  }

  private func addFault(_ fault: Diagnostic) {
    faults.append(fault)
    hasLostRows = true
  }
}
