import Testing

@testable import Workbooks

@Suite("The effect of a number format follows from its code")
struct NumberFormatTests {
  @Test(
    "Format codes of spreadsheets are classified",
    arguments: [
      ("General", .plain), ("0", .plain), ("0.00", .plain), ("#,##0", .plain), ("#,##0.00;[Red]-#,##0.00", .plain),
      ("#,##0_ ", .plain), ("0\"项\"", .plain), ("0.00E+00", .plain), ("@", .plain), ("0%", .percent), ("0.00%", .percent),
      ("yyyy-mm-dd", .date(.all)), ("yyyy\"年\"m\"月\"d\"日\"", .date(.all)), ("h:mm", .date([])), ("[$-804]yyyy/m/d", .date(.all)),
      ("m", .date(.month)), ("mm", .date(.month)), ("mmm", .date(.month)), ("mmmmm", .date(.month)), ("d", .date(.day)),
      ("dddd", .date([])), ("s", .date([])), ("ss.0", .date([])),
      ("h", .date([])), ("H:MM", .date([])), ("mm:ss", .date([])), ("[h]", .date([])), ("[hh]:mm:ss", .date([])),
      ("[H]:mm", .date([])), ("[mm]", .date([])),
      ("[s]", .date([])), ("[$-804]AM/PM", .date([])), ("AM/PM", .date([])), ("A/P", .date([])), ("上午/下午", .date([])),
      ("h上午/下午", .date([])),
      ("aaa", .date([])), ("aaaa", .date([])), ("e", .date(.year)), ("ge.m.d", .date(.all)),
      ("[DBNum1][$-804]m\"月\"", .date(.month)), ("[$-F400]", .date([])),
      ("[$-F800]General", .date(.all)), ("yyyy\"年\"m\"月\"", .date([.year, .month])), ("mmm-yy", .date([.year, .month])),
      ("yyyy", .date(.year)),
      ("m\"月\"d\"日\"", .date([.month, .day])), ("yyyy年m月d日", .date(.all)), ("yyyy-mm-dd hh:mm:ss", .date(.all)),
      ("yyyy-dd hh:mm", .date([.year, .day])), ("yyyy-dd mm:ss", .date([.year, .day])),
      ("yyyy/mmmm ddd", .date([.year, .month])),
      ("yyyy-mm hh:mm dd", .date(.all)), ("0.0E+0", .plain), ("##0.0E-0", .plain), ("0e+00", .plain), ("0E+0", .plain),
      ("[Red]0", .plain),
      ("[红色]0", .plain),
      ("[DBNum1]0", .plain), ("[DBNum2][$-804]General", .plain), ("[Magenta]General", .plain), ("general", .plain), ("", .plain),
      ("G/通用格式", .plain), ("G/通用格式\"项\"", .plain), ("G/通用格式\"万元\"", .money(exponent: 4)), ("0\"m\"", .qualified),
      ("0\\m", .qualified), ("0\\项", .plain), ("0_m", .plain), ("0* ", .plain), ("0!元", .money(exponent: 0)), ("# ?/?", .plain),
      ("0_);\\(0\\)", .plain), ("0;[h]", .plain), ("0k", .qualified), ("0\"AM/PM\"", .qualified), ("[h", .date([])),
      ("\"yyyy", .qualified),
      (";;;", .qualified), ("\"-\"", .qualified), ("\"\"", .qualified), ("_ ", .qualified), ("0;;;@", .plain), ("@;;;", .plain),
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
    "Built-in formats are classified by their ids",
    arguments: [
      (0, .plain), (4, .plain), (5, .money(exponent: 0)), (9, .percent), (11, .plain), (14, .date(.all)), (22, .date(.all)),
      (27, .date([.year, .month])),
      (36, .date([.year, .month])), (37, .plain), (40, .plain), (41, .plain), (42, .money(exponent: 0)), (43, .plain),
      (44, .money(exponent: 0)),
      (45, .date([])), (46, .date([])), (47, .date([])), (48, .plain), (49, .plain), (50, .date([.year, .month])),
      (58, .date([.month, .day])), (59, .plain), (68, .percent),
      (70, .plain), (71, .date(.all)), (81, .date(.all)), (82, .plain), (163, .plain), (-1, .plain),
    ] as [(Int, NumberFormat)])
  func builtIn(_ id: Int, _ format: NumberFormat) {
    #expect(NumberFormat(builtIn: id) == format)
  }

  @Test(
    "A format is restored from its integer code",
    arguments: [
      .plain, .date(.all), .date([]), .date(.year), .date([.month, .day]), .percent, .scaled, .qualified, .money(exponent: 0),
      .money(exponent: 8), .padded(2), .padded(300),
    ]
      as [NumberFormat])
  func numbers(_ format: NumberFormat) {
    #expect(NumberFormat(code: format.code) == format)
  }
}
