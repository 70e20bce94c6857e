import KepingCore

/// Reads YAML files into nodes that know their places.
public enum YAMLFile {
  /// Reads one document.
  /// - Parameter path: the file, as messages name it.
  /// - Throws: ``Diagnostic`` with code `invalid-yaml` or `duplicate-key`.
  public static func parse(_ text: String, path: String) throws(Diagnostic) -> YAMLNode {
    var text = text
    let document = text.withUTF8 { bytes in
      Result { () throws(Diagnostic) in
        var reader = YAMLReader(try unsafe YAMLEvents(bytes, path: path), path)
        return try reader.document()
      }
    }
    return try document.get()
  }
}
