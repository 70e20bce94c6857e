import KepingCore
import Workbooks

extension RecordBuilder {
  mutating func readRows(of id: String, _ list: ListPlan, _ schema: Schema) throws(Diagnostic) {
    for (number, row) in try list.sheet.rows(of: id).enumerated() {
      var element = Element(number: number + 1, sheet: list.sheet.name, row: row.number)
      for column in list.plan.columns {
        guard let cell = row.cell(column.column) else {
          // Where it is missed, this is where it is to be filled in.
          if case .target(.member(_, _, let child), _) = column.use { element.columns[child] = column.column }
          continue
        }
        let place = "\(list.sheet.name)!\(Cell.name(column.column, row.number))"
        switch column.use {
        case .target(.member(_, _, let child), let unit):
          cells.countsFrom1904 = list.sheet.countsFrom1904
          read(cell, of: row, child, unit, column.column, column.heading, list.sheet.name, &element, schema)
        case .unknown(let near):
          let hint = near.map { "；是否应为“\($0)”？" } ?? ""
          strangers.append(
            Problem(
              field: "\(schema.nodes[list.node].path)[].\(column.heading)", code: .unknownField,
              message: "\(place)：未知列“\(column.heading.prefix(60))”，未参与评审\(hint)", cell: place))
        case .unusable(_, _, let reason):
          let child = schema.nodes[list.node].children.first ?? list.node
          element.faults.append(
            (child, { Problem(field: $0, code: .invalidRecord, message: "\(place)：\(reason)", cell: place) }))
        case .target: break
        }
      }
      elements[list.node, default: []].append(element)
    }
  }

  /// Orders the elements, leaves out the empty ones, and holds what a row announces against what there is.
  mutating func settleLists(_ schema: Schema) {
    for (node, all) in elements {
      let kept = all.filter { !$0.values.isEmpty || !$0.faults.isEmpty }
        .sorted { ($0.sheet == nil ? 0 : 1, $0.number) < ($1.sheet == nil ? 0 : 1, $1.number) }
      elements[node] = kept.isEmpty ? nil : kept
    }
    for (node, found) in elements.sorted(by: { $0.key < $1.key }) {
      for (index, element) in found.enumerated() {
        for (child, make) in element.faults {
          note(node, make("\(schema.nodes[node].path)[\(index)].\(schema.nodes[child].path)"))
        }
      }
    }
    for (node, isThere) in announced.sorted(by: { $0.key < $1.key }) {
      let about = schema.nodes[node]
      let column = plan?.column(for: about.path, year: year) ?? 1
      let isGiven = elements[node] != nil || texts[node] != nil
      if isThere, !isGiven {
        note(node, problem(about.path, column, "填“有”，但没有找到本申报编号的\(about.field.label)"))
      } else if !isThere, isGiven {
        note(node, problem(about.path, column, "填“无”，但另外填写了\(about.field.label)"))
      }
    }
  }
}
