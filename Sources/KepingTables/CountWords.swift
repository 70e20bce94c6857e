import KepingCore
import Workbooks

/// The words in which headings and cells state a number of things.
enum CountWords {
  // MARK: Headings

  /// Returns whether the cells below a heading may be counts: its unit is none of another kind, and its name does not end
  /// like that of a number, date or amount.
  static func mayCount(_ heading: Heading) -> Bool {
    if let unit = heading.unit { return unit.measure == .count && units.contains(Bytes(unit.name.utf8)) }
    var name = heading.key[...]
    while name.hasSuffix(")"), let open = name.lastIndex(of: "(") {
      let inner = name[name.index(after: open)...].dropLast()
      if isOtherUnit(String(inner)) { return false }
      name = name[..<open]
    }
    let bytes = Bytes(name.utf8)
    return !otherEndings.contains { bytes.suffix($0.count).elementsEqual($0) }
  }

  /// Returns whether a heading only says how many of something there are, and in what state: 件数, 申请数, 已授权.
  static func isGeneric(_ key: String) -> Bool { consists(Bytes(key.utf8)) != nil }

  /// Returns whether a text in brackets is a unit other than that of a count.
  private static func isOtherUnit(_ text: String) -> Bool {
    let bytes = Bytes(text.utf8)
    return otherUnits.contains(bytes) || text.contains { "%％‰/℃°".contains($0) }
      || otherUnitEndings.contains { bytes.suffix($0.count).elementsEqual($0) }
  }

  private static let otherUnits = Set(
    utf8Words(
      "㎡ m2 m² m3 m³ km ha kg g l ml kw kwh t h 升 毫升 克 千克 公斤 度 千瓦 千瓦时 公顷 公里 分 分钟 年 月 日 周 岁 级 倍 栋 座 间 门 元 名 家 人 户"))
  private static let otherUnitEndings = utf8Words("元 米 吨 亩 人 户 人次")
  private static let otherEndings = utf8Words(
    """
    号 号码 代码 编码 日期 时间 年份 年度 年月 日 人 人员 人数 人次 金额 经费 费 费用 资金 收入 产值 利润 税 额 元 价 价格 率 比 比例 占比 比重 面积 产量 重量 长度 厚度 高度
    温度 浓度 电话 手机 邮箱 网址 地址 米 亩 吨 % 家数 户数 企业数 期限 有效期 年限 天数 次数 得分 分数 分值 评分 等级 级别 排名 排序
    """)

  // MARK: Cells

  /// Returns whether a cell states a number of things: 3, 3项, 三件 or 发明专利2件、软著1件.
  ///
  /// A text that states nothing else than counts is one, and so is 有 below a heading with a unit such as （件）; dates, and
  /// numbers too long for a count, are none. The content of a formula that cannot be read may be one.
  static func isCount(_ cell: Cell, of row: Row, under heading: String) -> Bool {
    switch cell.kind {
    case .error, .uncalculated, .undecodable, .damaged: return true
    case .flag, .date, .tooLong, .covered: return false
    case .number:
      switch cell.format {
      case .percent, .money, .date: return false
      default: return Double(row.text(cell)).map { $0.magnitude < 1_000_000 } ?? false
      }
    case .text:
      let range = cell.range
      guard range.count <= maximumText else { return false }
      let text = CellReader.halfWidth(CellReader.trimmed(row.text(cell)))
      if LocalTime(text) != nil { return false }
      if ["有", "是", "√", "✓", "✔"].contains(text) { return Heading(heading).unit?.measure == .count }
      let bytes = Bytes(text.lowercased().utf8)
      return consists(bytes) == true || !describes(heading) && beginsWithCount(bytes)
    }
  }

  /// Returns whether a heading asks for a description, which may mention counts: 知识产权情况说明.
  private static func describes(_ heading: String) -> Bool {
    ["情况", "说明", "名称", "清单", "内容", "描述", "简介", "备注"].contains(where: heading.contains)
  }

  /// Returns whether a text states a count before anything else: 2件：甲、乙.
  private static func beginsWithCount(_ text: Bytes) -> Bool {
    var rest = text[...]
    while let byte = rest.first {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      let numerals = numerals.first(where: { rest.starts(with: $0) })
      if !digits.isEmpty || numerals != nil {
        rest = rest.dropFirst(digits.isEmpty ? numerals?.count ?? 1 : digits.count)
        return digits.count <= 6 && certainUnits.contains { rest.starts(with: $0) }
      }
      guard byte >= 0x20, let word = words.first(where: { rest.starts(with: $0) }) else { return false }
      rest = rest.dropFirst(word.count)
    }
    return false
  }

  /// The units that are not the beginning of a name, as that of 一种铝合金 is.
  private static let certainUnits = utf8Words("项 件 个 篇 套 部 份")

  /// The maximum number of bytes of a text that may be a count; a longer one is a description.
  private static let maximumText = 200

  /// Returns whether a text that consists of words about counts has a number, or nil if it does not consist of them.
  private static func consists(_ text: Bytes) -> Bool? {
    var rest = text[...]
    var hasNumber = false
    while let byte = rest.first {
      if (0x30...0x39).contains(byte) {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        // Longer numbers are those of patents and telephones.
        guard digits.count <= 6 else { return nil }
        hasNumber = true
        rest = rest.dropFirst(digits.count)
      } else if let word = words.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(word.count)
      } else if let numeral = numerals.first(where: { rest.starts(with: $0) }) {
        while let next = numerals.first(where: { rest.starts(with: $0) }) { rest = rest.dropFirst(next.count) }
        // For example 三项, or 三 alone; but not 一种….
        guard rest.isEmpty || units.contains(where: { rest.starts(with: $0) }) else { return nil }
        hasNumber = hasNumber || !numeral.isEmpty
      } else {
        return nil
      }
    }
    return hasNumber
  }

  /// The units in which intellectual property and standards are counted.
  private static let units = utf8Words("项 件 个 种 篇 套 条 批 部 份 类")
  private static let numerals = utf8Words("〇 零 一 二 三 四 五 六 七 八 九 十 百 两 几 数 多 若干 余")
  /// Words and marks between numbers; longer words first.
  private static let words =
    (utf8Words(
      """
      件数 项数 个数 数量 数目 总数 总量 数 合计 小计 共计 总计 累计 合 计 共 总 约 近 超过 不少于 至少 不低于 以上 以内 左右 余 申请 申报 授权 受理 登记 公开 公布 发布 实施 制定 制订
      修订 参与 主持 主导 牵头 起草 立项 获批 获得 取得 拥有 持有 有效 已 拟 新增 现有 预期 预计 计划 目标 指标 目标值 指标值 完成 实际 其中 其他 其它 国内 国外 国际 国家 境外 海外 自治区级 省级
      省部级 市级 县级 个 件 项 种 篇 套 条 批 部 份 类 的 在审 中 期内 期末 年末 本项目 项目 及 和 与 或 等 转让 许可 量 值 > < = ≥ ≤ + - ~ ～ – — / . , ; : ( ) 、 。 ， ； ：
      """) + TallyTopic.terms + [[0x20], [0x0A], [0x0D], [0x09]]).sorted { $0.count > $1.count }
}
