import Testing

@testable import Workbooks

@Suite("The effect of a number format follows from its code")
struct NumberFormatTests {
  @Test(
    "Format codes of spreadsheets are classified",
    arguments: [
      ("General", .plain), ("0", .plain), ("0.00", .plain), ("#,##0", .plain), ("#,##0.00;[Red]-#,##0.00", .plain),
      ("#,##0_ ", .plain), ("0\"项\"", .plain), ("0.00E+00", .plain), ("@", .plain), ("0%", .percent), ("0.00%", .percent),
      ("yyyy-mm-dd", .date), ("yyyy\"年\"m\"月\"d\"日\"", .date), ("h:mm", .date), ("[$-804]yyyy/m/d", .date),
      ("0,", .scaled), ("0.00,,", .scaled), ("0!.0,", .scaled), ("0\\.0,\"万\"", .scaled), ("0,.00", .scaled),
      ("0.00\"万元\"", .money(exponent: 4)), ("#,##0\"元\"", .money(exponent: 0)), ("0\"亿\"", .money(exponent: 8)),
      ("0万元", .money(exponent: 4)), ("\"¥\"#,##0.00", .money(exponent: 0)), ("[$¥-804]#,##0", .money(exponent: 0)),
      ("\"约\"0", .qualified), ("[<10000]0;0!.0,\"万\"", .qualified), ("[$$-409]#,##0.00", .qualified), ("0\"左右\"", .qualified),
      ("000", .padded(3)), ("00000000", .padded(8)),
    ] as [(String, NumberFormat)])
  func codes(_ code: String, _ format: NumberFormat) {
    #expect(NumberFormat(code: code) == format)
  }

  @Test(
    "A format is restored from its integer code",
    arguments: [.plain, .date, .percent, .scaled, .qualified, .money(exponent: 0), .money(exponent: 8), .padded(2), .padded(300)]
      as [NumberFormat])
  func numbers(_ format: NumberFormat) {
    #expect(NumberFormat(code: format.code) == format)
  }
}
