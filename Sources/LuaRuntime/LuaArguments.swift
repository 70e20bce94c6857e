import CLuaShim

/// The arguments of a state's next call, in buffers that C reads and that every call reuses.
final class LuaArguments {
  private(set) var values = UnsafeMutablePointer<kl_value>.allocate(capacity: 8)
  private(set) var count = 0
  private var capacity = 8
  /// The bytes of the texts, without separators.
  private var texts = UnsafeMutablePointer<CChar>.allocate(capacity: 256)
  private var textCount = 0
  private var textCapacity = 256
  /// The trees that `values` points to, which are retained until the call has been made.
  private var trees: [LuaTree] = []
  private var hasTrees = false

  deinit {
    values.deallocate()
    texts.deallocate()
  }

  @inline(__always)
  func removeAll() {
    count = 0
    textCount = 0
    if hasTrees { removeTrees() }
  }

  private func removeTrees() {
    hasTrees = false
    trees.removeAll(keepingCapacity: true)
  }

  /// Appends a value that needs no further memory: `integer` or `number` holds it.
  @inline(__always)
  func append(_ tag: Int, integer: Int64 = 0, number: Double = 0) {
    if count == capacity { grow() }
    let value = values + count
    value.pointee.tag = Int32(truncatingIfNeeded: tag)
    value.pointee.integer = integer
    value.pointee.number = number
    count &+= 1
  }

  func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      if bytes.count > textCapacity - textCount { reserveText(bytes.count) }
      let start = texts + textCount
      if let source = bytes.baseAddress {
        UnsafeMutableRawPointer(start).copyMemory(from: source, byteCount: bytes.count)
      }
      textCount += bytes.count
      append(Int(KL_TEXT))
      values[count - 1].text = UnsafePointer(start)
      values[count - 1].length = bytes.count
    }
  }

  func append(_ tree: LuaTree) {
    append(Int(KL_TREE))
    values[count - 1].tree = UnsafePointer(tree.values)
    values[count - 1].length = tree.count
    trees.append(tree)
    hasTrees = true
  }

  @inline(never)
  private func grow() {
    let grown = UnsafeMutablePointer<kl_value>.allocate(capacity: capacity * 2)
    grown.moveInitialize(from: values, count: count)
    values.deallocate()
    values = grown
    capacity *= 2
  }

  /// Moves the texts to a buffer that has space for `length` more bytes.
  private func reserveText(_ length: Int) {
    textCapacity = (textCount + length) * 2
    let grown = UnsafeMutablePointer<CChar>.allocate(capacity: textCapacity)
    grown.moveInitialize(from: texts, count: textCount)
    for index in 0..<count where values[index].tag == Int32(KL_TEXT) {
      values[index].text = UnsafePointer(grown + (values[index].text - UnsafePointer(texts)))
    }
    texts.deallocate()
    texts = grown
  }
}
