import KepingCore

/// Parses YAML into nodes that know their positions.
public enum YAMLFile {
  /// Parses a text that is one document.
  ///
  /// - Parameter path: the file name for messages.
  /// - Throws: ``Diagnostic`` with code `invalid-yaml` or `duplicate-key`.
  public static func parse(_ text: String, path: String) throws(Diagnostic) -> YAMLNode {
    do throws(Diagnostic) {
      return try document(text, path: path)
    } catch {
      throw YAMLDiagnosis.improved(error, in: text)
    }
  }

  /// Parses a text that is one document, with the errors of libyaml as they are.
  static func document(_ text: String, path: String) throws(Diagnostic) -> YAMLNode {
    var text = text
    let document = text.withUTF8 { bytes in
      Result { () throws(Diagnostic) in
        var reader = YAMLReader(try unsafe YAMLEvents(bytes, path: path), path)
        return try reader.document()
      }
    }
    return try document.get()
  }

  /// Parses as much of a text as possible.
  ///
  /// Use this for a text that ``parse(_:path:)`` refuses. The result has the nodes before the first error, and of a key that
  /// occurs several times the first value is the one that ``YAMLNode/member(_:)`` finds.
  ///
  /// - Returns: the root, and whether the text was parsed to its end.
  public static func parseBeginning(_ text: String, path: String) -> (root: YAMLNode, isComplete: Bool) {
    var text = text
    return text.withUTF8 { bytes in
      guard let events = try? unsafe YAMLEvents(bytes, path: path) else { return (.empty(path), false) }
      var reader = YAMLReader(events, path, stopsAtFault: true)
      guard let root = try? reader.document() else { return (.empty(path), false) }
      return (root, reader.fault == nil)
    }
  }
}
