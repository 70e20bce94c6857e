/// 专项: what one plan asks for in one year, loaded from its plugin.
public struct Program: Sendable {
  public let reference: ProgramReference
  public let year: Int
  public let plan: Plan
  public let schema: Schema
  public var checks: Checks
  public var directions: [Direction]
  /// Words of the heads of its plan and project types that no clause answers for, as the plugin says.
  public let uncovered: [Uncovered]

  public init(
    reference: ProgramReference, year: Int, plan: Plan, schema: Schema, checks: Checks, directions: [Direction],
    uncovered: [Uncovered] = []
  ) {
    self.reference = reference
    self.year = year
    self.plan = plan
    self.schema = schema
    self.checks = checks
    self.directions = directions
    self.uncovered = uncovered
  }
}

/// The functions of a program's plugin, as an evaluation calls them.
public protocol ProgramFunctions: AnyObject {
  /// Begins an application, with a budget of its own.
  func begin()
  /// A number, from a function given to `compute`.
  func compute(_ function: Int, _ operands: ArraySlice<OperandValue>) throws(EvaluationFailure) -> Double
  /// An answer, from a function given to `judge`.
  func judge(_ function: Int, _ operands: ArraySlice<OperandValue>) throws(EvaluationFailure) -> Bool
  /// The Lua instructions that are left for the application.
  var instructionsLeft: Int64 { get }
  /// A function's file, line and label, for people.
  func name(of function: Int) -> String
}

/// Shares out points.
public enum Points {
  /// The points of a direction, in tenths.
  public static let total = 1000

  /// Scales weights to maxima in tenths that add up to ``total`` exactly, by largest remainders; ties go to the first.
  /// - Returns: nil where a weight is negative or not finite, or all are 0.
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
