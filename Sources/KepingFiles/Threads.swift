import Dispatch
import FoundationEssentials
import Glibc
import Synchronization

/// Threads of their own, for work that goes on beside the main one.
public enum Threads {
  /// How many can run at once on this machine.
  public static let cores = ProcessInfo.processInfo.activeProcessorCount

  /// Runs a body on a new thread, whose stack has room for Lua's C functions.
  /// - Returns: false where the system has no thread left.
  public static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    defer { unsafe pthread_attr_destroy(&attributes) }
    unsafe pthread_attr_setstacksize(&attributes, 4 << 20)
    unsafe pthread_attr_setdetachstate(&attributes, CInt(PTHREAD_CREATE_DETACHED))
    let work = unsafe Unmanaged.passRetained(Work(body)).toOpaque()
    var thread = pthread_t()
    let status = unsafe pthread_create(
      &thread, &attributes,
      { work in
        unsafe Unmanaged<Work>.fromOpaque(work!).takeRetainedValue().body()
        return nil
      }, work)
    if status != 0 { unsafe Unmanaged<Work>.fromOpaque(work).release() }
    return status == 0
  }

  /// What a body makes of each number below a count, in their order: on this thread, and on as many others as the machine runs
  /// at once and the system has left.
  public static func map<Value: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) -> Value) -> [Value] {
    let row = Row<Value>(count)
    var others = 0
    while others + 1 < min(cores, count), start({ row.fill(body) }) { others += 1 }
    row.fill(body)
    for _ in 0...others { row.filled.wait() }
    return row.values.withLock { $0.compactMap { $0 } }
  }

  /// What several threads make together.
  private final class Row<Value: Sendable>: Sendable {
    let count: Int
    let begun = Atomic(0)
    let values: Mutex<[Value?]>
    /// Counts the threads that have found nothing left to begin.
    let filled = DispatchSemaphore(value: 0)

    init(_ count: Int) {
      self.count = count
      values = Mutex(Array(repeating: nil, count: count))
    }

    func fill(_ body: (Int) -> Value) {
      while true {
        let turn = begun.add(1, ordering: .relaxed).oldValue
        guard turn < count else { break }
        let value = body(turn)
        values.withLock { $0[turn] = value }
      }
      filled.signal()
    }
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
