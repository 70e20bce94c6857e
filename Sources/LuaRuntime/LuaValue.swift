/// A value that crosses between Lua and the host, in either direction.
public enum LuaValue: Sendable, Equatable {
  case `nil`
  case boolean(Bool)
  case integer(Int64)
  case number(Double)
  case text(String)
  indirect case table(LuaTable)
  /// A Lua function that was handed to the host.
  case function(LuaFunction)
  /// A node of the host's own, by its number.
  case handle(Int64)
  /// One of the host's functions, by its number.
  case hostFunction(Int64)
  /// What has no meaning outside Lua; says what it is.
  case unconvertible(String)

  /// What the value is, in Lua's words.
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

/// A Lua table, taken apart: its list part in order, its named part by name.
public struct LuaTable: Sendable, Equatable {
  /// The values at 1, 2, 3 and so on, up to the first gap.
  public var list: [LuaValue]
  /// The values with text keys, sorted by key.
  public var named: [(name: String, value: LuaValue)]
  /// The keys that belong to neither, as text.
  public var strays: [String]

  public init(list: [LuaValue] = [], named: [(name: String, value: LuaValue)] = [], strays: [String] = []) {
    self.list = list
    self.named = named
    self.strays = strays
  }

  /// The value with a text key.
  public subscript(name: String) -> LuaValue? { named.first { $0.name == name }?.value }

  public static func == (left: Self, right: Self) -> Bool {
    left.list == right.list && left.strays == right.strays && left.named.map(\.name) == right.named.map(\.name)
      && left.named.map(\.value) == right.named.map(\.value)
  }
}

/// A Lua function that the host holds; it is valid in the state that handed it out.
public struct LuaFunction: Sendable, Hashable {
  let reference: Int64
}
