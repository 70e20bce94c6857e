/// The files of an invented program without mistakes, by their paths in a workspace.
///
/// Rows of the tables of mistakes name lines and columns of these files, so a change moves the expected positions.
enum InventedProgram {
  /// The path of the plugin's folder.
  static let plugin = "Plugins/demo-2026"

  /// The texts of the files.
  static let files: [String: String] = [
    "Config/keping.yaml": """
    programs:
      demo-2026: on
    notices: []
    bounds:
      1.2/target/1: 5%
    weights: { 1.1/target/1: 30 }
    windows:
      "2": { opens: 2026-03-01, closes: 2026-04-30 17:30 }

    """,
    "\(plugin)/plugin.yaml": """
    # 虚构的计划。
    id: demo-2026
    version: 1.0.0
    api: 2
    year: 2026
    plan: { id: demo, ordinal: 计划一, title: 示例计划（虚构） }
    projectTypes:
      - id: "1"
        title: 示例类型
        directions:
          - { id: "1.1", title: 新产品 }
          - { id: "1.2", title: 研发 }
      - id: "2"
        title: 另行通知的类型
        directions:
          - { id: "2.1", title: 联合 }
    settings:
      strict: { value: off, label: 从严掌握 }

    """,
    "\(plugin)/program.lua": """
    -- 虚构的指南。
    fields {
      expected = { benefit = money "经济效益", products = count "新产品" },
      revenue = yearly "销售收入",
    }

    local rd = applicant.rdExpense[year - 1]

    direction { "1.1",
      target { "经济效益达到100万元以上", expected.benefit:at_least "100万元", points = 50, full = "500万元" },
      target { "开发新产品1项以上", expected.products:at_least(settings.strict and "2项" or "1项", "从严掌握的为2项"), points = 30 },
      condition { "企业上年研发投入在50万元以上", applicant.kind:is "enterprise", rd:at_least "50万元", points = 20 },
    }

    direction { "1.2",
      target { "研发投入占销售收入3%以上", ratio(rd, revenue[year - 1]):at_least "3%", points = 1 },
    }

    direction { "2.1",
      condition { "有联合申报单位", partners:some(), points = 1 },
      notice { "具体事项另行通知" },
    }

    """,
    "\(plugin)/examples/applications.json": """
    [
      {
        "id": "E1",
        "year": 2026,
        "direction": "1.1",
        "title": "示例项目（虚构）",
        "applicant": { "name": "示例有限公司（虚构）", "kind": "enterprise", "rdExpense": { "2025": 800000 } },
        "expected": { "benefit": 2000000, "products": 2 }
      },
      {
        "id": "E2",
        "year": 2026,
        "direction": "1.2",
        "title": "示例研发（虚构）",
        "applicant": { "name": "示例研发有限公司（虚构）", "kind": "enterprise", "rdExpense": { "2025": 800000 } },
        "revenue": { "2025": 10000000 }
      },
      {
        "id": "E3",
        "year": 2026,
        "direction": "2.1",
        "title": "示例联合（虚构）",
        "applicant": { "name": "示例联合有限公司（虚构）", "kind": "enterprise" },
        "partners": [{ "name": "示例大学（虚构）", "kind": "university" }]
      }
    ]

    """,
    "\(plugin)/tests/1.1.yaml": """
    base: E1
    cases:
      - clause: 1.1/target/1
        met: [{ expected.benefit: 1000000 }]
        unmet: [{ expected.benefit: 999999 }]
        unknown: [{ expected.benefit: null }]
      - clause: 1.1/condition/1
        unmet: [{ applicant.kind: university }]
      - name: 经济效益不足即不通过
        with: { expected.benefit: 999999, expected.products: 5 }
        verdict: fail
        outcomes: { 1.1/target/1: unmet }
      - name: 正好到界限的得六成
        with: { expected.benefit: 1000000 }
        points: { 1.1/target/1: 30 }

    """,
    "\(plugin)/tests/2.1.yaml": """
    base: E3
    cases:
      - clause: 2.1/condition/1
        notices: ["2"]
        met: [{ "partners[0].kind": institute }]
        unmet: [{ partners: [] }]

    """,
    "\(plugin)/tests/exceptions.yaml": """
    impossible:
      - { clause: 1.2/target/1, outcome: unknown, because: 示例都填写了研发投入和销售收入 }

    """,
  ]
}
