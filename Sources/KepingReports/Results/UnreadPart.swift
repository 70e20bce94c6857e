import KepingCore

/// A part of an input that was not read, such as a row of a list that belongs to no application.
///
/// Reports name it, because the reader of a report otherwise takes the results for complete.
public struct UnreadPart: Sendable, Equatable {
  /// The name of the file.
  public let file: String
  /// The sheet and the row or cell, such as `联合申报单位!3`; empty for the whole file.
  public let location: String
  /// What was not read and what to do about it, in Chinese.
  public let message: String

  /// Creates a part.
  public init(file: String, location: String, message: String) {
    self.file = file
    self.location = location
    self.message = message
  }

  /// Creates the part that a diagnostic about an input reports.
  ///
  /// - Parameters:
  ///   - input: the path of the input in the diagnostic.
  ///   - file: the name of the file in the report, which must not depend on the folder.
  public init(_ diagnostic: Diagnostic, of input: String, file: String) {
    let prefix = input + ":"
    var location = diagnostic.path.hasPrefix(prefix) ? String(diagnostic.path.dropFirst(prefix.count)) : ""
    if let line = diagnostic.line { location += "第\(line)行" }
    self.init(file: file, location: location, message: diagnostic.wording.chinese)
  }

  /// The heading of the section or the name of the sheet with the parts.
  static let title = "没有读到的内容"
  /// The headings of the columns.
  static let headings = ["文件", "位置", "说明"]
  /// The values of the columns.
  var cells: [String] { [file, location, message] }

  /// Returns parts as the end of a table for a terminal; nothing if there are none.
  static func text(_ parts: [UnreadPart]) -> String {
    if parts.isEmpty { return "" }
    let lines = parts.map { part in
      let place = part.location.isEmpty ? part.file : "\(part.file) \(part.location)"
      return "  \("\(place)：\(part.message)".printable())\n"
    }
    return "\n\(title)\n\(lines.joined())"
  }
}
