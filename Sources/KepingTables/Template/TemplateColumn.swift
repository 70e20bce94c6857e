import KepingCore

/// A column that an application's fields, as far as a direction reads them, are filled in.
public struct TemplateColumn: Sendable {
  /// As the column is headed: a name that the reader knows, with its year and unit.
  public let heading: String
  /// The node of the field in the schema; of a list's element, the field in it.
  public let node: Int
  public let type: FieldType
  public let isRequired: Bool
  /// Of money by year.
  public let year: Int?
  /// Of a list of texts, from 1.
  public let number: Int?
  /// Money is typed in this unit.
  public let unit: Unit?
  /// The clauses that read it.
  public var clauses: [Reader] = []
  /// Whether it only says whether a list has anything.
  public let isListFlag: Bool

  /// A clause, or a criterion of the program's own, that reads a column.
  public struct Reader: Sendable, Equatable {
    public let id: String
    /// As a comment quotes it.
    public let text: String
  }

  /// The columns of a direction's own sheet, and of a sheet for each list that it reads, in the order of the schema.
  public static func all(
    _ program: Program, _ direction: Direction
  ) -> (columns: [TemplateColumn], lists: [(node: Int, columns: [TemplateColumn])]) {
    var layout = Layout(program, direction)
    layout.addColumns(for: program.schema.roots)
    return (layout.columns, layout.lists)
  }

  fileprivate init(
    heading: String, node: Int, type: FieldType, isRequired: Bool, year: Int? = nil, number: Int? = nil, unit: Unit? = nil,
    isListFlag: Bool = false
  ) {
    self.heading = heading
    self.node = node
    self.type = type
    self.isRequired = isRequired
    self.year = year
    self.number = number
    self.unit = unit
    self.isListFlag = isListFlag
  }

  /// The heading of the column of ids, which joins a list's rows to their applications.
  public static let idHeading = "申报编号*"
}

/// Lays out the columns of a direction.
private struct Layout {
  private let program: Program
  private let direction: Direction
  private let schema: Schema
  private let names: FieldNames
  private let fieldsRead: FieldsRead
  /// What asks for fields, and what it reads: clauses first, then criteria of the program's own.
  private let readers: [(reader: TemplateColumn.Reader, read: FieldsRead)]
  private let hasWindow: Bool
  private(set) var columns: [TemplateColumn] = []
  private(set) var lists: [(node: Int, columns: [TemplateColumn])] = []

  /// What the host reads of every application.
  private static let alwaysIncluded: Set<String> = [
    "id", "year", "direction", "title", "applicant.name", "applicant.kind", "applicant.creditCode",
  ]
  /// What the host reads of every element.
  private static let alwaysInElements: Set<String> = ["name", "creditCode"]
  private static let moneyUnit = Unit.usual(.money)

  init(_ program: Program, _ direction: Direction) {
    self.program = program
    self.direction = direction
    schema = program.schema
    names = FieldNames(program.schema)
    fieldsRead = program.checks.fields(of: direction)
    readers =
      direction.clauses.map { clause in
        let text = "【\(clause.kind.title)】\(clause.quote)（\(clause.id)）"
        return (TemplateColumn.Reader(id: clause.id, text: text), program.checks.fields(of: clause))
      }
      + direction.criteria.map { criterion in
        (TemplateColumn.Reader(id: criterion.id, text: "【评分】\(criterion.title)"), program.checks.fields(of: criterion))
      }
    hasWindow = direction.window != nil
  }

  mutating func addColumns(for nodes: [Int]) {
    for node in nodes {
      let schemaNode = schema.nodes[node]
      switch schemaNode.field.type {
      case .object, .tally: addColumns(for: schemaNode.children)
      case .objects: if reads(node) { addList(node) }
      case .texts: if reads(node) { addTexts(node) }
      case .yearlyMoney: addYears(node)
      default: if reads(node) { addColumn(for: node) }
      }
    }
  }

