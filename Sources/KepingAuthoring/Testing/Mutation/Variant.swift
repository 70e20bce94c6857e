import KepingCore

/// One small change of a check, a quantity or a grade: a mistake that an author might have made.
struct Variant<Part> {
  /// What is changed, in words; they are stable, and a plugin's exceptions name it by them.
  let change: Wording
  /// Where the part that is changed is written.
  let location: SourceLocation
  /// Makes the changed part; what it shares with other clauses stays as it is.
  let build: (inout Checks) -> Part

  init(change: Wording, location: SourceLocation, build: @escaping (inout Checks) -> Part) {
    self.change = change
    self.location = location
    self.build = build
  }

  /// A change of a part that is written at a location.
  init(_ mutation: Mutation<Part>, at location: SourceLocation) {
    self.init(change: mutation.change, location: location, build: mutation.build)
  }

  /// The change as one of a larger part, which is made anew around it.
  func wrapped<Whole>(by wrap: @escaping (inout Checks, Part) -> Whole) -> Variant<Whole> {
    Variant<Whole>(change: change, location: location) { [build] checks in
      let part = build(&checks)
      return wrap(&checks, part)
    }
  }

  /// The same change, spoken of as one of a clause's `applies_when`, or of a grade.
  func inContext(_ chinese: String, _ english: String) -> Variant {
    Variant(
      change: Wording("\(chinese)中，\(change.chinese)", "in \(english), \(change.english)"), location: location, build: build)
  }
}
