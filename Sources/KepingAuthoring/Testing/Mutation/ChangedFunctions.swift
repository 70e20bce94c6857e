import KepingCore

/// A mistake in what a plugin's function receives or returns.
enum FunctionChange {
  /// The function receives another value in place of the operand at an index.
  case operand(Int, OperandValue)
  /// The result is larger or smaller: by one if it is whole, and otherwise by a hundredth.
  case moved(up: Bool)
  /// The result, which is a share of points, is larger or smaller by a tenth of the points.
  case shifted(up: Bool)

  /// Returns the result with the change.
  func applied(to result: Double) -> Double {
    switch self {
    case .operand: return result
    case .moved(let up):
      let step = result == result.rounded() ? 1 : abs(result) / 100
      return up ? result + step : result - step
    case .shifted(let up): return up ? result + 0.1 : result - 0.1
    }
  }

  /// Returns the operands with the change.
  func applied(to operands: ArraySlice<OperandValue>) -> ArraySlice<OperandValue> {
    guard case .operand(let index, let value) = self, operands.indices.contains(operands.startIndex + index) else {
      return operands
    }
    var changed = operands
    changed[operands.startIndex + index] = value
    return changed
  }
}

/// The functions of a plugin together with changed forms of them.
///
/// A changed form has an index of its own, so that a mutant can call it in one clause while others call the original.
final class ChangedFunctions: ProgramFunctions {
  private let original: any ProgramFunctions
  private var changes: [(function: Int, change: FunctionChange)] = []
  /// The index of the first changed form, far above those of a plugin's functions.
  private static let first = 1 << 24

  init(_ original: any ProgramFunctions) { self.original = original }

  /// Adds a changed form of a function, and returns the index by which it is called.
  func add(_ change: FunctionChange, of function: Int) -> Int {
    changes.append((function, change))
    return Self.first + changes.count - 1
  }

  private func change(at index: Int) -> (function: Int, change: FunctionChange)? {
    index >= Self.first ? changes[index - Self.first] : nil
  }

  // MARK: ProgramFunctions

  var instructionsLeft: Int64 { original.instructionsLeft }

  func begin() { original.begin() }

  func compute(_ function: Int, _ operands: ArraySlice<OperandValue>) throws(EvaluationFailure) -> Double {
    guard let (function, change) = change(at: function) else { return try original.compute(function, operands) }
    return change.applied(to: try original.compute(function, change.applied(to: operands)))
  }

  func judge(_ function: Int, _ operands: ArraySlice<OperandValue>) throws(EvaluationFailure) -> Bool {
    guard let (function, change) = change(at: function) else { return try original.judge(function, operands) }
    return try original.judge(function, change.applied(to: operands))
  }

  func name(of function: Int) -> String { original.name(of: change(at: function)?.function ?? function) }
}
