import CLuaShim

/// A tree of values as one flat array in preorder, the form in which values cross to C.
struct ValueTree {
  private(set) var values: [kl_value] = []
  private var texts: [UInt8] = []
  /// Where each text of `values` begins in `texts`; pointers are filled in last, when `texts` no longer moves.
  private var places: [(value: Int, offset: Int)] = []

  mutating func append(_ value: LuaValue) {
    var raw = kl_value()
    switch value {
    case .nil, .unconvertible: raw.tag = Int32(KL_NIL)
    case .boolean(let flag):
      raw.tag = Int32(KL_BOOLEAN)
      raw.integer = flag ? 1 : 0
    case .integer(let integer):
      raw.tag = Int32(KL_INTEGER)
      raw.integer = integer
    case .number(let number):
      raw.tag = Int32(KL_NUMBER)
      raw.number = number
    case .text(let text):
      raw.tag = Int32(KL_TEXT)
      raw.length = text.utf8.count
      places.append((values.count, texts.count))
      texts.append(contentsOf: text.utf8)
    case .table(let table):
      raw.tag = Int32(KL_TABLE)
      raw.count = Int32(table.list.count + table.named.count)
      values.append(raw)
      for (index, element) in table.list.enumerated() {
        append(.integer(Int64(index + 1)))
        append(element)
      }
      for (name, element) in table.named {
        append(.text(name))
        append(element)
      }
      return
    case .function(let function):
      raw.tag = Int32(KL_FUNCTION)
      raw.integer = function.reference
    case .handle(let number):
      raw.tag = Int32(KL_HANDLE)
      raw.integer = number
    case .hostFunction(let number):
      raw.tag = Int32(KL_HOST_FUNCTION)
      raw.integer = number + Prelude.HostFunction.firstOfHost
    }
    values.append(raw)
  }

  /// Runs the body with the values, their texts in place.
  mutating func withValues<Result>(_ body: (UnsafePointer<kl_value>?) -> Result) -> Result {
    texts.withUnsafeBytes { bytes in
      for place in places {
        let start = bytes.baseAddress.map { $0 + place.offset }
        values[place.value].text = start?.assumingMemoryBound(to: CChar.self)
      }
      return values.withUnsafeBufferPointer { body($0.baseAddress) }
    }
  }

  /// Reads the tree that begins at a place, and moves the place behind it.
  /// - Throws: ``LuaValueError`` where a text is not UTF-8.
  static func read(_ values: UnsafeBufferPointer<kl_value>, at place: inout Int) throws -> LuaValue {
    let raw = values[place]
    place += 1
    switch Int(raw.tag) {
    case Int(KL_BOOLEAN): return .boolean(raw.integer != 0)
    case Int(KL_INTEGER): return .integer(raw.integer)
    case Int(KL_NUMBER): return .number(raw.number)
    case Int(KL_TEXT): return .text(try text(raw))
    case Int(KL_TABLE): return .table(try readTable(count: Int(raw.count), values, at: &place))
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
    count: Int, _ values: UnsafeBufferPointer<kl_value>, at place: inout Int
  ) throws -> LuaTable {
    var byIndex: [Int64: LuaValue] = [:]
    var table = LuaTable()
    for _ in 0..<count {
      let key = try read(values, at: &place)
      let value = try read(values, at: &place)
      switch key {
      // Lua hands on a list in its order: what comes in its turn needs no sorting.
      case .integer(let index) where index == table.list.count + 1 && byIndex.isEmpty: table.list.append(value)
      case .integer(let index): byIndex[index] = value
      case .text(let name): table.named.append((name, value))
      default: table.strays.append(key.kind)
      }
    }
    if !byIndex.isEmpty {
      var next = Int64(table.list.count) + 1
      while let value = byIndex.removeValue(forKey: next) {
        table.list.append(value)
        next += 1
      }
      table.strays.append(contentsOf: byIndex.keys.sorted().map { String($0) })
    }
    if table.named.count > 1 { table.named.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) } }
    if table.strays.count > 1 { table.strays.sort() }
    return table
  }
}

/// What is wrong with a value that crosses the boundary.
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
