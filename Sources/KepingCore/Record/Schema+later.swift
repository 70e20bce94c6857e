extension Schema {
  /// Adds the later fields of the host that are not in the schema yet, except for those whose paths a program declares itself.
  /// - Parameter isDeclared: returns whether a program declares the field with a path although it is not in the schema.
  public mutating func addLaterFields(except isDeclared: (_ path: String) -> Bool = { _ in false }) {
    for later in HostFields.later where !isDeclared(later.path) { addLaterField(later, isMentioned: false) }
  }

  /// Returns the node of the field with a name in the field `parent`, or at the top if `parent` is nil.
  ///
  /// If the schema does not have the field and it is one of the host's later fields, it is added as mentioned by the program.
  public mutating func mention(_ name: String, of parent: Int?) -> Int? {
    if let known = child(name, of: parent) { return known }
    let path = parent.map { nodes[$0].path }
    guard let later = HostFields.later.first(where: { $0.field.name == name && $0.parent == path }) else { return nil }
    return addLaterField(later, isMentioned: true)
  }

  /// Returns the names of the fields in the field `parent`, or at the top if `parent` is nil, and those of the host's later fields
  /// that can be mentioned there.
  public func mentionableNames(in parent: Int?) -> [String] {
    let known = names(in: parent)
    let path = parent.map { nodes[$0].path }
    return known + HostFields.later.filter { $0.parent == path && !known.contains($0.field.name) }.map(\.field.name)
  }

  /// Adds a later field, unless there is a field with its path, and returns the new node.
  @discardableResult
  private mutating func addLaterField(_ later: HostFields.Later, isMentioned: Bool) -> Int? {
    let parent = later.parent.flatMap { child($0, of: nil) }
    if child(later.field.name, of: parent) != nil { return nil }
    let node = nodes.count
    add([later.field], to: parent, .later(isMentioned: isMentioned))
    return node
  }
}
