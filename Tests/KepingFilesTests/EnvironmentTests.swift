import Foundation
import KepingFiles
import Testing

@Suite("The variables that the program was started with")
struct EnvironmentTests {
  @Test("Each has its value, and one that is not set has none")
  func values() {
    let variables = ProcessInfo.processInfo.environment
    #expect(variables["PATH"]?.isEmpty == false)
    for (name, value) in variables { #expect(Environment.value(name) == value, "\(name)") }
    for name in ["KEPING_IS_NOT_SET", "", "PATH=x"] { #expect(Environment.value(name) == nil, "\(name)") }
  }
}
