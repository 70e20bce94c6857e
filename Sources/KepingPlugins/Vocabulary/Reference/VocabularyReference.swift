import KepingCore

/// The reference of the vocabulary as Chinese Markdown.
public enum VocabularyReference {
  private static func title(_ group: Word.Group) -> String {
    switch group {
    case .fields: "字段"
    case .clauses: "方向与条款"
    case .nodes: "检查、数量与评分"
    case .methods: "写在“:”后面的词"
    }
  }

  /// The whole reference.
  public static var page: String {
    var text = """
      # 词汇

      插件的 Lua 里能用的一切。本页由 `keping programs vocabulary` 生成，查一个词用 `keping programs vocabulary 词`。


      """
    for group in Word.Group.allCases {
      text += "## \(title(group))\n\n"
      for word in Word.allCases where word.group == group { text += entry(word) }
    }
    text += "## 值\n\n"
    for value in VocabularyValue.allCases { text += entry(value) }
    return text + hostFields + units + lua
  }

  /// Returns the entries for a name, as plain text for a terminal.
  ///
  /// The name is that of a word or a value. A name such as `within` has two entries: one as a method, one as a function.
  /// - Throws: ``Diagnostic`` with code `unknown-word` if the vocabulary does not have the name.
  public static func entry(_ name: String) throws(Diagnostic) -> String {
    let words = Word.allCases.filter { $0.name == name }
    let text = words.map { entry($0) }.joined() + (VocabularyValue(rawValue: name).map { entry($0) } ?? "")
    guard !text.isEmpty else {
      let known = Word.allCases.map(\.name) + Word.values
      throw Diagnostic(
        code: "unknown-word", Wording("词汇中没有“\(name)”", "the vocabulary has no '\(name)'").suggesting(name, among: known))
    }
    return plain(text)
  }

  /// Returns a text without Markdown syntax, with code indented.
  private static func plain(_ markdown: String) -> String {
    var text = ""
    var isCode = false
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false).dropLast(2) {
      if line.hasPrefix("```") {
        isCode.toggle()
      } else if isCode {
        text += "    \(line)\n"
      } else {
        text += (line.hasPrefix("### ") ? line.dropFirst(4) : line).filter { $0 != "`" } + "\n"
      }
    }
    return text
  }

  private static func entry(_ word: Word) -> String {
    let entry = word.entry
    var text = "### \(word.isMethod ? ":" : "")\(entry.name)\n\n`\(entry.usage.chinese)`\n\n\(entry.summary)\n\n"
    if word.isMethod { text += "- 写在后面：\(receivers(entry.receivers))\n" }
    for parameter in entry.parameters { text += line(parameter) }
    for option in entry.options { text += line(option, isOption: true) }
    return text + "- 得到：\(entry.result.chinese)\n\n```lua\n\(entry.example)\n```\n\n"
  }

  private static func entry(_ value: VocabularyValue) -> String {
    "### \(value.rawValue)\n\n\(value.summary)\n\n```lua\n\(value.example)\n```\n\n"
  }

  private static func receivers(_ receivers: [Receiver]) -> String {
    receivers == Receiver.fields ? "任何字段" : receivers.map(\.chinese).joined(separator: "、")
  }

  private static func line(_ parameter: Parameter, isOption: Bool = false) -> String {
    let name = isOption ? "\(parameter.name) =" : parameter.name
    return "- `\(name)`\(parameter.isOptional ? "（可不写）" : "")：\(parameter.kind.chinese)。\(parameter.summary)\n"
  }

  // MARK: Fields, units and Lua names

  private static var hostFields: String {
    var text = "## 主程序规定的字段\n\n每个专项都有，不用声明。\n\n| 字段 | 名称 | 种类 |\n| --- | --- | --- |\n"
    for field in HostFields.complete { text += rows(field, in: "") }
    text += "\n`year` 和 `direction` 在 Lua 里是词汇：`year` 是指南年度的数，`direction` 定义方向。\n\n"
    let later = HostFields.later.map { "`\($0.path)`" }.joined(separator: "、")
    return text + "\(later) 是后来加的：插件自己声明了同名字段的，以插件的为准。电话、邮箱和证件号码不会出现在评审结果里，依据中只写已填写。\n\n"
  }

  /// Returns the table rows of a field and the fields in it.
  private static func rows(_ field: Field, in parent: String) -> String {
    let path = parent + field.name
    var kind = Receiver(field.type).chinese
    if case .choice(let choices, let isOpen) = field.type {
      kind += (isOpen ? "（可填别的）" : "") + "：" + choices.map { "`\($0.value)` \($0.label)" }.joined(separator: "、")
    }
    var text = "| `\(path)` | \(field.label) | \(kind) |\n"
    switch field.type {
    case .object(let children): for child in children { text += rows(child, in: path + ".") }
    case .objects(let children): for child in children { text += rows(child, in: path + "[].") }
    default: break
    }
    return text
  }

  private static var units: String {
    func names(_ measure: Measure) -> String { Unit.all.filter { $0.measure == measure }.map(\.name).joined(separator: "、") }
    return
      "## 单位\n\n金额：\(names(.money))。个数：\(names(.count))。其他单位照原文写，如 `20000转`、`55周岁`、`30%`、`1.5万吨`（即15000）。界限写作数字加单位；个数的界限应为整数，其他的可以带小数。\n\n"
  }

  private static var lua: String {
    var text = "## Lua 自己的名称\n\n语法是 Lua 5.4 的。没有说明的，与 Lua 5.4 相同。\n\n"
    for function in LuaNames.functions {
      text += "- `\(function.name)`" + (function.differences.isEmpty ? "" : "：\(function.differences)") + "\n"
    }
    for library in LuaNames.libraries {
      text += "- `\(library.name)`：" + library.members.map { "`\($0)`" }.joined(separator: "、") + "。\(library.differences)\n"
    }
    return text + "\n没有：" + LuaNames.absent.map { "`\($0)`" }.joined(separator: "、") + "。\n"
  }
}
