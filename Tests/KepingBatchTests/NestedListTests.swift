import KepingCore
import KepingPrograms
import Testing

@Suite("Groups and lists inside the elements of a list are read into the elements")
struct NestedListTests {
  /// A program whose list has more fields than the host has before the amounts by year, and a function that reads the record.
  static let program = #"""
    local members = { name = text "名称", price = money "价格", size = { wide = count "宽", high = count "高" } }
    for index = 1, 30 do members["flag" .. index] = flag("标记" .. index) end
    members.uses = texts("用途", { lab = "实验" })
    members.parts = list("部件", { title = text "名称", cost = money "成本", made = date "生产日期" })
    members.spent = yearly "投入"
    fields { expected = { sites = count "示范点" }, devices = list("设备", members, "none") }
    local whole = judge("整份", { record }, function(all)
      local second = all.devices[2]
      return second.name == "乙" and second.size.high == 4 and second.parts[2].cost == 8
    end)
    direction { "1.1",
      target { "示范点1个以上", expected.sites:at_least "1个", points = 40 },
      target { "设备", whole },
      target { "全新", devices:any("有标记的", { flag30 = true }) } }
    """#

  static func assess(_ devices: String) throws -> Assessment {
    let plugin = try FailingPlugin(program)
    var assessor = Assessor(try plugin.programs())
    let record = FailingPlugin.application("A", sites: 2).replacing(#""sites":2}"#, with: #""sites":2},"devices":[\#(devices)]"#)
    return assessor.assess(Bytes(record.utf8))
  }

  @Test("Values of one element do not reach another element or the record")
  func elements() throws {
    let first = #"{"name":"甲","uses":["lab","lab"],"parts":[{"cost":5}],"size":{"wide":1,"high":2},"flag30":true}"#
    let second = #"{"size":{"high":4},"parts":[{"title":"x"},{"cost":8}],"name":"乙","price":3}"#
    let assessment = try Self.assess(first + "," + second)
    #expect(assessment.id == "A" && assessment.direction == "1.1" && assessment.problems == [])
    #expect(assessment.finding(of: "1.1/target/2")?.outcome == .met)
    #expect(assessment.finding(of: "1.1/target/3")?.evidence.map(\.value) == [.text("甲")])
  }

  @Test("An implausible amount and an unknown field are told with their whole path")
  func problems() throws {
    let devices = #"{"name":"甲"},{"name":"乙","size":{"deep":1,"high":4},"parts":[{"cost":1},{"cost":8},{"cost":2e10}]}"#
    let problems = try Self.assess(devices).problems.map { "\($0.code.rawValue) \($0.field)" }
    #expect(problems == ["implausible-amount devices[1].parts[2].cost", "unknown-field devices[1].size.deep"])
  }

  @Test(
    "Every fault in the elements of nested lists is reported, at its whole path",
    arguments: [
      (#"{"parts":[{"cost":"x"}]},{"parts":[{"cost":-1}]}"#, ["devices[0].parts[0].cost", "devices[1].parts[0].cost"]),
      (#"{"parts":[1]},{"parts":[{},2]}"#, ["devices[0].parts[0]", "devices[1].parts[1]"]),
      (#"{"parts":1},{"parts":{}}"#, ["devices[0].parts", "devices[1].parts"]),
      (#"{"uses":[1]},{"uses":["lab",2]}"#, ["devices[0].uses[0]", "devices[1].uses[1]"]),
      (#"{"uses":1},{"uses":2}"#, ["devices[0].uses", "devices[1].uses"]),
      (
        #"{"price":"x","parts":[{"cost":"x"},{"cost":"x"}]}"#,
        ["devices[0].parts[0].cost", "devices[0].parts[1].cost", "devices[0].price"]
      ),
      (#"{"parts":[{"made":"x"}]},{"parts":[{"made":"2024-02-30"}]}"#, ["devices[0].parts[0].made", "devices[1].parts[0].made"]),
      (#"{"spent":{"2023":"x"}},{"spent":{"23":1}}"#, ["devices[0].spent.2023", "devices[1].spent.23"]),
      (#"{"spent":1},{"spent":2}"#, ["devices[0].spent", "devices[1].spent"]),
    ])
  func faults(_ devices: String, _ fields: [String]) throws {
    let problems = try Self.assess(devices).problems
    #expect(problems.map(\.field).sorted() == fields)
    #expect(problems.allSatisfy { $0.code == .invalidRecord })
  }

  @Test("An unknown field in an element of a nested list is told with its whole path")
  func unknownFields() throws {
    let problems = try Self.assess(#"{"parts":[{"cots":1}]},{"parts":[{"cots":1}]}"#).problems
    #expect(problems.map(\.field) == ["devices[0].parts[0].cots", "devices[1].parts[0].cots"])
  }
}
