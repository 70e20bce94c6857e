extension Unicode.Scalar {
  /// Whether the character carries meaning.
  ///
  /// True for letters, numbers, and signs such as `≥` and `%`; false for punctuation, spaces and bullets.
  package var isWord: Bool {
    switch self {
    case "%", "％", "‰": return true
    case "|", "~": return false
    default: break
    }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
      .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .mathSymbol, .currencySymbol:
      return true
    case .otherSymbol: return !(0x2500...0x27BF).contains(value)
    default: return false
    }
  }
}
