import KepingCore
import KepingPlugins
import LuaRuntime

/// The host of a plugin's Lua tests, which provides `example`, `test`, `evaluate`, `null`, and the members of results.
final class LuaTestHost: LuaHost {
  /// A test that the file defines.
  struct Test {
    let name: String
    let location: SourceLocation
    let function: LuaFunction
  }

  /// A host function, identified by its number.
  enum Function: Int64, CaseIterable {
    case example, test, evaluate, points, message

    /// The functions that are global names.
    static let globals = [Function.example, .test, .evaluate]
    /// The functions that are methods of results.
    static let methods = [Function.points, .message]
    var name: String { "\(self)" }
  }

  /// A host value that Lua holds as a handle.
  enum Node {
    case null
    case example(JSONValue)
    case result(Assessment)

    /// The kind of value in messages.
    var kind: Wording {
      switch self {
      case .null: Wording("null", "null")
      case .example: Wording("示例", "an example")
      case .result: Wording("评审结果", "a result")
      }
    }
  }

  /// The largest number of nodes of a file and one of its tests, which limits the evaluations of a test.
  private static let maximumNodes = 20_000

  let bench: TestBench
  var tests: [Test] = []
  /// The nodes by handle; handle 0 is `null`.
  private var nodes: [Node] = [.null]
  /// The number of nodes after the file itself has run, or nil while it runs.
  private(set) var nodesAtLoad: Int?

  init(_ bench: TestBench) { self.bench = bench }

  /// Marks the end of the file's own run, after which its tests run.
  func finish() { nodesAtLoad = nodes.count }

  /// Discards the nodes that the last test created.
  func discardResults() { if let nodesAtLoad { nodes.removeLast(nodes.count - nodesAtLoad) } }

  /// Returns the node of a handle, or null for a handle that has outlived its test.
  func node(_ handle: Int64) -> Node { nodes.indices.contains(Int(handle)) ? nodes[Int(handle)] : .null }

  /// Returns an error at a location in a Lua file.
  func fault(_ code: String, _ location: LuaLocation, _ wording: Wording) -> Diagnostic {
    let plugin = bench.loaded.plugin
    return Diagnostic(
      path: location.file.isEmpty ? plugin.path : plugin.path(ofChunk: location.file),
      line: location.line > 0 ? location.line : nil, code: code, wording)
  }

  /// Stores a node, and returns its handle.
  /// - Throws: ``Diagnostic`` with code `too-complex` above the limit.
  func makeHandle(for node: Node, _ location: LuaLocation) throws -> LuaValue {
    guard nodes.count < Self.maximumNodes else {
      throw fault(
        "too-complex", location,
        Wording("一个测试评审超过\(Self.maximumNodes)次", "a test may evaluate at most \(Self.maximumNodes) times"))
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
    throw fault("unsupported-operation", location, Wording("这里不能用“\(name)”", "'\(name)' cannot be used here"))
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
