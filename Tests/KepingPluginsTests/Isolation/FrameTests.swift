import KepingCore
import LuaRuntime
import PluginFixtures
import SystemPackage
import Testing

@testable import KepingPlugins

@Suite("Frames between a process and its isolated child are checked before anything is taken from them")
struct FrameTests {
  /// Returns a reader of what a closure writes.
  static func reader(_ write: (inout FrameWriter) -> Void) -> FrameReader { reader(bytes(write)) }

  static func reader(_ bytes: [UInt8]) -> FrameReader { FrameReader(bytes, 0..<bytes.count) }

  static func bytes(_ write: (inout FrameWriter) -> Void) -> [UInt8] {
    var frame = FrameWriter()
    write(&frame)
    return Array(frame.frame.dropFirst(4))
  }

  static let examples: [LuaValue] = [
    .nil, .boolean(true), .boolean(false), .integer(.min), .integer(.max), .number(0.5), .number(-.infinity), .text(""),
    .text("示范\u{0}点"), .function(LuaFunction(reference: 7)), .handle(2), .hostFunction(20), .unconvertible("thread"),
    .table(
      LuaTable(
        list: [.integer(1), .nil, .table(LuaTable(list: [.text("a")]))],
        named: [("", .nil), ("a", .handle(0)), ("b", .text("值"))], otherKeys: ["-1", "table"])),
  ]

  @Test("A value is read as it was written", arguments: examples)
  func written(_ value: LuaValue) throws {
    var frame = Self.reader { $0.append(value) }
    #expect(try frame.value(handles: 3) == value)
    try frame.requireEnd()
  }

  @Test(
    "A failure is read as it was written",
    arguments: [
      LuaFailure(kind: .runtime, message: "出错", file: "demo/program.lua", line: 3, traceback: "a\nb"),
      LuaFailure(kind: .memory),
      LuaFailure(
        kind: .runtime, message: "x",
        hostError: Diagnostic(path: "Plugins/demo/program.lua", line: 4, code: "only-at-load", Wording("不能", "no"))),
    ])
  func failures(_ failure: LuaFailure) throws {
    var frame = Self.reader { $0.append(failure) }
    let read = try frame.failure()
    try frame.requireEnd()
    #expect(read.kind == failure.kind && read.message == failure.message && read.traceback == failure.traceback)
    #expect(read.file == failure.file && read.line == failure.line)
    #expect(read.hostError as? Diagnostic == failure.hostError as? Diagnostic)
  }

  @Test("Every limit, all settings and the directions reach the child")
  func content() throws {
    let plugin = try Plugin(FilePath(root.appendingPathComponent("Plugins/zhuji-2024").path))
    var limits = Limits()
    for (index, limit) in Limits.integers.enumerated() { limits[keyPath: limit] = 1000 + index }
    for (index, limit) in Limits.numbers.enumerated() { limits[keyPath: limit] = 0.5 + Double(index) }
    #expect(Mirror(reflecting: limits).children.count == Limits.integers.count + Limits.numbers.count)
    let settings: [String: SettingValue] = ["a": .flag(true), "b": .number(0.25), "c": .flag(false)]
    var frame = Self.reader { $0.append(IsolatedPlugin(plugin: plugin, settings: settings, limits: limits)) }
    let read = try frame.isolatedPlugin()
    try frame.requireEnd()
    #expect(read.limits == limits && read.settings == settings && read.plugin.path == plugin.path)
    #expect(read.plugin.manifest.reference == plugin.manifest.reference && read.plugin.manifest.year == 2024)
    #expect(read.plugin.manifest.plan == plugin.manifest.plan && read.plugin.manifest.path == plugin.manifest.path)
  }

