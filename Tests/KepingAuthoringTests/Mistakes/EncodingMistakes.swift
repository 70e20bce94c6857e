extension FileMistakeTests {
  /// The byte order mark of UTF-8.
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Returns a text followed by 虚构的申报书 in GBK.
  private static func gbk(_ text: String) -> [UInt8] {
    Array(text.utf8) + [0xD0, 0xE9, 0xB9, 0xB9, 0xB5, 0xC4, 0xC9, 0xEA, 0xB1, 0xA8, 0xCA, 0xE9, 0x0A]
  }

  /// Returns a text in UTF-16 with a byte order mark, as old editors save it.
  @Sendable private static func utf16(_ bytes: [UInt8]) -> [UInt8] {
    [0xFF, 0xFE] + String(decoding: bytes, as: UTF8.self).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  /// Files in other encodings than UTF-8.
  static let encodings: [Mistake] = [
    Mistake(
      "GBK in plugin.yaml", in: "plugin.yaml", .write(gbk("# ")), at: "plugin.yaml:1:3", code: "invalid-encoding", "像是GBK",
      "apparently GBK"),
    Mistake(
      "UTF-16 in plugin.yaml", in: "plugin.yaml", .convert(utf16), at: "plugin.yaml:1:1", code: "invalid-encoding", "而是UTF-16",
      "UTF-16 and not UTF-8"),
    Mistake(
      "GBK in program.lua", in: "program.lua", .write(gbk("-- ")), at: "program.lua:1:4", code: "invalid-encoding", "像是GBK",
      "apparently GBK"),
    Mistake(
      "UTF-16 in program.lua", in: "program.lua", .convert(utf16), at: "program.lua:1:1", code: "invalid-encoding", "而是UTF-16",
      "UTF-16 and not UTF-8"),
    Mistake(
      "GBK in examples/applications.json", in: "examples/applications.json", .write(gbk("[{ \"")),
      at: "examples/applications.json:1:5", code: "invalid-encoding", "像是GBK", "apparently GBK"),
    Mistake(
      "UTF-16 in examples/applications.json", in: "examples/applications.json", .convert(utf16),
      at: "examples/applications.json:1:1", code: "invalid-encoding", "而是UTF-16", "UTF-16 and not UTF-8"),
    Mistake(
      "GBK in tests/1.1.yaml", in: "tests/1.1.yaml", .write(gbk("# ")), by: .tests, at: "tests/1.1.yaml:1:3",
      code: "invalid-encoding", "像是GBK", "apparently GBK"),
    Mistake(
      "UTF-16 in tests/1.1.yaml", in: "tests/1.1.yaml", .convert(utf16), by: .tests, at: "tests/1.1.yaml:1:1",
      code: "invalid-encoding", "而是UTF-16", "UTF-16 and not UTF-8"),
    Mistake(
      "GBK in the configuration", in: "Config/keping.yaml", .write(gbk("programs: { demo-2026: on }\n# ")), by: .configuration,
      at: "Config/keping.yaml:2:3", code: "invalid-encoding", "请在编辑器里另存为UTF-8", "save the file as UTF-8"),
    Mistake(
      "a damaged byte", in: "plugin.yaml", .convert { $0.dropLast() + [0x80, 0x0A] }, at: "plugin.yaml:18:38",
      code: "invalid-encoding", "已经损坏", "damaged here"),
    Mistake(
      "a mistake behind a byte order mark", in: "plugin.yaml", .convert { mark + Array("id：demo-2026\n".utf8) + $0 },
      at: "plugin.yaml:1:3", code: "invalid-yaml", "全角冒号", "full-width colon"),
  ]
}
