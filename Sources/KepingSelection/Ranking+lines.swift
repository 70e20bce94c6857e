import KepingCore

extension Ranking {
  /// The lines of a ranking, each of which is made when it is asked for.
  public struct Lines: Sendable, RandomAccessCollection {
    /// The first index.
    public var startIndex: Int { 0 }
    /// The number of lines.
    public var endIndex: Int { 0 }

    /// Returns a line.
    public subscript(index: Int) -> Line { preconditionFailure("no line \(index)") }
  }

  /// Returns the decimals of the published figures of a line.
  public func decimals(of line: Line) -> Int { line.group.map { plan.groups[$0].settings.panel.decimals } ?? 2 }

  /// Returns the panel's score of an application; nil if nobody scored it and nobody is recused.
  public func panel(of line: Line) -> Panel? { nil }

  /// Returns the limits that an application takes part in exceeding, in the order of ``RoundPlan/limits``.
  public func limits(of line: Line) -> [LimitNote] { [] }

  /// Returns what people should look at, each code once.
  public func suspicions(of line: Line) -> [Suspicion] { [] }

  /// Returns why an application has its place, in Chinese, with the figures that decided.
  public func reason(of line: Line) -> String { "" }
}
