import KepingCore

/// Parses YAML into nodes that know their positions.
public enum YAMLFile {
  /// Parses a text that is one document.
  ///
  /// - Parameter path: the file name for messages.
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
