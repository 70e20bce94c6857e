/// Something wrong in a file that a person wrote: where, what, and a stable code for programs.
public struct Diagnostic: Error, Sendable, Equatable {
  /// The file as the user would name it; empty where no file is to blame.
  public var path: String
  /// From 1; nil where unknown.
  public var line: Int?
  /// In characters, from 1; nil where unknown.
  public var column: Int?
  /// Stable, in kebab case, such as `unknown-key`.
  public let code: String
  public let wording: Wording
  /// Whether it is only to be known: nothing is wrong with the result.
  public var isRemark = false

  public init(path: String = "", line: Int? = nil, column: Int? = nil, code: String, _ wording: Wording) {
    self.path = path
    self.line = line
    self.column = column
    self.code = code
    self.wording = wording
  }

  /// `path:line:column: error: what is wrong [code]`.
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
  /// The sentence alone, in Chinese: it is what a result says.
  public var description: String { wording.chinese }
}

extension Wording {
  /// The sentence with "did you mean …?" where a known name is near the one given.
  public func suggesting(_ name: String, among known: some Sequence<String>) -> Wording {
    guard let near = nearest(to: name, among: known) else { return self }
    return Wording("\(chinese)；是否应为“\(near)”？", "\(english); did you mean '\(near)'?")
  }
}
