import KepingCore

/// A column of a template for a field that a direction reads.
public struct TemplateColumn: Sendable {
  /// The heading: a name that the table reader recognises, with the year and the unit.
  public let heading: String
  /// The node of the field in the schema; for a list element, the node of its field.
  public let node: Int
  /// The type of the field.
  public let type: FieldType
  /// Whether the field is required.
  public let isRequired: Bool
  /// The calendar year of the amounts in a column for money by year; nil for other columns.
  public let year: Int?
  /// The 1-based number of the text in a list of texts; nil for other columns.
  public let number: Int?
  /// The unit of amounts; nil if the column holds no amounts of money.
  public let unit: Unit?
  /// The clauses that read the column, or the criteria if no clause does.
  public var clauses: [Reader] = []
  /// Whether the column only states if a list has elements: 有 or 无.
  public let isListFlag: Bool
  /// Whether the evaluation reads the column; false for what only later steps of a round need, such as the contact.
  public internal(set) var isRead: Bool

  /// A clause or criterion that reads a column.
  public struct Reader: Sendable, Equatable {
    /// The id of the clause or criterion.
    public let id: String
    /// The text in the comment of the column.
    public let text: String
  }

  /// Returns the columns of the sheet of a direction, and of a sheet for each list that it reads.
  ///
  /// The fields of the host come first, then those of the program in the order in which its author wrote them.
  public static func all(
    _ program: Program, _ direction: Direction
  ) -> (columns: [TemplateColumn], lists: [(node: Int, columns: [TemplateColumn])]) {
    var layout = Layout(program, direction)
    layout.addColumns()
    return (layout.columns, layout.lists)
  }

  fileprivate init(
    heading: String, node: Int, type: FieldType, isRequired: Bool, year: Int? = nil, number: Int? = nil, unit: Unit? = nil,
    isListFlag: Bool = false, isRead: Bool = true
  ) {
    self.heading = heading
    self.node = node
    self.type = type
    self.isRequired = isRequired
    self.year = year
    self.number = number
    self.unit = unit
    self.isListFlag = isListFlag
    self.isRead = isRead
  }

  /// The heading of the column of ids, which joins the rows of lists to their applications.
  public static let idHeading = "申报编号*"
}

/// The layout of the columns of a direction.
private struct Layout {
  private let program: Program
  private let direction: Direction
  private let schema: Schema
  private let names: FieldNames
  private let fieldsRead: FieldsRead
  /// The clauses and criteria with the fields that they read, clauses first.
  private let readers: [(reader: TemplateColumn.Reader, read: FieldsRead)]
  private(set) var columns: [TemplateColumn] = []
  private(set) var lists: [(node: Int, columns: [TemplateColumn])] = []

  /// Paths that the host reads in every application; the time of submission also if no window is set, because one may be
  /// set after the template was handed out.
  private static let alwaysIncluded: Set<String> = [
    "id", "year", "direction", "title", "submittedAt", "applicant.name", "applicant.kind", "applicant.creditCode",
  ]
  /// Paths of the host's fields that no evaluation reads but the rest of a round needs: letters, limits per leader, money.
  private static let neededLater: Set<String> = [
    "leader.name", "leader.title", "leader.unit", "leader.phone", "leader.idNumber", "contact.name", "contact.phone",
    "contact.email", "recommender", "members", "budget.total", "budget.requested", "budget.selfFunded",
  ]
  /// The host's fields at the top in the order in which an application form has them; any others follow.
  private static let formOrder = [
    "id", "year", "direction", "title", "submittedAt", "period", "applicant", "recommender", "leader", "contact", "budget",
    "partners", "members",
  ]
  /// Names of fields that the host reads in every list element.
  private static let alwaysInElements: Set<String> = ["name", "creditCode"]
  private static let moneyUnit = Unit.usual(.money)

