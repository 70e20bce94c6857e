import KepingCore
import LuaRuntime

/// The first byte of a value in a frame.
enum ValueTag: UInt8 {
  case `nil`, `false`, `true`, integer, number, text, table, function, handle, hostFunction, unconvertible
  /// A table of a record: its pairs in the order of the record.
  case pairs
}

extension FrameWriter {
  mutating func append(_ value: LuaValue) {
    switch value {
    case .nil: append(tag: .nil)
    case .boolean(let truth): append(tag: truth ? .true : .false)
    case .integer(let integer): append(.integer, integer)
    case .number(let number):
      append(tag: .number)
      append(number)
    case .text(let text):
      append(tag: .text)
      append(text)
    case .table(let table):
      append(tag: .table)
      append(table)
    case .function(let function): append(.function, function.reference)
    case .handle(let number): append(.handle, number)
    case .hostFunction(let number): append(.hostFunction, number)
    case .unconvertible(let kind):
      append(tag: .unconvertible)
      append(kind)
    }
  }

  mutating func append(tag: ValueTag) { append(byte: tag.rawValue) }

  private mutating func append(_ tag: ValueTag, _ number: Int64) {
    append(tag: tag)
    append(number)
  }

  private mutating func append(_ table: LuaTable) {
    append(count: table.list.count)
    for element in table.list { append(element) }
    append(count: table.named.count)
    for (name, element) in table.named {
      append(name)
      append(element)
    }
    append(count: table.otherKeys.count)
    for key in table.otherKeys { append(key) }
  }

  mutating func append(_ values: [LuaValue]) {
    append(count: values.count)
    for value in values { append(value) }
  }

  mutating func append(_ location: LuaLocation) {
    append(location.file)
    append(count: max(0, location.line))
  }
}

extension FrameReader {
  /// More than the depth of a value that Lua passes to the host.
  private static let maximumDepth = 100

  /// Reads a value.
  ///
  /// - Parameter handles: the number of nodes that the host has made; a handle of another node is refused.
  mutating func value(handles: Int64, depth: Int = 0) throws(Fault) -> LuaValue {
    guard depth <= Self.maximumDepth else { throw Fault() }
    switch try tag(ValueTag.self) {
    case .nil: return .nil
    case .false: return .boolean(false)
    case .true: return .boolean(true)
    case .integer: return .integer(try integer())
    case .number: return .number(try number())
    case .text: return .text(try text())
    case .table: return .table(try table(handles: handles, depth: depth + 1))
    case .function: return .function(LuaFunction(reference: try integer()))
    case .handle:
      let handle = try integer()
      guard (0..<handles).contains(handle) else { throw Fault() }
      return .handle(handle)
    case .hostFunction: return .hostFunction(try integer())
    case .unconvertible: return .unconvertible(try text())
    case .pairs: throw Fault()
    }
  }

  private mutating func table(handles: Int64, depth: Int) throws(Fault) -> LuaTable {
    var table = LuaTable()
    for _ in 0..<(try count(size: 1)) { table.list.append(try value(handles: handles, depth: depth)) }
    for _ in 0..<(try count(size: 5)) {
      let name = try text()
      // The host relies on the order of names, and on there being one value for each.
      if let last = table.named.last {
        guard last.name.utf8.lexicographicallyPrecedes(name.utf8) else { throw Fault() }
      }
      table.named.append((name, try value(handles: handles, depth: depth)))
    }
    for _ in 0..<(try count(size: 4)) { table.otherKeys.append(try text()) }
    return table
  }

  mutating func values(handles: Int64) throws(Fault) -> [LuaValue] {
    var values: [LuaValue] = []
    for _ in 0..<(try count(size: 1)) { values.append(try value(handles: handles)) }
    return values
  }

  mutating func location() throws(Fault) -> LuaLocation {
    let file = try text().printable(limit: 4096)
    let line = try uint32()
    guard line <= Int32.max else { throw Fault() }
    return LuaLocation(file: file, line: Int(line))
  }
}
