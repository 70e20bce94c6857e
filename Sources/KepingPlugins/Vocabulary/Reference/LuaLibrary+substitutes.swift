import KepingCore

/// What to write instead of names that the sandbox does not have.
extension LuaLibrary {
  /// What to use instead of a member of a library, by its name with the library.
  static let memberSubstitutes: [String: Wording] = {
    let patterns = Wording(
      "找一段原样的文字用 string.find(文字, 部分)，取一段用 string.sub",
      "find a plain text with string.find(text, part), and take a part with string.sub")
    var substitutes = ["match", "gmatch", "gsub"].reduce(into: [String: Wording]()) { $0["string.\($1)"] = patterns }
    substitutes["math.random"] = Wording("结果不能靠运气，同一份申报书要得到同样的结论", "a result may not depend on chance")
    substitutes["math.randomseed"] = substitutes["math.random"]
    substitutes["math.pow"] = Wording("乘方写作 a ^ b", "write a power as a ^ b")
    substitutes["math.round"] = Wording("四舍五入写作 math.floor(x + 0.5)", "round with math.floor(x + 0.5)")
    substitutes["math.mod"] = Wording("余数写作 a % b", "write a remainder as a % b")
    substitutes["table.getn"] = Wording("个数写作 #t", "write the length as #t")
    substitutes["table.contains"] = Wording("用 for _, v in ipairs(t) do 逐个比较", "compare in a loop: for _, v in ipairs(t) do")
    substitutes["table.move"] = Wording("用 for 循环逐个赋值", "assign in a loop")
    substitutes["string.trim"] = Wording("空格请在填报时去掉，取一段用 string.sub", "take a part with string.sub")
    substitutes["string.split"] = Wording(
      "用 string.find 找分隔符，用 string.sub 取一段", "find separators with string.find, and take parts with string.sub")
    substitutes["utf8.codes"] = Wording("字数用 utf8.len(文字)", "count characters with utf8.len(text)")
    return substitutes
  }()

  /// What to use instead of a global name.
  static let nameSubstitutes: [String: Wording] = [
    "os": Wording(
      "没有时间和环境：年度用 year，日期用日期字段和 age_at、years_between", "there is no clock: use year, date fields, age_at and years_between"),
    "io": Wording("不能读写文件：数据来自申报书的字段，别的 Lua 文件用 require", "no files: data come from fields, and Lua files from require"),
    "print": Wording("没有屏幕；要看数值，用 keping evaluate --trace", "there is no screen; see values with keping evaluate --trace"),
    "warn": Wording("没有屏幕；要看数值，用 keping evaluate --trace", "there is no screen; see values with keping evaluate --trace"),
    "dofile": Wording("引入文件用 require \"名称\"", "use require \"name\""),
    "loadfile": Wording("引入文件用 require \"名称\"", "use require \"name\""),
    "load": Wording("不能执行文字里的代码，引入文件用 require", "no code from texts; use require for files"),
    "loadstring": Wording("不能执行文字里的代码，引入文件用 require", "no code from texts; use require for files"),
    "package": Wording("引入文件用 require \"名称\"", "use require \"name\""),
    "next": Wording("逐个处理用 pairs 或 ipairs", "use pairs or ipairs"),
    "rawget": Wording("取值写作 t[k]", "read t[k]"), "rawset": Wording("赋值写作 t[k] = v", "assign t[k] = v"),
    "unpack": Wording("写作 table.unpack", "write table.unpack"), "xpcall": Wording("写作 pcall", "write pcall"),
    "_G": Wording("用局部变量（local）", "use locals"), "getmetatable": Wording("直接用自己做的表", "use your own tables directly"),
    "coroutine": Wording("用普通的函数和循环", "use plain functions and loops"),
  ]

  /// What Lua has in place of names of other languages.
  static let foreignNames: [String: Wording] = {
    var names: [String: Wording] = [:]
    for name in ["null", "NULL", "Null", "None", "undefined", "NaN"] {
      names[name] = Wording("Lua 没有“\(name)”，没有值写作 nil", "Lua has no '\(name)'; no value is nil")
    }
    for (name, right) in [
      ("True", "true"), ("TRUE", "true"), ("False", "false"), ("FALSE", "false"), ("AND", "and"), ("OR", "or"), ("NOT", "not"),
      ("elif", "elseif"), ("elsif", "elseif"), ("endif", "end"), ("let", "local"), ("var", "local"), ("const", "local"),
      ("func", "function"), ("def", "function"),
    ] { names[name] = Wording("Lua 没有“\(name)”，写作 \(right)", "Lua has no '\(name)'; write \(right)") }
    for name in ["switch", "case"] {
      names[name] = Wording("Lua 没有“\(name)”，写作 if … then … elseif … end", "Lua has no '\(name)'; write if … then … elseif … end")
    }
    names["continue"] = Wording(
      "Lua 没有 continue，请把其余的写在 if … then … end 里", "Lua has no 'continue'; put the rest into if … then … end")
    return names
  }()

  /// The names of the options of words, with the words that have them.
  static let options: [String: [String]] = Word.allCases.reduce(into: [:]) { options, word in
    for option in word.entry.options { options[option.name, default: []].append(word.name) }
  }

  /// Returns the wording of a message of the sandbox that something is not available; nil for another message.
  static func unavailable(_ message: String) -> Wording? {
    if let name = LuaMessage.part(of: message, between: "the metamethod ", and: " is not available to plugins") {
      return refusedMetamethod(name)
    }
    if let rest = LuaMessage.part(of: message, between: "'", and: " is read-only"), let end = rest.firstRange(of: "': ") {
      return Wording(
        "“\(rest[..<end.lowerBound])”：\(rest[end.upperBound...] == "a table made at load" ? "加载时做成的表" : String(rest[end.upperBound...])) 是只读的",
        message)
    }
    guard let name = LuaMessage.part(of: message, between: "", and: " is not available to plugins") else { return nil }
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    return parts.count == 2 && members[parts[0]] != nil ? unknownMember(parts[1], of: parts[0]) : nil
  }

  /// The metamethods that the sandbox accepts.
  package static let metamethods: Set<String> = Set(
    [
      "add", "sub", "mul", "div", "mod", "pow", "unm", "idiv", "eq", "lt", "le", "index", "newindex", "call", "len", "tostring",
      "band", "bor", "bxor", "bnot", "shl", "shr",
    ].map { "__\($0)" })

  /// Returns the message for a metamethod that the sandbox refuses.
  package static func refusedMetamethod(_ name: String) -> Wording {
    Wording(
      "插件的沙箱不接受元方法 \(name)；可以用运算、比较、__index、__newindex、__call、__len 和 __tostring",
      "plugins run in a sandbox that refuses the metamethod \(name); operators, comparisons, __index, __newindex, __call, __len and __tostring are allowed"
    )
  }
}
