import KepingCore
import Workbooks

/// A mapping from the columns of a sheet to the fields of one program's schema.
final class ColumnPlan {
  /// The meaning of a column.
  enum Mapping {
    /// The column is read as this target, with the unit of its amounts.
    case target(FieldNames.Target, Unit?)
    /// The column is recognised but cannot be read: any content in it makes its record invalid.
    case unusable(path: String, node: Int, reason: String)
    /// No field has the name of the column, or the column has no name. `nearest` is the label of a similar field.
    case unknown(nearest: String?)
    /// A field has the name of the column, but the group above the column does not belong to the field.
    case unrelatedGroup(String)
  }

  /// A column with a heading.
  struct Column {
    /// The 1-based column of the sheet.
    let column: Int
    let heading: String
    /// The meaning of the column.
    let mapping: Mapping
    /// The type of the field whose value a cell holds, or nil if it holds none.
    let type: FieldType?

    init(column: Int, heading: String, mapping: Mapping, names: FieldNames) {
      self.column = column
      self.heading = heading
      self.mapping = mapping
      if case .target(let target, _) = mapping {
        type = target.field.map { names.schema.nodes[$0].field.type }
      } else {
        type = nil
      }
    }
  }

  let names: FieldNames
  /// The columns that have headings, in the order of the sheet.
  private(set) var columns: [Column] = []
  /// The column of each node; 0 if it has none.
  private(set) var fieldColumns: [Int32] = []
  /// The index in ``columns`` of each column of the sheet; -1 if it has no heading.
  private var columnIndices: [Int32] = []
  /// The field of each column that is unusable because another column has the same target, by column of the sheet.
  private var duplicateFields: [Int: Int] = [:]
  /// The columns of year and direction by path, which are needed for every row.
  private(set) var hostColumns: [String: Int] = [:]

  /// Creates the plan of a sheet of applications.
  convenience init(_ names: FieldNames, _ headings: SheetHeadings) {
    self.init(names, headings, suggestions: names.suggestions) { heading in names.target(heading) }
  }

  /// Creates the plan of a sheet with one element of a list in each row.
  convenience init(_ names: FieldNames, _ headings: SheetHeadings, list: Int) {
    let id = names.schema.child("id", of: nil)
    let idKeys = id.map { names.names(of: $0).map(Heading.key) } ?? []
    self.init(names, headings, suggestions: names.suggestions(of: list)) { heading in
      if let child = names.child(heading.key, of: list) {
        return .success(.member(list: list, number: 1, child: child))
      }
      if idKeys.contains(heading.key) { return id.map { .success(.field($0)) } }
      return Heading.isSerial(heading.key) ? .success(.serial) : nil
    }
  }

  /// Maps each heading with a function that finds its target, and marks columns that have the same target as unusable.
  private init(
    _ names: FieldNames, _ headings: SheetHeadings, suggestions: [FieldNames.Suggestion],
    _ find: (Heading) -> Result<FieldNames.Target, FieldNames.TargetFault>?
  ) {
    self.names = names
    var firstIndices: [FieldNames.Target: Int] = [:]
    var unknownCount = 0
    var duplicates: [FieldNames.Target: [SheetHeadings.Column]] = [:]
    for heading in headings.columns {
      // Only the first 50 unknown columns get a suggestion: nobody reads more, and each search goes through all names.
      var mapping = Self.mapping(
        of: heading, names: names, suggestions: unknownCount < 50 ? suggestions : [], find: find)
      if let unit = headings.moneyUnit, Heading(heading.text).unit == nil,
        !heading.groups.contains(where: { Heading($0).unit != nil })
      {
        mapping = mapping.withDefaultUnit(unit, names.schema)
      }
      if case .unknown = mapping { unknownCount += 1 }
      if case .target(let target, _) = mapping, target != .serial {
        if let other = firstIndices[target] {
          duplicates[target, default: [headings.columns[other]]].append(heading)
        } else {
          firstIndices[target] = columns.count
        }
      }
      columns.append(Column(column: heading.column, heading: heading.text, mapping: mapping, names: names))
    }
    for (index, column) in columns.enumerated() {
      guard case .target(let target, _) = column.mapping, let all = duplicates[target], let node = target.node else { continue }
      let list = all.prefix(3).map { "\(Cell.columnName($0.column))列“\($0.text.prefix(60))”" }.joined(separator: "与")
      duplicateFields[column.column] = target.field
      columns[index] = Column(
        column: column.column, heading: column.heading,
        mapping: .unusable(
          path: names.path(target) ?? names.schema.nodes[node].path, node: node,
          reason: "\(list)\(all.count > 3 ? "等\(all.count)列" : "")重复，不知以哪一列为准"),
        names: names)
    }
    columnIndices = Array(repeating: -1, count: (columns.map(\.column).max() ?? 0) + 1)
    for (index, column) in columns.enumerated() { columnIndices[column.column] = Int32(index) }
    fieldColumns = columnsOfFields()
    for path in ["year", "direction"] { hostColumns[path] = column(for: path, year: nil) }
  }

