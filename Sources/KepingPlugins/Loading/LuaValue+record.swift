import KepingCore
import LuaRuntime

extension LuaValue {
  /// A whole record, as Lua sees it: a table of its own for each call, so that nothing can be kept in it.
  init(_ record: Record) {
    var place = 0
    self = LuaValue(record.allValues, record.bytes, &place)
  }

  private init(_ tape: JSONTape, _ bytes: Bytes, _ place: inout Int) {
    let item = tape.values[place]
    place += 1
    switch item.kind {
    case .null: self = .nil
    case .true: self = .boolean(true)
    case .false: self = .boolean(false)
    case .number:
      let number = JSONNumber(bytes, Int(item.start)..<Int(item.end), isPlain: !item.isEscaped)
      self = number.isCount ? .integer(Int64(number.value)) : .number(number.value)
    case .text: self = .text(tape.text(of: item, bytes).text)
    case .array:
      var table = LuaTable()
      while place < Int(item.next) { table.list.append(LuaValue(tape, bytes, &place)) }
      self = .table(table)
    case .object:
      var table = LuaTable()
      while place < Int(item.next) {
        let key = tape.text(of: tape.values[place], bytes).text
        place += 1
        let value = LuaValue(tape, bytes, &place)
        if value != .nil { table.named.append((key, value)) }
      }
      self = .table(table)
    }
  }
}
