import KepingCore

/// The number of applications with each verdict, by direction, the parts of the inputs that were not read, and the provenance.
public struct Summary {
  /// The counts by program id and direction.
  private var counts: [String: [Verdict: Int]] = [:]
  /// The counts of applications without a known direction.
  private var others: [Verdict: Int] = [:]
  private var total: [Verdict: Int] = [:]
  /// The number of rulings on the applications.
  public private(set) var rulings = RulingCounts()
  /// The number of applications that took the place of an earlier one.
  public private(set) var corrections = 0
  /// The parts of the inputs that were not read, in the order in which they were found.
  public private(set) var unreadParts: [UnreadPart] = []
  /// The holders who have more applications than a limit allows; nil if they were not counted.
  public var limitExcesses: [LimitExcess]?
  /// What the results are based on; nil if the report does not say it.
  public var provenance: Provenance?

  /// Creates an empty summary.
  public init() {}

  /// The number of applications that could not be evaluated.
  public var errors: Int { total[.error] ?? 0 }

  /// Counts one application.
  public mutating func count(_ assessment: Assessment) {
    let verdict = assessment.verdict
    total[verdict, default: 0] += 1
    rulings.count(assessment)
    if assessment.corrects != nil { corrections += 1 }
    if let program = assessment.program, let direction = assessment.direction {
      counts["\(program.id) \(direction)", default: [:]][verdict, default: 0] += 1
    } else {
      others[verdict, default: 0] += 1
    }
  }

  /// Adds a part of an input that was not read.
  public mutating func add(_ part: UnreadPart) { unreadParts.append(part) }

  /// A direction with the number of its applications that have each verdict.
  public struct Line {
    /// The title of the plan with its ordinal and year.
    public let plan: String
    /// The id of the direction; empty for applications without a known direction.
    public let direction: String
    /// The title of the direction.
    public let title: String
    /// The number of applications with each verdict.
    public let counts: [Verdict: Int]
    /// The limits of the direction; none if its program is off or broken.
    public let limits: [AcceptanceLimit]

    /// The number of applications.
    public var total: Int { counts.values.reduce(0, +) }
  }

  /// Returns a line for each direction that has applications, in the order of the catalogue.
  ///
  /// The last line counts the applications without a known direction, if there are any.
  public func lines(_ catalogue: Catalogue) -> [Line] {
    var lines = catalogue.entries.flatMap(lines(of:))
    if !others.isEmpty { lines.append(Line(plan: "其他", direction: "", title: "方向不明", counts: others, limits: [])) }
    return lines
  }

  /// Returns whether applications for a direction were counted.
  func hasApplications(for direction: String, of program: ProgramReference) -> Bool {
    counts["\(program.id) \(direction)"] != nil
  }

  private func lines(of entry: Catalogue.Entry) -> [Line] {
    entry.directions.compactMap { _, heading in
      guard let counts = counts["\(entry.reference.id) \(heading.id)"] else { return nil }
      let limits = entry.program?.directions.first { $0.id == heading.id }?.limits ?? []
      return Line(plan: entry.planTitle, direction: heading.id, title: heading.title, counts: counts, limits: limits)
    }
  }

  /// The number of applications with each verdict.
  public var totals: [Verdict: Int] { total }

  /// Returns the summary as a table with line ends; directions without applications are left out.
  public func table(_ catalogue: Catalogue) -> String {
    var text = ""
    let width = 60
    func line(_ title: String, _ counts: [Verdict: Int]) {
      text += Columns.padded(Columns.cut(title, to: width), to: width)
      for verdict in Verdict.allCases { text += leading("\(counts[verdict] ?? 0)", 10) }
      text += "\n"
    }
    func leading(_ cell: String, _ width: Int) -> String {
      String(repeating: " ", count: max(1, width - Columns.width(cell))) + cell
    }
    text += Columns.padded("汇总", to: width)
    for verdict in Verdict.allCases { text += leading(verdict.title, 10) }
    text += "\n"
    let submissions = submissionLines(catalogue)
    for entry in catalogue.entries {
      let lines = lines(of: entry)
      guard let first = lines.first else { continue }
      let own = submissions.filter { $0.plan == first.plan }
      line(first.plan, lines.reduce(into: [:]) { sum, line in sum.merge(line.counts) { $0 + $1 } })
      for limit in own where limit.direction == nil {
        let group = limit.group == limit.plan ? "" : "\(limit.group)："
        text += "    \(AcceptanceLimit.title)：\(group)\(limit.text)\n"
      }
      for direction in lines {
        line("  \(direction.direction) \(direction.title)", direction.counts)
        let texts = direction.limitTexts + own.filter { $0.direction == direction.direction }.map(\.text)
        for limit in texts { text += "      \(AcceptanceLimit.title)：\(limit)\n" }
      }
    }
    if !others.isEmpty { line("其他（方向不明）", others) }
    line("合计", total)
    for line in amendmentLines { text += line + "\n" }
    return text
  }
}

extension Summary {
  /// How many applications were corrected and what became of the rulings; nothing if there are none.
  var amendmentLines: [String] {
    (corrections > 0 ? ["补正：\(corrections)份"] : []) + (rulings.isEmpty ? [] : ["裁定：\(rulings.text)"])
  }
}

extension Catalogue.Entry {
  /// The title of the plan with its ordinal and year.
  var planTitle: String { "\(plan.ordinal) \(plan.title)（\(year)）" }
}
