/// The names of Lua that the sandbox has.
package enum LuaNames {
  /// A global function.
  package struct Function: Sendable {
    package let name: String
    /// The differences from Lua's function, in Chinese; empty if there are none.
    let about: String
  }

  /// A library.
  package struct Library: Sendable {
    package let name: String
    package let members: [String]
    /// The differences from Lua's library, in Chinese.
    let about: String
  }

  /// The global functions of the sandbox.
  package static let functions = [
    Function(name: "assert", about: ""), Function(name: "error", about: ""), Function(name: "ipairs", about: ""),
    Function(name: "pairs", about: "按键的次序：数、文本、false、true；别的键是错误"), Function(name: "pcall", about: ""),
    Function(name: "rawequal", about: ""), Function(name: "rawlen", about: ""),
    Function(name: "require", about: "插件目录里的文件，不带 .lua，子目录用 . 隔开；一个文件只运行一次"),
    Function(name: "select", about: ""),
    Function(name: "setmetatable", about: "元表会被复制；只有运算、比较、__index、__newindex、__call、__len、__tostring"),
    Function(name: "tonumber", about: ""), Function(name: "tostring", about: "表和函数只得到种类，没有地址"),
    Function(name: "type", about: "节点的种类是 userdata"),
  ]

  /// The libraries of the sandbox.
  package static let libraries = [
    Library(
      name: "math",
      members: [
        "abs", "ceil", "exp", "floor", "fmod", "huge", "log", "max", "maxinteger", "min", "mininteger", "modf", "pi", "sqrt",
        "tointeger", "type", "ult",
      ], about: "没有随机数和三角函数"),
    Library(
      name: "string", members: ["byte", "char", "find", "format", "len", "lower", "rep", "reverse", "sub", "upper"],
      about: "find 只找原样的文本，没有模式；format 没有 %p"),
    Library(
      name: "table", members: ["concat", "insert", "pack", "remove", "sort", "unpack"], about: "sort 稳定；unpack 最多250个"),
    Library(name: "utf8", members: ["char", "codepoint", "len"], about: "len 和 codepoint 只有开头的参数"),
  ]

  /// The global names of Lua 5.4 that the sandbox does not have.
  package static let absent = [
    "_G", "_VERSION", "collectgarbage", "coroutine", "debug", "dofile", "getmetatable", "io", "load", "loadfile", "next", "os",
    "package", "print", "rawget", "rawset", "warn", "xpcall",
  ]
}
