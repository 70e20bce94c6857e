import CLuaShim

extension ValueTree {
  /// Reads the tree that begins at the cursor, and moves the cursor past it.
  /// - Throws: ``LuaValueError`` if a text is not UTF-8.
  static func read(_ values: UnsafeBufferPointer<kl_value>, at cursor: inout Int) throws -> LuaValue {
    let raw = values[cursor]
    cursor += 1
    switch Int(raw.tag) {
    case Int(KL_BOOLEAN): return .boolean(raw.integer != 0)
    case Int(KL_INTEGER): return .integer(raw.integer)
    case Int(KL_NUMBER): return .number(raw.number)
    case Int(KL_TEXT): return .text(try text(raw))
    case Int(KL_TABLE): return .table(try readTable(count: Int(raw.count), values, at: &cursor))
    case Int(KL_FUNCTION): return .function(LuaFunction(reference: raw.integer))
    case Int(KL_HANDLE): return .handle(raw.integer)
    case Int(KL_UNCONVERTIBLE): return .unconvertible(try text(raw))
    default: return .nil
    }
  }

  private static func text(_ raw: kl_value) throws -> String {
    let bytes = UnsafeRawBufferPointer(start: raw.text, count: raw.length)
    guard let text = String(validating: bytes, as: UTF8.self) else { throw LuaValueError.encoding }
    return text
  }

  private static func readTable(
    count: Int, _ values: UnsafeBufferPointer<kl_value>, at cursor: inout Int
  ) throws -> LuaTable {
    var byIndex: [Int64: LuaValue] = [:]
    var table = LuaTable()
    for _ in 0..<count {
      let key = try read(values, at: &cursor)
      let value = try read(values, at: &cursor)
      switch key {
      // Lua traverses a list in order, so an element usually follows the last one and needs no sorting.
      case .integer(let index) where index == table.list.count + 1 && byIndex.isEmpty: table.list.append(value)
      case .integer(let index): byIndex[index] = value
      case .text(let name): table.named.append((name, value))
      default: table.otherKeys.append(key.kind)
      }
    }
    if !byIndex.isEmpty {
      var next = Int64(table.list.count) + 1
      while let value = byIndex.removeValue(forKey: next) {
        table.list.append(value)
        next += 1
      }
      table.otherKeys.append(contentsOf: byIndex.keys.sorted().map { String($0) })
    }
    if table.named.count > 1 { table.named.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) } }
    if table.otherKeys.count > 1 { table.otherKeys.sort() }
    return table
  }
}

/// An error in a value that crosses between Lua and the host.
enum LuaValueError: Error, CustomStringConvertible {
  case name, encoding, shape

  var description: String {
    switch self {
    case .name: "a name was expected"
    case .encoding: "a text is not UTF-8"
    case .shape: "a host function answers with one value"
    }
  }
}
