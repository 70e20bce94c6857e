import KepingCore
import KepingPlugins

/// Every word of a plugin's parts of the guideline, with what answers for it.
public struct Ledger: Sendable {
  /// What answers for some words.
  public enum Answer: Sendable {
    /// A heading, or the name of a section.
    case heading
    /// Clauses that quote them: several where directions share the head of a project type.
    case clauses([Entry])
    /// Nobody, as the plugin says.
    case uncovered(reason: String, location: SourceLocation)
    /// Nobody, and nothing says why.
    case leftOver
    /// What says nothing by itself.
    case punctuation
  }

  /// A clause with where it is written and what holds it.
  public struct Entry: Sendable {
    public let clause: Clause
    /// Where the plugin has it.
    public let location: SourceLocation?
    /// How many test cases expect each outcome of it.
    public let cases: [(outcome: Outcome, count: Int)]
  }

  /// Words that follow each other and have the same answer.
  public struct Passage: Sendable {
    public let range: Range<Int>
    public let answer: Answer
  }

  /// A part of the guideline with its words.
  public struct Part: Sendable {
    public let part: GuidelinePart
    /// As the manifest has it: 方向4.1 激励工业领域加大研发投入.
    public let title: String
    public let passages: [Passage]

    /// How many passages nobody answers for.
    public var leftOver: Int { passages.count { if case .leftOver = $0.answer { true } else { false } } }
    /// How many passages the plugin says nobody answers for.
    public var uncovered: Int { passages.count { if case .uncovered = $0.answer { true } else { false } } }
  }

  public let text: GuidelineText
  public let program: Program
  public let parts: [Part]
  /// The lines of the guideline that are no part of the plugin's: other plans, and what stands before and behind them all.
  public var outside: [ClosedRange<Int>] {
    var start = 0
    var ranges: [ClosedRange<Int>] = []
    for range in parts.map(\.part.range) + [text.scalars.count..<text.scalars.count] {
      if start < range.lowerBound {
        ranges.append(text.position(of: start).line...text.position(of: range.lowerBound - 1).line)
      }
      start = max(start, range.upperBound)
    }
    return ranges
  }

  /// The clauses whose quotes stand in the guideline.
  public let quoted: Set<String>
  /// Everything that is wrong, in the order of the guideline as far as it has a position there.
  public let faults: [Diagnostic]

  /// Holds a plugin against the official text of its guideline.
  public init(_ loaded: PluginProgram, _ text: GuidelineText) {
    self.init(loaded, loaded.program, text)
  }

  /// Holds a program that need not be as its plugin has it.
  init(_ loaded: PluginProgram, _ program: Program, _ text: GuidelineText) {
    var claims = LedgerClaims(loaded, program, text)
    claims.claimQuotes()
    claims.claimUncovered()
    self.text = text
    self.program = program
    quoted = claims.quoted
    var testFaults: [Diagnostic] = []
    var cases: [String: [Outcome: Int]] = [:]
    do throws(Diagnostic) {
      cases = try ProgramTests(loaded).casesByClause
    } catch {
      testFaults.append(error)
    }
    let entries = { (ids: [String]) in
      ids.compactMap { id in program.clause(id).map { Entry($0, loaded, cases[id] ?? [:]) } }
    }
    parts = claims.parts.indices.map { claims.part(at: $0, entries: entries) }
    faults = claims.faults + parts.flatMap { Self.leftOver(in: $0, text) } + testFaults
  }

  private static func leftOver(in part: Part, _ text: GuidelineText) -> [Diagnostic] {
    part.passages.compactMap { passage in
      guard case .leftOver = passage.answer else { return nil }
      // The punctuation around them is not what is missing.
      let range = text.words(in: passage.range) ?? passage.range
      let first = range.lowerBound
      let words = text.excerpt(range)
      let position = text.position(of: first)
      let section = part.part.section(at: first).map { "，\($0)" } ?? ""
      return Diagnostic(
        path: text.path, line: position.line, column: position.column, code: "left-over",
        Wording(
          "没有条款回答“\(words)”（\(part.title)\(section)）；请写成条款，或用 uncovered 说明理由",
          "no clause answers for '\(words)' (\(part.title)\(section)); make it a clause, or say why not with uncovered"))
    }
  }
}

extension Ledger.Entry {
  fileprivate init(_ clause: Clause, _ loaded: PluginProgram, _ cases: [Outcome: Int]) {
    self.clause = clause
    location = loaded.locations[clause: clause.id]
    self.cases = Outcome.allCases.compactMap { outcome in cases[outcome].map { (outcome, $0) } }
  }
}

extension Program {
  /// The clause of an id.
  func clause(_ id: String) -> Clause? { directions.lazy.flatMap(\.clauses).first { $0.id == id } }
}

extension ProgramTests {
  /// How many cases expect each outcome of each clause.
  var casesByClause: [String: [Outcome: Int]] {
    var counts: [String: [Outcome: Int]] = [:]
    for subject in cases {
      for (clause, outcome) in subject.testCase.outcomes { counts[clause, default: [:]][outcome, default: 0] += 1 }
    }
    return counts
  }
}
