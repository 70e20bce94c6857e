import KepingCore
import LuaRuntime

extension LuaTree {
  /// Creates the tree of a whole record.
  ///
  /// Each call receives a new table, so a function cannot keep anything in it.
  convenience init(_ record: Record) {
    let (tape, bytes) = record.allValues
    self.init { tree in
      var index = 0
      tree.append(tape, bytes, &index)
    }
  }
}

extension ValueTree {
  /// Appends the value at an index of a record's tape, and moves the index past it.
  fileprivate mutating func append(_ tape: JSONTape, _ bytes: Bytes, _ index: inout Int) {
    let item = tape.values[index]
    index += 1
    switch item.kind {
    case .null: append(.nil)
    case .true: append(.boolean(true))
    case .false: append(.boolean(false))
    case .number:
      let number = JSONNumber(bytes, Int(item.start)..<Int(item.end), isPlain: !item.isEscaped)
      append(number.isCount ? .integer(Int64(number.value)) : .number(number.value))
    case .text: append(text: tape.text(of: item, bytes))
    case .array:
      appendTable { tree in
        var count = 0
        while index < Int(item.next) {
          count += 1
          tree.append(.integer(Int64(count)))
          tree.append(tape, bytes, &index)
        }
        return count
      }
    case .object:
      appendTable { tree in
        var count = 0
        while index < Int(item.next) {
          let key = tape.values[index]
          index += 1
          if tape.values[index].kind == .null {
            index += 1
          } else {
            tree.append(text: tape.text(of: key, bytes))
            tree.append(tape, bytes, &index)
            count += 1
          }
        }
        return count
      }
    }
  }
}
