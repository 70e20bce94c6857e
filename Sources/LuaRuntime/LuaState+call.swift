import CLuaShim

/// Calls of functions that were passed to the host.
///
/// Arguments are appended one by one before the call, so that numbers and booleans need no allocation.
extension LuaState {
  /// Appends a boolean to the arguments of the next call.
  public func appendArgument(_ truth: Bool) { arguments.append(Int(KL_BOOLEAN), integer: truth ? 1 : 0) }

  /// Appends an integer to the arguments of the next call.
  public func appendArgument(_ integer: Int64) { arguments.append(Int(KL_INTEGER), integer: integer) }

  /// Appends a number to the arguments of the next call.
  public func appendArgument(_ number: Double) { arguments.append(Int(KL_NUMBER), number: number) }

  /// Appends a text to the arguments of the next call.
  public func appendArgument(_ text: String) { arguments.append(text) }

  /// Appends a tree to the arguments of the next call.
  public func appendArgument(_ tree: LuaTree) { arguments.append(tree) }

  /// Begins the time of an application: the calls that follow may take some seconds of processor time together.
  public func begin(seconds: Double) { kl_begin(state, seconds) }

  /// Calls a function with the arguments that were appended, and returns its first result if that is a truth value or a number.
  ///
  /// Of any other result, only the kind is returned. Every call begins as if it were the first one after loading.
  /// - Throws: ``LuaFailure``; its kind is contract if the function changed a variable outside itself.
  public func call(_ function: LuaFunction, instructions: Int64) throws(LuaFailure) -> LuaValue {
    try call(function, instructions: instructions, readsTrees: false)
  }

  private func call(_ function: LuaFunction, instructions: Int64, readsTrees: Bool) throws(LuaFailure) -> LuaValue {
    if pendingError != nil { pendingError = nil }
    let status = kl_call(
      state, function.reference, arguments.values, arguments.count, instructions, readsTrees)
    arguments.removeAll()
    try check(status)
    return try result()
  }

  private func result() throws(LuaFailure) -> LuaValue {
    var count = 0
    let values = UnsafeBufferPointer(start: kl_result(state, &count), count: count)
    switch Int(values[0].tag) {
    case Int(KL_BOOLEAN): return .boolean(values[0].integer != 0)
    case Int(KL_INTEGER): return .integer(values[0].integer)
    case Int(KL_NUMBER): return .number(values[0].number)
    default: break
    }
    var cursor = 0
    do {
      return try ValueTree.read(values, at: &cursor)
    } catch {
      throw LuaFailure(kind: .contract, message: "\(error)")
    }
  }

  /// Calls a function with arguments, and returns its first result, which may be a table of values.
  /// - Throws: ``LuaFailure``; its kind is contract if the result is not allowed or the function changed a variable
  ///   outside itself.
  public func call(_ function: LuaFunction, _ arguments: [LuaValue], budget: LuaBudget) throws -> LuaValue {
    for argument in arguments {
      switch argument {
      case .boolean(let truth): appendArgument(truth)
      case .integer(let integer): appendArgument(integer)
      case .number(let number): appendArgument(number)
      case .text(let text): appendArgument(text)
      default: appendArgument(LuaTree(argument))
      }
    }
    begin(seconds: budget.seconds)
    return try call(function, instructions: budget.instructions, readsTrees: true)
  }
}