  /// Returns the unit of the numbers of a column; nil for a field whose numbers have none.
  private static func unit(of type: FieldType) -> Unit? {
    switch type {
    case .money, .yearlyMoney: moneyUnit
    case .percent: Unit.usual(.percent)
    default: nil
    }
  }

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
  }

  /// Adds all columns: those of the host in the order of a form, then those of the program.
  mutating func addColumns() {
    let roots = schema.inWrittenOrder(schema.roots)
    let host = roots.filter { schema.nodes[$0].isHost }
    let places = host.map { node in Self.formOrder.firstIndex(of: schema.nodes[node].field.name) ?? Self.formOrder.count }
    addColumns(for: host.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { host[$0] })
    addColumns(for: roots.filter { !schema.nodes[$0].isHost })
  }

  /// Adds the columns of some nodes and of the fields in them.
  private mutating func addColumns(for nodes: [Int]) {
    for node in nodes {
      let schemaNode = schema.nodes[node]
      switch schemaNode.field.type {
      case .object, .tally: addColumns(for: schema.inWrittenOrder(schemaNode.children))
      case .objects: if includes(node) { addList(node) }
      case .texts: if includes(node) { addTexts(node) }
      case .yearlyMoney: addYears(node)
      default: if includes(node) { addColumn(for: node) }
      }
    }
  }

  /// Returns whether the template has a column or a sheet for a node.
  private func includes(_ node: Int) -> Bool {
    reads(node) || schema.nodes[node].isHost && Self.neededLater.contains(schema.nodes[node].path)
  }

  /// Returns whether the direction or the host reads a node.
  private func reads(_ node: Int) -> Bool {
    let schemaNode = schema.nodes[node]
    return (fieldsRead.isWholeRecord && !schemaNode.isUnmentioned) || fieldsRead.slots.contains(schemaNode.slot)
      || Self.alwaysIncluded.contains(schemaNode.path)
  }

  /// Returns a name that the table reader maps to the field: its label, or its path if the label is ambiguous.
  private func name(_ node: Int) -> String {
    let label = schema.nodes[node].field.label
    switch names.target(Heading(label)) {
    case .success(let target)? where target.node == node: return label
    case .failure(let fault)? where fault.node == node && fault.reason == .missingYear: return label
    default: return schema.nodes[node].path
    }
  }

  /// Returns a name that the table reader maps to the amount of a year: the label or the path of the field, with the year.
  private func name(_ node: Int, year: Int) -> String {
    let heading = "\(name(node))\(year)"
    if case .success(.yearly(node, .absolute(year)))? = names.target(Heading(heading)) { return heading }
    return "\(schema.nodes[node].path)\(year)"
  }

  private mutating func addColumn(for node: Int) {
    let schemaNode = schema.nodes[node]
    var heading = name(node)
    let unit = Self.unit(of: schemaNode.field.type)
    if let shown = unit ?? fieldsRead.units[schemaNode.slot], !shown.name.isEmpty { heading += "（\(shown.name)）" }
    append(
      TemplateColumn(
        heading: heading + (schemaNode.field.isRequired ? "*" : ""), node: node, type: schemaNode.field.type,
        isRequired: schemaNode.field.isRequired, unit: unit, isRead: reads(node)))
  }

  private mutating func addYears(_ node: Int) {
    let slot = schema.nodes[node].slot
    var years = fieldsRead.years[slot] ?? []
    if fieldsRead.isWholeRecord { years.formUnion([program.year - 1, program.year - 2]) }
    for year in years.sorted(by: >) {
      append(
        TemplateColumn(
          heading: "\(name(node, year: year))（\(Self.moneyUnit.name)）", node: node, type: schema.nodes[node].field.type,
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
    // If no field is required, any field may be the only one of an element.
    let hasRequired = schemaNode.children.contains { schema.nodes[$0].field.isRequired }
    for child in schema.inWrittenOrder(schemaNode.children) {
      let field = schema.nodes[child].field
      // A cell of a list's sheet cannot hold a list or a group.
      guard field.type.name.isSingle else { continue }
      let isRead = fieldsRead.isWholeRecord || !hasRequired || fieldsRead.elements[schemaNode.slot]?.contains(field.name) == true
      guard field.isRequired || isRead || Self.alwaysInElements.contains(field.name) else { continue }
      let unit = Self.unit(of: field.type)
      var column = TemplateColumn(
        heading: field.label + (unit.map { "（\($0.name)）" } ?? "") + (field.isRequired ? "*" : ""), node: child, type: field.type,
        isRequired: field.isRequired, unit: unit, isRead: reads(node))
      column.clauses = readers { $0.elements[schemaNode.slot]?.contains(field.name) == true }
      listColumns.append(column)
    }
    lists.append((node, listColumns))
  }

  /// Appends a column with the clauses that read it.
  private mutating func append(_ column: TemplateColumn) {
    let slot = schema.nodes[column.node].slot
    var column = column
    column.clauses = readers { read in
      column.year.map { read.years[slot]?.contains($0) == true } ?? read.slots.contains(slot)
    }
    columns.append(column)
  }

  /// Returns the clauses whose fields satisfy a predicate, or the criteria if no clause does.
  private func readers(_ isReader: (FieldsRead) -> Bool) -> [TemplateColumn.Reader] {
    let clauses = direction.clauses.count
    let found = readers.indices.filter { isReader(readers[$0].read) }
    return found.filter { $0 < clauses || found[0] >= clauses }.map { readers[$0].reader }
  }
}
