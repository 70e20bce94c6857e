import KepingCore

extension CellReader {
  /// Returns the items that a text lists, without the marks that number them.
  ///
  /// Numbers that run from 1, such as （1）…（2）…, separate items; else line ends and semicolons do; else 、 does, unless the text
  /// is a sentence. Brackets and quotes keep their content together.
  ///
  /// - Parameter byNumbersOnly: whether only numbers separate items.
  static func items(in text: String, byNumbersOnly: Bool = false) -> [String] {
    let list = ItemText(text)
    let marks = list.runningMarks()
    if marks.count > 1 { return list.items(between: marks) }
    if byNumbersOnly { return [text] }
    let lines = list.pieces(separatedBy: "\n\r\u{2028}；;")
    if lines.count > 1 {
      let first = lines[0].leadingMark
      return lines.map { $0.withoutMark(like: first) }.filter { !$0.isEmpty }
    }
    if let mark = marks.first { return list.items(between: [mark]) }
    // A comma shows that 、 may separate words of a sentence, not items; a clause such as 共2项 does not count.
    let clauses = list.pieces(separatedBy: "，,。").filter { !namesNothing($0.text) }
    guard clauses.count == 1 else { return [list.withoutMark(like: nil)] }
    return clauses[0].pieces(separatedBy: "、").map { $0.withoutMark(like: nil) }
  }
}
