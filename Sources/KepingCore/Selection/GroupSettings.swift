/// How the applications of one group are scored, ordered and cut.
public struct GroupSettings: Sendable, Equatable {
  /// What becomes of a tie, or of a single application, whose money is not left.
  public enum WhenFull: String, Sendable, CaseIterable {
    /// The cut ends.
    case stop
    /// It is passed over, and the cut goes on.
    case skip
  }

  /// What becomes of a tie of which not all can be selected.
  public enum TieAtCut: String, Sendable, CaseIterable {
    /// A person decides.
    case stop
    /// All are selected.
    case all
    /// None is selected.
    case none
  }

  /// The number of applications to select; nil if it is not limited.
  public var places: Int?
  /// The money to grant, in yuan; nil if it is not limited.
  public var budget: ExactDecimal?
  /// The score below which an application is no candidate; nil if there is none.
  public var floor: ExactDecimal?
  /// The number of candidates below which none is ranked; nil if any number is enough.
  public var atLeast: Int?
  /// The number of applications in reserve.
  public var reserve = 0
  /// What becomes of those whose money is not left.
  public var whenFull = WhenFull.stop
  /// What becomes of a tie at the line.
  public var tieAtCut = TieAtCut.stop
  /// The weight of the program's score, in percent.
  public var rulesWeight = ExactDecimal(100)
  /// The weight of the panel's score, in percent; both weights are 100 together.
  public var panelWeight = ExactDecimal.zero
  /// How the scores of experts become the panel's score.
  public var panel = PanelSettings()
  /// The keys of the order; the first that differs decides.
  public var order = [OrderKey(.score)]

  /// Creates the default settings.
  public init() {}
}

/// How the scores of experts become the panel's score of an application.
public struct PanelSettings: Sendable, Equatable {
  /// An item that experts score.
  public struct Item: Sendable, Equatable {
    /// The id, which is the name of its field: `innovation`.
    public let id: String
    /// The name as shown to people: `创新性`.
    public let title: String
    /// The largest score, in hundredths of a point.
    public let maximum: Int

    /// Creates an item.
    public init(id: String, title: String, maximum: Int) {
      self.id = id
      self.title = title
      self.maximum = maximum
    }
  }

  /// The number of scores without which an application is incomplete.
  public var least = 1
  /// The number of highest and of lowest scores that are left out.
  public var trim = 0
  /// The number of scores from which on some are left out.
  public var trimFrom = 0
  /// The decimals of published figures, from 0 to 6.
  public var decimals = 2
  /// The difference of two experts' scores above which people should look, in hundredths of a point; nil for none.
  public var spread: Int?
  /// The items, whose maxima are 100 together; empty if experts give one score.
  public var items: [Item] = []

  /// Creates the default settings.
  public init() {}
}

/// A key of the order of a group.
public struct OrderKey: Sendable, Equatable {
  /// What is compared.
  public enum Subject: Sendable, Equatable {
    /// The score that is published.
    case score
    /// The panel's score.
    case panel
    /// The program's score.
    case rules
    /// A number or a truth of the record, by its path: `budget.requested`.
    case field(String)
  }

  /// What is compared.
  public let subject: Subject
  /// Whether less is better.
  public let isReversed: Bool

  /// Creates a key.
  public init(_ subject: Subject, isReversed: Bool = false) {
    self.subject = subject
    self.isReversed = isReversed
  }
}
