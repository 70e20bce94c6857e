import KepingCore

/// A value of a file beside the applications with its cell.
public struct Given<Value: Sendable>: Sendable {
  /// The value.
  public let value: Value
  /// The cell of the value.
  public let cell: SourceCell

  /// Creates a value with its cell.
  public init(_ value: Value, _ cell: SourceCell) {
    self.value = value
    self.cell = cell
  }
}

/// 专家评分: what one expert gave one application.
public struct PanelScore: Sendable {
  /// The id of the application.
  public let application: Given<String>
  /// The name of the expert.
  public let expert: Given<String>
  /// The score in hundredths of a point, from 0 to 10,000; nil if the column is empty or absent.
  public let score: Given<Int>?
  /// The scores of items in hundredths of a point, by the id of the item; empty cells are left out.
  public let items: [(id: String, score: Given<Int>)]
  /// Whether the expert is recused.
  public let isRecused: Bool
  /// The expert's unit; nil if it is not given.
  public let unit: Given<UnitIdentity>?

  /// Creates a row.
  public init(
    application: Given<String>, expert: Given<String>, score: Given<Int>?, items: [(id: String, score: Given<Int>)] = [],
    isRecused: Bool = false, unit: Given<UnitIdentity>? = nil
  ) {
    self.application = application
    self.expert = expert
    self.score = score
    self.items = items
    self.isRecused = isRecused
    self.unit = unit
  }
}

/// 在研项目: a project in progress.
public struct OngoingProject: Sendable {
  /// The state of a project.
  public enum Status: String, Sendable, CaseIterable {
    case running, overdue, closed, terminated, revoked

    /// The state in Chinese.
    public var title: String {
      switch self {
      case .running: "在研"
      case .overdue: "到期未验收"
      case .closed: "已验收"
      case .terminated: "终止"
      case .revoked: "撤销"
      }
    }
  }

  /// The number of the project.
  public let id: String
  /// The title of the project.
  public let title: String
  /// The name of the unit.
  public let unitName: String
  /// The name of the leader; empty if it is not given.
  public let leaderName: String
  /// The unit as limits compare it.
  public let unit: UnitIdentity
  /// The leader as limits compare them.
  public let leader: LeaderIdentity
  /// The state of the project.
  public let status: Status
  /// The row of the project.
  public let cell: SourceCell

  /// Creates a project.
  public init(
    id: String, title: String, unitName: String, leaderName: String, unit: UnitIdentity, leader: LeaderIdentity, status: Status,
    cell: SourceCell
  ) {
    self.id = id
    self.title = title
    self.unitName = unitName
    self.leaderName = leaderName
    self.unit = unit
    self.leader = leader
    self.status = status
    self.cell = cell
  }
}

/// 拟支持经费: the amount that one application is granted.
public struct Grant: Sendable {
  /// The id of the application.
  public let application: Given<String>
  /// The amount in yuan.
  public let amount: Given<ExactDecimal>

  /// Creates a grant.
  public init(application: Given<String>, amount: Given<ExactDecimal>) {
    self.application = application
    self.amount = amount
  }
}
