extension Wording {
  /// Returns the description of a mutation that replaces one part by another.
  public static func changing(_ old: String, to new: String) -> Wording {
    Wording("把“\(old)”改为“\(new)”", "change '\(old)' to '\(new)'")
  }

  /// Returns the description of a mutation that removes a part.
  public static func leavingOut(_ part: String) -> Wording { Wording("去掉“\(part)”", "leave out '\(part)'") }

  /// Returns the description of a mutation that removes a part from the whole that it belongs to.
  public static func leavingOut(_ part: String, of whole: String) -> Wording {
    Wording("“\(whole)”去掉“\(part)”", "leave '\(part)' out of '\(whole)'")
  }

  /// Returns the description of a mutation that swaps two parts of a whole.
  public static func swapping(_ first: String, _ second: String, in whole: String) -> Wording {
    Wording("“\(whole)”把“\(first)”与“\(second)”对调", "swap '\(first)' and '\(second)' in '\(whole)'")
  }

  /// Returns the description of a mutation that negates a check.
  public static func negating(_ part: String) -> Wording { Wording("把“\(part)”反过来", "turn '\(part)' round") }
}
