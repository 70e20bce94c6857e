import KepingCore
import KepingPlugins

extension EditorStubs {
  /// The content of `lua.lua`: what the sandbox has of Lua, in place of the definitions that editors have themselves.
  public static var sandbox: String {
    var text = "---@meta\n-- \(mark)，不要修改。沙箱里有的 Lua；别的（print、os、io、string.match……）沙箱没有。\n"
    text += "-- luacheck: std none, no max line length, no unused args, ignore 211 241, globals "
    text += (LuaNames.functions.map(\.name) + LuaNames.libraries.map(\.name)).joined(separator: " ") + "\n\n"
    for function in LuaNames.functions {
      if !function.differences.isEmpty { text += "---\(function.differences)\n" }
      text += "---@type \(type(function.name))\n\(function.name) = nil\n\n"
    }
    for library in LuaNames.libraries {
      text += "---\(library.differences)\n---@class \(library.name)lib\n"
      for member in library.members { text += "---@field \(member) \(type("\(library.name).\(member)"))\n" }
      text += "\(library.name) = {}\n\n"
    }
    return text
  }

  /// Returns the LuaCATS type of a function or constant of the sandbox.
  static func type(_ name: String) -> String { types[name] ?? "fun(...: any): any" }

  /// The LuaCATS types of what the sandbox has.
  static let types: [String: String] = [
    "assert": "fun(value: any, message?: any, ...: any): any", "error": "fun(message: any, level?: integer)",
    "ipairs": "fun(list: table): (fun(list: table, index?: integer): integer, any), table, integer",
    "pairs": "fun(t: table): (fun(t: table, key?: any): any, any), table, nil",
    "pcall": "fun(f: function, ...: any): boolean, any", "rawequal": "fun(a: any, b: any): boolean",
    "rawlen": "fun(value: table): integer", "require": "fun(name: string): any",
    "select": "fun(index: integer|\"#\", ...: any): any", "setmetatable": "fun(t: table, metatable?: table): table",
    "tonumber": "fun(value: any, base?: integer): number?", "tostring": "fun(value: any): string",
    "type": "fun(value: any): string",
    "math.abs": number, "math.ceil": "fun(x: number): integer", "math.exp": number, "math.floor": "fun(x: number): integer",
    "math.fmod": "fun(x: number, y: number): number", "math.huge": "number", "math.log": "fun(x: number, base?: number): number",
    "math.max": numbers, "math.maxinteger": "integer", "math.min": numbers, "math.mininteger": "integer",
    "math.modf": "fun(x: number): number, number", "math.pi": "number", "math.sqrt": number,
    "math.tointeger": "fun(x: any): integer?", "math.type": "fun(x: any): string?",
    "math.ult": "fun(a: integer, b: integer): boolean",
    "string.byte": "fun(s: string|number, i?: integer, j?: integer): integer", "string.char": "fun(...: integer): string",
    "string.find": "fun(s: string|number, part: string|number, init?: integer): integer?, integer?",
    "string.format": "fun(form: string, ...: any): string", "string.len": "fun(s: string|number): integer",
    "string.lower": text, "string.rep": "fun(s: string|number, n: integer, separator?: string|number): string",
    "string.reverse": text, "string.sub": "fun(s: string|number, i: integer, j?: integer): string", "string.upper": text,
    "table.concat": "fun(list: table, separator?: string|number, i?: integer, j?: integer): string",
    "table.insert": "fun(list: table, positionOrValue: any, value?: any)", "table.pack": "fun(...: any): table",
    "table.remove": "fun(list: table, position?: integer): any",
    "table.sort": "fun(list: table, less?: fun(a: any, b: any): boolean)",
    "table.unpack": "fun(list: table, i?: integer, j?: integer): any",
    "utf8.char": "fun(...: integer): string", "utf8.codepoint": "fun(s: string|number, i?: integer): integer",
    "utf8.len": "fun(s: string|number): integer?",
  ]

  private static let number = "fun(x: number): number"
  private static let numbers = "fun(x: number, ...: number): number"
  private static let text = "fun(s: string|number): string"
}
