import Testing

@Suite("The commands refuse links in a plugin's folder of examples")
struct LinkedExampleTests {
  static let link = "rm -r Plugins/jili-2024/examples; ln -s /etc Plugins/jili-2024/examples; "
  static let fault =
    "Plugins/jili-2024/examples: error: a link, or in a linked folder, which is not allowed [unreadable-file]"

  @Test("The check reports the link and goes on with the other programs")
  func check() throws {
    let lines = try BrokenManifestTests.run(Self.link + "keping programs check; echo $?")
    #expect(lines.count { $0 == Self.fault } == 1 && lines.last == "2", "\(lines)")
    #expect(lines.contains { $0.hasPrefix("jianfeng-2024: no problems") }, "\(lines)")
  }

  @Test("The tests of the program are not run, those of the others are")
  func tests() throws {
    let lines = try BrokenManifestTests.run(Self.link + "keping programs test; echo $?")
    #expect(lines.count { $0 == Self.fault } == 1 && lines.last == "2", "\(lines)")
    #expect(lines.contains { $0.contains("jianfeng-2024") }, "\(lines)")
  }

  @Test("A template is made without an example, and the link is reported once")
  func template() throws {
    let lines = try BrokenManifestTests.run(Self.link + "keping template --plan jili -o t.xlsx; echo $?; ls t.xlsx")
    #expect(lines.count { $0 == Self.fault } == 1 && lines.last == "t.xlsx", "\(lines)")
  }
}
