/// Finds the modules that Swift source imports, in whatever form the import is written.
enum SourceImports {
  /// The modules that a source imports, in its order.
  ///
  /// A line of a string that looks like an import counts as one, so that nothing is overlooked.
  static func modules(in source: String) -> [String] {
    // Attributes and access levels may stand before `import`, the kind of a declaration behind it, comments between them.
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
