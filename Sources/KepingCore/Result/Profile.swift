/// The cost of evaluation, by clause, by criterion and by plugin function.
///
/// A profile is confined to one thread. Times differ from run to run; instructions do not.
public final class Profile {
  /// The cost of one part over all applications.
  public struct Cost: Sendable {
    /// The number of evaluations or calls.
    public internal(set) var calls = 0
    /// The total elapsed time.
    public internal(set) var time = Duration.zero
    /// The number of Lua instructions, as they are counted against the limit.
    public internal(set) var instructions: Int64 = 0

    /// Creates a cost of zero.
    public init() {}

    /// Adds a cost to another.
    public static func += (left: inout Self, right: Self) {
      left.calls += right.calls
      left.time += right.time
      left.instructions += right.instructions
    }
  }

  /// A part of a program whose cost is measured.
  public struct Part: Hashable, Sendable, Comparable {
    /// The kind of the part.
    public enum Kind: Int, Sendable { case clause, criterion, function }
    /// The id of the program.
    public let program: String
    /// The kind of the part.
    public let kind: Kind
    /// The id of the clause or criterion; for a function, its file, line and label.
    public let name: String

    /// Returns whether a part comes before another in the order of program, kind and name.
    public static func < (left: Self, right: Self) -> Bool {
      (left.program, left.kind.rawValue, left.name) < (right.program, right.kind.rawValue, right.name)
    }
  }

  private var costs: [Part: Cost] = [:]

  /// Creates an empty profile.
  public init() {}

  /// Returns the parts of the given kinds with their costs, in descending order of time.
  public func parts(_ kinds: [Part.Kind]) -> [(part: Part, cost: Cost)] {
    costs.filter { kinds.contains($0.key.kind) }.map { ($0.key, $0.value) }
      .sorted { left, right in
        left.cost.time != right.cost.time ? left.cost.time > right.cost.time : left.part < right.part
      }
  }

  /// The time and the instruction count at the start of a measurement.
  struct Start {
    fileprivate let time: ContinuousClock.Instant
    fileprivate let instructions: Int64
  }

  /// Starts a measurement.
  func start(_ functions: (any ProgramFunctions)?) -> Start {
    Start(time: .now, instructions: functions?.instructionsLeft ?? 0)
  }

  /// Ends a measurement and adds its cost to a part.
  func end(_ start: Start, _ part: Part, _ functions: (any ProgramFunctions)?) {
    costs[part, default: Cost()].add(.now - start.time, start.instructions - (functions?.instructionsLeft ?? 0))
  }

  /// Runs a function and adds its cost to a part.
  func measure<Result>(
    _ part: @autoclosure () -> Part, _ functions: any ProgramFunctions, _ body: () throws(EvaluationFailure) -> Result
  ) throws(EvaluationFailure) -> Result {
    let start = start(functions)
    defer { end(start, part(), functions) }
    return try body()
  }
}

extension Profile.Cost {
  fileprivate mutating func add(_ time: Duration, _ instructions: Int64) {
    calls += 1
    self.time += time
    self.instructions += instructions
  }
}

/// A wrapper of a program's functions that records the cost of each call in a profile.
final class ProfiledFunctions: ProgramFunctions {
  private let functions: any ProgramFunctions
  private let profile: Profile
  private let program: String

  init(_ functions: any ProgramFunctions, _ profile: Profile, _ program: String) {
    self.functions = functions
    self.profile = profile
    self.program = program
  }

  var instructionsLeft: Int64 { functions.instructionsLeft }
  func begin() { functions.begin() }
  func name(of function: Int) -> String { functions.name(of: function) }

  func compute(_ function: Int, _ operands: ArraySlice<OperandValue>) throws(EvaluationFailure) -> Double {
    try profile.measure(part(function), functions) { () throws(EvaluationFailure) in
      try functions.compute(function, operands)
    }
  }

  func judge(_ function: Int, _ operands: ArraySlice<OperandValue>) throws(EvaluationFailure) -> Bool {
    try profile.measure(part(function), functions) { () throws(EvaluationFailure) in
      try functions.judge(function, operands)
    }
  }

  private func part(_ function: Int) -> Profile.Part {
    Profile.Part(program: program, kind: .function, name: functions.name(of: function))
  }
}
