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
    /// No field has the name of the column, but it speaks of what a tally counts.
    ///
    /// A count in the column makes its record invalid, because the tally takes counts that are not read as 0; other content
    /// is that of an unknown column.
    case possibleCount(FieldNames.PossibleTally, nearest: String?)
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

  /// Maps each heading of a sheet to a field, and marks columns that have the same target as unusable.
  init(_ lookup: FieldLookup, _ headings: SheetHeadings) {
    names = lookup.names
    var firstIndices: [FieldNames.Target: Int] = [:]
    var duplicates: [FieldNames.Target: [SheetHeadings.Column]] = [:]
    let mappings = Self.mappings(of: headings, by: lookup)
    for (heading, found) in zip(headings.columns, mappings) {
      var mapping = found
      if let unit = headings.moneyUnit, Heading.readings(of: heading.text).allSatisfy({ $0.unit == nil }),
        !heading.groups.contains(where: { Heading($0).unit != nil })
      {
        mapping = mapping.withDefaultUnit(unit, names.schema)
      }
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
      case .target, .unusable, .unknown, .possibleCount, .unrelatedGroup: continue
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

  /// Returns the field that a column of the sheet is meant for, or nil if none is known.
  ///
  /// An unusable column has a field only if another column has the same target.
  func field(at sheetColumn: Int) -> Int? {
    guard let column = column(at: sheetColumn) else { return nil }
    switch column.mapping {
    case .target(let target, _): return target.field
    case .unusable: return duplicateFields[sheetColumn]
    case .unknown, .possibleCount, .unrelatedGroup: return nil
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
      case .unknown, .possibleCount, .unrelatedGroup: return false
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