  /// Returns the first column of each field of the record itself, including unusable ones.
  private func columnsOfFields() -> [Int32] {
    var found = [Int32](repeating: 0, count: names.schema.nodes.count)
    for column in columns {
      let node: Int
      switch column.mapping {
      case .target(.field(let field), _), .target(.yearly(let field, _), _), .target(.texts(let field, nil), _),
        .target(.list(let field), _):
        node = field
      case .unusable(let path, let field, _) where path == names.schema.nodes[field].path: node = field
      case .target, .unusable, .unknown, .unrelatedGroup: continue
      }
      if found[node] == 0 { found[node] = Int32(column.column) }
    }
    return found
  }

  /// Returns the columns of the fields of a list's element by slot; 0 if a field has none.
  func columns(ofElement number: Int, of list: Int) -> [Int32] {
    var found = [Int32](repeating: 0, count: names.schema.nodes[list].stride)
    for column in columns {
      guard case .target(.member(list, number, let child), _) = column.mapping else { continue }
      let slot = names.slots[child]
      if found[slot] == 0 { found[slot] = Int32(column.column) }
    }
    return found
  }

  /// Returns the mapping of a column by its text and its groups.
  private static func mapping(
    of heading: SheetHeadings.Column, names: FieldNames, suggestions: [FieldNames.Suggestion],
    find: (Heading) -> Result<FieldNames.Target, FieldNames.TargetFault>?
  ) -> Mapping {
    // The fullest name first, because the groups above a column may be part of its name.
    let texts = heading.groups + [heading.text]
    for (start, dropped) in texts.indices.map({ ($0, texts[..<$0]) }) {
      let parsed = Heading(texts[start...].joined())
      guard let found = find(parsed) else { continue }
      let target = (try? found.get()) ?? found.fault.map { .field($0.node) }
      if let group = dropped.first(where: { !names.allows($0, over: target) }) {
        return mapping(of: heading, underUnrelatedGroup: group, target: target, names: names)
      }
      switch found {
      case .success(let target):
        let unit = parsed.unit ?? dropped.lazy.compactMap { Heading($0).unit }.last
        return checkedMapping(to: target, unit: unit, heading: parsed, names: names)
      case .failure(let fault):
        let path = names.schema.nodes[fault.node].path
        let label = names.schema.nodes[fault.node].field.label
        switch fault.reason {
        case .missingYear:
          return .unusable(path: path, node: fault.node, reason: "列名没有注明年度，请写作“\(label)2023（万元）”之类")
        case .ambiguous:
          return .unusable(path: path, node: fault.node, reason: "列名“\(heading.text)”可指几个字段，请写字段名，如“\(path)”")
        }
      }
    }
    for group in heading.groups.reversed() {
      // For example 行业 under 标准, or 姓名 under 负责人.
      let parsed = Heading(heading.text)
      let others = heading.groups.filter { $0 != group }
      if let found = find(Heading(heading.text + group)), case .success(let target) = found {
        if let other = others.first(where: { !names.allows($0, over: target) }) {
          return mapping(of: heading, underUnrelatedGroup: other, target: target, names: names)
        }
        return checkedMapping(to: target, unit: parsed.unit ?? Heading(group).unit, heading: parsed, names: names)
      }
      if let node = names.member(parsed.key, of: Heading(group).key) {
        if let other = others.first(where: { !names.allows($0, over: .field(node)) }) {
          return mapping(of: heading, underUnrelatedGroup: other, target: .field(node), names: names)
        }
        return checkedMapping(to: .field(node), unit: parsed.unit, heading: parsed, names: names)
      }
    }
    if let (tally, node, label) = names.tally(in: Heading(heading.text).key) {
      let reason = "列“\(heading.text.prefix(60))”像是\(tally)的一项，但读不懂；\(tally)中没有读到的都按0计，请把列名改为“\(label)”之类"
      return .unusable(path: names.schema.nodes[node].path, node: node, reason: reason)
    }
    let near = nearest(to: Heading(heading.text).key, among: suggestions.lazy.map(\.key))
    return .unknown(nearest: near.flatMap { key in suggestions.first { $0.key == key }?.label })
  }

