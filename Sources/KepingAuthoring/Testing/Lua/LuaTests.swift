import KepingCore
import KepingPlugins
import LuaRuntime
import SystemPackage

/// The tests of one `tests/*.lua` file, which run in a separate Lua state.
///
/// A test cannot change the state that the file has set up, so no test affects another.
final class LuaTests {
  private let bench: TestBench
  private let source: Bytes
  private let chunk: String
  private var host: LuaTestHost
  /// The Lua state, or nil if a limit stopped the last test.
  private var state: LuaState?

  /// Runs the file, which defines its tests.
  /// - Throws: ``Diagnostic`` if the file cannot be read, fails, or defines no test.
  init(_ file: FilePath, _ bench: TestBench) throws(Diagnostic) {
    self.bench = bench
    let plugin = bench.loaded.plugin
    let path = plugin.displayPath(of: file)
    chunk = plugin.chunk(ofPath: path)
    source = try plugin.readUTF8(file)
    if let (line, wording) = CompilerFaults(source).first {
      throw Diagnostic(path: path, line: line, code: "lua-fault", wording)
    }
    (host, state) = try Self.load(source, chunk, bench)
    guard !host.tests.isEmpty else {
      throw Diagnostic(
        path: path, line: 1, code: "no-tests",
        Wording("没有写测试，应写作 test(\"名称\", function() … end)", "the file has no tests; write test(\"name\", function() … end)"))
    }
  }

  /// Runs the tests in their order in the file, each within the limits of loading a plugin.
  func run(filter: String?) -> [TestResult] {
    host.tests.indices.compactMap { index in
      let test = host.tests[index]
      if let filter, !test.name.contains(filter), !test.location.path.contains(filter) { return nil }
      return TestResult(name: test.name, location: test.location, differences: runTest(at: index).map { [$0] } ?? [])
    }
  }

  /// Runs a test in a state that is loaded again after a stop, and returns its failure.
  private func runTest(at index: Int) -> Wording? {
    do throws(Diagnostic) {
      if state == nil { (host, state) = try Self.load(source, chunk, bench) }
    } catch {
      return Wording(error.text(.chinese), error.text(.english))
    }
    defer { host.discardResults() }
    guard let state, host.tests.indices.contains(index) else { return nil }
    do {
      _ = try state.call(host.tests[index].function, [], budget: bench.loaded.limits.load)
      return nil
    } catch let failure as LuaFailure {
      if failure.isStop { self.state = nil }
      let diagnostic = Self.diagnostic(failure, bench, host.tests[index].location)
      return Wording(diagnostic.text(.chinese), diagnostic.text(.english))
    } catch {
      return Wording("\(error)", "\(error)")
    }
  }

  /// Runs the file in a new state, and seals the state.
  private static func load(
    _ source: Bytes, _ chunk: String, _ bench: TestBench
  ) throws(Diagnostic) -> (LuaTestHost, LuaState) {
    let host = LuaTestHost(bench)
    let limits = bench.loaded.limits
    do {
      let state = try LuaState(memory: limits.memory, host: host)
      try state.run(source, name: chunk, budget: limits.load)
      host.finish()
      try state.seal(budget: limits.load)
      return (host, state)
    } catch let failure as LuaFailure {
      throw diagnostic(failure, bench, SourceLocation(path: bench.loaded.plugin.path(ofChunk: chunk), line: 1))
    } catch {
      throw Diagnostic(path: bench.loaded.plugin.path(ofChunk: chunk), code: "plugin-failed", Wording("\(error)", "\(error)"))
    }
  }

  /// Returns the diagnostic of a failure at the failing line, or else at the test's location.
  private static func diagnostic(_ failure: LuaFailure, _ bench: TestBench, _ location: SourceLocation) -> Diagnostic {
    if let error = failure.hostError as? Diagnostic { return error }
    let code = failure.isStop ? "plugin-limit" : failure.kind == .syntax ? "lua-syntax" : "test-failed"
    // An error raised by the test has its own message.
    let isOwnMessage = failure.kind == .runtime && failure.hostError == nil
    let wording =
      isOwnMessage ? Wording(failure.bareMessage, failure.bareMessage) : failure.wording(bench.loaded.limits, atLoad: true)
    // The time limit stops a test at a different line each time, so that line is not shown.
    guard failure.kind != .time, let line = failure.line else {
      return Diagnostic(path: location.path, line: location.line, code: code, wording)
    }
    let path = failure.file.map { bench.loaded.plugin.path(ofChunk: $0) } ?? location.path
    return Diagnostic(path: path, line: line, code: code, wording)
  }
}
