import KepingCore
import LuaRuntime

/// The known faults of Lua libraries, and how the host protects plugins from each.
public enum LibraryHealth {
  /// A known fault.
  public struct Fault: Sendable {
    /// The id by which ``LibraryHealth/probe(_:)`` finds the fault.
    public let id: String
    /// The fault's name for people.
    public let name: Wording
    /// How the host protects plugins from the fault.
    public let mitigation: Wording
  }

  /// The exit status of a process whose probe found the fault or failed.
  public static let faultFound = LibraryFault.Finding.present.rawValue

  /// The version of the linked library, such as `5.4.4`.
  public static var version: String {
    let number = LuaState.libraryVersion
    return "\(number / 10000).\(number / 100 % 100).\(number % 100)"
  }

  /// All known faults.
  public static let all: [Fault] = LibraryFault.allCases.map { fault in
    let (name, mitigation): (Wording, Wording) =
      switch fault {
      case .concat:
        (
          Wording("__concat 使栈增长", "a __concat that grows the stack"),
          Wording("已防护：setmetatable 不接受 __concat", "guarded: setmetatable refuses __concat")
        )
      case .weak:
        (
          Wording("弱表遇内存不足时的回收", "weak tables during an emergency collection"),
          Wording("已防护：setmetatable 不接受 __mode", "guarded: setmetatable refuses __mode")
        )
      case .close:
        (Wording("coroutine.close 嵌套", "nested coroutine.close"), Wording("已防护：没有协程", "guarded: there are no coroutines"))
      case .index:
        (
          Wording("以比较结果为下标 t[a > b]", "an index that is a comparison, t[a > b]"),
          Wording("已防护：加载时拒绝并指出行号", "guarded: refused at load with the line number")
        )
      case .bitwise:
        (
          Wording("常量超过256个时的位运算", "bitwise operations after 256 constants"),
          Wording("已防护：加载时拒绝并指出行号", "guarded: refused at load with the line number")
        )
      case .environment:
        (
          Wording("_ENV <const>", "_ENV <const>"),
          Wording("已防护：加载时拒绝并指出行号", "guarded: refused at load with the line number")
        )
      }
    return Fault(id: fault.rawValue, name: name, mitigation: mitigation)
  }

  /// Tests the linked library for a fault and returns the exit status of the process, which is 64 for an unknown id.
  ///
  /// The fault may end the process.
  public static func probe(_ id: String) -> Int32 {
    guard let fault = LibraryFault(rawValue: id) else { return 64 }
    return fault.probe().rawValue
  }
}
