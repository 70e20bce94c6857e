import CIsolation
import KepingCore
import LuaRuntime

/// The main function of an isolated child.
public enum IsolatedProcess {
  /// The first argument of an isolated child.
  static let argument = "isolated-worker"

  /// The exit status of a child whose parent sends something wrong, or is no parent.
  private static let misuse: Int32 = 64

  /// Serves programs of the parent until it ends, and then ends the process, if the arguments ask for it; otherwise returns.
  ///
  /// The main function of ``Isolation/executable`` begins with this. It must not have started a thread before.
  public static func runIfRequested(_ arguments: [String]) {
    guard arguments.count == 3, arguments[1] == argument, let memory = UInt64(arguments[2]) else { return }
    // Reads everything lazy while files can be opened.
    PluginProgram.prepare()
    _ = Word.standalone.count + Word.methods.count + Word.luaNames.count
    let channel = IsolationChannel(KI_CHANNEL)
    let filter = ki_confine(memory)
    var answer = FrameWriter()
    answer.begin(IsolationAnswer.hello)
    answer.append(uint32: UInt32(bitPattern: filter))
    answer.finish()
    send(answer, through: channel)
    var programs: [UInt32: IsolatedProgram] = [:]
    while true {
      var (request, frame) = receive(through: channel)
      do { try serve(request, &frame, &programs, channel, &answer) } catch { ki_exit(misuse) }
      answer.finish()
      send(answer, through: channel)
    }
  }

  /// Serves one request, and writes the answer.
  private static func serve(
    _ request: IsolationRequest, _ frame: inout FrameReader, _ programs: inout [UInt32: IsolatedProgram],
    _ channel: IsolationChannel, _ answer: inout FrameWriter
  ) throws {
    let slot = try frame.uint32()
    switch request {
    case .call:
      guard let program = programs[slot] else { throw FrameReader.Fault() }
      try program.call(&frame, &answer)
    case .load:
      programs[slot] = nil
      let content = try frame.isolatedPlugin()
      let chunk = try frame.text()
      do {
        let program = try IsolatedProgram(content, channel)
        if try program.run(Array(try frame.slice()), chunk: chunk, &answer) { programs[slot] = program }
      } catch let failure as LuaFailure {
        answer.append(ran: 0, failure)
      }
    case .seal:
      guard let program = programs[slot] else { throw FrameReader.Fault() }
      try program.seal(&answer)
    case .module, .refusal: throw FrameReader.Fault()
    }
  }

  /// Returns what a body reads from a frame of the parent; ends the process if the frame is not what it should be.
  static func checked<Value>(_ body: () throws(FrameReader.Fault) -> Value) -> Value {
    do throws(FrameReader.Fault) { return try body() } catch { ki_exit(misuse) }
  }

  /// Sends a frame to the parent; ends the process if the parent has ended.
  static func send(_ frame: FrameWriter, through channel: IsolationChannel) {
    do throws(IsolationLoss) { try channel.send(frame) { () throws(IsolationLoss) in } } catch { ki_exit(0) }
  }

  /// Receives a frame of the parent; ends the process if the parent has ended.
  static func receive(through channel: IsolationChannel) -> (IsolationRequest, FrameReader) {
    do throws(IsolationLoss) {
      var frame = try channel.receive(atMost: Int(UInt32.max)) { () throws(IsolationLoss) in }
      guard let byte = try? frame.byte(), let request = IsolationRequest(rawValue: byte) else { ki_exit(misuse) }
      return (request, frame)
    } catch {
      ki_exit(0)
    }
  }
}