  private func reads(_ node: Int) -> Bool {
    let schemaNode = schema.nodes[node]
    return fieldsRead.isWholeRecord || fieldsRead.slots.contains(schemaNode.slot) || Self.alwaysIncluded.contains(schemaNode.path)
      || (schemaNode.path == "submittedAt" && hasWindow)
  }

  /// A name that leads the reader back to the field: its label, or where others have that, too, its path.
  private func name(_ node: Int) -> String {
    let label = schema.nodes[node].field.label
    switch names.target(Heading(label)) {
    case .success(let target)? where target.node == node: return label
    case .failure(let fault)? where fault.node == node && fault.reason == .missingYear: return label
    default: return schema.nodes[node].path
    }
  }

  private mutating func addColumn(for node: Int) {
    let schemaNode = schema.nodes[node]
    var heading = name(node)
    var unit: Unit?
    if case .money = schemaNode.field.type { unit = Self.moneyUnit }
    if let shown = unit ?? fieldsRead.units[schemaNode.slot], !shown.name.isEmpty { heading += "（\(shown.name)）" }
    append(
      TemplateColumn(
        heading: heading + (schemaNode.field.isRequired ? "*" : ""), node: node, type: schemaNode.field.type,
        isRequired: schemaNode.field.isRequired, unit: unit))
  }

  private mutating func addYears(_ node: Int) {
    let slot = schema.nodes[node].slot
    var years = fieldsRead.years[slot] ?? []
    if fieldsRead.isWholeRecord { years.formUnion([program.year - 1, program.year - 2]) }
    for year in years.sorted(by: >) {
      append(
        TemplateColumn(
          heading: "\(name(node))\(year)（\(Self.moneyUnit.name)）", node: node, type: schema.nodes[node].field.type,
          isRequired: false, year: year, unit: Self.moneyUnit))
    }
  }

  private mutating func addTexts(_ node: Int) {
    let schemaNode = schema.nodes[node]
    for number in 1...max(3, (fieldsRead.texts[schemaNode.slot]?.count ?? 0) + 1) {
      append(
        TemplateColumn(
          heading: "\(name(node))\(number)", node: node, type: schemaNode.field.type, isRequired: false, number: number))
    }
  }

  private mutating func addList(_ node: Int) {
    let schemaNode = schema.nodes[node]
    if schemaNode.field.absence == .unknown {
      append(TemplateColumn(heading: name(node), node: node, type: .flag, isRequired: false, isListFlag: true))
    }
    var listColumns: [TemplateColumn] = []
    // Where no field is required, any may be the one that makes an element.
    let hasRequired = schemaNode.children.contains { schema.nodes[$0].field.isRequired }
    for child in schemaNode.children {
      let field = schema.nodes[child].field
      let isRead = fieldsRead.isWholeRecord || !hasRequired || fieldsRead.elements[schemaNode.slot]?.contains(field.name) == true
      guard field.isRequired || isRead || Self.alwaysInElements.contains(field.name) else { continue }
      var unit: Unit?
      if case .money = field.type { unit = Self.moneyUnit }
      var column = TemplateColumn(
        heading: field.label + (unit.map { "（\($0.name)）" } ?? "") + (field.isRequired ? "*" : ""), node: child, type: field.type,
        isRequired: field.isRequired, unit: unit)
      column.clauses = readers { $0.elements[schemaNode.slot]?.contains(field.name) == true }
      listColumns.append(column)
    }
    lists.append((node, listColumns))
  }

  private mutating func append(_ column: TemplateColumn) {
    let slot = schema.nodes[column.node].slot
    var column = column
    column.clauses = readers { read in
      column.year.map { read.years[slot]?.contains($0) == true } ?? read.slots.contains(slot)
    }
    columns.append(column)
  }

  /// The clauses that read what is asked about; the criteria where no clause does.
  private func readers(_ isReader: (FieldsRead) -> Bool) -> [TemplateColumn.Reader] {
    let clauses = direction.clauses.count
    let found = readers.indices.filter { isReader(readers[$0].read) }
    return found.filter { $0 < clauses || found[0] >= clauses }.map { readers[$0].reader }
  }
}
