import KepingCore
import Testing

@testable import KepingAuthoring

@Suite("The figures of a sentence are found, with their words of comparison")
struct FigureFinderTests {
  /// Returns the figures of a text as `figure as shown=bound comparison`, where `?` stands for a figure that no bound states.
  static func shown(_ text: String) -> String {
    FigureFinder.figures(in: text).map { figure in
      let meanings = figure.comparison.map { $0.meanings.map(\.rawValue).sorted().joined(separator: "/") } ?? ""
      return "\(figure.shown)=\(figure.boundText ?? "?")\(meanings)"
    }.joined(separator: " ")
  }

  @Test(
    "Amounts and counts, however their numbers are written",
    arguments: [
      ("研发投入在100万元以上", "100万元以上=100万元>="), ("联合两家以上企业", "两家以上=2家>="), ("联合２家以上企业", "２家以上=2家>="),
      ("经济效益达到300万元以上", "300万元以上=300万元>="), ("产值1,000万元", "1,000万元=1000万元"), ("产值0.5亿元", "0.5亿元=0.5亿元"),
      ("职工15人以上", "15人以上=15人>="), ("成立一年以上", "一年以上=1年>="), ("举办活动十二场", "十二场=12场"), ("资助100 万元", "100 万元=100万元"),
      ("经费100—300万元", "100=100万元 300万元=300万元"), ("建设20余亩", "20余亩=20亩"), ("达到3级以上", "3级以上=3级>="), ("只能申报一个项目", "一个=1个"),
      ("限报1项", "1项=1项"), ("5个工作日内", "5个工作日内=5个工作日<="), ("一百万元以下", "一百万元以下=100万元<="), ("三年内", "三年内=3年<="),
      ("额定功率50kW", "50kW=50kW"),
      ("培养1200名人员", "1200名=1200名"), ("推广1万亩以上", "1万亩以上=1万亩>="), ("服务100家次", "100家次=100家次"),
    ])
  func amounts(_ text: String, _ figures: String) { #expect(Self.shown(text) == figures) }

  @Test(
    "Proportions",
    arguments: [
      ("占3%以上", "3%以上=3%>="), ("占３％以上", "３％以上=3%>="), ("不低于百分之三", "不低于百分之三=3%>="), ("超过千分之五", "超过千分之五=5‰>"),
      ("三分之二以上", "三分之二以上=2:3>="), ("配套比例2：1", "2：1=2:1"), ("配套比例2:1", "2:1=2:1"), ("增长2倍", "2倍=2倍"), ("提高5个百分点", "5个百分点=5个百分点"),
    ])
  func proportions(_ text: String, _ figures: String) { #expect(Self.shown(text) == figures) }

  @Test(
    "Days, months and years",
    arguments: [
      ("1973年1月1日以后出生", "1973年1月1日以后=1973年1月1日>/>="), ("2024年6月30日前注册", "2024年6月30日前=2024年6月30日</<="),
      ("截至2024年6月30日", "2024年6月30日=2024年6月30日"), ("2023年度研发投入", "2023年=2023年"), ("2021—2023年", "2021=2021年 2023年=2023年"),
      ("2024年6月底前", "2024年6月=?"), ("每年6月30日前", "6月30日前=?</<="), ("2024年2月30日", "2024年2月=? 30日=30日"), ("近三年", "三年=3年"),
      ("2018年以来", "2018年以来=2018年>="),
    ])
  func dates(_ text: String, _ figures: String) { #expect(Self.shown(text) == figures) }

  @Test(
    "Words of comparison before and after a figure, and their negations",
    arguments: [
      ("不超过4个", "不超过4个=4个<="), ("不可超过4个", "不可超过4个=4个<="), ("超过4个", "超过4个=4个>"), ("不得低于60分", "不得低于60分=60分>="),
      ("低于60分", "低于60分=60分<"), ("不少于主营业务收入的3%", "不少于…3%=3%>="), ("至少1项", "至少1项=1项>="), ("最多3项", "最多3项=3项<="),
      ("60分（含）以上", "60分以上=60分>="), ("40周岁及以下", "40周岁及以下=40周岁<="), ("不满1年", "不满1年=1年<"), ("2年以内", "2年以内=2年<="),
      ("不超过5项，经费100万元", "不超过5项=5项<= 100万元=100万元"), ("超过3年以上", "3年以上=3年>/>="), ("1年内2次", "1年内=1年<= 2次=2次"),
    ])
  func comparisons(_ text: String, _ figures: String) { #expect(Self.shown(text) == figures) }

  @Test(
    "Numbers in names, and words that only look like numbers, are no figures",
    arguments: [
      "3D打印材料", "5G应用", "ISO9001认证", "第三方机构", "第3条", "一二三产业融合", "双一流高校", "三级甲等医院", "十分重要", "同一单位", "作为一个整体", "每一项",
      "百色市", "千方百计", "统一管理", "上午9:00至17:30", "之一", "“三位一体”发展", "一市三县", "较前一年增长", "上一年度", "四大主导产业", "211高校",
    ])
  func names(_ text: String) { #expect(Self.shown(text) == "") }

  @Test(
    "Words of comparison that belong to no figure",
    arguments: [
      ("市级以上科技创新平台", ["以上"]), ("高于上年研发投入", ["高于"]), ("不低于上年", ["不低于"]), ("以上材料均须盖章", []), ("符合以下条件之一", []), ("同时具备以上条件", []),
      ("100万元以上", []), ("不超过4个", []), ("中级及以上职称", ["及以上"]), ("地方标准以上或行业标准", ["以上"]),
    ])
  func standing(_ text: String, _ words: [String]) {
    let finder = ComparisonFinder(FigureFinder(text).characters)
    #expect(finder.standing(outside: FigureFinder.figures(in: text)).map(\.text) == words)
  }
}
