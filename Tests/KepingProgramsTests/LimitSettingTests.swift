import KepingCore
import KepingPlugins
import KepingPrograms
import Testing

@Suite("The configuration's limits are read within their ranges")
struct LimitSettingTests {
  @Test(
    "A limit of what a plugin may define is read, and refused below and above its range",
    arguments: [
      ("fields", "100", "99", "100001"), ("choices", "1", "0", "1000001"), ("nodes", "10000000", "0", "10000001"),
      ("texts", "1000", "999", "1000000001"), ("hostMegabytes", "16384", "0", "16385"),
    ])
  func ranges(_ name: String, _ valid: String, _ below: String, _ above: String) {
    for value in [valid, below, above, "-9223372036854775808", "9223372036854775807", "99999999999999999999", "1e3", "1.5", "x"] {
      var faults: [Diagnostic] = []
      let limits = Configuration("limits: { \(name): \(value) }", path: "keping.yaml", faults: &faults).limits
      #expect(faults.isEmpty == (value == valid))
      #expect((limits != Limits()) == (value == valid))
      for fault in faults { #expect(fault.line == 1 && ["out-of-range", "wrong-type"].contains(fault.code)) }
    }
  }
}
