import KepingCore
import LuaRuntime

/// The meaning of values that plugins use as keys.
extension Vocabulary {
  /// Returns the year of an index such as `[2023]` or `[2023.0]`, or nil if it is not a whole number from 0 to 9999.
  func year(_ key: LuaValue) -> Int? {
    let year: Int? =
      switch key {
      case .integer(let year): Int(exactly: year)
      case .number(let year): Int(exactly: year)
      default: nil
      }
    return year.flatMap { (0...9999).contains($0) ? $0 : nil }
  }

  /// Returns the indices of a field's choices by value.
  /// - Parameter index: the index of the field in the schema.
  func choiceIndices(of index: Int) throws(LuaStop) -> [String: Int] {
    if let known = choiceIndices[index] { return known }
    let choices = schema.nodes[index].field.type.choices
    try charge(20 * choices.count)
    let known = Dictionary(choices.enumerated().map { ($1.value, $0) }) { first, _ in first }
    choiceIndices[index] = known
    return known
  }
}
