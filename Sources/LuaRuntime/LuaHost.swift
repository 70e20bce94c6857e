/// The host of a Lua state, which provides globals, modules, nodes and functions.
///
/// An error that a method throws becomes a Lua error with the caller's file and line. No method may call the state.
public protocol LuaHost: AnyObject {
  /// Returns the value of a global name that the sandbox does not define.
  /// - Throws: An error if the host does not define the name either.
  func global(_ name: String, at location: LuaLocation) throws -> LuaValue
  /// Returns the module that a plugin requires.
  /// - Throws: An error if there is no such module.
  func module(_ name: String, at location: LuaLocation) throws -> LuaModule
  /// Returns the value of `node.key` or `node[key]`.
  func member(_ key: LuaValue, of node: Int64, at location: LuaLocation) throws -> LuaValue
  /// Returns the result of an operator on nodes, or on a node and a value.
  ///
  /// For the unary operators `#` and `-`, and for `call`, the first operand is the node.
  func operation(_ name: String, _ operands: [LuaValue], at location: LuaLocation) throws -> LuaValue
  /// Calls the host function that has a number, and returns its result.
  func call(_ function: Int64, _ arguments: [LuaValue], at location: LuaLocation) throws -> LuaValue
}

/// A module's source text and chunk name.
public struct LuaModule: Sendable {
  /// The source text, which must be UTF-8.
  public let source: [UInt8]
  /// The chunk name, which messages use.
  public let name: String

  /// Creates a module from its source text and chunk name.
  public init(source: [UInt8], name: String) {
    self.source = source
    self.name = name
  }
}
