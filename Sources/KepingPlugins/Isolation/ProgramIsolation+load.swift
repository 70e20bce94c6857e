import KepingCore
import LuaRuntime

/// Loading: the child runs the source, and the parent makes the calls of the vocabulary again.
extension ProgramIsolation {
  /// Runs a plugin's `program.lua` in the child, and makes the calls of the vocabulary again in this process.
  ///
  /// - Throws: ``LoadFailure``.
  func load(_ plugin: Plugin, _ settings: [String: SettingValue], _ limits: Limits) throws(LoadFailure) -> Vocabulary {
    let vocabulary = Vocabulary(plugin, settings: settings, limits: limits)
    var spent: Int64 = 0
    var chunk = plugin.path
    do {
      let source: Bytes
      (source, chunk) = try plugin.module("program", line: 1, in: "\(plugin.id)/plugin.yaml")
      let content = IsolatedPlugin(plugin: plugin, settings: settings, limits: limits)
      try run(content, source, chunk: chunk, &spent, Replay(vocabulary, instructions: limits.loadInstructions))
      try vocabulary.finish(chunk)
      locations = try seal(limits, functions: vocabulary.functions.count, &spent)
      generation = worker.generation
      return vocabulary
    } catch {
      throw LoadFailure(error, in: vocabulary, chunk: chunk, spent: spent)
    }
  }

  /// Runs a program's source in the child.
  private func run(
    _ content: IsolatedPlugin, _ source: Bytes, chunk: String, _ spent: inout Int64, _ replay: Replay
  ) throws {
    var replay = replay
    let seconds = content.limits.loadSeconds
    try worker.send(.load, seconds: seconds) { frame in
      frame.append(uint32: slot)
      frame.append(content)
      frame.append(chunk)
      frame.append(bytes: source)
    }
    while true {
      var (answer, frame) = try worker.receive()
      switch answer {
      case .calls: try worker.checked { () throws(FrameReader.Fault) in try replay.makeCalls(&frame) }
      case .module:
        let (name, location) = try worker.checked { () throws(FrameReader.Fault) in
          try replay.countModule()
          return (try frame.text(), try frame.location())
        }
        try sendModule(name, location, of: content)
      case .ran:
        try requireSuccess(&frame, &spent)
        return try worker.checked { () throws(FrameReader.Fault) in try frame.requireEnd() }
      default: throw worker.damage()
      }
    }
  }

  /// Answers the child's request for a module.
  private func sendModule(_ name: String, _ location: LuaLocation, of content: IsolatedPlugin) throws(IsolationLoss) {
    let module: (source: Bytes, chunk: String)
    do throws(Diagnostic) {
      module = try content.plugin.module(name, line: location.line, in: location.file)
    } catch {
      return try worker.send(.refusal, seconds: content.limits.loadSeconds) { $0.append(error) }
    }
    try worker.send(.module, seconds: content.limits.loadSeconds) { frame in
      frame.append(bytes: module.source)
      frame.append(module.chunk)
    }
  }

  /// Seals the program in the child, and returns the locations of its functions.
  private func seal(_ limits: Limits, functions count: Int, _ spent: inout Int64) throws -> [LuaLocation] {
    try worker.send(.seal, seconds: limits.loadSeconds) { $0.append(uint32: slot) }
    var (answer, frame) = try worker.receive()
    guard answer == .sealed else { throw worker.damage() }
    try requireSuccess(&frame, &spent)
    return try worker.checked { () throws(FrameReader.Fault) in
      guard try frame.count(size: 8) == count else { throw FrameReader.Fault() }
      var locations: [LuaLocation] = []
      for _ in 0..<count { locations.append(try frame.location()) }
      try frame.requireEnd()
      return locations
    }
  }

  /// Reads the instructions used, and throws the failure if there is one.
  private func requireSuccess(_ frame: inout FrameReader, _ spent: inout Int64) throws {
    let failure = try worker.checked { () throws(FrameReader.Fault) in
      spent = try frame.instructions()
      return try frame.optional { frame throws(FrameReader.Fault) in try frame.failure() }
    }
    if let failure { throw failure }
  }
}
