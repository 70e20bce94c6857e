import KepingCore
import Workbooks

/// What the columns of a sheet hold, by the schema of one program.
struct ColumnPlan {
  enum Use {
    case target(FieldNames.Target, Unit?)
    /// Understood, but not to be read: whatever stands in it makes its record invalid.
    case unusable(path: String, node: Int, reason: String)
    /// Nothing is known by its name.
    case unknown(nearest: String?)
  }

  struct Column {
    /// From 1.
    let column: Int
    let heading: String
    let use: Use
  }

  let names: FieldNames
  /// In the order of the sheet.
  private(set) var columns: [Column] = []
  /// The columns of year and direction, which are asked for with every row.
  private(set) var hostColumns: [String: Int] = [:]

  /// The plan of a sheet of applications.
  init(_ names: FieldNames, _ headings: [SheetHeadings.Column]) {
    self.init(names, headings) { heading in names.target(heading) }
  }

  /// The plan of a sheet that has a list's elements, one a row.
  init(_ names: FieldNames, _ headings: [SheetHeadings.Column], list: Int) {
    let idKeys = names.schema.child("id", of: nil).map { names.names(of: $0).map(Heading.key) } ?? []
    self.init(names, headings) { heading in
      if let child = names.child(heading.key, of: list) {
        return .success(.member(list: list, number: 1, child: child))
      }
      if idKeys.contains(heading.key) { return names.schema.child("id", of: nil).map { .success(.field($0)) } }
      return ["序号", "no", "no."].contains(heading.key) ? .success(.serial) : nil
    }
  }

  private init(
    _ names: FieldNames, _ headings: [SheetHeadings.Column],
    _ find: (Heading) -> Result<FieldNames.Target, FieldNames.TargetFault>?
  ) {
    self.names = names
    var first: [FieldNames.Target: Int] = [:]
    var twice: [FieldNames.Target: [SheetHeadings.Column]] = [:]
    for heading in headings {
      let use = Self.use(names, heading, find)
      if case .target(let target, _) = use, target != .serial {
        if let other = first[target] {
          twice[target, default: [headings[other]]].append(heading)
        } else {
          first[target] = columns.count
        }
      }
      columns.append(Column(column: heading.column, heading: heading.text, use: use))
    }
    for (place, column) in columns.enumerated() {
      guard case .target(let target, _) = column.use, let all = twice[target], let node = target.node else { continue }
      let list = all.map { "\(Cell.columnName($0.column))列“\($0.text)”" }.joined(separator: "与")
      columns[place] = Column(
        column: column.column, heading: column.heading,
        use: .unusable(path: names.path(target) ?? "", node: node, reason: "\(list)重复，不知以哪一列为准"))
    }
    for path in ["year", "direction"] { hostColumns[path] = column(for: path, year: nil) }
  }

  private static func use(
    _ names: FieldNames, _ heading: SheetHeadings.Column,
    _ find: (Heading) -> Result<FieldNames.Target, FieldNames.TargetFault>?
  ) -> Use {
    for variant in heading.variants {
      let parsed = Heading(variant)
      switch find(parsed) {
      case .success(let target)?:
        // A field's own name is the contract's, whose amounts are in yuan.
        let isOwnName = parsed.key.utf8.count == parsed.key.count
        let yuan = Unit.all.first { $0.name == "元" }
        return .target(target, parsed.unit ?? (isOwnName ? yuan : nil))
      case .failure(let fault)?:
        let path = names.schema.nodes[fault.node].path
        let label = names.schema.nodes[fault.node].field.label
        switch fault.misfit {
        case .noYear:
          return .unusable(path: path, node: fault.node, reason: "列名没有注明年度，请写作“\(label)2023（万元）”之类")
        case .ambiguous:
          return .unusable(path: path, node: fault.node, reason: "列名“\(heading.text)”可指几个字段，请写字段名，如“\(path)”")
        }
      case nil: continue
      }
    }
    let near = nearest(to: Heading(heading.variants.last ?? heading.text).key, among: names.suggestions.map(Heading.key))
    return .unknown(nearest: near.flatMap { key in names.suggestions.first { Heading.key($0) == key } })
  }

  /// The column for a path; nil where there is none.
  func column(for path: String, year: Int?) -> Int? {
    columns.first { column in
      switch column.use {
      case .target(.yearly(let node, let when), _):
        let base = names.schema.nodes[node].path
        return path == base || path == "\(base).\(when.value(for: year ?? 0))"
      case .target(let target, _): return names.path(target) == path
      case .unusable(let own, _, _): return own == path
      case .unknown: return false
      }
    }?.column
  }
}

extension FieldNames.Target {
  /// The field it is about; nil for none.
  var node: Int? {
    switch self {
    case .field(let node), .yearly(let node, _), .texts(let node, _), .list(let node): node
    case .member(let list, _, _): list
    case .serial: nil
    }
  }
}

extension FieldNames {
  /// The path by which a result speaks of a target.
  func path(_ target: Target) -> String? {
    switch target {
    case .field(let node), .yearly(let node, _), .texts(let node, nil), .list(let node): schema.nodes[node].path
    case .texts(let node, let number?): "\(schema.nodes[node].path)[\(number - 1)]"
    case .member(let list, let number, let child): "\(schema.nodes[list].path)[\(number - 1)].\(schema.nodes[child].path)"
    case .serial: nil
    }
  }
}
