extension JSONTape {
  /// Returns the hash that a tape stores for a key.
  static func keyHash(_ name: Bytes) -> Int32 { hash(name.span, 0, name.count) }

  /// Returns the hash of a key that has escapes, which is the hash of its unescaped text.
  static func hash(ofEscaped start: Int, _ end: Int, _ bytes: Span<UInt8>) -> Int32 {
    var text: Bytes = []
    unescape(bytes, start..<end, into: &text)
    return keyHash(text)
  }

  /// Returns the hash of the bytes in `start..<end`.
  ///
  /// Keys are short, and keys with equal hashes are compared in full, so a fast hash of a few bytes is good enough.
  @inline(__always)
  static func hash(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int32 {
    let count = end &- start
    var hash = UInt64(truncatingIfNeeded: count)
    if count < 8 {
      hash ^= bytes.word(at: start, count: count)
    } else {
      hash ^= bytes.word(at: start) ^ bytes.word(at: end &- 8) &* 0x9E37_79B9_7F4A_7C15
    }
    return Int32(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  /// Returns the bytes of a string value with its escapes resolved.
  public func text(of value: Value, _ bytes: Bytes) -> Bytes { Self.text(of: value, bytes.span) }

  static func text(of value: Value, _ bytes: Span<UInt8>) -> Bytes {
    var text: Bytes = []
    if value.isEscaped {
      unescape(bytes, Int(value.start)..<Int(value.end), into: &text)
    } else {
      for offset in Int(value.start)..<Int(value.end) { text.append(bytes[offset]) }
    }
    return text
  }

  /// Calls the body for each member of an object with the indices of its key and of its value in the tape.
  @inline(__always)
  func forEachMember(of object: Int, _ body: (_ key: Int, _ value: Int) -> Void) {
    var key = object + 1
    let end = Int(values[object].next)
    while key < end {
      body(key, key + 1)
      key = Int(values[key + 1].next)
    }
  }

  /// Returns the path of each repeated key, with the first component of the path as `root`.
  ///
  /// A key is repeated if the same object has named it before. The paths are in the order of the text.
  public func duplicateKeys(_ bytes: Bytes) -> [(root: Bytes, path: String)] {
    var paths: [(root: Bytes, path: String)] = []
    func visit(_ index: Int, _ path: String, _ root: Bytes?) {
      switch values[index].kind {
      case .object:
        var seen = Set<Bytes>()
        forEachMember(of: index) { key, value in
          let name = text(of: values[key], bytes)
          let inner = path.isEmpty ? name.text : path + "." + name.text
          if !seen.insert(name).inserted { paths.append((root ?? name, inner)) }
          visit(value, inner, root ?? name)
        }
      case .array:
        var element = index + 1
        var number = 0
        while element < Int(values[index].next) {
          visit(element, "\(path)[\(number)]", root)
          element = Int(values[element].next)
          number += 1
        }
      default: break
      }
    }
    if count > 0 { visit(0, "", nil) }
    return paths
  }
}
