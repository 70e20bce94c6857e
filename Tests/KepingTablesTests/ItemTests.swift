import BatchFixtures
import KepingCore
import Testing
import WorkbookFixtures

@testable import KepingTables

@Suite("Results and topics are counted one by one, or refused if they cannot be counted")
struct ItemTests {
  static let lists: [(String, [String])] = [
    ("选铁技术", ["选铁技术"]), ("选铁技术、脱硅技术", ["选铁技术", "脱硅技术"]), ("选铁技术；脱硅技术。", ["选铁技术", "脱硅技术"]),
    ("选铁技术;\n脱硅技术；", ["选铁技术", "脱硅技术"]), ("甲、乙两项技术\n丙技术", ["甲、乙两项技术", "丙技术"]),
    // Numbers that run from 1, in every usual notation.
    ("（1）选铁技术（2）脱硅技术", ["选铁技术", "脱硅技术"]), ("(1)选铁技术 (2)脱硅技术", ["选铁技术", "脱硅技术"]),
    ("1.选铁技术 2.脱硅技术", ["选铁技术", "脱硅技术"]), ("１．选铁技术２．脱硅技术", ["选铁技术", "脱硅技术"]),
    ("1、选铁技术 2、脱硅技术", ["选铁技术", "脱硅技术"]), ("1）选铁技术2）脱硅技术", ["选铁技术", "脱硅技术"]),
    ("①选铁技术②脱硅技术③除磷技术", ["选铁技术", "脱硅技术", "除磷技术"]), ("⑴选铁技术⑵脱硅技术", ["选铁技术", "脱硅技术"]),
    ("一、选铁技术；二、脱硅技术", ["选铁技术", "脱硅技术"]), ("（一）选铁技术\n（二）脱硅技术", ["选铁技术", "脱硅技术"]),
    ("1.选铁技术\n2.脱硅技术\n3.除磷技术", ["选铁技术", "脱硅技术", "除磷技术"]), ("主要成果：（1）选铁技术（2）脱硅技术", ["选铁技术", "脱硅技术"]),
    ("有2项成果①选铁技术②脱硅技术", ["选铁技术", "脱硅技术"]), ("主要成果：1、选铁技术2、脱硅技术", ["选铁技术", "脱硅技术"]),
    ("1.2023年科技进步奖 2.2024年专利奖", ["2023年科技进步奖", "2024年专利奖"]),
    ("①选铁技术②脱硅技术③除磷技术④⑤", ["选铁技术", "脱硅技术", "除磷技术"]),
    // One item.
    ("（1）选铁技术", ["选铁技术"]), ("1、选铁、脱硅技术", ["选铁、脱硅技术"]), ("1.5万吨选铁技术", ["1.5万吨选铁技术"]),
    ("选铁技术（第2代）", ["选铁技术（第2代）"]), ("（2）选铁技术", ["（2）选铁技术"]),
    // Brackets and quotes keep their content together.
    ("《选铁、脱硅技术规程》", ["《选铁、脱硅技术规程》"]), ("《甲；乙规程》；《丙规程》", ["《甲；乙规程》", "《丙规程》"]),
    ("“甲、乙”工艺、丙工艺（含丁、戊）", ["“甲、乙”工艺", "丙工艺（含丁、戊）"]), ("甲（乙、丙工艺", ["甲（乙", "丙工艺"]),
    // Numbers beside items are separate from 、 and semicolons inside them.
    ("（1）选铁、脱硅技术；（2）除磷、除硫技术。", ["选铁、脱硅技术", "除磷、除硫技术"]), ("（1）甲（2）乙（1）丙", ["甲", "乙（1）丙"]),
    // 、 within a sentence does not separate items, but a clause with their number does not make a sentence.
    ("研究了铝、镁合金的回收工艺，获市级科技奖", ["研究了铝、镁合金的回收工艺，获市级科技奖"]),
    ("选铁技术、脱硅技术，共2项", ["选铁技术", "脱硅技术"]), ("选铁技术、脱硅技术等2项", ["选铁技术", "脱硅技术等2项"]),
    ("甲工艺；无", ["甲工艺"]), ("成果1、成果2", ["成果1", "成果2"]), ("多孔材料、一种合金、数字孪生平台", ["多孔材料", "一种合金", "数字孪生平台"]),
    ("发明专利ZL202310001234.5", ["发明专利ZL202310001234.5"]), ("见光分解材料", ["见光分解材料"]), ("附件加工技术", ["附件加工技术"]),
  ]

