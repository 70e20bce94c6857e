import KepingCore
import KepingYAML

extension YAMLNode {
  /// The largest number of digits after the decimal point of a number in a setting.
  private static let maximumDecimals = 12

  /// Returns an exact number from 0 to a maximum.
  ///
  /// - Parameters:
  ///   - maximum: the largest number that is allowed.
  ///   - decimals: the largest number of decimals that is allowed.
  /// - Throws: ``Diagnostic`` with code `wrong-type` or `out-of-range`.
  func exactNumber(upTo maximum: Int, decimals: Int = maximumDecimals) throws(Diagnostic) -> ExactDecimal {
    // A text that is no number has the usual message, with advice.
    _ = try number(in: -.greatestFiniteMagnitude...(.greatestFiniteMagnitude))
    let text = try text()
    guard text.utf8.count <= 40 else {
      throw fault(SettingFault.tooManyDecimals(text.printable(limit: 40), most: decimals))
    }
    guard let number = ExactDecimal(text) else { throw fault(SettingFault.notADecimal(text)) }
    guard number.sign >= 0, number <= ExactDecimal(maximum) else {
      throw fault(SettingFault.outOfRange(text, range: 0...maximum))
    }
    guard !number.shifted(by: decimals).text.contains(".") else {
      throw fault(SettingFault.tooManyDecimals(text, most: decimals))
    }
    return number
  }

  /// Returns a number from 0 to 100 with at most two decimals, in hundredths.
  ///
  /// - Throws: ``Diagnostic`` with code `wrong-type` or `out-of-range`.
  func hundredths() throws(Diagnostic) -> Int {
    let number = try exactNumber(upTo: 100, decimals: 2)
    return Int(number.shifted(by: 2).nearest)
  }

  /// Returns an amount of money with its unit, such as `500万元`, in yuan; 0 is allowed.
  ///
  /// - Throws: ``Diagnostic`` with code `wrong-type`, `invalid-bound` or `wrong-unit`.
  func budget() throws(Diagnostic) -> ExactDecimal {
    let text = try text()
    if Double(text) != nil { throw fault(SettingFault.budgetWithoutUnit(text.printable(limit: 30))) }
    guard let bound = try? Bound(text) else { throw fault(SettingFault.notABudget(text.printable(limit: 30))) }
    guard bound.unit.measure == .money else { throw fault(ConfigurationFault.notMoney(text.printable(limit: 30))) }
    guard let number = ExactDecimal(text.dropLast(bound.unit.name.count)) else {
      throw fault(SettingFault.notABudget(text.printable(limit: 30)))
    }
    return number.shifted(by: bound.unit.exponent)
  }

  /// Returns one of the values that a setting takes.
  ///
  /// - Throws: ``Diagnostic`` with code `wrong-type` or `unknown-value`.
  func choice<Value>(_ setting: String) throws(Diagnostic) -> Value
  where Value: RawRepresentable<String> & CaseIterable {
    let text = try text()
    guard let value = Value(rawValue: text) else {
      throw fault(
        SettingFault.unknownValue(text.printable(limit: 30), setting: setting, known: Value.allCases.map(\.rawValue)))
    }
    return value
  }

  /// Returns a text that is not blank and can be shown.
  ///
  /// - Throws: ``Diagnostic`` with code `wrong-type` or `invalid-text`.
  func title(_ name: String, atMost length: Int) throws(Diagnostic) -> String {
    let text = try text()
    if let problem = text.problem(atMost: length) { throw fault(SettingFault.unprintable(problem)) }
    guard !text.allSatisfy(\.isWhitespace) else { throw fault(SettingFault.blank(name)) }
    return text
  }
}