  /// Returns the mapping of a column under a group that may mean something else.
  ///
  /// A field of a tally is unusable, because a count that is not read is taken as 0.
  private static func mapping(
    of heading: SheetHeadings.Column, underUnrelatedGroup group: String, target: FieldNames.Target?, names: FieldNames
  ) -> Mapping {
    guard let node = target?.field, names.schema.nodes[node].tally != nil else { return .unrelatedGroup(group) }
    let reason = "列“\(heading.text.prefix(60))”在“\(group.prefix(60))”之下，不知是否为同一内容"
    return .unusable(path: names.schema.nodes[node].path, node: node, reason: reason)
  }

  /// Returns the mapping to a target, which is unusable if the unit does not fit the type of the field.
  private static func checkedMapping(to target: FieldNames.Target, unit: Unit?, heading: Heading, names: FieldNames)
    -> Mapping
  {
    guard let field = target.field, let node = target.node else { return .target(target, unit) }
    let measure: Measure =
      switch names.schema.nodes[field].field.type {
      case .money, .yearlyMoney: .money
      case .count, .year: .count
      default: .plain
      }
    if let unit, unit.measure != measure {
      let label = names.schema.nodes[field].field.label
      let expected = measure == .money ? "应为金额单位，如（万元）" : measure == .count ? "应为数量" : "不带单位"
      let path = names.path(target) ?? names.schema.nodes[node].path
      return .unusable(path: path, node: node, reason: "列名的单位“\(unit.name)”不合，\(label)\(expected)")
    }
    // A heading in ASCII is a path or field name of the JSON format, whose amounts are in yuan.
    let isOwnName = heading.key.utf8.count == heading.key.count
    return .target(target, unit ?? (isOwnName ? Unit.all.first { $0.name == "元" } : nil))
  }

  /// Returns the field that a column of the sheet is meant for, or nil if none is known.
  ///
  /// An unusable column has a field only if another column has the same target.
  func field(at sheetColumn: Int) -> Int? {
    guard let column = column(at: sheetColumn) else { return nil }
    switch column.mapping {
    case .target(let target, _): return target.field
    case .unusable: return duplicateFields[sheetColumn]
    case .unknown, .unrelatedGroup: return nil
    }
  }

  /// Returns the index in ``columns`` of a column of the sheet, or nil if it has no heading.
  func index(at column: Int) -> Int? {
    guard column < columnIndices.count, columnIndices[column] >= 0 else { return nil }
    return Int(columnIndices[column])
  }

  /// Returns a column of the sheet, or nil if it has no heading.
  func column(at column: Int) -> Column? { index(at: column).map { columns[$0] } }

  /// Returns the column for a path, or nil if there is none.
  ///
  /// - Parameter year: the year of the application, for headings such as 上年度.
  func column(for path: String, year: Int?) -> Int? {
    columns.first { column in
      switch column.mapping {
      case .target(.yearly(let node, let when), _):
        let base = names.schema.nodes[node].path
        return path == base || year.map { path == "\(base).\(when.value(for: $0))" } ?? false
      case .target(let target, _): return names.path(target) == path
      case .unusable(let unusablePath, _, _): return unusablePath == path
      case .unknown, .unrelatedGroup: return false
      }
    }?.column
  }
}

extension FieldNames.Target {
  /// The node of the field whose value a cell holds, or nil if it holds none.
  var field: Int? {
    if case .member(_, _, let child) = self { return child }
    return node
  }

  /// The node that the column belongs to: the list for a field of a list's element; nil for serial numbers.
  var node: Int? {
    switch self {
    case .field(let node), .yearly(let node, _), .texts(let node, _), .list(let node): node
    case .member(let list, _, _): list
    case .serial: nil
    }
  }
}

extension FieldNames {
  /// Returns the path of a target in results; nil for serial numbers.
  func path(_ target: Target) -> String? {
    switch target {
    case .field(let node), .yearly(let node, _), .texts(let node, nil), .list(let node): schema.nodes[node].path
    case .texts(let node, let number?): "\(schema.nodes[node].path)[\(number - 1)]"
    case .member(let list, let number, let child): "\(schema.nodes[list].path)[\(number - 1)].\(schema.nodes[child].path)"
    case .serial: nil
    }
  }
}

extension Result<FieldNames.Target, FieldNames.TargetFault> {
  /// The error of a failure; nil for a success.
  fileprivate var fault: FieldNames.TargetFault? {
    if case .failure(let fault) = self { fault } else { nil }
  }
}

extension ColumnPlan.Mapping {
  /// Returns the mapping with the unit that a note above the heading gives for all amounts.
  ///
  /// The caller makes sure that neither the heading nor a group above it has a unit.
  fileprivate func withDefaultUnit(_ unit: Unit, _ schema: Schema) -> Self {
    guard case .target(let target, _) = self, let field = target.field else { return self }
    switch schema.nodes[field].field.type {
    case .money, .yearlyMoney: return .target(target, unit)
    default: return self
    }
  }
}
