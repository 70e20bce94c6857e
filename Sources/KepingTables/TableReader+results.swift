import KepingCore
import Workbooks

extension TableReader {
  /// Headings that reports of keping have, and tables of applications do not.
  private static let resultHeadings: Set<String> = [
    "结论", "得分", "处理", "评审意见", "指南原文", "符合的优先、鼓励条款", "未参与评审的内容", "未通过或需补正之处", "材料问题", "错误代码", "说明", "单元格", "原因",
    "名次", "去向", "理由", "规则分", "专家分", "疑似类别", "相关的申报书和在研项目",
  ]

  /// Returns whether a sheet holds results of an evaluation or a ranking, in a workbook or as CSV: it has at least three of their headings,
  /// and lacks the kind of the applicant, without which no application can be evaluated.
  func isResult(_ headings: SheetHeadings) -> Bool {
    Self.hasResultHeadings(headings) && !hasColumn("applicant.kind", headings)
  }

  /// Returns whether a sheet with ids has at least three headings of results.
  static func hasResultHeadings(_ headings: SheetHeadings) -> Bool {
    headings.idColumn != nil && Set(headings.columns.lazy.map(\.text)).intersection(resultHeadings).count >= 3
  }

  /// Refuses a workbook whose only tables are results; beside applications, results are not read.
  ///
  /// - Throws: ``Diagnostic`` with code `result-file`.
  func refuseResults() throws(Diagnostic) {
    if resultSheets.isEmpty { return }
    if sheets.isEmpty { throw resultFault() }
    for sheet in resultSheets {
      addRemark(
        Wording("工作表是科评的评审结果，没有读取", "the sheet holds results of an evaluation and was not read"), at: sheet,
        code: "sheet-not-read")
    }
  }

  /// Returns the diagnostic of a file that holds results instead of applications.
  func resultFault() -> Diagnostic {
    Diagnostic(
      path: name, code: "result-file",
      Wording(
        "是科评的评审结果，不是申报表；请改用评审前的申报表", "the file holds results of keping and no applications; use the file that was evaluated"))
  }
}
