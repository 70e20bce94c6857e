import CIsolation
import KepingCore

/// The child process in which the programs of one thread run.
///
/// The process is started for the first program, and anew after it was lost. Only one thread may use a worker, and with it the
/// programs that it isolates.
public final class IsolatedWorker {
  private let isolation: Isolation
  /// The greatest size of the child's address space in bytes.
  private let memory: Int
  private var child: (process: Int32, channel: IsolationChannel)?
  /// The number of children that were started.
  private(set) var generation = 0
  private var slotCount: UInt32 = 0
  private var frame = FrameWriter()
  private var patience = Patience(seconds: 0)
  /// A remark if the kernel does not filter the child's system calls, so that only limits of resources hold; else nil.
  public private(set) var remark: Diagnostic?

  /// The seconds of processor time that a child may take to become ready.
  private static let secondsToStart = 30.0
  /// The greatest size of an answer in bytes, which is more than one call of the vocabulary can need.
  private static let maximumAnswer = 64 << 20

  /// Creates a worker without starting its process.
  ///
  /// - Parameter memory: the greatest size of the child's address space in bytes; see ``Limits/isolateMemory``.
  public init(_ isolation: Isolation, memory: Int) {
    self.isolation = isolation
    self.memory = memory
  }

  deinit { if let child { ki_end(child.process, child.channel.descriptor) } }

  /// Returns a number for another program.
  func newSlot() -> UInt32 {
    slotCount += 1
    return slotCount
  }

  /// Whether the child of a generation still serves this worker, as far as is known.
  func hasChild(of generation: Int?) -> Bool { child != nil && generation == self.generation }

  /// Starts a child if there is none.
  ///
  /// - Throws: ``IsolationLoss``.
  func start() throws(IsolationLoss) {
    guard child == nil else { return }
    var process: Int32 = 0
    var descriptor: Int32 = 0
    let error = unsafe ki_start(isolation.executable.string, IsolatedProcess.argument, "\(memory)", &process, &descriptor)
    guard error == 0 else { throw .unstartable(error) }
    child = (process, IsolationChannel(descriptor))
    generation += 1
    patience = Patience(seconds: Self.secondsToStart)
    var (answer, hello) = try receive()
    let filter = try checked { () throws(FrameReader.Fault) in
      guard answer == .hello else { throw FrameReader.Fault() }
      return try hello.uint32()
    }
    if filter != 0 { remark = Self.remark(onMissingFilter: filter) }
  }

  private static func remark(onMissingFilter error: UInt32) -> Diagnostic {
    var remark = Diagnostic(
      code: "no-seccomp",
      Wording(
        "系统内核不提供seccomp（错误\(error)）：隔离进程的系统调用没有过滤，只限制内存、文件和进程数",
        "the kernel does not offer seccomp (error \(error)): system calls of isolated processes are not filtered; only memory, files and processes are limited"
      ))
    remark.isRemark = true
    return remark
  }

  // MARK: Frames

  /// Sends a request; one to load a program starts a child if there is none.
  ///
  /// - Parameter seconds: the processor time that the child may take until its last answer.
  /// - Throws: ``IsolationLoss``, after which there is no child.
  func send(
    _ request: IsolationRequest, seconds: Double, _ append: (inout FrameWriter) -> Void
  ) throws(IsolationLoss) {
    if request == .load { try start() }
    guard let child else { throw .ended }
    patience = Patience(seconds: seconds)
    frame.begin(request)
    append(&frame)
    frame.finish()
    do throws(IsolationLoss) {
      try child.channel.send(frame) { () throws(IsolationLoss) in try patience.wait(for: child.process) }
    } catch {
      throw lose(error)
    }
  }

  /// Receives an answer.
  ///
  /// - Throws: ``IsolationLoss``, after which there is no child.
  func receive() throws(IsolationLoss) -> (IsolationAnswer, FrameReader) {
    guard let child else { throw .ended }
    do throws(IsolationLoss) {
      var frame = try child.channel.receive(atMost: Self.maximumAnswer) { () throws(IsolationLoss) in
        try patience.wait(for: child.process)
      }
      guard let byte = try? frame.byte(), let answer = IsolationAnswer(rawValue: byte) else { throw IsolationLoss.damaged }
      return (answer, frame)
    } catch {
      throw lose(error)
    }
  }

  /// Returns what a body reads from an answer; ends the child if the answer is not what it should be.
  func checked<Value>(_ body: () throws(FrameReader.Fault) -> Value) throws(IsolationLoss) -> Value {
    do throws(FrameReader.Fault) { return try body() } catch { throw lose(.damaged) }
  }

  /// Ends the child because of an answer that it must not give.
  func damage() -> IsolationLoss { lose(.damaged) }

  /// Ends the child, and returns why it was lost.
  private func lose(_ loss: IsolationLoss) -> IsolationLoss {
    guard let child else { return loss }
    self.child = nil
    let status = ki_end(child.process, child.channel.descriptor)
    return loss == .ended ? IsolationLoss(status: status) : loss
  }
}
