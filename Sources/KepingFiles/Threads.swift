import Dispatch
import FoundationEssentials
import Glibc
import Synchronization

/// Starts threads for work beside the current one.
public enum Threads {
  /// The number of threads that can run at once on this machine.
  public static let cores = ProcessInfo.processInfo.activeProcessorCount

  /// Runs a body on a new thread with a stack of 4 MB, which is enough for Lua's C functions.
  ///
  /// - Returns: false if the system has no thread left.
  public static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    defer { unsafe pthread_attr_destroy(&attributes) }
    unsafe pthread_attr_setstacksize(&attributes, 4 << 20)
    unsafe pthread_attr_setdetachstate(&attributes, CInt(PTHREAD_CREATE_DETACHED))
    let work = unsafe Unmanaged.passRetained(ThreadBody(body)).toOpaque()
    var thread = pthread_t()
    let status = unsafe pthread_create(
      &thread, &attributes,
      { work in
        unsafe Unmanaged<ThreadBody>.fromOpaque(work!).takeRetainedValue().body()
        return nil
      }, work)
    if status != 0 { unsafe Unmanaged<ThreadBody>.fromOpaque(work).release() }
    return status == 0
  }

  /// Returns the values of `body` for the numbers from 0 up to, but not including, `count`, in this order.
  ///
  /// The work is shared between this thread and new ones: at most one for each core, and fewer if the system has none left.
  public static func map<Value: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) -> Value) -> [Value] {
    let shared = SharedValues<Value>(count)
    var others = 0
    while others + 1 < min(cores, count), start({ shared.compute(body) }) { others += 1 }
    shared.compute(body)
    for _ in 0...others { shared.threadFinished.wait() }
    return shared.values.withLock { $0.compactMap { $0 } }
  }

  /// The values that several threads compute together.
  private final class SharedValues<Value: Sendable>: Sendable {
    let count: Int
    /// The next index that no thread has begun.
    let nextIndex = Atomic(0)
    let values: Mutex<[Value?]>
    /// Signalled once by each thread that finds no index left.
    let threadFinished = DispatchSemaphore(value: 0)

    init(_ count: Int) {
      self.count = count
      values = Mutex(Array(repeating: nil, count: count))
    }

    func compute(_ body: (Int) -> Value) {
      while true {
        let index = nextIndex.add(1, ordering: .relaxed).oldValue
        guard index < count else { break }
        let value = body(index)
        values.withLock { $0[index] = value }
      }
      threadFinished.signal()
    }
  }

  /// A closure as an object, so that `pthread_create` can pass it as a pointer.
  private final class ThreadBody: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
