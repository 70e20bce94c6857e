import KepingCore

/// How the published figures of a group are written: integers that count units of the last decimal.
struct PublishedFigure {
  /// The number of decimals.
  let decimals: Int

  /// Returns a figure with all its decimals, so that figures stand below each other: 8590 is `85.90`.
  func text(_ units: Int) -> String {
    guard decimals > 0 else { return "\(units)" }
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return (units < 0 ? "-" : "") + "\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }

  /// Returns the number nearest to a figure.
  func number(_ units: Int) -> Double { ExactDecimal(units, exponent: -decimals).nearest }
}

extension Bytes {
  /// Appends a number of units of the last decimal in the shortest form: 8590 with two decimals is `85.9`.
  mutating func append(units: Int, decimals: Int) {
    var (rest, decimals) = (units, decimals)
    while decimals > 0, rest % 10 == 0 {
      rest /= 10
      decimals -= 1
    }
    guard decimals > 0 else { return append(decimal: rest) }
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    if rest < 0 { append(UInt8(ascii: "-")) }
    append(decimal: Int(rest.magnitude) / scale)
    append(UInt8(ascii: "."))
    var fraction = Int(rest.magnitude) % scale
    while scale > 1 {
      scale /= 10
      append(UInt8(ascii: "0") + UInt8(fraction / scale))
      fraction %= scale
    }
  }
}

extension ExactDecimal {
  /// The number of 万元 nearest to the amount in yuan.
  var tenThousands: Double { shifted(by: -4).nearest }
}
