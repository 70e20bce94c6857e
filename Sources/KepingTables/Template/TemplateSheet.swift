import KepingCore
import Workbooks

/// A sheet of a template with headings, comments, checks of the input, and an example.
struct TemplateSheet {
  private let subject: Template.Subject
  private let columns: [TemplateColumn]
  private let sheet: SheetWriter
  /// The node of the list, or nil for the sheet of applications.
  private let list: Int?
  /// The names of the sheets of lists, by their nodes.
  private let listSheets: [Int: String]

  /// The width in characters that A4 in landscape has at three quarters of the size of the screen.
  private static let pageWidth = 200.0

  /// The last row whose input is checked: 100,000 rows below the heading.
  private static let lastRow = 100_001
  /// The rows in which year and direction are filled in; the reader passes over those in which nothing else is.
  static let prefilledRows = 3...52

  init(
    _ subject: Template.Subject, _ columns: [TemplateColumn], _ sheet: SheetWriter, list: Int? = nil,
    listSheets: [Int: String] = [:]
  ) {
    self.subject = subject
    self.columns = columns
    self.sheet = sheet
    self.list = list
    self.listSheets = listSheets
  }

  /// Writes the sheet; long lists of choices are added to the sheet of choices.
  func write(_ choices: inout ChoiceSheet) {
    var column = 1
    if list != nil {
      writeHeading(TemplateColumn.idHeading, isRequired: true, column)
      sheet.setWidth(22, 1...1, Look.input(.text))
      column = 2
    }
    for item in columns {
      writeHeading(item.heading, isRequired: item.isRequired, column)
      sheet.setWidth(width(item), column...column, Look.input(item.type))
      if let check = inputCheck(item, &choices) { sheet.setCheck(check, rows: 2...Self.lastRow, column: column) }
      let comment = comment(item)
      if !comment.isEmpty {
        let lines = comment.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
          $0 + 1 + Columns.width(String($1)) / 46
        }
        sheet.addComment(comment, row: 1, column: column, lines: lines)
      }
      column += 1
    }
    sheet.setHeight(45, 1)
    sheet.freeze(2, 2)
    sheet.setPrinting(headingRow: 1, pagesWide: pagesWide)
    if let example = subject.example { writeExample(example) }
    if list == nil { writePrefilledRows() }
  }

  /// Writes year and direction, which are the same for all applications of the sheet.
  private func writePrefilledRows() {
    for row in Self.prefilledRows {
      for (index, item) in columns.enumerated() {
        switch subject.program.schema.nodes[item.node].path {
        case "year": sheet.write(Double(subject.program.year), row: row, column: index + 1, Look.input(item.type))
        case "direction": sheet.write(directionText, row: row, column: index + 1, Look.input(item.type))
        default: break
        }
      }
    }
  }

  /// The direction as clerks write it: its id and its title.
  private var directionText: String { "\(subject.direction.id) \(subject.direction.title)" }

  private func writeHeading(_ text: String, isRequired: Bool, _ column: Int) {
    sheet.write(text, row: 1, column: column, isRequired ? Look.requiredHeading : Look.heading)
  }

  /// The number of pages beside each other on which the sheet is large enough to be read.
  private var pagesWide: Int {
    let columnsWidth = columns.reduce(list == nil ? 0 : 22) { $0 + width($1) }
    return max(1, Int((columnsWidth / Self.pageWidth).rounded(.up)))
  }

  /// Returns the width of a column in characters.
  private func width(_ column: TemplateColumn) -> Double {
    let minimum: Double =
      switch (column.type, subject.program.schema.nodes[column.node].field.name) {
      case (.text, "title"), (.text, "name"): 36
      case (.text, "direction"): 40
      default: form(column).width
      }
    // A long heading takes two lines.
    return max(minimum, min(30, Double(Columns.width(column.heading)) * 0.62 + 3))
  }

  /// Returns the comment of a column: how to fill it in, and the clauses that read it.
  private func comment(_ column: TemplateColumn) -> String {
    var lines = form(column).remarks
    if column.number == 1 { lines.append("每格一项；没有的，在本列填“无”") }
    if column.isListFlag { lines.append("填“有”或“无”；有的，另在工作表“\(listSheets[column.node] ?? label(column))”中逐项填写") }
    if !column.isRead { lines.append("不影响评审结论，供联系、核对和后续管理使用") }
    if subject.program.schema.nodes[column.node].field.isPrivate { lines.append("按文本填写；不会出现在评审结果里") }
    if column.type == .time, let window = subject.direction.window {
      if window.opens != nil { lines.append("受理开始：\(window.opensText)") }
      if window.closes != nil { lines.append("受理截止：\(window.closesText)") }
    }
    return (lines + column.clauses.map(\.text)).joined(separator: "\n")
  }

  /// Returns the form of the cells of a column, with the program's own example if it has one.
  private func form(_ column: TemplateColumn) -> CellForm {
    let field = subject.program.schema.nodes[column.node].field
    return (column.type == field.type ? field.kind : column.type.kind).form
  }

  private func label(_ column: TemplateColumn) -> String { subject.program.schema.nodes[column.node].field.label }

  /// Returns the check of what is typed into a column, or nil if any input is allowed.
  private func inputCheck(_ column: TemplateColumn, _ choices: inout ChoiceSheet) -> InputCheck? {
    let title = String(label(column).prefix(20))
    if subject.program.schema.nodes[column.node].path == "direction", list == nil {
      return InputCheck(choices.rule([directionText]), title: title, hint: "请从列表中选择申报方向")
    }
    if column.isListFlag { return InputCheck(.oneOf(["有", "无"]), title: title, hint: "请填“有”或“无”；不清楚的留空") }
    let form = form(column)
    let hint = form.hint(CellForm.Context(year: subject.program.year, unit: column.unit?.name))
    switch form.rule {
    case .oneOf(let texts, let isOpen): return InputCheck(choices.rule(texts), isAdvisory: isOpen, title: title, hint: hint)
    case .wholeNumber(let range): return InputCheck(.wholeNumber(range), title: title, hint: hint)
    case .number(let minimum): return InputCheck(.number(atLeast: minimum), title: title, hint: hint)
    case .anyNumber: return InputCheck(.number(atLeast: -1e15), title: title, hint: hint)
    case .textLength(let length): return InputCheck(.textLength(length), title: title, hint: hint)
    case .any: return InputCheck(.any, title: title, hint: hint)
    case nil: return nil
    }
  }

  // MARK: The example

  private func writeExample(_ record: Record) {
    let schema = subject.program.schema
    guard let list else {
      for (index, item) in columns.enumerated() {
        let schemaNode = schema.nodes[item.node]
        let value: ExampleValue =
          switch schemaNode.path {
          case "id": .text(TemplateMark.exampleID)
          case "direction": .text(directionText)
          default: example(item, schemaNode, record.example(item, schema))
          }
        write(value, row: 2, column: index + 1, type: item.type)
      }
      return
    }
    let slot = record.slots[schema.nodes[list].slot]
    let hasElements = slot.isPresent && slot.count > 0
    let path = schema.nodes[list].path
    guard hasElements || schema.nodes[list].isHost && TemplateSample.lists.contains(path) else { return }
    sheet.write(TemplateMark.exampleID, row: 2, column: 1, Look.example(.text))
    for (index, item) in columns.enumerated() {
      var value = ExampleValue.none
      if hasElements {
        let element = record.element(0, of: slot, stride: schema.nodes[list].stride, field: schema.nodes[item.node].slot)
        value = record.example(element, item)
      } else if let sample = TemplateSample.texts["\(path).\(schema.nodes[item.node].path)"] {
        value = .text(sample)
      }
      write(value, row: 2, column: index + 2, type: item.type)
    }
  }

  /// Returns the example of a column, or an invented one if the example of the direction has no contact or the like.
  private func example(_ column: TemplateColumn, _ schemaNode: Schema.Node, _ value: ExampleValue) -> ExampleValue {
    guard value == .none, schemaNode.isHost, let sample = TemplateSample.texts[schemaNode.path] else { return value }
    return .text(sample)
  }

  private func write(_ value: ExampleValue, row: Int, column: Int, type: FieldType) {
    let format = Look.example(type)
    switch value {
    case .none: sheet.writeBlank(row: row, column: column, format)
    case .text(let text): sheet.write(text, row: row, column: column, format)
    case .number(let number): sheet.write(number, row: row, column: column, format)
    }
  }
}

extension Look {
  /// Returns the format of cells for input: numbers are on the right, and texts have a text format, so that codes keep their digits.
  static func input(_ type: FieldType) -> CellFormat {
    let form = type.kind.form
    return CellFormat().with {
      if let format = form.numberFormat { $0.numberFormat = format }
      if case .number = form.example { $0.alignment = .right }
    }
  }

  /// Returns the format of cells in the example row.
  static func example(_ type: FieldType) -> CellFormat {
    input(type).with {
      $0.isItalic = true
      $0.color = 0x7F7F7F
      // The example of a time or a date is a text.
      if type == .time || type == .date { $0.numberFormat = "@" }
    }
  }
}
