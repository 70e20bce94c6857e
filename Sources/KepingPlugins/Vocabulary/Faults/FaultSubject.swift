import KepingCore
import LuaRuntime

/// What in the source a fault is about, by which its column is found: Lua tells the host only the line of a call.
package enum FaultSubject: Sendable, Equatable {
  /// A name, an operator or the content of a text, as it is written.
  case written(String)
  /// An item of the list that a word gets, counted from 1.
  case item(Int, of: Word)
}
