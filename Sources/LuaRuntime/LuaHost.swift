/// What a Lua state asks of its host.
///
/// An error that is thrown becomes a Lua error with the caller's file and line. None of these may call the state.
public protocol LuaHost: AnyObject {
  /// The value of a global name that the sandbox does not know; throws where the host does not know it either.
  func word(_ name: String, at location: LuaLocation) throws -> LuaValue
  /// The source of a module that a plugin requires; throws where there is none.
  func module(_ name: String, at location: LuaLocation) throws -> LuaModule
  /// `node.key` or `node[key]`.
  func member(_ key: LuaValue, of node: Int64, at location: LuaLocation) throws -> LuaValue
  /// An operator between nodes, or a node and a value; `#`, unary `-` and `call` have the node as first operand.
  func operation(_ name: String, _ operands: [LuaValue], at location: LuaLocation) throws -> LuaValue
  /// A call of a host function, by the number the host gave it.
  func call(_ function: Int64, _ arguments: [LuaValue], at location: LuaLocation) throws -> LuaValue
}

/// A module's source text, and the name by which messages speak of it.
public struct LuaModule: Sendable {
  public let source: [UInt8]
  public let name: String

  public init(source: [UInt8], name: String) {
    self.source = source
    self.name = name
  }
}
