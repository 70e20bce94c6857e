import BatchFixtures
import KepingCore
import KepingFiles
import KepingSelection
import WorkbookFixtures

@testable import KepingReports

/// Builds rounds for the tests of reports.
enum RoundFixture {
  static let program = ProgramReference(id: "jili-2024", version: "1.0.0")

  /// Returns an application.
  ///
  /// - Parameter points: the program's score in tenths.
  static func entry(
    _ id: String?, _ direction: String? = "4.1", points: Int = 800, requested: Double? = 100_000, verdict: Verdict = .pass,
    title: String = "项目", applicant: String = "示例公司（虚构）", leader: String? = nil, partners: [String] = [],
    program: ProgramReference? = program, rulings: [Ruling] = []
  ) -> Entry {
    let leader = leader ?? id.map { "负责人\($0)" }
    return Entry(
      texts: [id, direction, id.map { title + $0 }, applicant, leader].map { $0.map { Bytes($0.utf8) } }, year: 2024,
      program: program, verdict: verdict, points: points, requested: requested, submittedAt: nil,
      unit: unit(applicant), partners: partners.map(unit),
      leader: LeaderIdentity(name: IdentityHash(folded: Bytes((leader ?? "").utf8)), number: .none), rulings: rulings)
  }

  static func unit(_ name: String) -> UnitIdentity {
    UnitIdentity(name: IdentityHash(folded: Bytes(name.utf8)), code: .none)
  }

  /// Returns the scores of some experts for an application, in hundredths; nil for one who is recused.
  static func panel(_ id: String, _ scores: Int?...) -> [PanelScore] {
    let cell = SourceCell(file: "评分.xlsx", row: 1)
    return scores.enumerated().map { index, score in
      PanelScore(
        application: Given(id, cell), expert: Given("专家\(index + 1)", cell), score: score.map { Given($0, cell) },
        isRecused: score == nil)
    }
  }

  static func project(_ id: String, unit name: String, leader: String) -> OngoingProject {
    OngoingProject(
      id: id, title: "在研的项目", unitName: name, leaderName: leader, unit: unit(name),
      leader: LeaderIdentity(name: IdentityHash(folded: Bytes(leader.utf8)), number: .none), status: .running,
      cell: SourceCell(file: "在研.xlsx", row: 2))
  }

  static func settings(_ scopes: [(String, SubmissionLimit.Scope, (inout GroupSettings) -> Void)]) -> SelectionSettings {
    var settings = SelectionSettings()
    settings.scopes = scopes.map { key, kind, change in
      var group = GroupSettings()
      change(&group)
      return SelectionSettings.Scope(program: "jili-2024", key: key, kind: kind, settings: group)
    }
    return settings
  }

  /// Returns the report of a round.
  static func report(
    _ settings: SelectionSettings, _ entries: [Entry], panel: [PanelScore] = [], ongoing: [OngoingProject] = []
  ) throws -> RankingReport {
    let catalogue = try programs(allOn).programs.catalogue
    let round = Round(plan: RoundPlan(catalogue, settings), entries: entries, panel: panel, ongoing: ongoing)
    return RankingReport(round.ranking(), catalogue)
  }

  /// A round with a place of nearly every kind: 3 places and 800,000 yuan for two directions, a direction that only ranks, one that
  /// nobody has, and two applications of a leader who may have one.
  static func example() throws -> RankingReport {
    var settings = settings([
      (
        "4", .projectType,
        { group in
          group.places = 3
          group.budget = ExactDecimal(800_000)
          group.reserve = 1
          group.rulesWeight = ExactDecimal(40)
          group.panelWeight = ExactDecimal(60)
          group.panel.spread = 2000
        }
      )
    ])
    settings.limits = [
      BureauLimit(clause: "selection/limit/1", text: "每个负责人限1项", per: .leader, bound: 1, within: .round, ongoing: .all)
    ]
    let entries = [
      entry("A", points: 900, requested: 300_000, title: "=甲<b>"), entry("B", "4.2", requested: 205_000),
      entry("C", points: 700), entry("D", "4.3", points: 700), entry("E", points: 600), entry("F", points: 500, verdict: .fail),
      entry("G", verdict: .supplement), entry("H"), entry("U", "5.1", leader: "李四"), entry("V", "5.2", leader: "李四"),
      entry("W", "5.1", points: 655), entry(nil, "99.9", points: 0, requested: nil, verdict: .error, program: nil),
    ]
    let scores =
      panel("A", 9500, 8500, nil) + panel("B", 8055) + panel("C", 8000, 5000) + panel("D", 6500) + panel("E", 6000)
      + panel("F", 5000)
    return try report(settings, entries, panel: scores, ongoing: [project("2022-GX-18", unit: "示例公司（虚构）", leader: "李四")])
  }

  /// Returns a report in a format.
  static func bytes(_ report: RankingReport, _ format: ReportFormat) throws -> Bytes {
    let file = try TemporaryFile()
    try report.write(format, to: file.path)
    return try FileText.read(file.path, limit: 64 << 20)
  }

  static func lines(_ report: RankingReport, _ format: ReportFormat) throws -> [String] {
    try bytes(report, format).text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Returns the names and the rows of the sheets of the workbook.
  static func workbook(_ report: RankingReport) throws -> [(name: String, rows: [[String]])] {
    let file = try TemporaryFile(ending: ".xlsx")
    try report.write(.xlsx, to: file.path)
    return try sheets(file)
  }

  /// Returns the reason of an application.
  static func reason(_ report: RankingReport, _ id: String) -> String {
    let ranking = report.ranking
    return ranking.lines.first { ranking.entries[$0.entry].text(.id) == id }.map(ranking.reason) ?? ""
  }
}
