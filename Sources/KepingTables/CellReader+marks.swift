import KepingCore
import Workbooks

extension CellReader {
  /// Returns whether text that is struck out in a cell can be left out: in free text, but not in anything that is evaluated
  /// or that identifies an application.
  static func isFreeText(_ type: FieldType, _ use: Use) -> Bool {
    switch type {
    case .text: use == .value
    case .texts(let choices): use == .value && choices.isEmpty
    default: false
    }
  }

  /// Returns the reading that the marks of a cell decide, or nil if its text is read as usual.
  ///
  /// - Parameter text: the text of the cell without white space at its ends.
  func readMarks(_ cell: Cell, _ text: String, isFreeText: Bool) -> Reading? {
    if cell.marks.contains(.whollyStruck) {
      return isFreeText || text.isEmpty ? .absent : .fault("整格划了删除线（“\(shown(cell, text))”），不知是否作废，请重新填写，或清空这一格")
    }
    if isFreeText { return nil }
    let rest = text.isEmpty ? "" : "（其余是“\(shown(cell, text))”）"
    if cell.marks.contains(.struck) { return .fault("有一部分划了删除线\(rest)，不知以哪个为准，请重新填写") }
    if cell.marks.contains(.raised), !text.isEmpty {
      return .fault("“\(shown(cell, text))”有上标或下标，不知以哪个为准，请重新填写")
    }
    return nil
  }

  /// Returns what the result should say about text that is struck out and was left out, or nil if there is none.
  ///
  /// - Parameter text: the text of the cell.
  static func struckTextNotice(_ cell: Cell, _ text: String) -> String? {
    guard cell.marks.contains(.struck) else { return nil }
    let text = trimmed(text)
    if cell.marks.contains(.whollyStruck) {
      return text.isEmpty ? nil : "整格划了删除线（“\(text.prefix(30))”），按未填写处理"
    }
    return text.isEmpty ? "划了删除线的部分没有采用，按未填写处理" : "划了删除线的部分没有采用，读作“\(text.prefix(60))”"
  }
}
