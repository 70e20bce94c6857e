/// What is known of numbers that functions compute from their parameters.
extension LuaNameResolver {
  /// Declares a parameter of a function.
  mutating func declareParameter(_ token: Int, of function: Int) {
    let variable = declare(token, mustBeUsed: false)
    setValue(file.knownValue(.parameter(function), from: token..<(token + 1)), of: variable)
  }

  /// Returns the meaning of the result of an operator: a number that is made of a function's parameters if an operand is one.
  func result(of sign: Int, _ operands: LuaMeaning...) -> LuaMeaning {
    guard ["+", "-", "*", "/", "//", "^", "%"].contains(file.written(sign)) else { return .other }
    return operands.first { if case .parameter = $0 { true } else { false } } ?? .other
  }
}
