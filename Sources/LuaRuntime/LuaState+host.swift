import CLuaShim

/// The calls from Lua to the host.
extension LuaState {
  /// Charges work that a host function is about to do to the instructions of the current run, one for about 10 nanoseconds.
  ///
  /// For the methods of ``LuaHost`` only, which pass the error on.
  /// - Throws: ``LuaStop`` if the instructions are used up or the time is over.
  public func charge(_ instructions: Int) throws(LuaStop) {
    if kl_charge_host(state, UInt64(max(0, instructions))) != KL_OK { throw LuaStop() }
  }

  /// Calls the host for Lua and returns its result.
  ///
  /// This neither raises a Lua error nor calls Lua.
  fileprivate func callHost(
    _ function: Int64, _ values: UnsafeBufferPointer<kl_value>, at location: LuaLocation
  ) throws -> LuaValue {
    var arguments: [LuaValue] = []
    var cursor = 0
    while cursor < values.count { arguments.append(try ValueTree.read(values, at: &cursor)) }
    switch function {
    case Prelude.HostFunction.global:
      guard case .text(let name)? = arguments.first else { throw LuaValueError.name }
      return try host.global(name, at: location)
    case Prelude.HostFunction.module:
      guard case .text(let name)? = arguments.first else { throw LuaValueError.name }
      let module = try host.module(name, at: location)
      if arguments.count > 1 { return .text(module.name) }
      guard let source = String(validating: module.source, as: UTF8.self) else { throw LuaValueError.encoding }
      return .text(source)
    case Prelude.HostFunction.index:
      guard arguments.count == 2, case .handle(let node) = arguments[0] else { throw LuaValueError.name }
      return try host.member(arguments[1], of: node, at: location)
    case Prelude.HostFunction.operation:
      guard case .text(let name)? = arguments.first else { throw LuaValueError.name }
      return try host.operation(name, Array(arguments.dropFirst()), at: location)
    default:
      return try host.call(function - Prelude.HostFunction.firstOfHost, arguments, at: location)
    }
  }

  /// Stores the result of a host call where C reads it.
  fileprivate func storeResult(_ value: LuaValue, in result: UnsafeMutablePointer<kl_value>) throws {
    var tree = ValueTree()
    tree.append(value)
    guard tree.values.count == 1 else { throw LuaValueError.shape }
    result.pointee = tree.values[0]
    if case .text(var text) = value {
      let length = text.utf8.count
      let copy = text.withUTF8 { $0.withMemoryRebound(to: CChar.self) { kl_set_text(state, $0.baseAddress, length) } }
      result.pointee.text = copy
    }
  }

  /// Stores the message of a host error where C reads it, and keeps the error.
  fileprivate func storeError(_ error: any Error) {
    // The message may quote a name of any length.
    var message = String("\(error)".unicodeScalars.prefix(1000))
    pendingError = (message, error)
    message.withUTF8 { bytes in
      _ = bytes.withMemoryRebound(to: CChar.self) { kl_set_text(state, $0.baseAddress, $0.count) }
    }
  }
}

/// The C callback for all host functions; see `kl_host_call`.
let hostCall: kl_host_call = { context, function, arguments, count, file, fileLength, line, result in
  let state = Unmanaged<LuaState>.fromOpaque(context!).takeUnretainedValue()
  let location = LuaLocation(file: String(bytes: file, count: fileLength), line: Int(line))
  do {
    let value = try state.callHost(function, UnsafeBufferPointer(start: arguments, count: count), at: location)
    try state.storeResult(value, in: result!)
    return 0
  } catch {
    state.storeError(error)
    return 1
  }
}
