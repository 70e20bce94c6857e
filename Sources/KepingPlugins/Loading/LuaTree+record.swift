import KepingCore
import LuaRuntime

extension LuaTree {
  /// Creates the tree of a whole record.
  ///
  /// Each call receives a new table, so a function cannot keep anything in it.
  convenience init(_ record: Record) {
    self.init { $0.append(record) }
  }
}

/// What a record is converted to: values in Lua's memory, or in a frame for an isolated child.
protocol RecordBuilder {
  /// Appends a value without parts.
  mutating func append(_ value: LuaValue)
  /// Appends a text, which must be UTF-8.
  mutating func append(text: some Collection<UInt8>)
  /// Appends a table: the closure appends keys and values alternately, and returns the number of pairs.
  mutating func appendTable(_ body: (inout Self) -> Int)
}

extension ValueTree: RecordBuilder {}

extension RecordBuilder {
  /// Appends a whole record.
  mutating func append(_ record: Record) {
    let (tape, bytes) = record.allValues
    var index = 0
    append(tape, bytes, &index)
  }

  /// Appends the value at an index of a record's tape, and moves the index past it.
  private mutating func append(_ tape: JSONTape, _ bytes: Bytes, _ index: inout Int) {
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
