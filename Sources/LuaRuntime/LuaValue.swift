/// A value that crosses between Lua and the host, in either direction.
public enum LuaValue: Sendable, Equatable {
  case `nil`
  case boolean(Bool)
  case integer(Int64)
  case number(Double)
  case text(String)
  indirect case table(LuaTable)
  /// A Lua function that was passed to the host.
  case function(LuaFunction)
  /// A node of the host, by its number.
  case handle(Int64)
  /// A host function, by its number.
  case hostFunction(Int64)
  /// A value that has no meaning outside Lua, by its type.
  case unconvertible(String)

  /// The name of the value's Lua type; `node` for a handle.
  public var kind: String {
    switch self {
    case .nil: "nil"
    case .boolean: "boolean"
    case .integer, .number: "number"
    case .text: "string"
    case .table: "table"
    case .function, .hostFunction: "function"
    case .handle: "node"
    case .unconvertible(let kind): kind
    }
  }
}

/// A copy of a Lua table: its list part in order, and its named part by name.
public struct LuaTable: Sendable, Equatable {
  /// The values at the indexes 1, 2, 3 and so on, up to the first gap.
  public var list: [LuaValue]
  /// The values with text keys, sorted by key.
  public var named: [(name: String, value: LuaValue)]
  /// The other keys, sorted: an integer in decimal digits, any other key as the name of its type.
  public var otherKeys: [String]

  /// Creates a table from its parts.
  public init(list: [LuaValue] = [], named: [(name: String, value: LuaValue)] = [], otherKeys: [String] = []) {
    self.list = list
    self.named = named
    self.otherKeys = otherKeys
  }

  /// The value of a text key, or nil if there is none.
  public subscript(name: String) -> LuaValue? { named.first { $0.name == name }?.value }

  /// Whether two tables have the same parts.
  public static func == (left: Self, right: Self) -> Bool {
    left.list == right.list && left.otherKeys == right.otherKeys && left.named.map(\.name) == right.named.map(\.name)
      && left.named.map(\.value) == right.named.map(\.value)
  }
}

/// A reference to a Lua function, which is valid in the state that it came from.
public struct LuaFunction: Sendable, Hashable {
  /// The number of the function in its state.
  package let reference: Int64

  /// Creates a reference from a number, which a state must have given.
  package init(reference: Int64) { self.reference = reference }
}
