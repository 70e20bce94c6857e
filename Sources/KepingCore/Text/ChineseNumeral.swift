/// Whole numbers in Chinese characters: 三, 十二, 两, 一千五百, 二〇二四.
public enum ChineseNumeral {
  private static let digits = Array("零一二三四五六七八九".unicodeScalars)

  /// Returns the digit that a character writes, or nil if it is no digit.
  public static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "〇": 0
    case "两": 2
    default: digits.firstIndex(of: scalar)
    }
  }

  /// Returns the power of ten that a character multiplies by: 10 for 十, 100 for 百, 1000 for 千; nil for another character.
  public static func unit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十": 10
    case "百": 100
    case "千": 1000
    default: nil
    }
  }

  /// The most characters of a number, so that every number fits into an integer.
  public static let maximumCount = 12

  /// Returns the number that characters write, each of which is a digit or a unit; nil if there are more than ``maximumCount``.
  ///
  /// Without a unit, such as 二〇二五, the number is written digit by digit.
  public static func value(_ scalars: some Collection<Unicode.Scalar>) -> Int? {
    guard scalars.count <= maximumCount else { return nil }
    var total = 0
    var pending: Int?
    for scalar in scalars {
      if let unit = unit(scalar) {
        total += (pending ?? 1) * unit
        pending = nil
      } else {
        pending = (pending ?? 0) * 10 + (digit(scalar) ?? 0)
      }
    }
    return total + (pending ?? 0)
  }
}
