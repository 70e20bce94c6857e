import KepingCore
import KepingPlugins
import PluginFixtures
import Testing

@testable import KepingAuthoring

@Suite("Last year's program is compared with the new guideline")
struct YearlyChangeTests {
  /// The words of the four directions of an invented guideline, by the numbers of last year.
  static let directions: [(title: String, support: String, target: String)] = [
    ("绿色食品试制", "支持食品新产品的试制", "试制食品2种以上"), ("智能农机改造", "支持丘陵农机的改造", "改造农机1台以上"),
    ("竹木家具设计", "支持竹木家具的设计", "设计家具3套以上"), ("乡村导览服务", "支持乡村导览的开发", "开通导览4处以上"),
  ]
  static let condition = "企业上年研发投入在20万元以上"
  static let units = ["种", "台", "套", "处"]

  /// Returns a guideline with some of the directions, numbered from 1.
  static func guideline(_ order: [Int] = [0, 1, 2, 3], tail: String = "", _ changes: [(String, String)] = []) -> String {
    var text = "计划一：启航专项\n面向企业。\n项目类型1：试制项目\n"
    for (number, index) in order.enumerated() {
      // An index outside of the table is a new direction.
      let (title, support, target) =
        directions.indices.contains(index) ? directions[index] : ("海洋观测", "支持海洋观测的试验", "布设浮标5个以上")
      text += "方向\(number + 1)：\(title)\n\(support)。\n考核要求：\(target)。\n申报条件：\(condition)；鼓励联合申报。\n"
    }
    return changes.reduce(text + tail) { $0.replacing($1.0, with: $1.1) }
  }

  static let manifest = """
    id: demo
    version: 1.0.0
    api: 2
    year: 2026
    plan: { id: qihang, ordinal: 计划一, title: 启航专项 }
    projectTypes:
      - id: "1"
        title: 试制项目
        directions:
    \(directions.enumerated().map { "      - { id: \"1.\($0 + 1)\", title: \($1.title) }" }.joined(separator: "\n"))
    """

  /// Returns the program; each direction has its own texts, except for the shared encouragement.
  static func program(more: String = "", inEach: String = "") -> String {
    var text = """
      fields { e = { n = count '成果', d = flag '已附' } }
      local rd = applicant.rdExpense[year - 1]
      local joint = encouraged { "鼓励联合申报", partners:some() }
      \(more)
      uncovered { "面向企业", because = "宗旨" }

      """
    for (index, direction) in directions.enumerated() {
      let number = direction.target.unicodeScalars.first { ("0"..."9").contains($0) }!
      text += """
        direction { "1.\(index + 1)",
          uncovered { "\(direction.support)", because = "专家评审" },
          target { "\(direction.target)", e.n:at_least "\(number)\(units[index])", points = 1 },
          condition { "\(condition)", rd:at_least "20万元", points = 1, full = "90万元" },
          joint, \(inEach)
        }

        """
    }
    return text
  }

  static func ledger(_ guideline: String, program: String = program(), manifest: String = manifest) throws -> Ledger {
    let plugin = try TemporaryPlugin(program, manifest: manifest)
    return try withExtendedLifetime(plugin) { Ledger(try plugin.load(), try GuidelineText(guideline, path: "指南.md")) }
  }

  @Test("A program that the guideline has not changed has no faults")
  func unchanged() throws {
    #expect(try Self.ledger(Self.guideline()).faults.map(\.wording.chinese) == [])
  }

