/// 专项: the requirements and the scoring of one plan for one year, loaded from a plugin.
public struct Program: Sendable {
  /// The id and version of the program.
  public let reference: ProgramReference
  /// The year of the guideline.
  public let year: Int
  /// The plan that the program implements.
  public let plan: Plan
  /// The schema of the program's applications.
  public let schema: Schema
  /// The checks and quantities that the clauses and criteria refer to.
  public var checks: Checks
  /// The directions that the program evaluates.
  public var directions: [Direction]
  /// The parts of the headings' texts (plan and project types) that no clause implements, as the plugin declares them.
  public let uncovered: [Uncovered]
  /// The clauses outside of directions: limits that apply to several directions.
  public let clauses: [Clause]
  /// The largest amount in yuan that is plausible; a larger one is a problem of the result.
  public var plausibleMoney = 10_000_000_000.0
  /// Whether sums are exact in decimals, and results of `compute` are rounded to 12 significant digits.
  public var calculatesInDecimals = false
  /// Whether the message of a check by a function names the figures that the function was given.
  public var namesOperands = false

  /// Creates a program.
  public init(
    reference: ProgramReference, year: Int, plan: Plan, schema: Schema, checks: Checks, directions: [Direction],
    uncovered: [Uncovered] = [], clauses: [Clause] = []
  ) {
    self.reference = reference
    self.year = year
    self.plan = plan
    self.schema = schema
    self.checks = checks
    self.directions = directions
    self.uncovered = uncovered
    self.clauses = clauses
  }
}

extension Program {
  /// The number of clauses, within directions and outside of them.
  public var clauseCount: Int { clauses.count + directions.reduce(0) { $0 + $1.clauses.count } }
}

/// The Lua functions of a plugin, as the evaluator calls them.
public protocol ProgramFunctions: AnyObject {
  /// Starts a new application with a full budget.
  func begin()
  /// Calls a function that was given to `compute`, and returns its number.
  /// - Parameters:
  ///   - function: the index of the function in the program.
  ///   - operands: the values of the operands, in declaration order.
  /// - Throws: ``EvaluationFailure`` if the function fails, exceeds a limit or returns an invalid value.
  func compute(_ function: Int, _ operands: ArraySlice<OperandValue>) throws(EvaluationFailure) -> Double
  /// Calls a function that was given to `judge`, and returns whether the check is met.
  /// - Parameters:
  ///   - function: the index of the function in the program.
  ///   - operands: the values of the operands, in declaration order.
  /// - Throws: ``EvaluationFailure`` if the function fails, exceeds a limit or returns an invalid value.
  func judge(_ function: Int, _ operands: ArraySlice<OperandValue>) throws(EvaluationFailure) -> Bool
  /// The Lua instructions that remain in the budget of the application.
  var instructionsLeft: Int64 { get }
  /// Returns the file, line and label of a function, for people.
  func name(of function: Int) -> String
}

/// The distribution of points over the criteria of a direction.
public enum Points {
  /// The points of a direction in tenths: 100 points.
  public static let total = 1000

  /// Scales weights to maxima in tenths that add up to ``total`` exactly, by the largest remainder method.
  ///
  /// Equal remainders are resolved in favour of the earlier criterion.
  /// - Returns: the maxima, or nil if a weight is negative or not finite, or if the sum is 0 or not finite.
  public static func maxima(of weights: [Double]) -> [Int]? {
    guard weights.allSatisfy({ $0.isFinite && $0 >= 0 }) else { return nil }
    let sum = weights.reduce(0, +)
    guard sum > 0, sum.isFinite else { return nil }
    let exact = weights.map { $0 / sum * Double(total) }
    var maxima = exact.map { Int($0.rounded(.down)) }
    let order = exact.indices.sorted { first, second in
      let left = exact[first] - exact[first].rounded(.down)
      let right = exact[second] - exact[second].rounded(.down)
      return left != right ? left > right : first < second
    }
    for index in order.prefix(max(0, total - maxima.reduce(0, +))) { maxima[index] += 1 }
    return maxima
  }
}
