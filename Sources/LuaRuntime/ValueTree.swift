import CLuaShim

/// A tree of values as one flat array in preorder, which is the form that C reads.
public struct ValueTree {
  private(set) var values: [kl_value] = []
  private var texts: [UInt8] = []
  /// For each text: its index in `values`, and the offset of its bytes in `texts`.
  private var textOffsets: [(value: Int, offset: Int)] = []

  /// Appends a value with all values in it.
  public mutating func append(_ value: LuaValue) {
    switch value {
    case .nil, .unconvertible: append(KL_NIL)
    case .boolean(let flag): append(KL_BOOLEAN, integer: flag ? 1 : 0)
    case .integer(let integer): append(KL_INTEGER, integer: integer)
    case .number(let number): append(KL_NUMBER, number: number)
    case .text(let text): append(text: text.utf8)
    case .table(let table):
      appendTable { tree in
        for (index, element) in table.list.enumerated() {
          tree.append(.integer(Int64(index + 1)))
          tree.append(element)
        }
        for (name, element) in table.named {
          tree.append(text: name.utf8)
          tree.append(element)
        }
        return table.list.count + table.named.count
      }
    case .function(let function): append(KL_FUNCTION, integer: function.reference)
    case .handle(let number): append(KL_HANDLE, integer: number)
    case .hostFunction(let number): append(KL_HOST_FUNCTION, integer: number + Prelude.HostFunction.firstOfHost)
    }
  }

  /// Appends a text, which must be UTF-8.
  public mutating func append(text: some Collection<UInt8>) {
    let start = texts.count
    texts.append(contentsOf: text)
    textOffsets.append((values.count, start))
    append(KL_TEXT, length: texts.count - start)
  }

  /// Appends a table: the closure appends keys and values alternately, and returns the number of pairs.
  public mutating func appendTable(_ body: (inout ValueTree) -> Int) {
    let table = values.count
    append(KL_TABLE)
    values[table].count = Int32(body(&self))
  }

  private mutating func append<Tag: BinaryInteger>(_ tag: Tag, integer: Int64 = 0, number: Double = 0, length: Int = 0) {
    var raw = kl_value()
    raw.tag = Int32(tag)
    raw.integer = integer
    raw.number = number
    raw.length = length
    values.append(raw)
  }

  /// Returns a copy of the values and their texts in memory that does not move.
  ///
  /// The caller deallocates both.
  func copied() -> (values: UnsafeMutablePointer<kl_value>, texts: UnsafeMutablePointer<CChar>) {
    let copiedTexts = UnsafeMutablePointer<CChar>.allocate(capacity: max(1, texts.count))
    let copiedValues = UnsafeMutablePointer<kl_value>.allocate(capacity: values.count)
    texts.withUnsafeBytes {
      UnsafeMutableRawPointer(copiedTexts).copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copiedTexts), byteCount: $0.count)
    }
    copiedValues.initialize(from: values, count: values.count)
    for text in textOffsets { copiedValues[text.value].text = UnsafePointer(copiedTexts + text.offset) }
    return (copiedValues, copiedTexts)
  }
}
