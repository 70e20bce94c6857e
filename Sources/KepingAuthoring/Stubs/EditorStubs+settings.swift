import KepingCore
import KepingPlugins

extension EditorStubs {
  /// The mark of a generated file, which may be overwritten.
  public static let mark = "由 keping programs stubs 生成"

  /// The content of `.luarc.json`, which is written next to the folder of stubs.
  public static let languageServer = """
    {
      "$comment": "\(mark)",
      "runtime": {
        "version": "Lua 5.4",
        "path": ["?.lua"],
        "builtin": {
          "basic": "disable", "bit": "disable", "bit32": "disable", "coroutine": "disable", "debug": "disable", "ffi": "disable",
          "io": "disable", "jit": "disable", "math": "disable", "os": "disable", "package": "disable", "string": "disable",
          "table": "disable", "table.clear": "disable", "table.new": "disable", "utf8": "disable"
        }
      },
      "workspace": { "library": [".keping"], "checkThirdParty": false }
    }

    """

  /// Returns the content of `.luacheckrc`.
  ///
  /// - Parameters:
  ///   - programs: the programs with the names of their folders.
  ///   - folder: the path of the plugins relative to the file, such as `Plugins/`, or an empty text.
  public static func luacheck(_ programs: [(folder: String, program: Program)], in folder: String) -> String {
    var text = "-- 插件的 Lua 里有哪些名称：词汇、主程序的字段、Lua 自己的。\(mark)。\n"
    text += "std = {\n  read_globals = {\n"
    text += lines(LuaNames.functions.map(\.name)) + lines(Word.standalone.keys.sorted() + Word.values) + lines(hostNames)
    for library in LuaNames.libraries {
      text += "    \(library.name) = { fields = {\n  \(lines(library.members))    } },\n"
    }
    text += "  },\n}\nmax_line_length = false\n"
    for (pluginFolder, program) in programs {
      let names = declaredFields(of: program).roots.map(\.name)
      let path = "\(folder)\(pluginFolder)".escaped
      if !names.isEmpty { text += "files[\"\(path)/**/*.lua\"] = { read_globals = {\n\(lines(names))} }\n" }
      text += "files[\"\(path)/tests/**/*.lua\"] = { read_globals = { \"example\", \"test\", \"evaluate\", \"null\" } }\n"
    }
    return text
  }

  /// Returns names as quoted list elements, in lines of about 110 bytes.
  private static func lines(_ names: [String]) -> String {
    var text = ""
    var line = "   "
    for name in names {
      if line.utf8.count + name.utf8.count > 110 {
        text += line + "\n"
        line = "   "
      }
      line += " \"\(name)\","
    }
    return text + line + "\n"
  }
}
