import WorkbookFixtures

/// The headings of the columns that every application needs.
public let hostHeadings: [FixtureCell] = ["申报编号", "指南年度", "申报方向", "项目名称", "申报单位名称", "申报单位类型"]

/// Returns the cells of an application for direction 4.1 in the columns of ``hostHeadings``.
public func hostCells(_ id: FixtureCell = "A") -> [FixtureCell] { [id, 2024, "4.1", "虚构项目", "示例公司（虚构）", "企业"] }
