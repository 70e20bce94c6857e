import KepingCore

/// One small change of a check, a quantity or a grade: a mistake that an author might have made.
struct Variant<Part> {
  /// What is changed, in words; they are stable, and a plugin's exceptions name it by them.
  let change: Wording
  /// Where the part that is changed is written.
  let place: SourcePlace
  /// Makes the changed part; what it shares with other clauses stays as it is.
  let build: (inout Checks) -> Part

  /// The change as one of a larger part, which is made anew around it.
  func within<Whole>(_ wrap: @escaping (inout Checks, Part) -> Whole) -> Variant<Whole> {
    Variant<Whole>(change: change, place: place) { [build] checks in
      let part = build(&checks)
      return wrap(&checks, part)
    }
  }

  /// The same change, spoken of as one of a clause's `applies_when`, or of a grade.
  func inside(_ chinese: String, _ english: String) -> Variant {
    Variant(change: Wording("\(chinese)中，\(change.chinese)", "in \(english), \(change.english)"), place: place, build: build)
  }
}

extension Wording {
  static func changing(_ old: String, to new: String) -> Wording {
    Wording("把“\(old)”改为“\(new)”", "change '\(old)' to '\(new)'")
  }

  static func leavingOut(_ part: String) -> Wording { Wording("去掉“\(part)”", "leave out '\(part)'") }

  static func leavingOut(_ part: String, of whole: String) -> Wording {
    Wording("“\(whole)”去掉“\(part)”", "leave '\(part)' out of '\(whole)'")
  }

  static func negating(_ part: String) -> Wording { Wording("把“\(part)”反过来", "turn '\(part)' round") }
}
