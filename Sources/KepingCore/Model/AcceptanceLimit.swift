/// 限项: the number of applications of a direction that the guideline accepts.
///
/// It says nothing about a single application, so it has no finding; reports compare it with the number that pass.
public struct AcceptanceLimit: Sendable, Equatable {
  /// The id of the clause: `8.1/limit/1`.
  public let clause: String
  /// The sentence of the guideline, verbatim.
  public let quote: String
  /// The number of applications that are accepted.
  public let atMost: Int

  /// Creates a limit.
  public init(clause: String, quote: String, atMost: Int) {
    self.clause = clause
    self.quote = quote
    self.atMost = atMost
  }
}

extension Direction {
  /// The limits on the number of accepted applications of the direction, in the order of the guideline.
  public var limits: [AcceptanceLimit] {
    clauses.filter { $0.submission == nil }.compactMap { clause in
      clause.atMost.map { AcceptanceLimit(clause: clause.id, quote: clause.quote, atMost: $0) }
    }
  }
}
