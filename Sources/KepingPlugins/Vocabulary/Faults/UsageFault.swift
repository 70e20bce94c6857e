import KepingCore
import LuaRuntime

/// A fault in a plugin's use of the vocabulary.
protocol UsageFault {
  /// The stable code of the diagnostic.
  var code: String { get }
  /// The message of the diagnostic.
  var wording: Wording { get }
  /// What in the source the fault is about, if that is known.
  var subject: FaultSubject? { get }
}

extension UsageFault {
  var subject: FaultSubject? { nil }
}

extension Vocabulary {
  /// Returns the diagnostic of a fault at a location, and remembers what it is about.
  func fault(_ fault: some UsageFault, at location: LuaLocation) -> Diagnostic {
    self.fault(fault.code, at: location, fault.wording, about: fault.subject)
  }

  /// Returns a diagnostic at a location, and remembers what it is about.
  func fault(_ code: String, at location: LuaLocation, _ wording: Wording, about subject: FaultSubject?) -> Diagnostic {
    let diagnostic = self.fault(code, at: location, wording)
    lastFault = (diagnostic, [subject, currentItem].compactMap { $0 })
    return diagnostic
  }

  /// Runs a body that reads an option; a fault in it is about that option.
  func reading<Result>(_ option: String, _ body: () throws -> Result) throws -> Result {
    let outer = currentItem
    currentItem = .written(option)
    defer { currentItem = outer }
    return try body()
  }

  /// Runs a body that reads an item of the list that a word gets; a fault in it is about that item.
  func readingItem<Result>(_ number: Int, of word: Word, _ body: () throws -> Result) throws -> Result {
    let outer = currentItem
    currentItem = .item(number, of: word)
    defer { currentItem = outer }
    return try body()
  }
}
