import KepingAuthoring
import KepingCore
import Testing

/// A mistake of an author in a file of the ``InventedProgram``, and what keping has to say about it.
struct Mistake: Sendable, CustomTestStringConvertible {
  /// What the author does.
  let name: String
  /// The path of the file; a path without a folder, or in `examples/` or `tests/`, is in the plugin's folder.
  let file: String
  let edit: Edit
  /// The command that meets the mistake.
  let route: Route
  /// The path, line and column of the expected error, such as `plugin.yaml:5:7`; the path alone if it has no line.
  let place: String
  let code: String
  /// A part of the Chinese message that says what to do.
  let chinese: String
  /// A part of the English message that says what to do.
  let english: String

  /// How a file is changed.
  enum Edit: Sendable {
    /// The first occurrence of a text is replaced by another one.
    case replace(String, by: String)
    /// The file has these bytes, whether it exists or not.
    case write([UInt8])
    /// The bytes of the file are converted.
    case convert(@Sendable ([UInt8]) -> [UInt8])
    /// The file has another path.
    case rename(String)
    /// The file does not exist.
    case remove
    /// A folder has the place of the file.
    case folder
  }

  /// The command through which a mistake is met.
  enum Route: Sendable {
    /// `keping programs check`
    case check
    /// `keping programs test`
    case tests
    /// Any command that reads the configuration.
    case configuration
  }

  /// Creates a row: `"name", in: file, edit, place: code: "…", "…"`.
  init(
    _ name: String, in file: String, _ edit: Edit, by route: Route = .check, at place: String, code: String, _ chinese: String,
    _ english: String
  ) {
    self.name = name
    self.file = file
    self.edit = edit
    self.route = route
    self.place = place
    self.code = code
    self.chinese = chinese
    self.english = english
  }

  var testDescription: String { name }

  /// Requires that the mistake is the only error, with its place, code and advice.
  func expectError() throws {
    let errors = try MistakeWorkspace(self).findings(by: route).filter { !$0.isRemark }
    let texts = errors.map { $0.text(.chinese) + "\n" + $0.text(.english) }.joined(separator: "\n")
    try #require(errors.count == 1, "\(name): \(texts)")
    #expect(errors[0].place == place && errors[0].code == code, "\(name): \(texts)")
    #expect(errors[0].wording.chinese.contains(chinese), "\(name): \(texts)")
    #expect(errors[0].wording.english.contains(english), "\(name): \(texts)")
  }
}

extension Diagnostic {
  /// The path, line and column.
  fileprivate var place: String { path + (line.map { ":\($0)" } ?? "") + (column.map { ":\($0)" } ?? "") }
}
