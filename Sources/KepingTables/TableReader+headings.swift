import KepingCore
import KepingPrograms
import Workbooks

extension TableReader {
  /// What a heading says regardless of the sheet and of the group that it stands in.
  struct HeadingFacts {
    /// The paths of the fields of the host that tell the content of a sheet, if the heading is the name of one.
    let hostFields: Set<String>
    /// Whether some program has a field of this name.
    let isKnown: Bool
    /// The lists that have a field of this name.
    let lists: Set<ListID>
  }

  /// A list of a program.
  struct ListID: Hashable {
    /// The index in ``TableReader/allLookups``.
    let lookup: Int
    let node: Int
  }

  /// Returns the lookup of the host's fields for the programs that are on.
  static func hostLookup(_ programs: Programs) -> FieldLookup {
    let schemas = programs.entries.compactMap { entry in
      if case .on(_, let program) = entry.status { program.schema } else { nil }
    }
    return FieldLookup(FieldNames(Schema.host(accepting: schemas)))
  }

  /// Looks up the headings of a sheet, each once in a file.
  ///
  /// - Returns: false if the file has more different headings than are looked up.
  func lookUp(_ headings: SheetHeadings) -> Bool {
    for column in headings.columns {
      if factsByText[column.text] == nil {
        guard factsByText.count < maximumHeadings else { return false }
        factsByText[column.text] = makeFacts(of: column.text)
      }
      guard !column.groups.isEmpty else { continue }
      let isNew = groupedHeadings.insert(column.groups + [column.text]).inserted
      if isNew, groupedHeadings.count > maximumHeadings / 2 { return false }
    }
    return true
  }

  /// Returns what a heading says.
  func facts(of text: String) -> HeadingFacts { factsByText[text] ?? makeFacts(of: text) }

  private func makeFacts(of text: String) -> HeadingFacts {
    let readings = Heading.readings(of: text)
    var fields: Set<String> = []
    var lists: Set<ListID> = []
    for reading in readings {
      fields.formUnion(hostFieldsByName[reading.key] ?? [])
      for (index, lookup) in allLookups.enumerated() {
        for list in lookup.names.listNodes where lookup.names.child(reading.key, of: list) != nil {
          lists.insert(ListID(lookup: index, node: list))
        }
      }
    }
    return HeadingFacts(
      hostFields: fields, isKnown: allLookups.contains { $0.knows(text, readings: readings) }, lists: lists)
  }

  /// Returns the fields of the host that tell the content of a sheet, by normalised name.
  static func hostFieldsByName(_ names: FieldNames) -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    for (node, schemaNode) in names.schema.nodes.enumerated()
    where ["year", "direction", "title", "applicant.kind"].contains(schemaNode.path) {
      for name in names.names(of: node) { found[Heading.key(name), default: []].insert(schemaNode.path) }
    }
    return found
  }

  /// Reports a sheet with applications or a list whose headings are too many to be looked up.
  func addTooManyHeadings(_ sheet: String, _ headings: SheetHeadings) {
    let wording = Wording("本文件的列名过多，工作表没有读取", "the file has too many different headings, and the sheet was not read")
    guard headings.idColumn != nil else { return addRemark(wording, at: sheet, code: "sheet-not-read") }
    addFault(sheet: sheet, Diagnostic(path: "\(name):\(sheet)", code: "too-many-headings", wording))
  }
}
