/// Why a record could not be evaluated.
public struct EvaluationFailure: Error, Sendable, Equatable {
  public enum Code: String, Sendable {
    case invalidJSON = "invalid-json"
    case invalidRecord = "invalid-record"
    case duplicateID = "duplicate-id"
    case noProgram = "no-program"
    case unknownDirection = "unknown-direction"
    case programDisabled = "program-disabled"
    case pluginFailed = "plugin-failed"
    case pluginLimit = "plugin-limit"
  }

  public let code: Code
  /// In Chinese.
  public var message: String
  /// The plugin's file, where one is to blame.
  public var file: String?
  /// The line in the plugin's file, or for invalid JSON in the input; from 1.
  public var line: Int?
  /// In characters, from 1.
  public var column: Int?
  /// The clause or criterion that was being answered.
  public var clause: String?
  /// The innermost calls of the plugin's Lua, one a line.
  public var traceback: String?
  /// How the plugin failed, where one did.
  public var plugin: PluginFailure?

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
