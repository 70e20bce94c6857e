/// Finds the modules that Swift source code imports, in every form of import.
enum SourceImports {
  /// Returns the modules that source code imports, in order.
  ///
  /// A line of a string that looks like an import counts as one, so that no import is missed.
  static func modules(in source: String) -> [String] {
    // Attributes and access levels may precede `import`, and the kind of a declaration may follow it. Comments may be between all
    // of these.
    let pattern =
      #/
      (?: ^ | ; ) (?: \s | /\*[^*]*\*/ )*
      (?: (?: @\w+ (?: \s* \( [^)]* \) )? | public | package | internal | fileprivate | private ) (?: \s | /\*[^*]*\*/ )* )*
      \b import \b (?: \s | /\*[^*]*\*/ )*
      (?: (?: typealias | struct | class | enum | protocol | actor | let | var | func ) \b (?: \s | /\*[^*]*\*/ )* )?
      `? (?<module> \w+ )
      /#
    return source.matches(of: pattern.anchorsMatchLineEndings()).map { String($0.module) }
  }
}
