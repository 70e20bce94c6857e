import KepingCore

/// Changes to an application: new values by path, where null removes a field.
///
/// An edit never has a path twice, nor a path inside another one.
struct Edit {
  private(set) var values: [(path: String, value: JSONValue)] = []

  /// An edit that changes nothing.
  static var none: Edit { Edit() }

  init() {}

  /// Creates an edit of one field.
  init(_ path: String, _ value: JSONValue) { values = [(path, value)] }

  /// Returns the edit with the changes of another one as well; where both change the same field, this edit stands.
  func adding(_ other: Edit) -> Edit {
    var result = self
    for (path, value) in other.values { result.add(path, value) }
    return result
  }

  private mutating func add(_ path: String, _ value: JSONValue) {
    if values.contains(where: { $0.path == path }) { return }
    if let outer = values.firstIndex(where: { path.hasPrefix($0.path + ".") }) {
      // The part joins a whole that has nothing there yet.
      let rest = String(path.dropFirst(values[outer].path.count + 1))
      guard case .object = values[outer].value, values[outer].value.member(rest) == nil, value != .null else { return }
      _ = values[outer].value.set(rest, value)
      return
    }
    let inner = values.indices.filter { values[$0].path.hasPrefix(path + ".") }
    guard let first = inner.first else {
      values.append((path, value))
      return
    }
    guard case .object = value else { return }
    var whole = value
    for index in inner { _ = whole.set(String(values[index].path.dropFirst(path.count + 1)), values[index].value) }
    values[first] = (path, whole)
    for index in inner.dropFirst().reversed() { values.remove(at: index) }
  }

  /// Whether the edit and another one change fields of which none is a part of the other.
  func isIndependent(of other: Edit) -> Bool {
    !values.contains { mine in
      other.values.contains { theirs in
        mine.path == theirs.path || mine.path.hasPrefix(theirs.path + ".") || theirs.path.hasPrefix(mine.path + ".")
      }
    }
  }

  /// Returns the edit without the change at an index.
  func removing(at index: Int) -> Edit {
    var rest = self
    rest.values.remove(at: index)
    return rest
  }

  /// Returns the edit without the changes that leave an application as it is.
  func shortened(for base: JSONValue) -> Edit {
    var rest = self
    rest.values.removeAll { path, value in (base.member(path) ?? .null) == value }
    return rest
  }

  /// Returns an application with the changes, or nil if a path does not exist in it.
  func applied(to base: JSONValue) -> JSONValue? {
    var application = base
    for (path, value) in values where !application.set(path, value) { return nil }
    return application
  }
}

extension JSONValue {
  /// Returns the value at a path of names, or nil if there is none.
  func member(_ path: String) -> JSONValue? {
    var value = self
    for name in path.split(separator: ".") {
      guard case .object(let members) = value, let member = members.first(where: { $0.name == name }) else { return nil }
      value = member.value
    }
    return value
  }
}
