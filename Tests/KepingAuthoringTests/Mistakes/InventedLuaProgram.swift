/// A correct plugin, which is invented, with a small use of most of what authors write.
enum InventedLuaProgram {
  static let files = [
    "program.lua": program, "fields.lua": fields, "examples/1.1.json": example("1.1"), "examples/1.2.json": example("1.2"),
  ]

  static let manifest = """
    id: demo-2025
    version: 1.0.0
    api: 2
    year: 2025
    plan: { id: demo, ordinal: 计划一, title: 示例专项 }
    projectTypes:
      - id: "1"
        title: 示例项目
        directions:
          - { id: "1.1", title: 工业 }
          - { id: "1.2", title: 农业 }
    settings:
      strict: { value: 2, label: 从严 }
    """

  private static let program = #"""
    -- 示例专项（虚构）。
    require "fields"

    local rd, rd_before = applicant.rdExpense[year - 1], applicant.rdExpense[year - 2]
    local revenue = applicant.revenue[year - 1]
    local enterprise = applicant.kind:is "enterprise"
    local owned = expected.ip:sum()

    local function benefit(quote)
      return target { quote, expected.benefit:at_least "300万元", points = 25, full = "1500万元" }
    end

    local output = compute("投入产出", { expected.benefit, rd }, function(benefit, cost)
      if cost <= 0 then
        return 1
      elseif benefit > 10 * cost then
        return 1
      end
      local score = benefit / 10000000
      return math.min(score, 1)
    end)

    direction { "1.1",
      uncovered { "支持工业领域", because = "宗旨，不逐条判断" },
      benefit "经济效益达到300万元以上",
      condition { "企业上年研发投入在100万元以上", enterprise, rd:at_least "100万元" },
      condition { "上年研发投入占主营业务收入3%以上", ratio(rd, revenue):at_least "3%" },
      condition {
        "负责人1973年1月1日以后出生",
        leader.birthDate:on_or_after "1973年1月1日",
        applies_when = enterprise,
      },
      priority { "研发投入增长的优先", rd:more_than(rd_before), points = 15 },
      target { "知识产权1件以上", owned:at_least("1件"), points = 10, full = "6件" },
      document { "须提供合作协议", negate(attachments.alone), any_of { attachments.agreement, attachments.letter } },
      condition { "设备完好率90%以上", expected.rate:at_least("90%") },
      limit { "每家企业限报1项", "1项", per = "applicant" },
      criterion { "投入产出", points = 5, grade = output },
    }

    direction { "1.2",
      target { "示范点2个以上", expected.sites:at_least(string.format("%d个", settings.strict), "从严掌握，可在配置中改"), points = 10 },
      condition { "不涉密", secrecy:is "none" },
      condition { "大额预算有说明", budget.items:any("大额支出", { amount = at_least("50万元", "大额按50万元掌握") }) },
    }

    """#

  private static let fields = """
    fields {
      applicant = { revenue = yearly "主营业务收入" },
      expected = {
        benefit = money "经济效益",
        sites = count "示范点",
        rate = percent "设备完好率",
        ip = tally("知识产权", { { "invention", "发明专利" }, { "design", "外观设计" } }, { { "filed", "申请" }, { "granted", "授权" } }),
      },
      attachments = { agreement = flag "合作协议", letter = flag "合作意向书", alone = flag "没有合作" },
      secrecy = choice("涉密情况", { none = "不涉密", classified = "涉密" }),
    }

    """

  private static func example(_ direction: String) -> String {
    """
    [{
      "id": "E\(direction)", "year": 2025, "direction": "\(direction)", "title": "虚构",
      "applicant": {
        "name": "甲公司（虚构）", "kind": "enterprise", "rdExpense": { "2024": 1000000, "2023": 900000 }, "revenue": { "2024": 20000000 }
      },
      "expected": { "benefit": 4000000, "sites": 2 }
    }]
    """
  }
}
