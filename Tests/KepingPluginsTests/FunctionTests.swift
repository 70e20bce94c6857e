import KepingCore
import KepingPlugins
import PluginFixtures
import Testing

@Suite("An evaluation calls a plugin's functions within the limits")
struct FunctionTests {
  private static let head = """
    fields { expected = { sites = count '示范点' } }
    local function either(n) return any_of { n:at_least('1个', '演示'), n:less_than('1个', '演示') } end

    """

  /// Loads a program with one `compute` function, whose operands are a number and the record.
  private func program(_ body: String, _ limits: Limits = Limits()) throws -> PluginProgram {
    let source = "compute('数', { expected.sites, record }, function(n, whole) \(body) end)"
    return try TemporaryPlugin(Self.head + "direction { '1.1', target { '数', either(\(source)), points = 1 } }").load(limits)
  }

  private func record(_ json: String) throws -> Record {
    var record = Record()
    try record.parse(Array(json.utf8), 0..<json.utf8.count)
    var source = ParsedSource(Array(json.utf8))
    _ = source.readHead(into: &record)
    return record
  }

  @Test("Each application has its own record, and each call receives a new table")
  func records() throws {
    let program = try program("whole.n = whole.n + 1 whole.list[2] = nil return whole.n + #whole.list")
    for n in [5, 7, 5] {
      let record = try record("{\"n\":\(n),\"list\":[\"a\",\"b\\n\",null],\"none\":null,\"empty\":{}}")
      program.begin()
      for _ in 0..<2 { #expect(try program.compute(0, [.number(1), .record(record)]) == Double(n + 2)) }
    }
  }

  @Test(
    "Whole numbers that a double represents exactly become Lua integers",
    arguments: [
      (0, 1), (-0.0, 1), (3, 1), (-3, 1), (0x1p53, 1), (-0x1p53, 1), (0x1p54, 0), (0.5, 0), (1e300, 0), (-.infinity, 0),
    ] as [(Double, Double)])
  func integers(_ number: Double, _ isInteger: Double) throws {
    let program = try program("return math.type(n) == 'integer' and 1 or 0")
    program.begin()
    #expect(try program.compute(0, [.number(number), .record(try record("{}"))]) == isInteger)
  }

  @Test("A call costs the same instructions each time, regardless of earlier calls")
  func costs() throws {
    let program = try program("local sum = 0 for i = 1, n do sum = sum + i end return sum")
    func cost(_ n: Double) throws -> Int64 {
      let before = program.instructionsLeft
      _ = try program.compute(0, [.number(n), .truth(true), .text("x")])
      return before - program.instructionsLeft
    }
    program.begin()
    for _ in 0..<5 {
      #expect(try cost(10) == 250)
      #expect(try cost(300) == 250)
      #expect(try cost(2000) == 4250)
    }
  }

  @Test("The time limit also stops many short calls")
  func clock() throws {
    var limits = Limits()
    limits.instructions = .max / 2
    limits.seconds = -1  // it has passed before the application begins
    let program = try program("return 1", limits)
    program.begin()
    let failure = #expect(throws: EvaluationFailure.self) {
      for _ in 0..<1000 { _ = try program.compute(0, [.number(1)]) }
    }
    #expect(failure?.plugin?.kind == .time)
  }
}
