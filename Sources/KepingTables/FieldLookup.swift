import KepingCore

/// Finds the fields that the headings of a file name, each heading once.
///
/// The sheets of a file have most of their headings in common, and a heading may be compared with hundreds of names.
final class FieldLookup {
  let names: FieldNames
  /// The list whose elements the rows of the sheets hold, or nil for applications.
  let list: Int?
  /// The labels that may be suggested for unknown headings.
  private let suggestions: [FieldNames.Suggestion]
  /// The names of the column of ids, which a list has besides its fields.
  private let idKeys: [String]
  private var mappings: [[String]: ColumnPlan.Mapping] = [:]
  private var nearestLabels: [String: String?] = [:]
  private var matches: [String: FieldNames.Match?] = [:]

  /// The maximum number of headings of a file for which a similar label is searched for; nobody reads more.
  private static let maximumSuggestions = 1000
  /// The maximum number of remembered headings; ``TableReader`` reads no file with that many.
  private static let maximumRemembered = 200_000

  /// Creates a lookup of the fields of an application, or of those of a list's elements.
  init(_ names: FieldNames, list: Int? = nil) {
    self.names = names
    self.list = list
    suggestions = list.map(names.suggestions) ?? names.suggestions
    idKeys = list.flatMap { _ in names.idNode }.map { names.names(of: $0).map(Heading.key) } ?? []
  }

  /// Returns the field that a heading names, without the groups above it, or nil if there is none.
  ///
  /// - Parameter readings: the readings of the text, if the caller has them.
  func match(_ text: String, readings: [Heading]? = nil) -> FieldNames.Match? {
    if let known = matches[text] { return known }
    let found = names.match(readings ?? Heading.readings(of: text), by: target)
    if matches.count < Self.maximumRemembered { matches[text] = .some(found) }
    return found
  }

  /// Returns whether a heading is the name of a field, also in part.
  ///
  /// Fields of the host that the program does not mention do not count: a sheet of people and their telephone numbers is no sheet of
  /// applications.
  func knows(_ text: String, readings: [Heading]? = nil) -> Bool {
    let node: Int? =
      switch match(text, readings: readings)?.found {
      case .success(let target): target.node
      case .failure(let fault): fault.node
      case nil: nil
      }
    return node.map { !names.schema.nodes[$0].isUnmentioned } ?? false
  }

  /// Returns the mapping of a column by its text and its groups, without a suggestion.
  func mapping(of heading: SheetHeadings.Column) -> ColumnPlan.Mapping {
    let texts = heading.groups + [heading.text]
    if let known = mappings[texts] { return known }
    let made = ColumnPlan.mapping(of: heading, by: self)
    if mappings.count < Self.maximumRemembered { mappings[texts] = made }
    return made
  }

  /// Returns the label of a field that is similar to an unknown heading, or nil if none is, or if there were too many unknown
  /// headings already.
  func nearestLabel(to text: String) -> String? {
    if let known = nearestLabels[text] { return known }
    guard nearestLabels.count < Self.maximumSuggestions else { return nil }
    let found = nearest(to: Heading(text).key, among: suggestions.lazy.map(\.key))
      .flatMap { key in suggestions.first { $0.key == key }?.label }
    nearestLabels[text] = .some(found)
    return found
  }

  private func target(_ heading: Heading) -> Result<FieldNames.Target, FieldNames.TargetFault>? {
    guard let list else { return names.target(heading) }
    if let child = names.child(heading.key, of: list) { return .success(.member(list: list, number: 1, child: child)) }
    if let id = names.idNode, idKeys.contains(heading.key) { return .success(.field(id)) }
    return Heading.isSerial(heading.key) ? .success(.serial) : nil
  }
}
