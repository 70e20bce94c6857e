/// An error or warning about a file that a person wrote, with its location and a stable code.
///
/// The example imports `KepingCore` and `KepingPrograms`. It reads a configuration with a mistyped key.
///
/// ```swift
/// var faults: [Diagnostic] = []
/// _ = Configuration("program: { jili-2024: on }", path: "Config/keping.yaml", faults: &faults)
/// for fault in faults { print(fault.code, fault.line ?? 0) }
/// // Prints "unknown-key 1"
/// for fault in faults { print(fault.text(.english)) }
/// // Prints "Config/keping.yaml:1:1: error: unknown key 'program'; did you mean 'programs'? [unknown-key]"
/// ```
public struct Diagnostic: Error, Sendable, Equatable {
  /// The path of the file as the user would write it; empty if the diagnostic is not about a file.
  public var path: String
  /// The 1-based line, or nil if unknown.
  public var line: Int?
  /// The 1-based column in characters, or nil if unknown.
  public var column: Int?
  /// The code of the diagnostic for programs, stable and in kebab case, such as `unknown-key`.
  public let code: String
  /// The message in both languages.
  public let wording: Wording
  /// Whether the diagnostic is only informational and leaves the result valid.
  public var isRemark = false

  /// Creates an error.
  public init(path: String = "", line: Int? = nil, column: Int? = nil, code: String, _ wording: Wording) {
    self.path = path
    self.line = line
    self.column = column
    self.code = code
    self.wording = wording
  }

  /// Returns the diagnostic as `path:line:column: error: message [code]`.
  ///
  /// The path and the message are made printable, and the message is limited to 2000 characters.
  public func text(_ language: Language) -> String {
    var location = path
    if let line { location += ":\(line)" }
    if line != nil, let column { location += ":\(column)" }
    let severity =
      switch (language, isRemark) {
      case (.chinese, false): "错误"
      case (.chinese, true): "提醒"
      case (.english, false): "error"
      case (.english, true): "warning"
      }
    return (location.isEmpty ? "" : location.printable() + ": ")
      + "\(severity): \(wording.text(language).printable(limit: 2000)) [\(code)]"
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The message alone, in Chinese, as it appears in a result.
  public var description: String { wording.chinese }
}

extension Wording {
  /// Returns the message with "did you mean …?" appended if a known name is similar to the given one.
  public func suggesting(_ name: String, among known: some Sequence<String>) -> Wording {
    guard let near = nearest(to: name, among: known) else { return self }
    return Wording("\(chinese)；是否应为“\(near)”？", "\(english); did you mean '\(near)'?")
  }
}
