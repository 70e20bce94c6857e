import FoundationEssentials
import Glibc

/// Threads of their own, for work that goes on beside the main one.
public enum Threads {
  /// How many can run at once on this machine.
  public static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }

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

  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
