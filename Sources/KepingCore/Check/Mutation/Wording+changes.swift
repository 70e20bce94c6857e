extension Wording {
  /// One part in the place of another.
  public static func changing(_ old: String, to new: String) -> Wording {
    Wording("把“\(old)”改为“\(new)”", "change '\(old)' to '\(new)'")
  }

  /// A part that is left out.
  public static func leavingOut(_ part: String) -> Wording { Wording("去掉“\(part)”", "leave out '\(part)'") }

  /// A part that is left out of what it belongs to.
  public static func leavingOut(_ part: String, of whole: String) -> Wording {
    Wording("“\(whole)”去掉“\(part)”", "leave '\(part)' out of '\(whole)'")
  }

  /// A check that asks the opposite.
  public static func negating(_ part: String) -> Wording { Wording("把“\(part)”反过来", "turn '\(part)' round") }
}
