extension JSONTape {
  /// A hash of a key's text, the same however the text is escaped.
  func hash(_ key: Value, _ bytes: Bytes) -> UInt64 {
    if key.isEscaped {
      var text: Bytes = []
      Self.unescape(bytes, Int(key.start)..<Int(key.end), into: &text)
      return Self.hash(text, 0..<text.count)
    }
    return Self.hash(bytes, Int(key.start)..<Int(key.end))
  }

  /// The hash that a tape holds for a key.
  static func keyHash(_ name: Bytes) -> Int32 { Int32(truncatingIfNeeded: hash(name, 0..<name.count)) }

  /// FNV-1a: keys are short, and equal hashes are compared in full.
  private static func hash(_ bytes: Bytes, _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in range { hash = (hash ^ UInt64(bytes[place])) &* 0x100_0000_01B3 }
    return hash
  }

  /// Whether the keys from a place on name one twice.
  func repeatsKey(from first: Int, _ bytes: Bytes) -> Bool {
    let count = keys.count - first
    if count < 2 { return false }
    if count <= 32 {
      for later in (first + 1)..<keys.count {
        for earlier in first..<later
        where keys[later].hash == keys[earlier].hash && sameKey(keys[later].place, keys[earlier].place, bytes) {
          return true
        }
      }
      return false
    }
    var seen = Set<Bytes>()
    for key in keys[first...] where !seen.insert(text(of: values[Int(key.place)], bytes)).inserted { return true }
    return false
  }

  private func sameKey(_ first: Int32, _ second: Int32, _ bytes: Bytes) -> Bool {
    text(of: values[Int(first)], bytes) == text(of: values[Int(second)], bytes)
  }

  /// A text value's bytes, escapes resolved.
  public func text(of value: Value, _ bytes: Bytes) -> Bytes {
    let range = Int(value.start)..<Int(value.end)
    if !value.isEscaped { return Bytes(bytes[range]) }
    var text: Bytes = []
    Self.unescape(bytes, range, into: &text)
    return text
  }

  /// Calls the body for each member of an object, with the places of its key and its value.
  @inline(__always)
  func forEachMember(of object: Int, _ body: (_ key: Int, _ value: Int) -> Void) {
    var place = object + 1
    let end = Int(values[object].next)
    while place < end {
      body(place, place + 1)
      place = Int(values[place + 1].next)
    }
  }

  /// The paths of all keys that an object names more than once, in the order of their second place.
  public func duplicateKeys(_ bytes: Bytes) -> [(root: Bytes, path: String)] {
    var paths: [(root: Bytes, path: String)] = []
    func visit(_ place: Int, _ path: String, _ root: Bytes?) {
      switch values[place].kind {
      case .object:
        var seen = Set<Bytes>()
        forEachMember(of: place) { key, value in
          let name = text(of: values[key], bytes)
          let inner = path.isEmpty ? name.text : path + "." + name.text
          if !seen.insert(name).inserted { paths.append((root ?? name, inner)) }
          visit(value, inner, root ?? name)
        }
      case .array:
        var element = place + 1
        var index = 0
        while element < Int(values[place].next) {
          visit(element, "\(path)[\(index)]", root)
          element = Int(values[element].next)
          index += 1
        }
      default: break
      }
    }
    if !values.isEmpty { visit(0, "", nil) }
    return paths
  }
}
