import KepingCore
import Testing

@Suite("The register knows the codes of all editions and the names of the divisions that exist now")
struct DivisionRegisterTests {
  @Test(
    "A code is known if any edition has it",
    arguments: [
      // Provinces, prefectures and counties that exist now, among them the newest.
      "110000", "450000", "451000", "451002", "451003", "451022", "451024", "451026", "451027", "451028", "451029", "451030",
      "451031",
      "451081", "451082", "330113", "330114", "429004", "441900", "540481", "653228", "653229", "659012", "710000", "810000",
      "820000",
      // Divisions that were renamed, moved or dissolved.
      "451023", "451021", "451025", "452601", "452600", "110103", "110104", "512200", "371202", "500157",
      // Codes of the statistics, which name no division.
      "110100", "110101", "451001",
    ])
  func known(_ code: String) { #expect(DivisionRegister.contains(Bytes(code.utf8)[...])) }

  @Test(
    "A code is unknown if no edition has it, or if it does not have six digits",
    arguments: [
      "000000", "999999", "451032", "451083", "451099", "459900", "460000 ", "45108", "4510820", "", "４５１０８２", "45108a", "-51082",
    ])
  func unknown(_ code: String) { #expect(!DivisionRegister.contains(Bytes(code.utf8)[...])) }

  @Test(
    "A name means the divisions that have it now, with or without the names of those that contain them",
    arguments: [
      ("平果市", ["451082"]), ("平果", ["451082"]), ("百色市平果市", ["451082"]), ("广西壮族自治区百色市平果市", ["451082"]), ("广西平果", ["451082"]),
      ("广西 百色市 平果市", ["451082"]), ("广西壮族自治区-百色市-平果市", ["451082"]), ("百色市", ["451000"]), ("百色", ["451000"]), ("广西", ["450000"]),
      ("右江区", ["451002"]), ("右江", ["451002"]), ("田阳区", ["451003"]), ("靖西市", ["451081"]), ("田东县", ["451022"]), ("德保县", ["451024"]),
      ("那坡县", ["451026"]), ("凌云县", ["451027"]), ("乐业县", ["451028"]), ("田林县", ["451029"]), ("西林", ["451030"]),
      ("隆林各族自治县", ["451031"]), ("隆林", ["451031"]), ("隆林县", ["451031"]), ("隆林自治县", ["451031"]), ("恩施州", ["422800"]),
      ("鄂温克旗", ["150724"]), ("内蒙古", ["150000"]), ("神农架", ["429021"]), ("浦东", ["310115"]), ("北京市朝阳区", ["110105"]),
      ("北京市/市辖区/朝阳区", ["110105"]), ("北京市北京市朝阳区", ["110105"]), ("海南省/省直辖县级行政区划/琼海市", ["469002"]),
      ("新疆石河子市", ["659001"]), ("吉林市", ["220200"]), ("福州市鼓楼区", ["350102"]),
    ])
  func named(_ name: String, _ codes: [String]) { #expect(DivisionRegister.codes(named: name) == codes) }

  @Test(
    "A name that several divisions have returns all of them, with those of the full name before those of a short one",
    arguments: [
      ("鼓楼区", ["320106", "320302", "350102", "410204"]), ("朝阳", ["110105", "211300", "211321", "220104"]),
      ("朝阳区", ["110105", "220104"]), ("大理", ["532900", "532901"]), ("吉林", ["220000", "220200"]),
    ])
  func ambiguous(_ name: String, _ codes: [String]) { #expect(DivisionRegister.codes(named: name) == codes) }

  @Test(
    "No division has an old name, a name under a division that does not contain it, an address, or a word of its kind",
    arguments: ["平果县", "田阳县", "南宁市平果市", "广东省平果市", "百色市右江区中山二路1号", "市", "区", "市辖区", "县", "", "示例", "451082", "右江区、田阳区"])
  func nameless(_ name: String) { #expect(DivisionRegister.codes(named: name).isEmpty) }

  @Test("The full name of a code is found again under this code")
  func fullNames() {
    #expect(DivisionRegister.fullName(of: "451082") == "广西壮族自治区百色市平果市")
    #expect(DivisionRegister.fullName(of: "469002") == "海南省琼海市")
    #expect(DivisionRegister.fullName(of: "451000") == "广西壮族自治区百色市")
    #expect(DivisionRegister.fullName(of: "451023") == nil)
    var count = 0
    for code in 450_000..<460_000 {
      guard let name = DivisionRegister.fullName(of: "\(code)") else { continue }
      #expect(DivisionRegister.contains(Bytes("\(code)".utf8)[...]))
      #expect(DivisionRegister.codes(named: name) == ["\(code)"])
      count += 1
    }
    // Guangxi, its 14 prefectures and its 111 counties.
    #expect(count == 126)
  }
}
