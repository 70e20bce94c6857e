import KepingCore
import KepingPlugins
import LuaRuntime

/// Answers a plugin's Lua tests: `example`, `test`, `evaluate`, `null`, and what the results of an evaluation say.
final class LuaTestHost: LuaHost {
  struct Test {
    let name: String
    let location: SourceLocation
    let function: LuaFunction
  }

  /// A function that Lua finds, by its number.
  enum Function: Int64, CaseIterable {
    case example, test, evaluate, points, message

    static let globals = [Function.example, .test, .evaluate]
    static let methods = [Function.points, .message]
    var name: String { "\(self)" }
  }

  enum Node {
    case null
    case example(JSONValue)
    case result(Assessment)

    var kind: Wording {
      switch self {
      case .null: Wording("null", "null")
      case .example: Wording("示例", "an example")
      case .result: Wording("评审结果", "a result")
      }
    }
  }

  /// The most results that one test may hold.
  private static let maximumNodes = 20_000

  let bench: TestBench
  var tests: [Test] = []
  private var nodes: [Node] = [.null]
  /// How many nodes were there when the file had run; nil while it runs.
  private(set) var nodesAtLoad: Int?

  init(_ bench: TestBench) { self.bench = bench }

  /// Ends the file's own run: from here on, its tests run.
  func finish() { nodesAtLoad = nodes.count }

  /// Forgets what the last test made.
  func discardResults() { if let nodesAtLoad { nodes.removeLast(nodes.count - nodesAtLoad) } }

  /// What a handle stands for; one that has outlived its test stands for nothing.
  func node(_ handle: Int64) -> Node { nodes.indices.contains(Int(handle)) ? nodes[Int(handle)] : .null }

  func fault(_ code: String, _ location: LuaLocation, _ wording: Wording) -> Diagnostic {
    let plugin = bench.loaded.plugin
    return Diagnostic(
      path: location.file.isEmpty ? plugin.path : plugin.path(ofChunk: location.file),
      line: location.line > 0 ? location.line : nil, code: code, wording)
  }

  func makeHandle(for node: Node, _ location: LuaLocation) throws -> LuaValue {
    guard nodes.count < Self.maximumNodes else {
      throw fault(
        "too-complex", location,
        Wording("一个测试评审超过\(Self.maximumNodes)次", "a test evaluates more than \(Self.maximumNodes) times"))
    }
    nodes.append(node)
    return .handle(Int64(nodes.count - 1))
  }

  // MARK: LuaHost

  func global(_ name: String, at location: LuaLocation) throws -> LuaValue {
    if name == "null" { return .handle(0) }
    if let function = Function.globals.first(where: { $0.name == name }) { return .hostFunction(function.rawValue) }
    let known = Function.globals.map(\.name) + ["null"] + Word.luaNames
    throw fault(
      "unknown-word", location, Wording("未知的名称“\(name)”", "unknown name '\(name)'").suggesting(name, among: known))
  }

  func module(_ name: String, at location: LuaLocation) throws -> LuaModule {
    let (source, chunk) = try bench.loaded.plugin.module(name, line: location.line, in: location.file)
    return LuaModule(source: source, name: chunk)
  }

  func operation(_ name: String, _ operands: [LuaValue], at location: LuaLocation) throws -> LuaValue {
    throw fault("unsupported-operation", location, Wording("这里不能用“\(name)”", "'\(name)' has no meaning here"))
  }

  func member(_ key: LuaValue, of handle: Int64, at location: LuaLocation) throws -> LuaValue {
    let node = node(handle)
    guard case .result(let assessment) = node, case .text(let name) = key else {
      throw fault("unknown-member", location, Wording("\(node.kind.chinese)没有成员", "\(node.kind.english) has no members"))
    }
    switch name {
    case "verdict": return .text(assessment.verdict.rawValue)
    case "total": return .number(Double(assessment.total) / 10)
    case "error": return assessment.failure.map { .text($0.code.rawValue) } ?? .nil
    default: break
    }
    if let function = Function.methods.first(where: { $0.name == name }) { return .hostFunction(function.rawValue) }
    guard assessment.isEvaluated else { throw notEvaluated(assessment, location) }
    if let finding = assessment.finding(of: name) { return .text(finding.outcome.rawValue) }
    let direction = assessment.direction ?? ""
    let known = assessment.findings.map(\.clause) + ["verdict", "total", "error"] + Function.methods.map(\.name)
    throw fault(
      "unknown-clause", location,
      Wording("方向\(direction)的评审结果没有“\(name)”", "a result of direction \(direction) has no '\(name)'")
        .suggesting(name, among: known))
  }

  func call(_ function: Int64, _ arguments: [LuaValue], at location: LuaLocation) throws -> LuaValue {
    switch Function(rawValue: function) {
    case .example: return try example(arguments, location)
    case .test: return try defineTest(arguments, location)
    case .evaluate: return try evaluate(arguments, location)
    case .points: return try points(arguments, location)
    case .message: return try message(arguments, location)
    case nil: return .nil
    }
  }
}
