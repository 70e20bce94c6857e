import KepingCore
import Testing

@testable import KepingPlugins

@Suite("A bound is found in its quote whichever way the guideline writes numbers")
struct QuoteTextTests {
  @Test(
    "A number in any notation is the number of the bound",
    arguments: [
      ("联合2家以上", "2家"), ("联合２家以上", "2家"), ("联合两家以上", "2家"), ("联合二家以上", "2家"), ("注册成立一年以上", "1年"), ("十五人以上", "15人"),
      ("不少于二十名", "20名"), ("一百万元以上", "100万元"), ("一千五百万元", "1500万元"), ("一百零五件", "105件"), ("占百分之三以上", "3%"),
      ("占百分之十五", "15%"), ("百分之2.5以上", "2.5%"), ("千分之五", "5‰"), ("占3％以上", "3%"), ("三分之二以上", "2:3"), ("十分之一以上", "10%"),
      ("四分之三", "75%"), ("三百分之一", "1:300"), ("不低于2：1", "2:1"),
      ("不低于1∶1", "1:1"), ("二〇二四年", "2024年"), ("1．5万吨", "1.5万吨"), ("1973年1月1日以后", "1973年1月1日"), ("百分之三十以上", "30%"),
    ])
  func found(_ quote: String, _ bound: String) { #expect(QuoteText(quote).contains(bound)) }

  @Test(
    "The end of a longer number, or another number, is not the bound",
    arguments: [
      ("联合12家以上", "2家"), ("十二家以上", "2家"), ("百色市", "100色"), ("2.5%以上", "5%"), ("百分之三十以上", "3%"), ("百分之十三", "3%"),
      ("二十年以上", "10年"), ("三分之二", "3:2"), ("三分之二", "66%"), ("零分之一", "1%"), ("12：1", "2:1"), ("比例2:10", "2:1"), ("不低于0.35", "0.3"),
      ("0.3%", "0.3"),
      ("2:1.5", "2:1"), ("1973-01-011", "1973-01-01"),
      ("", "1家"), ("1家", ""), ("一", "1家"), ("九九九九九九九九九九九九九千家", "1家"),
      ("数百万元", "100万元"),
    ])
  func missed(_ quote: String, _ bound: String) { #expect(!QuoteText(quote).contains(bound)) }
}
