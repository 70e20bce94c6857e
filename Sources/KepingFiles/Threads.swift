import Foundation

/// Threads of their own, for work that goes on beside the main one.
public enum Threads {
  /// How many can run at once on this machine.
  public static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// Runs a body on a new thread, whose stack has room for Lua's C functions.
  public static func start(_ body: @escaping @Sendable () -> Void) {
    let thread = Thread(block: body)
    thread.stackSize = 4 << 20
    thread.start()
  }
}
