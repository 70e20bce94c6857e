import KepingCore
import LuaRuntime

/// A fault in a plugin's use of the vocabulary.
protocol UsageFault {
  /// The stable code of the diagnostic.
  var code: String { get }
  /// The message of the diagnostic.
  var wording: Wording { get }
}

extension Vocabulary {
  /// Returns the diagnostic of a fault at a location.
  func fault(_ fault: some UsageFault, at location: LuaLocation) -> Diagnostic {
    self.fault(fault.code, at: location, fault.wording)
  }
}
