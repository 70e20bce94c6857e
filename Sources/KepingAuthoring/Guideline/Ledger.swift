import KepingCore
import KepingPlugins

/// A comparison of a plugin with its guideline: every passage of the plugin's parts with what covers it.
///
/// A passage is covered by clauses that quote it or by an `uncovered` text with a reason. A passage with neither is a fault, so
/// that no sentence of the guideline is forgotten.
public struct Ledger: Sendable {
  /// What covers a passage.
  public enum Answer: Sendable {
    /// A heading, or the name of a section.
    case heading
    /// The clauses that quote the passage; several if directions share the head of a project type.
    case clauses([Entry])
    /// An `uncovered` text of the plugin, with its reason and location.
    case uncovered(reason: String, location: SourceLocation)
    /// Nothing, which is a fault.
    case leftOver
    /// Nothing, since the passage has only punctuation and numbers of list items.
    case punctuation
  }

  /// A clause with its location and its test cases.
  public struct Entry: Sendable {
    /// The clause that quotes the passage.
    public let clause: Clause
    /// The location of the clause in the plugin, or nil if unknown.
    public let location: SourceLocation?
    /// The number of test cases that expect each outcome of the clause.
    public let cases: [(outcome: Outcome, count: Int)]
  }

  /// A passage whose text has one answer.
  public struct Passage: Sendable {
    /// The offsets of the passage in the guideline.
    public let range: Range<Int>
    /// What covers the passage.
    public let answer: Answer
  }

  /// A part of the guideline, divided into passages.
  public struct Part: Sendable {
    /// The part of the guideline.
    public let part: GuidelinePart
    /// The title in the manifest, such as 方向4.1 激励工业领域加大研发投入.
    public let title: String
    /// The passages in the order of the guideline, which together cover the part.
    public let passages: [Passage]

    /// The number of passages that nothing covers.
    public var leftOver: Int { passages.count { if case .leftOver = $0.answer { true } else { false } } }
    /// The number of passages that the plugin declares uncovered.
    public var uncovered: Int { passages.count { if case .uncovered = $0.answer { true } else { false } } }
  }

  /// The guideline.
  public let text: GuidelineText
  /// The program that is compared with the guideline.
  public let program: Program
  /// The plugin's parts in the order of the guideline.
  public let parts: [Part]
  /// The ranges of 1-based lines that belong to no part of the plugin: other plans, and text before and after all plans.
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

  /// The ids of the clauses whose quotes are found in the guideline.
  public let quoted: Set<String>
  /// All faults: of headings, quotes and uncovered texts, then passages that nothing covers, then figures in quotes that no check
  /// answers, then tests that cannot be read.
  public let faults: [Diagnostic]
  /// The corrected lines of Lua for quotes that certainly changed, by the index of their fault.
  public let corrections: [Int: QuoteCorrection]

  /// Compares a plugin with the official text of its guideline.
  public init(_ loaded: PluginProgram, _ text: GuidelineText) {
    self.init(loaded, loaded.program, text)
  }

  /// Compares a program that may differ from the one that its plugin loads.
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
    // What a changed quote resembles is already reported there.
    let known = claims.resembling.map(\.range)
    faults =
      claims.faults + parts.flatMap { Self.leftOver(in: $0, text, besides: known) } + FigureFaults.all(loaded, program)
      + testFaults
    corrections = QuoteCorrections(claims).byFault
  }

  /// Returns a diagnostic for each passage of a part that nothing covers.
  private static func leftOver(in part: Part, _ text: GuidelineText, besides known: [Range<Int>]) -> [Diagnostic] {
    part.passages.compactMap { passage in
      guard case .leftOver = passage.answer, !known.contains(where: { $0.overlaps(passage.range) }) else { return nil }
      // The message names the passage without the punctuation around it.
      let range = text.words(in: passage.range) ?? passage.range
      let first = range.lowerBound
      let words = text.excerpt(range)
      let position = text.position(of: first)
      let section = part.part.section(at: first).map { "，\($0)" } ?? ""
      if part.part.isTail {
        return Diagnostic(
          path: text.path, line: position.line, column: position.column, code: "left-over",
          Wording(
            "没有条款回答“\(words)”（\(part.title)\(section)）；请写成一个条款，各方向都列出，或在 direction 之外用 uncovered 说明理由",
            "no clause covers '\(words)' (\(part.title)\(section): words for several directions); add one clause and list it in each direction, or give a reason with 'uncovered' outside of directions"
          ))
      }
      return Diagnostic(
        path: text.path, line: position.line, column: position.column, code: "left-over",
        Wording(
          "没有条款回答“\(words)”（\(part.title)\(section)）；请写成条款，或用 uncovered 说明理由",
          "no clause covers '\(words)' (\(part.title)\(section)); add a clause, or give a reason with 'uncovered'"))
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
  /// Returns the clause with an id.
  func clause(_ id: String) -> Clause? {
    directions.lazy.flatMap(\.clauses).first { $0.id == id } ?? clauses.first { $0.id == id }
  }
}

extension ProgramTests {
  /// The number of cases that expect each outcome, by clause id.
  var casesByClause: [String: [Outcome: Int]] {
    var counts: [String: [Outcome: Int]] = [:]
    for subject in cases {
      for (clause, outcome) in subject.testCase.outcomes { counts[clause, default: [:]][outcome, default: 0] += 1 }
    }
    return counts
  }
}