  @Test(
    "A damaged value is refused",
    arguments: [
      [], [255], [5, 0xFF, 0xFF, 0xFF, 0xFF], [5, 4, 0, 0, 0, 65, 66, 67], [5, 1, 0, 0, 0, 0xFF], [3, 1, 2, 3],
      [8, 3, 0, 0, 0, 0, 0, 0, 0],
      [8, 255, 255, 255, 255, 255, 255, 255, 255], [6, 255, 255, 255, 127],
      [6, 0, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 98, 0, 1, 0, 0, 0, 98, 0, 0, 0, 0, 0],
      [6, 0, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 98, 0, 1, 0, 0, 0, 97, 0, 0, 0, 0, 0], [11, 0, 0, 0, 0],
      [UInt8](repeating: 6, count: 4000),
      Array([[UInt8]](repeating: [6, 1, 0, 0, 0], count: 4000).joined()),
    ] as [[UInt8]])
  func damagedValues(_ bytes: [UInt8]) {
    var frame = Self.reader(bytes)
    #expect(throws: FrameReader.Fault.self) { try frame.value(handles: 3) }
  }

  /// The calls of a program that declares a field and a direction.
  static let recorded = bytes { frame in
    let location = LuaLocation(file: "demo/program.lua", line: 1)
    func append(_ word: RecordedWord, _ append: (inout FrameWriter) -> Void, _ answer: LuaValue?) {
      frame.append(byte: word.rawValue)
      frame.append(location)
      append(&frame)
      frame.append(answer) { $0.append($1) }
    }
    func call(_ word: Word, _ arguments: [LuaValue], _ answer: LuaValue?) {
      append(.global, { $0.append(word.name) }, .hostFunction(word.rawValue))
      append(
        .call,
        { frame in
          frame.append(word.rawValue)
          frame.append(arguments)
        }, answer)
    }
    call(.count, [.text("示范点")], .handle(0))
    let fields = LuaTable(named: [("expected", .table(LuaTable(named: [("sites", .handle(0))])))])
    call(.fields, [.table(fields)], .nil)
    append(.global, { $0.append("expected") }, .handle(1))
    append(
      .member,
      { frame in
        frame.append(LuaValue.handle(1))
        frame.append(LuaValue.text("sites"))
      }, .handle(2))
    append(.global, { $0.append("unknown") }, nil)
    call(.judge, [.text("检查"), .table(LuaTable(list: [.handle(2)])), .function(LuaFunction(reference: 9))], .handle(3))
    append(
      .operation,
      { frame in
        frame.append("+")
        frame.append([.handle(2), .handle(2)])
      }, .handle(4))
  }

  static let plugin = try? Plugin(FilePath(root.appendingPathComponent("Plugins/jili-2024").path))

  /// Returns the vocabulary after the calls of a frame.
  static func replay(_ bytes: [UInt8], instructions: Int = 100_000) throws -> Vocabulary {
    let vocabulary = Vocabulary(try #require(plugin), settings: [:])
    var replay = Replay(vocabulary, instructions: instructions)
    var frame = reader(bytes)
    try replay.makeCalls(&frame)
    return vocabulary
  }

  @Test("Calls that were recorded are made again")
  func replayed() throws {
    let vocabulary = try Self.replay(Self.recorded)
    #expect(vocabulary.functions.map(\.label) == ["检查"] && vocabulary.functions[0].function.reference == 9)
    #expect(vocabulary.schema.child("expected", of: nil) != nil)
    #expect(throws: FrameReader.Fault.self) { try Self.replay(Self.recorded, instructions: 900) }
  }

  @Test("Damaged calls are refused, or lead to calls that the vocabulary can refuse")
  func damagedCalls() throws {
    for length in 0..<Self.recorded.count {
      // The calls before the damage are made; nothing traps.
      _ = try? Self.replay(Array(Self.recorded.prefix(length)))
    }
    var refused = 0
    for offset in Self.recorded.indices {
      for byte in [0, 1, 0x7F, 0x80, 0xFF, Self.recorded[offset] &+ 1, Self.recorded[offset] ^ 0x10] as [UInt8]
      where byte != Self.recorded[offset] {
        var bytes = Self.recorded
        bytes[offset] = byte
        do { _ = try Self.replay(bytes) } catch is FrameReader.Fault { refused += 1 }
      }
    }
    #expect(refused > 4 * Self.recorded.count)
  }
}
