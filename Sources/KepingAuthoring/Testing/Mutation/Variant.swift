import KepingCore

/// A changed form of a check, a quantity or a grade: a mistake that an author might have made.
///
/// A variant knows how to build the changed part but not where it belongs. ``wrapped(by:)`` turns the variant of a part into
/// one of the whole, up to the check or grade of a clause, from which ``Mutant`` is made.
struct Variant<Part> {
  /// The description of the change, which is stable because a plugin's exceptions refer to it.
  let change: Wording
  /// The location of the changed part in the plugin.
  let location: SourceLocation
  /// Adds the changed part to the checks; existing checks stay, since other clauses may share them.
  let build: (inout Checks) -> Part

  init(change: Wording, location: SourceLocation, build: @escaping (inout Checks) -> Part) {
    self.change = change
    self.location = location
    self.build = build
  }

  /// Creates the variant of a part at a location.
  init(_ mutation: Mutation<Part>, at location: SourceLocation) {
    self.init(change: mutation.change, location: location, build: mutation.build)
  }

  /// Returns the change as one of a larger part, which is rebuilt around the changed one.
  func wrapped<Whole>(by wrap: @escaping (inout Checks, Part) -> Whole) -> Variant<Whole> {
    Variant<Whole>(change: change, location: location) { [build] checks in
      let part = build(&checks)
      return wrap(&checks, part)
    }
  }

  /// Returns the same change with a description that begins with its context, such as `applies_when` or the points.
  func inContext(_ chinese: String, _ english: String) -> Variant {
    Variant(
      change: Wording("\(chinese)中，\(change.chinese)", "in \(english), \(change.english)"), location: location, build: build)
  }
}
