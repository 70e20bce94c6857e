/// The result of evaluating one application, ready to be written.
///
/// Texts stand in one buffer and are referred to by range; an evaluation is used again for the next application.
public struct Evaluation: Sendable {
  /// The answer to one clause.
  public struct Finding: Sendable {
    public let outcome: Outcome
    let message: Range<Int>
    let evidence: Range<Int>
  }

  /// A value that decided an outcome.
  struct Evidence: Sendable {
    let field: Range<Int>
    /// As JSON.
    let value: Range<Int>
    /// What was asked of it; empty where nothing is compared.
    let required: Range<Int>
  }

  /// What an application earns for one criterion.
  public struct Item: Sendable {
    /// In tenths.
    public let points: Int
    let reason: Range<Int>
  }

  /// What is known of the record itself, as JSON: `null` where it is not.
  public internal(set) var id: Range<Int> = 0..<0
  var year: Range<Int> = 0..<0
  var directionID: Range<Int> = 0..<0
  var title: Range<Int> = 0..<0
  var applicant: Range<Int> = 0..<0
  public internal(set) var program: ProgramReference?
  /// Nil where the record could not be evaluated.
  public internal(set) var direction: Direction?
  public internal(set) var verdict: Verdict = .error
  public internal(set) var findings: [Finding] = []
  /// In tenths, one for each criterion of the direction.
  public internal(set) var items: [Item] = []
  public internal(set) var problems: [Problem] = []
  public internal(set) var failure: EvaluationFailure?
  var evidence: [Evidence] = []
  /// Messages, reasons, and what the record says of itself.
  var text: Bytes = []
  /// What evidence refers to.
  var facts: Bytes = []

  public init() {}

  /// The sum of the items, in tenths.
  public var total: Int { items.reduce(0) { $0 + $1.points } }

  mutating func reset() {
    text.removeAll(keepingCapacity: true)
    facts.removeAll(keepingCapacity: true)
    findings.removeAll(keepingCapacity: true)
    items.removeAll(keepingCapacity: true)
    problems.removeAll(keepingCapacity: true)
    evidence.removeAll(keepingCapacity: true)
    text.append("null")
    id = 0..<4
    year = 0..<4
    directionID = 0..<4
    title = 0..<4
    applicant = 0..<4
    program = nil
    direction = nil
    verdict = .error
    failure = nil
  }

  /// The application's id, where it is known.
  public var idText: String? { plain(id) }
  /// The direction that it names.
  public var directionText: String? { plain(directionID) }
  public var titleText: String? { plain(title) }
  public var applicantName: String? { plain(applicant) }
  public var yearText: String? { year.count == 4 && year.lowerBound == 0 ? nil : Bytes(text[year]).text }

  /// The text of a JSON string in ``text``; nil for `null`.
  private func plain(_ range: Range<Int>) -> String? {
    guard text[range].first == UInt8(ascii: "\"") else { return nil }
    var result: Bytes = []
    JSONTape.unescape(text, (range.lowerBound + 1)..<(range.upperBound - 1), into: &result)
    return result.text
  }

  /// The message of a finding.
  public func message(_ finding: Finding) -> String { Bytes(text[finding.message]).text }

  /// The values that a finding rests on: field, value as JSON, and what was asked of it, empty where nothing is compared.
  public func evidence(of finding: Finding) -> [(field: String, value: String, required: String)] {
    evidence[finding.evidence].map { item in
      (Bytes(facts[item.field]).text, Bytes(facts[item.value]).text, Bytes(facts[item.required]).text)
    }
  }

  /// Why an item has its points.
  public func reason(_ item: Item) -> String { Bytes(text[item.reason]).text }
}

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
