import Foundation
import KepingFiles
import Testing

@Suite("Environment variables are read by name")
struct EnvironmentTests {
  @Test("Each variable has its value, and a variable that is not set has none")
  func values() {
    let variables = ProcessInfo.processInfo.environment
    #expect(variables["PATH"]?.isEmpty == false)
    for (name, value) in variables { #expect(Environment.value(name) == value, "\(name)") }
    for name in ["KEPING_IS_NOT_SET", "", "PATH=x"] { #expect(Environment.value(name) == nil, "\(name)") }
  }
}
