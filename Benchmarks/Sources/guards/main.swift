import Foundation
import LuaRuntime
import PlainLua

// Measures the cost of a Lua function without guards, with each guard, and in keping's sandbox, in interleaved rounds.

/// A host that stores the function that the measured source passes to `keep`.
final class FunctionHost: LuaHost {
  struct Unknown: Error {}
  var kept: LuaFunction?
  func global(_ name: String, at location: LuaLocation) throws -> LuaValue {
    guard name == "keep" else { throw Unknown() }
    return .hostFunction(0)
  }
  func module(_ name: String, at location: LuaLocation) throws -> LuaModule { throw Unknown() }
  func member(_ key: LuaValue, of node: Int64, at location: LuaLocation) throws -> LuaValue { throw Unknown() }
  func operation(_ name: String, _ operands: [LuaValue], at location: LuaLocation) throws -> LuaValue { throw Unknown() }
  func call(_ function: Int64, _ arguments: [LuaValue], at location: LuaLocation) throws -> LuaValue {
    if case .function(let function)? = arguments.first { kept = function }
    return .nil
  }
}

struct Workload {
  let name: String
  let calls: Int32
  let body: String
}

let workloads = [
  Workload(
    name: "a growth rate (10 instructions)", calls: 100_000,
    body: "return before > 0 and math.min(1, (last - before) / before / n) or 1"),
  Workload(
    name: "a loop over tables and texts (3000 instructions)", calls: 1500,
    body: """
      local t, sum = {}, 0
      for i = 1, 150 do t[i] = { i, last = last } end
      for i, item in ipairs(t) do sum = sum + item[1] * n + item.last if i % 10 == 0 then t["k" .. i] = tostring(sum) end end
      return sum + before
      """),
]

func seconds(_ body: () throws -> Void) rethrows -> Double {
  let start = clock()
  try body()
  return Double(clock() - start) / Double(CLOCKS_PER_SEC)
}

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

print("| function | bare Lua, µs | + hook | + memory limit | + both | keping's sandbox |")
print("| --- | --- | --- | --- | --- | --- |")
for workload in workloads {
  let function = "function(last, before, n) \(workload.body) end"
  let plains = [(0, 0), (1, 0), (0, 1), (1, 1)].map { plain_open("return \(function)", $0.0, $0.1)! }
  let host = FunctionHost()
  let state = try LuaState(memory: 64 << 20, host: host)
  let budget = LuaBudget(instructions: 1_000_000, seconds: 2)
  try state.run(Array("keep(\(function))".utf8), name: "guards", budget: budget)
  try state.seal(budget: budget)
  var times: [[Double]] = Array(repeating: [], count: 5)
  for round in 0..<16 {
    for (index, plain) in plains.enumerated() {
      let time = plain_run(plain, workload.calls)
      if round > 0 { times[index].append(time) }
    }
    let deadline = LuaInstant.now.advanced(by: 60)
    let time = try seconds {
      for call in 0..<Int64(workload.calls) {
        for argument in [call % 97 * 1000, call % 31 * 1000, 3] { state.appendArgument(argument) }
        _ = try state.call(host.kept!, instructions: budget.instructions, deadline: deadline)
      }
    }
    if round > 0 { times[4].append(time) }
  }
  let bare = median(times[0])
  let ratios = times.dropFirst().map { String(format: "%.2f", median($0) / bare) }
  print(
    "| \(workload.name) | \(String(format: "%.2f", bare / Double(workload.calls) * 1e6)) | \(ratios.joined(separator: " | ")) |")
  for plain in plains { plain_close(plain) }
}
