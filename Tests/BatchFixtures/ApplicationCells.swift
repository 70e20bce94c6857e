import WorkbookFixtures

/// The columns that every application fills in.
public let hostHeadings: [FixtureCell] = ["申报编号", "指南年度", "申报方向", "项目名称", "申报单位名称", "申报单位类型"]

/// A row for them: an application for 4.1.
public func hostCells(_ id: FixtureCell = "A") -> [FixtureCell] { [id, 2024, "4.1", "虚构项目", "示例公司（虚构）", "企业"] }