  @Test("A changed bound is told with its own direction, although another direction has the old words, and can be pasted")
  func changedBound() throws {
    let guideline = Self.guideline().replacing("台以上。\n申报条件：企业上年研发投入在20", with: "台以上。\n申报条件：企业上年研发投入在30")
    let ledger = try Self.ledger(guideline)
    #expect(
      ledger.faults.map(\.wording) == [
        Wording(
          "1.2/condition/1 的引文与指南不同，第10字起：引文“20”，指南“30”（指南.md:11:15）",
          "the quote of 1.2/condition/1 differs from the guideline at character 10: '20' instead of '30' (指南.md:11:15)")
      ])
    #expect(ledger.faults.first?.line == 15 && ledger.faults.first?.path.hasSuffix("program.lua") == true)
    #expect(
      ledger.corrections[0]?.lines.map(\.text) == [
        #"  condition { "企业上年研发投入在30万元以上", rd:at_least "30万元", points = 1, full = "90万元" },"#
      ])
    #expect(ledger.corrections[0]?.lines.first?.line == 15 && ledger.corrections[0]?.sharedWith == [])
  }

  @Test(
    "A reworded quote is corrected only if one passage is the nearest, where its clause is expected",
    arguments: [
      ("改造农机1台以上", "改造农业机械1台以上", #"  target { "改造农业机械1台以上", e.n:at_least "1台", points = 1 },"#),
      ("改造农机1台以上", "改造农机2台及以上", #"  target { "改造农机2台及以上", e.n:at_least "2台", points = 1 },"#),
      // Another unit is another bound, which keping cannot guess.
      ("改造农机1台以上", "改造农机1套以上", #"  target { "改造农机1套以上", e.n:at_least "1台", points = 1 },"#),
      ("改造农机1台以上", "改造农机2台以上，改造农机3台以上", nil),
      ("考核要求：改造农机1台以上", "申报条件：改造农机2台以上", nil),
    ] as [(String, String, String?)])
  func reworded(_ old: String, _ new: String, _ line: String?) throws {
    let ledger = try Self.ledger(Self.guideline([0, 1, 2, 3], [(old, new)]))
    let index = try #require(ledger.faults.firstIndex { $0.code == "quote-not-found" })
    #expect(ledger.faults[index].wording.chinese.hasPrefix("1.2/target/1 的引文与指南不同"))
    #expect(ledger.corrections[index]?.lines.map(\.text) == line.map { [$0] })
  }

  @Test("Words that several directions share are corrected once if all of them changed, and left if only one did")
  func shared() throws {
    let all = try Self.ledger(Self.guideline([0, 1, 2, 3], [("鼓励联合申报", "鼓励产学研联合申报")]))
    #expect(all.faults.count == 4 && all.corrections.count == 1)
    #expect(all.corrections[0]?.lines.map(\.text) == [#"local joint = encouraged { "鼓励产学研联合申报", partners:some() }"#])
    let guideline = Self.guideline().replacing("\n方向2", with: "\n方向２").replacing("鼓励联合申报。\n方向２", with: "鼓励产学研联合申报。\n方向２")
    let one = try Self.ledger(guideline)
    #expect(one.faults.map(\.code) == ["quote-not-found"])
    #expect(one.corrections[0]?.lines == [] && one.corrections[0]?.sharedWith.count == 3)
  }

  @Test("A quote that only another direction has is told as that, and one that nothing resembles as gone")
  func elsewhere() throws {
    let moved = try Self.ledger(Self.guideline([0, 1, 2, 3], [("改造农机1台以上", "另定"), ("试制食品2种以上", "试制食品2种以上，改造农机1台以上")]))
    let fault = try #require(moved.faults.first { $0.code == "quote-not-found" })
    #expect(
      fault.wording.chinese.contains("1.2/target/1 的引文在方向1.1中（指南.md:6:")
        && fault.wording.english.contains("stands in the direction 1.1"))
    let gone = try Self.ledger(Self.guideline([0, 1, 2, 3], [("改造农机1台以上", "另定")]))
    #expect(gone.faults.contains { $0.wording.chinese.contains("1.2/target/1 的引文不在指南的方向1.2中") })
  }

  @Test(
    "Directions with other numbers are told once, and the rest is compared with the right ones",
    arguments: [
      ([1, 0, 2, 3], ["directions-moved"], "方向1.1与1.2似乎对调了", "keping programs renumber demo 1.1=1.2 1.2=1.1；"),
      ([0, 3, 1, 2], ["directions-moved"], "1.2似乎改为1.3、1.3似乎改为1.4、1.4似乎改为1.2", "renumber demo 1.2=1.3 1.3=1.4 1.4=1.2；"),
      (
        [0, 1, 3], ["direction-gone", "directions-moved"], "1.4似乎改为1.3",
        "先 keping programs drop demo 1.3，再 keping programs renumber demo 1.4=1.3"
      ),
      ([0, 1, 2], ["direction-gone"], "指南中没有方向1.4", "keping programs drop demo 1.4 去掉"),
      ([0, 9, 1, 2, 3], ["directions-moved", "left-over"], "1.2似乎改为1.3、1.3似乎改为1.4、1.4似乎改为1.5", "1.2=1.3 1.3=1.4 1.4=1.5"),
    ])
  func moves(_ order: [Int], _ codes: [String], _ words: String, _ command: String) throws {
    let faults = try Self.ledger(Self.guideline(order)).faults
    #expect(Set(faults.map(\.code)) == Set(codes), "\(faults.map(\.wording.chinese))")
    let message = faults.filter { $0.code.hasPrefix("direction") }.map(\.wording.chinese).joined(separator: "\n")
    #expect(message.contains(words) && message.contains(command), "\(message)")
    #expect(faults.count { $0.code.hasPrefix("direction") } == codes.count { $0.hasPrefix("direction") })
  }

  @Test("A bound that changed in a direction that moved is told with the direction")
  func changedAndMoved() throws {
    let faults = try Self.ledger(Self.guideline([1, 0, 2, 3], [("改造农机1台", "改造农机2台")])).faults
    #expect(Set(faults.map(\.code)) == ["directions-moved", "quote-not-found"])
    #expect(faults.contains { $0.wording.chinese.hasPrefix("1.2/target/1 的引文与指南不同，第5字起：引文“1”，指南“2”（指南.md:6:") })
  }

  @Test("A new title alone, and new clauses alone, do not move a direction")
  func staying() throws {
    let title = try Self.ledger(Self.guideline([0, 1, 2, 3], [("方向2：智能农机改造", "方向2：农机智能化")]))
    #expect(title.faults.map(\.code) == ["title-differs"])
    let rewritten = try Self.ledger(Self.guideline([0, 9, 2, 3], [("方向2：海洋观测", "方向2：智能农机改造")]))
    #expect(!rewritten.faults.contains { $0.code.hasPrefix("direction") })
  }

  @Test("A project type with another number is reported alone, with the command that mends it")
  func projectTypes() throws {
    let faults = try Self.ledger(Self.guideline([0, 1, 2, 3], [("项目类型1", "项目类型2")])).faults
    #expect(faults.map(\.code) == ["project-types-moved"])
    #expect(
      faults[0].wording.chinese.contains("1现在是2") && faults[0].wording.chinese.contains("keping programs renumber demo 1=2"))
    #expect(faults[0].line == 8)
  }

  @Test("Directions whose headings are written otherwise are not gone")
  func otherHeadings() throws {
    let guideline = Self.guideline([0, 1, 2, 3], [("方向1：", "甲、"), ("方向2：", "乙、"), ("方向3：", "丙、"), ("方向4：", "丁、")])
      .replacing("食品试制\n", with: "食品的试制\n").replacing("农机改造\n", with: "农机的改造\n")
    let codes = try Self.ledger(guideline).faults.map(\.code)
    #expect(codes.contains("heading-not-found") && !codes.contains { $0.hasPrefix("direction") }, "\(codes)")
  }

  // MARK: Words for several directions

  @Test(
    "Words behind the last direction that concern all are named as such, and answered once",
    arguments: [
      ("其他要求：\n申报单位无失信记录。\n", ""), ("以上各方向申报单位无失信记录。\n", "以上各方向"), ("申报要求（各方向）：申报单位无失信记录。\n", ""),
      ("三、其他要求\n1. 申报单位无失信记录。\n", ""), ("申报要求：申报单位无失信记录。\n", ""),
    ])
  func common(_ tail: String, _ beginning: String) throws {
    let guideline = Self.guideline(tail: tail)
    let words = beginning + "申报单位无失信记录"
    let faults = try Self.ledger(guideline).faults
    #expect(faults.map(\.code) == ["left-over"])
    #expect(faults.first?.wording.chinese.contains("没有条款回答“\(words)”（计划一 启航专项，各方向共有的话") == true, "\(faults.map(\.wording))")
    let uncovered = Self.program(more: #"uncovered { "\#(words)", because = "由信用部门核查" }"#)
    #expect(try Self.ledger(guideline, program: uncovered).faults == [])
    // One clause that each direction lists.
    let clause = Self.program(more: #"local honest = document { "\#(words)", e.d }"#, inEach: "honest,")
    #expect(try Self.ledger(guideline, program: clause).faults == [])
  }

  @Test("Words for several directions that only some directions answer are reported for the others")
  func partlyAnswered() throws {
    let manifest = Self.manifest
    let program = Self.program().replacing(
      "direction { \"1.1\",", with: "direction { \"1.1\", document { '申报单位无失信记录', e.d },")
    let faults = try Self.ledger(Self.guideline(tail: "其他要求：申报单位无失信记录。\n"), program: program, manifest: manifest).faults
    #expect(faults.map(\.code) == ["head-left-out", "head-left-out", "head-left-out"])
  }

  @Test("The last direction may keep a second section of conditions to itself")
  func ownSection() throws {
    let program = Self.program().replacing(
      "direction { \"1.4\",", with: "direction { \"1.4\", document { '申报单位无失信记录', e.d },")
    #expect(try Self.ledger(Self.guideline(tail: "申报要求：申报单位无失信记录。\n"), program: program).faults == [])
  }

  @Test("The manifest can state where words for several directions begin, also behind all plans")
  func stated() throws {
    let manifest = Self.manifest + "\nguideline: { common: [附：诚信] }\n"
    for tail in ["附：诚信\n申报单位无失信记录。\n", "计划二：远航专项\n另行公布。\n附：诚信\n申报单位无失信记录。\n"] {
      let guideline = Self.guideline(tail: tail)
      let faults = try Self.ledger(guideline, manifest: manifest).faults
      #expect(faults.map(\.code) == ["left-over"])
      #expect(faults.first?.wording.chinese.contains("“申报单位无失信记录”（计划一 启航专项，各方向共有的话") == true)
      let program = Self.program(more: #"uncovered { "申报单位无失信记录", because = "由信用部门核查" }"#)
      #expect(try Self.ledger(guideline, program: program, manifest: manifest).faults == [])
    }
    let missing = try Self.ledger(Self.guideline(), manifest: manifest).faults
    #expect(missing.map(\.code) == ["heading-not-found"])
  }
}
