extension FileMistakeTests {
  /// Mistakes in `plugin.yaml`.
  static let manifest: [Mistake] = [
    Mistake(
      "a mistyped key", in: "plugin.yaml", .replace("version:", by: "verison:"), at: "plugin.yaml:3:1", code: "unknown-key",
      "是否应为“version”", "did you mean 'version'"),
    Mistake(
      "a capital letter in the id", in: "plugin.yaml", .replace("id: demo-2026", by: "id: Demo-2026"), at: "plugin.yaml:2:5",
      code: "invalid-id", "只能用小写字母", "only lower-case letters"),
    Mistake(
      "a full-width colon", in: "plugin.yaml", .replace("year: 2026", by: "year：2026"), at: "plugin.yaml:5:5",
      code: "invalid-yaml", "请改为半角冒号", "full-width colon"),
    Mistake(
      "no space after the colon", in: "plugin.yaml", .replace("year: 2026", by: "year:2026"), at: "plugin.yaml:5:5",
      code: "invalid-yaml", "冒号后面要有一个空格", "a space must follow the colon"),
    Mistake(
      "no colon", in: "plugin.yaml", .replace("version: 1.0.0", by: "version 1.0.0"), at: "plugin.yaml:3:1", code: "invalid-yaml",
      "应写作“version: 1.0.0”", "write 'version: 1.0.0'"),
    Mistake(
      "an equals sign for the colon", in: "plugin.yaml", .replace("year: 2026", by: "year = 2026"), at: "plugin.yaml:5:6",
      code: "invalid-yaml", "请把“=”改为", "write ': ' for '='"),
    Mistake(
      "a full-width comma in braces", in: "plugin.yaml", .replace("id: demo, ordinal", by: "id: demo， ordinal"),
      at: "plugin.yaml:6:17", code: "invalid-yaml", "请改为半角逗号", "write ', '"),
    Mistake(
      "no comma in braces", in: "plugin.yaml", .replace("计划一, title", by: "计划一 title"), at: "plugin.yaml:6:32",
      code: "invalid-yaml", "“title”前面缺少逗号", "a comma is missing before 'title'"),
    Mistake(
      "no closing brace", in: "plugin.yaml", .replace("（虚构） }", by: "（虚构）"), at: "plugin.yaml:6:7", code: "invalid-yaml",
      "没有用“}”关上", "not closed with '}'"),
    Mistake(
      "a closing brace too many", in: "plugin.yaml", .replace("（虚构） }", by: "（虚构） }}"), at: "plugin.yaml:6:50",
      code: "invalid-yaml", "多了一个“}”", "one '}' too many"),
    Mistake(
      "no closing quote", in: "plugin.yaml", .replace("id: \"1\"", by: "id: \"1"), at: "plugin.yaml:8:9", code: "invalid-yaml",
      "没有在这一行结束", "does not end in its line"),
    Mistake(
      "a Chinese closing quote", in: "plugin.yaml", .replace("id: \"1\"", by: "id: \"1”"), at: "plugin.yaml:8:11",
      code: "invalid-yaml", "请改为半角引号", "write a plain quote"),
    Mistake(
      "Chinese quotes around an id", in: "plugin.yaml", .replace("id: \"1\"", by: "id: “1”"), at: "plugin.yaml:8:9",
      code: "invalid-id", "请在两边写半角双引号", "write plain quotes"),
    Mistake(
      "no opening quote", in: "plugin.yaml", .replace("id: \"1\"", by: "id: 1\""), at: "plugin.yaml:8:9", code: "invalid-id",
      "请在两边写半角双引号", "write plain quotes"),
    Mistake(
      "a dash without a space", in: "plugin.yaml", .replace("  - id: \"1\"", by: "  -id: \"1\""), at: "plugin.yaml:8:3",
      code: "invalid-yaml", "“-”后面要有一个空格", "a space must follow the '-'"),
    Mistake(
      "a tab", in: "plugin.yaml", .replace("    title: 示例类型", by: "\ttitle: 示例类型"), at: "plugin.yaml:9:1", code: "invalid-yaml",
      "请改用空格", "use spaces"),
    Mistake(
      "a full-width space in front of a line", in: "plugin.yaml", .replace("    title: 示例类型", by: "\u{3000}\u{3000}title: 示例类型"),
      at: "plugin.yaml:9:1", code: "invalid-yaml", "请改用半角空格", "use plain spaces"),
    Mistake(
      "too much indentation", in: "plugin.yaml", .replace("    title: 示例类型", by: "      title: 示例类型"), at: "plugin.yaml:9:7",
      code: "invalid-yaml", "缩进是否与上面对齐", "expected key"),
    Mistake(
      "a colon in a text", in: "plugin.yaml", .replace("title: 示例类型", by: "title: 示例: 类型"), at: "plugin.yaml:9:12",
      code: "invalid-yaml", "请给整个文本加引号", "put all of it in quotes"),
    Mistake(
      "quotes around a part of a text", in: "plugin.yaml", .replace("title: 示例类型", by: "title: \"示例\"类型"), at: "plugin.yaml:9:16",
      code: "invalid-yaml", "整个文本都要在引号里", "put all of it in quotes"),
    Mistake(
      "a text that begins with a reserved mark", in: "plugin.yaml", .replace("title: 示例类型", by: "title: @示例"),
      at: "plugin.yaml:9:12", code: "invalid-yaml", "请给整个文本加引号", "put all of it in quotes"),
    Mistake(
      "a text that begins with a brace", in: "plugin.yaml", .replace("title: 示例类型", by: "title: {示例"), at: "plugin.yaml:9:12",
      code: "invalid-yaml", "以“{”开头的文本要加引号", "begins with '{' needs quotes"),
    Mistake(
      "a number in Chinese", in: "plugin.yaml", .replace("year: 2026", by: "year: 二〇二六"), at: "plugin.yaml:5:7",
      code: "wrong-type", "应为整数，而不是文本“二〇二六”", "expected a whole number"),
    Mistake(
      "a number in quotes", in: "plugin.yaml", .replace("api: 2", by: "api: \"2\""), at: "plugin.yaml:4:6", code: "wrong-type",
      "数不要加引号", "without quotes"),
    Mistake(
      "a value that should be a mapping", in: "plugin.yaml", .replace("{ value: off, label: 从严掌握 }", by: "off"),
      at: "plugin.yaml:18:11", code: "wrong-type", "应为映射（键: 值），而不是文本“off”", "expected a mapping (key: value)"),
    Mistake(
      "a mapping that should be a list", in: "plugin.yaml",
      .replace("- { id: \"2.1\", title: 联合 }", by: "{ id: \"2.1\", title: 联合 }"), at: "plugin.yaml:16:7", code: "wrong-type",
      "应为列表（每项以“- ”开头", "expected a list (each element after"),
    Mistake(
      "a repeated direction", in: "plugin.yaml", .replace("id: \"1.2\"", by: "id: \"1.1\""), at: "plugin.yaml:12:15",
      code: "duplicate-id", "重复", "duplicate direction"),
    Mistake(
      "no manifest", in: "plugin.yaml", .remove, at: "plugin.yaml", code: "unreadable-file", "keping programs new",
      "keping programs new"),
    Mistake(
      "another name", in: "plugin.yaml", .rename("plugin.yml"), at: "plugin.yaml", code: "unreadable-file", "请把 plugin.yml 改名",
      "rename plugin.yml"),
    Mistake("a folder", in: "plugin.yaml", .folder, at: "plugin.yaml", code: "unreadable-file", "是目录，应为文件", "a file is expected"),
  ]
}
