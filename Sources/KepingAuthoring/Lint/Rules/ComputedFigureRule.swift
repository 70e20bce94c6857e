import KepingCore

/// Reports a share, a growth or a difference that a function of `compute` makes of its parameters: binary fractions put a value
/// that is exactly at a bound below it, and the host cannot see the quantities behind the result.
struct ComputedFigureRule: LuaRule {
  let code = "computed-figure"
  let isRemark = true
  let summary = "A division or a subtraction of two parameters in a function of `compute`"

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: [
        "local _x = compute('占比', { a, b }, function(part, whole) return part ↓/ whole end)",
        "local _x = compute('占比', { a, b }, function(part, whole) return whole > 0 and part * 100 ↓/ whole or 0 end)",
        "local _x = compute('增幅', { a, b }, function(last, before) return (last ↓- before) / before end)",
        "local _x = compute('增幅', { a, b }, function(last, before) local more = last ↓- before return more / before end)",
        "local _x = compute('差额', { a, b }, function(first, second) return (first) ↓- second end)",
        "local function share(part, whole) return part ↓/ (part + whole) end local _x = compute('占比', { a, b }, share)",
        "local _x = compute('倍数', { a, b }, function(part, whole) return part ↓// whole end)",
      ],
      passing: [
        "local _x = compute('年龄', { a }, function(born) return (45 - (year - born)) / 10 end)",
        "local _x = compute('得分', { a, b }, function(first, second) return first / 2 + second / 3 end)",
        "local _x = compute('较大', { a, b }, function(first, second) return math.max(first, second) end)",
        "local _x = compute('占比', { a, b }, function(part, whole) whole = 3 return part / whole end)",
        "local function share(part, whole) return part / whole end tostring(share(1, 2))",
        "local _x = judge('超过', { a, b }, function(first, second) return first - second > 0 end)",
      ])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard case .fileEnded = context.event else { return }
    let operations = Self.operations(in: context.resolution)
    for function in operations.keys.sorted() {
      guard let signs = operations[function], let first = signs.first else { continue }
      report.add(self, at: first, wording(for: signs.map(context.written), api: context.surroundings.api))
    }
  }

  /// Returns the signs of the divisions and subtractions of two parameters, by the function of `compute` that has them.
  private static func operations(in resolution: LuaResolution) -> [Int: [Int]] {
    var found: [Int: [Int]] = [:]
    for event in resolution.events {
      guard case .binary(let sign, let left, let right) = event, case .parameter(let function) = left.meaning,
        case .parameter(function) = right.meaning, resolution.functions[function].isComputed
      else { continue }
      if ["/", "//", "-"].contains(resolution.file.written(sign)) { found[function, default: []].append(sign) }
    }
    return found
  }

  private func wording(for signs: [String], api: Int) -> Wording {
    let (what, word) =
      switch (signs.contains("-"), signs.contains { $0 != "-" }) {
      case (true, true): (Wording("算增幅", "a growth"), "growth(a, b)")
      case (true, false): (Wording("算两个数量的差", "a difference"), "a:minus(b)")
      default: (Wording("算两个数量的比", "a ratio"), "ratio(a, b)")
      }
    return api == 1
      ? Wording(
        "这里用函数\(what.chinese)：小数运算有误差，正好在界限上的会算成不足（如1000万元的22万元不足2.2%），请写 \(word)",
        """
        this function computes \(what.english); floating point puts a value that is exactly at a bound below it \
        (22万元 of 1000万元 below 2.2%), so write \(word)
        """)
      : Wording(
        "这里用函数\(what.chinese)：结果要先修约，主程序也看不到由哪两个数量得来，请写 \(word)，它按分数精确比较",
        """
        this function computes \(what.english); its result is rounded, and the host cannot see which quantities it is made of, so \
        write \(word), which is compared exactly
        """)
  }
}
