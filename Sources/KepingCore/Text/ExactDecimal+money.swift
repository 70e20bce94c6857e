extension ExactDecimal {
  /// The amount in yuan as people write it, without rounding: `27万元`, `8000元`, `0元`.
  package var moneyText: String { magnitude < ExactDecimal(10_000) ? "\(text)元" : "\(shifted(by: -4).text)万元" }
}
