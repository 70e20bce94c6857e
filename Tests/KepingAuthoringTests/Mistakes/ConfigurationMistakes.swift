extension FileMistakeTests {
  /// Mistakes in `Config/keping.yaml`.
  static let configuration: [Mistake] = [
    Mistake(
      "a ratio without its unit", in: "Config/keping.yaml", .replace("target/1: 5%", by: "target/1: 3"), by: .configuration,
      at: "Config/keping.yaml:5:17", code: "invalid-bound", "要写单位，原来的界限是 3%，可写 3%", "write 3%"),
    Mistake(
      "a fraction for a ratio in percent", in: "Config/keping.yaml", .replace("target/1: 5%", by: "target/1: 0.05"),
      by: .configuration, at: "Config/keping.yaml:5:17", code: "invalid-bound", "要写单位", "needs a unit"),
    Mistake(
      "another unit", in: "Config/keping.yaml", .replace("target/1: 5%", by: "target/1: 5万元"), by: .configuration,
      at: "Config/keping.yaml:5:3", code: "wrong-unit", "单位不符", "does not match"),
    Mistake(
      "a switch in Chinese", in: "Config/keping.yaml", .replace("demo-2026: on", by: "demo-2026: 启用"), by: .configuration,
      at: "Config/keping.yaml:2:14", code: "wrong-type", "应为 on 或 off", "expected on or off"),
    Mistake(
      "a switch in quotes", in: "Config/keping.yaml", .replace("demo-2026: on", by: "demo-2026: \"on\""), by: .configuration,
      at: "Config/keping.yaml:2:14", code: "wrong-type", "不加引号", "without quotes"),
    Mistake(
      "a full-width colon", in: "Config/keping.yaml", .replace("demo-2026: on", by: "demo-2026：on"), by: .configuration,
      at: "Config/keping.yaml:2:3", code: "wrong-type", "“：”是全角冒号", "full-width colon"),
    Mistake(
      "no space after the colon", in: "Config/keping.yaml", .replace("demo-2026: on", by: "demo-2026:on"), by: .configuration,
      at: "Config/keping.yaml:2:3", code: "wrong-type", "冒号后面要有一个空格", "a space must follow the colon"),
    Mistake(
      "a tab", in: "Config/keping.yaml", .replace("  demo-2026: on", by: "\tdemo-2026: on"), by: .configuration,
      at: "Config/keping.yaml:2:1", code: "invalid-yaml", "请改用空格", "use spaces"),
    Mistake(
      "a mistyped section", in: "Config/keping.yaml", .replace("programs:", by: "program:"), by: .configuration,
      at: "Config/keping.yaml:1:1", code: "unknown-key", "是否应为“programs”", "did you mean 'programs'"),
    Mistake(
      "a mistyped program", in: "Config/keping.yaml", .replace("demo-2026: on", by: "demo-2062: on"), by: .configuration,
      at: "Config/keping.yaml:2:3", code: "unknown-program", "是否应为“demo-2026”", "did you mean 'demo-2026'"),
    Mistake(
      "a weight with a unit", in: "Config/keping.yaml", .replace("target/1: 30", by: "target/1: 30分"), by: .configuration,
      at: "Config/keping.yaml:6:26", code: "wrong-type", "只写数字", "write digits only"),
    Mistake(
      "a full-width colon in a time", in: "Config/keping.yaml", .replace("17:30", by: "17：30"), by: .configuration,
      at: "Config/keping.yaml:8:37", code: "invalid-time", "应写作 2024-03-01", "expected a time such as"),
  ]
}
