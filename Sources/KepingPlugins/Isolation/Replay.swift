import KepingCore
import LuaRuntime

/// The vocabulary's calls of a program that loads in an isolated child, made again in the parent.
///
/// Both have the same vocabulary, so that it must answer alike. The child has survived each call before the parent makes it.
struct Replay {
  let vocabulary: Vocabulary
  /// The number of nodes that the vocabulary has made.
  private var handles: Int64 = 0

  /// The instructions that a call costs in any case.
  private static let callCost = 100

  /// Creates a replay.
  ///
  /// - Parameter instructions: the limit while the program loads, which all calls together keep.
  init(_ vocabulary: Vocabulary, instructions: Int) {
    self.vocabulary = vocabulary
    vocabulary.replayInstructions = instructions
  }

  /// Makes the calls of a frame.
  ///
  /// - Throws: a fault if the frame is damaged or the vocabulary answers otherwise.
  mutating func makeCalls(_ frame: inout FrameReader) throws(FrameReader.Fault) {
    // An empty frame would cost nothing, so that a child could send them for ever.
    guard frame.left > 0 else { throw FrameReader.Fault() }
    while frame.left > 0 {
      let word = try frame.tag(RecordedWord.self)
      let location = try frame.location()
      let answer = try makeCall(word, at: location, &frame)
      let expected = try frame.optional { frame throws(FrameReader.Fault) in try frame.value(handles: handles) }
      guard answer == expected else { throw FrameReader.Fault() }
    }
  }

  /// Counts a request for a module.
  ///
  /// - Throws: a fault if there are more than the limit allows.
  func countModule() throws(FrameReader.Fault) {
    do throws(LuaStop) { try vocabulary.charge(Vocabulary.moduleCost) } catch { throw FrameReader.Fault() }
  }

  /// Makes a call, and returns the value, or nil if the vocabulary throws an error.
  private mutating func makeCall(
    _ word: RecordedWord, at location: LuaLocation, _ frame: inout FrameReader
  ) throws(FrameReader.Fault) -> LuaValue? {
    let call: () throws -> LuaValue
    let vocabulary = vocabulary
    switch word {
    case .global:
      let name = try frame.text()
      call = { try vocabulary.global(name, at: location) }
    case .member:
      guard case .handle(let node) = try frame.value(handles: handles) else { throw FrameReader.Fault() }
      let key = try frame.value(handles: handles)
      call = { try vocabulary.member(key, of: node, at: location) }
    case .operation:
      let name = try frame.text()
      let operands = try frame.values(handles: handles)
      call = { try vocabulary.operation(name, operands, at: location) }
    case .call:
      let function = try frame.integer()
      let arguments = try frame.values(handles: handles)
      call = { try vocabulary.call(function, arguments, at: location) }
    }
    do {
      try vocabulary.charge(Self.callCost)
      let value = try call()
      if case .handle(let handle) = value { handles = max(handles, handle + 1) }
      return value
    } catch is LuaStop {
      throw FrameReader.Fault()
    } catch {
      return nil
    }
  }
}
