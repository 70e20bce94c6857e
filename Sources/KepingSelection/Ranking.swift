import KepingCore

/// The result of a round: each application in one place, and what each group had.
public struct Ranking: Sendable {
  /// The place of one application.
  public struct Line: Sendable {
    /// The index of the entry.
    public let entry: Int
    /// The position in ``Ranking/lines``.
    public let index: Int
    /// The index of the group in the plan; nil if no program has the direction.
    public let group: Int?
    /// The rank among the candidates of the group; nil for one that is no candidate.
    public let rank: Int?
    /// Whether another candidate has the same rank.
    public let isTied: Bool
    /// What becomes of the application.
    public let place: Place
    /// The place among those in reserve; nil for others.
    public let reserve: Int?
    /// The published score in units of the last decimal of the group; nil where there is none.
    public let score: Int?
    /// The amount in yuan; nil if none is given.
    public let amount: ExactDecimal?
    /// The amount of those selected in the group up to this line, by rank and id, in yuan.
    public let amountSoFar: ExactDecimal
  }

  /// The panel's score of one application.
  public struct Panel: Sendable {
    /// The published score in units of the last decimal; nil if nobody scored.
    public let score: Int?
    /// The number of scores of experts who are not recused.
    public let experts: Int
    /// The number of experts who are recused.
    public let recused: Int
    /// The scores that were left out, in hundredths of a point, the highest first.
    public let trimmed: [Int]
  }

  /// A limit that an application takes part in exceeding.
  public struct LimitNote: Sendable {
    /// The index of the limit in ``RoundPlan/limits``.
    public let limit: Int
    /// The ids of the others that count, sorted, and `在研 ` with the numbers of projects in progress.
    public let with: [String]
  }

  /// What people should look at.
  public struct Suspicion: Sendable {
    /// The kind of a suspicion; the raw value is the `code` in results.
    public enum Code: String, Sendable, CaseIterable {
      /// The same leader's name stands under several keys.
      case sameName = "same-name"
      /// The name of a unit without a code has several codes elsewhere.
      case sameUnit = "same-unit"
      /// The scores of two experts differ by more than the configured points.
      case spread
    }

    /// The kind of the suspicion.
    public let code: Code
    /// The ids of the others, sorted, and `在研 ` with the numbers of projects in progress; at most ``mostNamed`` of them.
    public let with: [String]
    /// The explanation in Chinese.
    public let message: String

    /// The largest number of others that a suspicion names, so that a name that thousands bear does not fill the result.
    public static let mostNamed = 100
  }

  /// What a group had.
  public struct GroupSummary: Sendable {
    /// The index of the group in the plan.
    public let group: Int
    /// The number of places; nil if it is not limited.
    public let places: Int?
    /// The money in yuan; nil if it is not limited.
    public let budget: ExactDecimal?
    /// The number of candidates.
    public let candidates: Int
    /// The number of those selected.
    public let selected: Int
    /// The money of those selected, in yuan.
    public let money: ExactDecimal
    /// The score of the last one selected, in units of the last decimal; nil if none is selected.
    public let line: Int?
  }

  /// The round that is ranked.
  public let round: Round
  let layout: RankingLayout
  let outcomes: [Outcome]
  let panelTable: PanelTable
  let amounts: Amounts
  let limitTable: LimitTable
  let suspects: Suspects
  let keys: Keys

  /// The groups, directions and limits.
  public var plan: RoundPlan { round.plan }
  /// The applications, to which ``Line/entry`` points.
  public var entries: [Entry] { round.entries }
  /// What each group had, in the order of the groups.
  public var summaries: [GroupSummary] { layout.summaries }

  /// What the ranking keeps of each application.
  struct Outcome: Sendable {
    /// The index of the direction in the plan, or -1.
    var direction: Int32
    /// The published score in units of the last decimal, or -1.
    var score: Int32 = -1
    /// The rank; 0 for one that is no candidate.
    var rank: Int32 = 0
    /// The place among the rest; 0 for those not in reserve.
    var reserve: Int32 = 0
    /// The index of the note of the cut that explains the place, or -1.
    var note: Int32 = -1
    var place = Place.ranked
    var isTied = false

    init(direction: Int32) { self.direction = direction }
  }
}
