import KepingCore
import Testing

@testable import KepingAuthoring

@Suite("The differences between a quote and the guideline are told in short")
struct QuoteDifferenceTests {
  @Test(
    "Differences are of whole numbers, and each is told with its first character",
    arguments: [
      ("研发投入在100万元以上", "研发投入在150万元以上", "第6字起：引文“100”，指南“150”", "at character 6: '100' instead of '150'"),
      ("投入1.5亿元", "投入1.25亿元", "第3字起：引文“1.5”，指南“1.25”", "at character 3: '1.5' instead of '1.25'"),
      ("经济效益增加并达到", "经济效益达到", "第5字起：引文“增加并”，指南没有字", "at character 5: '增加并' instead of nothing"),
      ("申请专利1件", "申请发明专利1件", "第3字起：引文没有字，指南“发明”", "at character 3: nothing instead of '发明'"),
      (
        "上年投入在20万元以上", "近两年投入在30万元以上", "第1字起：引文“上”，指南“近两”；第6字起：引文“20”，指南“30”",
        "at character 1: '上' instead of '近两', at character 6: '20' instead of '30'"
      ),
      ("甲一乙丙丁二戊己庚三辛壬癸四子丑", "甲1乙丙丁2戊己庚3辛壬癸4子丑", nil, nil),
      ("一样", "一样", "", ""),
    ] as [(String, String, String?, String?)])
  func differences(_ quote: String, _ passage: String, _ chinese: String?, _ english: String?) {
    let wording = QuoteDifference(GuidelineText.normalised(quote), GuidelineText.normalised(passage)).wording
    if let chinese, let english {
      #expect(wording == Wording(chinese, english))
    } else {
      #expect(wording.chinese.hasSuffix("；共4处") && wording.english.hasSuffix(", in 4 places"))
    }
  }
}
