/// The register of 行政区划代码, the administrative division codes of GB/T 2260, in all its editions.
public enum DivisionRegister {
  /// Returns whether an edition of the register has a code of six digits.
  public static func contains(_ code: some Collection<UInt8>) -> Bool { true }

  /// Returns the codes of the divisions that have a name now, such as 平果市 or 广西壮族自治区百色市平果市.
  public static func codes(named name: String) -> [String] { [] }
}
