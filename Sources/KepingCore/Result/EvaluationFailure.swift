/// The reason why an application could not be evaluated.
public struct EvaluationFailure: Error, Sendable, Equatable {
  /// The kind of the failure; the raw value is the `code` in results.
  public enum Code: String, Sendable, CaseIterable {
    /// The input is not valid JSON.
    case invalidJSON = "invalid-json"
    /// A field is missing, repeated or not well-formed, or a cell of a spreadsheet cannot be read.
    case invalidRecord = "invalid-record"
    /// An earlier application of the same run, in any of its files, has the same id.
    case duplicateID = "duplicate-id"
    /// The application corrects one that was not submitted.
    case noOriginal = "no-original"
    /// No program covers the year.
    case noProgram = "no-program"
    /// The year has no such direction.
    case unknownDirection = "unknown-direction"
    /// The program of the direction is off.
    case programDisabled = "program-disabled"
    /// The plugin of the direction could not be loaded, or one of its functions failed.
    case pluginFailed = "plugin-failed"
    /// The plugin exceeded a limit, or was skipped because it had done so for too many applications in a row.
    case pluginLimit = "plugin-limit"
  }

  /// The kind of the failure.
  public let code: Code
  /// The explanation, in Chinese.
  public var message: String
  /// The path of the plugin's file that caused the failure; nil if no plugin's file did.
  public var file: String?
  /// The 1-based line in the plugin's file or, for invalid JSON, in the input.
  public var line: Int?
  /// The 1-based column in characters.
  public var column: Int?
  /// The id of the clause or criterion that was being evaluated.
  public var clause: String?
  /// The innermost calls of the plugin's Lua code, one per line.
  public var traceback: String?
  /// Details about the failed plugin; nil if no plugin failed.
  public var plugin: PluginFailure?

  /// Creates a failure.
  public init(
    code: Code, message: String, file: String? = nil, line: Int? = nil, column: Int? = nil, clause: String? = nil,
    traceback: String? = nil, plugin: PluginFailure? = nil
  ) {
    self.code = code
    self.message = message
    self.file = file
    self.line = line
    self.column = column
    self.clause = clause
    self.traceback = traceback
    self.plugin = plugin
  }
}
