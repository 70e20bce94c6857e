/// The register of 行政区划代码, the administrative division codes of GB/T 2260, in all its editions.
public enum DivisionRegister {
  /// Returns whether an edition of the register has a code of six digits.
  ///
  /// Codes of provinces, prefectures and counties count, including those that only old editions have.
  public static func contains(_ code: ArraySlice<UInt8>) -> Bool {
    var number = 0
    var digits = 0
    for byte in code {
      guard byte >= 0x30, byte <= 0x39, digits < 6 else { return false }
      number = number * 10 + Int(byte - 0x30)
      digits += 1
    }
    return digits == 6 && codes.contains(number)
  }

  /// Returns the codes of the divisions that a name may mean, in ascending order; none if the register has no such name.
  ///
  /// The name is that of a division that exists now, alone or after the names of the divisions that contain it: 平果市,
  /// 百色市平果市 and 广西壮族自治区百色市平果市. Each of them may be short: 平果, 广西百色平果, 隆林县. Divisions whose
  /// full name is given take precedence over those whose name is shortened.
  public static func codes(named name: String) -> [String] { names.codes(named: name) }

  /// Returns the name of the division with a code, with the names of the divisions that contain it, such as
  /// 广西壮族自治区百色市平果市; nil if no division has the code now.
  public static func fullName(of code: String) -> String? { names.fullName(of: code) }

  private static let codes = DivisionCodes()
  private static let names = DivisionNames()
}
