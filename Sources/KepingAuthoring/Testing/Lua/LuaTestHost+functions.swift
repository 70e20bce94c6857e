import KepingCore
import KepingPlugins
import LuaRuntime

/// The functions that Lua tests call.
extension LuaTestHost {
  /// Returns the error for wrong arguments, with the expected form of the call.
  private func wrongArgument(_ form: String, _ location: LuaLocation) -> Diagnostic {
    fault("wrong-argument", location, Wording("应写作 \(form)", "expected \(form)"))
  }

  /// `example "ID"`: returns a handle of an example.
  func example(_ arguments: [LuaValue], _ location: LuaLocation) throws -> LuaValue {
    guard arguments.count == 1, case .text(let id) = arguments[0] else { throw wrongArgument("example \"ID\"", location) }
    guard let example = bench.examples[id] else {
      throw fault("unknown-example", location, Plugin.unknownExample(id, bench.examples))
    }
    return try makeHandle(for: .example(example), location)
  }

  /// `test("name", function() … end)`: adds a test.
  func defineTest(_ arguments: [LuaValue], _ location: LuaLocation) throws -> LuaValue {
    guard nodesAtLoad == nil else {
      throw fault("only-at-load", location, Wording("测试中不能再写测试", "a test cannot define another test"))
    }
    guard arguments.count == 2, case .text(let name) = arguments[0], case .function(let function) = arguments[1],
      name.problem(atMost: 300) == nil, !name.isEmpty
    else { throw wrongArgument("test(\"name\", function() … end)", location) }
    let written = SourceLocation(path: bench.loaded.plugin.path(ofChunk: location.file), line: location.line)
    if let other = tests.first(where: { $0.name == name }) {
      throw fault(
        "duplicate-id", location,
        Wording("第\(other.location.line)行已有测试“\(name)”", "the test '\(name)' is already defined on line \(other.location.line)"))
    }
    tests.append(Test(name: name, location: written, function: function))
    return .nil
  }

  /// `evaluate(example, changes)`: evaluates an example with changes, and returns a handle of the result.
  func evaluate(_ arguments: [LuaValue], _ location: LuaLocation) throws -> LuaValue {
    guard case .handle(let handle)? = arguments.first, case .example(var application) = node(handle),
      arguments.count <= 2
    else { throw wrongArgument("evaluate(example \"ID\", { [\"path\"] = value, … })", location) }
    if arguments.count == 2, arguments[1] != .nil {
      guard case .table(let changes) = arguments[1], changes.list.isEmpty, changes.otherKeys.isEmpty else {
        throw wrongArgument("evaluate(example \"ID\", { [\"path\"] = value, … })", location)
      }
      for (path, value) in changes.named {
        let value = try json(value, at: path, location)
        guard application.set(path, value) else {
          throw fault("unknown-path", location, JSONValue.unknownPath(path))
        }
      }
    }
    return try makeHandle(for: .result(bench.evaluate(application).assessment), location)
  }

  /// `result:points "criterion"`: returns the points of a criterion.
  func points(_ arguments: [LuaValue], _ location: LuaLocation) throws -> LuaValue {
    let (assessment, id) = try resultAndID(arguments, "result:points \"1.1/target/1\"", location)
    guard let item = assessment.item(of: id) else {
      let direction = assessment.direction ?? ""
      throw fault(
        "unknown-criterion", location,
        Wording("方向\(direction)没有评分项“\(id)”", "direction \(direction) has no criterion '\(id)'")
          .suggesting(id, among: assessment.items.map(\.id)))
    }
    return .number(Double(item.points) / 10)
  }

  /// `result:message "clause"`: returns the message of a finding.
  func message(_ arguments: [LuaValue], _ location: LuaLocation) throws -> LuaValue {
    let (assessment, id) = try resultAndID(arguments, "result:message \"1.1/target/1\"", location)
    guard let finding = assessment.finding(of: id) else {
      let direction = assessment.direction ?? ""
      throw fault(
        "unknown-clause", location,
        Wording("方向\(direction)没有作答“\(id)”", "direction \(direction) has no finding for '\(id)'")
          .suggesting(id, among: assessment.findings.map(\.clause)))
    }
    return .text(finding.message)
  }

  /// Returns the result and the id that are the arguments of a method.
  private func resultAndID(
    _ arguments: [LuaValue], _ form: String, _ location: LuaLocation
  ) throws -> (Assessment, String) {
    guard arguments.count == 2, case .handle(let handle) = arguments[0],
      case .result(let assessment) = node(handle), case .text(let id) = arguments[1]
    else { throw wrongArgument(form, location) }
    guard assessment.isEvaluated else { throw notEvaluated(assessment, location) }
    return (assessment, id)
  }

  /// Returns the error for a result without findings.
  func notEvaluated(_ assessment: Assessment, _ location: LuaLocation) -> Diagnostic {
    let reason = assessment.failure.map { "\($0.code.rawValue)：\($0.message)" } ?? ""
    return fault(
      "not-evaluated", location,
      Wording("申报书无法评审，没有条款的结论（\(reason)）", "the application could not be evaluated, so it has no outcomes (\(reason))"))
  }
}
