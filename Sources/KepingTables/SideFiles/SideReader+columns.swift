import KepingCore
import Workbooks

extension SideReader {
  /// What a heading means.
  enum Match {
    /// A column of the layout, by its index, with the unit of its amounts.
    case column(Int, Unit?)
    /// Several columns of the layout.
    case ambiguous(Wording)
    /// No column; `nearest` is the index of a similar one.
    case unknown(nearest: Int?)
    /// A column that is passed over: serial numbers, a field of applications, or a remark.
    case passedOver
  }

  /// Headings of columns for people, which are passed over.
  private static let passedOver: Set<String> = [
    "备注", "说明", "组别", "分组", "排名", "名次", "签名", "专家签名", "评审意见", "专家意见", "意见", "指南原文", "条款原文", "结论", "评审结论", "原结论", "依据的数据",
    "方向名称", "得分", "类别", "电话", "联系电话", "立项年度", "立项时间", "开始时间", "结束时间", "起止时间", "起止年限", "项目类别", "计划类别", "note", "notes", "comment",
  ]

  /// Returns what a heading means.
  ///
  /// - Parameter moneyUnit: the unit of amounts that a note above the heading states.
  func match(_ heading: SheetHeadings.Column, moneyUnit: Unit?) -> Match {
    let texts = heading.groups.isEmpty ? [heading.text] : [heading.text, (heading.groups + [heading.text]).joined()]
    for text in texts {
      for reading in Heading.readings(of: text) {
        let found = layout.indices(of: reading)
        guard let first = found.first else { continue }
        guard found.count == 1 else {
          let fields = found.map { layout.columns[$0].field }.joined(separator: "、")
          return .ambiguous(
            Wording(
              "列名“\(heading.text)”可指几列，请写字段名：\(fields)",
              "'\(heading.text)' may be one of several columns; write its field: \(fields)"))
        }
        // A heading in ASCII is the name of a field, whose amounts are in yuan.
        let isField = reading.key.utf8.count == reading.key.count
        let groupUnit = heading.groups.lazy.compactMap { Heading($0).unit }.last
        return .column(first, reading.unit ?? groupUnit ?? moneyUnit ?? (isField ? Unit.all.first { $0.name == "元" } : nil))
      }
    }
    let key = Heading(heading.text).key
    if key.isEmpty || Heading.isSerial(key) || Self.passedOver.contains(key) { return .passedOver }
    if applicationFields.match(heading.text) != nil { return .passedOver }
    let names = layout.columns.indices.flatMap { index in layout.columns[index].keys.map { (index: index, key: $0) } }
    let near = nearest(to: key, among: names.lazy.map(\.key))
    return .unknown(nearest: near.flatMap { near in names.first { $0.key == near }?.index })
  }

  /// Tells of a column that is not known: as an error if a column of the layout may be meant, otherwise as a remark.
  ///
  /// - Parameter missing: the indices of the columns of the layout that the sheet lacks.
  func tellUnknown(_ heading: String, nearest: Int?, at place: SourceCell, missing: [Int]) {
    let heading = heading.printable(limit: 60)
    let near = nearest.map { layout.columns[$0] }
    let isMeant = nearest.map(missing.contains) ?? false
    let hint = Wording(
      near.map { "；是否应为“\($0.label)”？" } ?? "", near.map { "; did you mean '\($0.label)' (\($0.field))?" } ?? "")
    if isMeant || layout.refusesUnknown {
      let advice = Wording("不用的列请删除", "delete the column if it is not needed")
      faults.add(
        place.fault(
          "unknown-column",
          Wording(
            "\(layout.title.chinese)没有“\(heading)”这一列\(hint.chinese.isEmpty ? "；" : hint.chinese)\(advice.chinese)",
            "unknown column '\(heading)'\(hint.english.isEmpty ? ";" : hint.english) \(advice.english)")))
    } else {
      faults.addRemark(
        "unknown-column", at: "\(path):\(place.text)",
        Wording("列“\(heading)”没有读取\(hint.chinese)", "column '\(heading)' was not read\(hint.english)"))
    }
  }

  /// Returns the error of two columns for one field.
  func duplicateFault(_ column: Int, at place: SourceCell) -> Diagnostic {
    let column = layout.columns[column]
    return place.fault(
      "duplicate-column", Wording("有两列都是“\(column.label)”，不知以哪一列为准", "two columns are '\(column.label)' (\(column.field))"))
  }

  /// Returns a reader of cells whose messages do not say what to fill in where an application states nothing.
  static func cellReader(countsFrom1904: Bool = false) -> CellReader {
    var reader = CellReader()
    reader.countsFrom1904 = countsFrom1904
    reader.numberAdvice = ""
    return reader
  }
}