  @Test("Results are split where the clerk separates or numbers them", arguments: lists)
  func splits(_ text: String, _ items: [String]) throws {
    let reading = try TableReading(("已取得的科研成果", .text(text)))
    #expect(reading.faults.isEmpty)
    let expected = items.map { "\"\($0)\"" }.joined(separator: ",")
    #expect(reading.json[0].contains("\"achievements\":[\(expected)]"))
  }

  @Test(
    "Results that are not named are refused, and the fault asks for their names",
    arguments: [
      "3项", "3", "三项", "有", "是", "若干", "一批", "一些", "一系列成果", "多项", "2-3项", "3～5项", "不少于3项", "≥3项", "国家级3项", "3项（省级）", "N/A", "略",
      "待补充", "？", "见附件", "详见附件", "有3项", "共3项。", "3项科研成果", "10余项", "若干项成果",
      "发明专利3件", "已有", "√",
      "已取得多项科研成果", "有，详见附件1", "见申报书", "附件3", "３项", "（1）选铁技术（2）3项", "选铁技术；专利2件", "两项", "选铁技术等3项", "选铁技术、脱硅技术，共3项",
    ])
  func unnamed(_ text: String) throws {
    for heading in ["已取得的科研成果", "已取得的科研成果1"] {
      // A numbered column holds one result as it is written, unless it is vague as a whole.
      if heading.hasSuffix("1"), text.contains("；") || text.contains("、") { continue }
      let reading = try TableReading((heading, .text(text)))
      #expect(reading.faults.map(\.cell) == ["申报表!G2"])
      #expect(reading.faults.first?.message.contains("请逐项写明已取得的科研成果的名称") == true)
      #expect(!reading.json[0].contains("achievements"))
    }
    #expect(try TableReading(("已取得的科研成果", 3)).faults.map(\.cell) == ["申报表!G2"])
  }

  @Test("No results are stated in the usual words", arguments: ["无", "/", "否", "0", "0项", "没有。", "零项"])
  func none(_ text: String) throws {
    #expect(try TableReading(("已取得的科研成果", .text(text))).json[0].contains(#""achievements":[]"#))
  }

  @Test("Numbered results in a numbered column are separate; a semicolon in one is part of it")
  func numberedColumn() throws {
    let reading = try TableReading(("已取得的科研成果1", "（1）甲工艺（2）乙工艺"), ("已取得的科研成果2", "丙、丁工艺；戊"))
    #expect(reading.json[0].contains(#""achievements":["甲工艺","乙工艺","丙、丁工艺；戊"]"#))
  }

  // MARK: Topics

  @Test(
    "A part of the label of exactly one topic is that topic, once",
    arguments: [
      ("医疗保健器械", ["medical-product"]), ("药品保健品", ["medical-product"]), (" 合成生物学 ", ["frontier-medicine"]),
      ("药品保健品、医疗保健器械", ["medical-product"]), ("合成生物学，再生医学", ["frontier-medicine"]),
      ("合成生物学、艾滋病防治、再生医学", ["frontier-medicine", "aids"]), ("合成生物学；再生医学", ["frontier-medicine"]),
      ("医疗保健器械、药品保健品、艾滋病防治", ["medical-product", "aids"]), ("医疗保健器械、健康食品", ["medical-product", "健康食品"]),
      // Other texts stay as they are.
      ("医疗器械", ["医疗器械"]), ("保健品", ["保健品"]), ("医疗器械、健康食品", ["医疗器械、健康食品"]), ("生物技术", ["生物技术"]),
    ])
  func topics(_ text: String, _ topics: [String]) throws {
    let reading = try TableReading(("项目类别", .text(text)))
    #expect(reading.faults.isEmpty)
    #expect(reading.json[0].contains("\"topics\":[\(topics.map { "\"\($0)\"" }.joined(separator: ","))]"))
  }

  @Test("A part of a label is accepted in a numbered column, too")
  func numberedTopic() throws {
    let reading = try TableReading(("项目类别1", "再生医学"), ("项目类别2", "药品保健品、医疗保健器械"))
    #expect(reading.json[0].contains(#""topics":["frontier-medicine","medical-product"]"#))
  }

  @Test("A part that two labels have, or that is itself a label, is no part of one")
  func ambiguous() {
    let choices = [Choice("a", "甲、乙"), Choice("b", "乙、丙"), Choice("c", "丙")]
    let values = ["甲", "乙", "丙", "甲、乙", "乙、甲", "甲、丙"].map { CellReader.choiceValue($0, choices) }
    #expect(values == ["a", nil, "c", "a", nil, nil])
    #expect(CellReader.choiceValue("甲", choices, acceptsParts: false) == nil)
  }
}
