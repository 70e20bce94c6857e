import KepingCore
import LuaRuntime

extension FrameWriter: RecordBuilder {
  mutating func append(text: some Collection<UInt8>) {
    append(tag: .text)
    append(bytes: text)
  }

  mutating func appendTable(_ body: (inout FrameWriter) -> Int) {
    append(tag: .pairs)
    let offset = frame.count
    append(uint32: 0)
    let count = body(&self)
    replace(at: offset, with: UInt32(count))
  }
}

extension ValueTree {
  /// Appends a record, or a value of it, from a frame.
  mutating func append(record reader: inout FrameReader) throws(FrameReader.Fault) {
    switch try reader.tag(ValueTag.self) {
    case .nil: append(.nil)
    case .false: append(.boolean(false))
    case .true: append(.boolean(true))
    case .integer: append(.integer(try reader.integer()))
    case .number: append(.number(try reader.number()))
    case .text: append(text: try reader.slice())
    case .pairs:
      let count = try reader.count(size: 2)
      var fault: FrameReader.Fault?
      appendTable { tree in
        for _ in 0..<2 * count where fault == nil {
          do throws(FrameReader.Fault) { try tree.append(record: &reader) } catch { fault = error }
        }
        return count
      }
      if let fault { throw fault }
    case .table, .function, .handle, .hostFunction, .unconvertible: throw FrameReader.Fault()
    }
  }
}
