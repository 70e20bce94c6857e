/// The names of Lua that the sandbox has, and those that it does not have.
package enum LuaNames {
  /// A global function.
  package struct Function: Sendable {
    package let name: String
    /// The differences from Lua's function, in Chinese; empty if there are none.
    package let differences: String
  }

  /// A library.
  package struct Library: Sendable {
    package let name: String
    package let members: [String]
    /// The differences from Lua's library, in Chinese.
    package let differences: String
  }

  /// The global functions of the sandbox.
  package static let functions = [
    Function(name: "assert", differences: ""), Function(name: "error", differences: ""),
    Function(name: "ipairs", differences: ""),
    Function(name: "pairs", differences: "按键的次序：数、文本、false、true；别的键是错误"), Function(name: "pcall", differences: ""),
    Function(name: "rawequal", differences: ""), Function(name: "rawlen", differences: ""),
    Function(name: "require", differences: "插件目录里的文件，不带 .lua，子目录用 . 隔开；一个文件只运行一次"),
    Function(name: "select", differences: ""),
    Function(name: "setmetatable", differences: "元表会被复制；只有运算、比较、__index、__newindex、__call、__len、__tostring"),
    Function(name: "tonumber", differences: ""), Function(name: "tostring", differences: "表和函数只得到种类，没有地址"),
    Function(name: "type", differences: "节点的种类是 userdata"),
  ]

  /// The libraries of the sandbox.
  package static let libraries = [
    Library(
      name: "math",
      members: [
        "abs", "ceil", "exp", "floor", "fmod", "huge", "log", "max", "maxinteger", "min", "mininteger", "modf", "pi", "sqrt",
        "tointeger", "type", "ult",
      ], differences: "没有随机数和三角函数"),
    Library(
      name: "string", members: ["byte", "char", "find", "format", "len", "lower", "rep", "reverse", "sub", "upper"],
      differences: "find 只找原样的文本，没有模式；format 没有 %p"),
    Library(
      name: "table", members: ["concat", "insert", "pack", "remove", "sort", "unpack"], differences: "sort 稳定；unpack 最多250个"),
    Library(name: "utf8", members: ["char", "codepoint", "len"], differences: "len 和 codepoint 只有开头的参数"),
  ]

  /// The global names of Lua 5.4 that the sandbox does not have.
  package static let absent = [
    "_G", "_VERSION", "collectgarbage", "coroutine", "debug", "dofile", "getmetatable", "io", "load", "loadfile", "next", "os",
    "package", "print", "rawget", "rawset", "warn", "xpcall",
  ]
}
