import KepingCore
import KepingFiles

/// The user's language: Chinese where the locale is `zh`, else English.
enum Locale {
  static let language: Language = {
    // As POSIX has it: the first that is set and not empty decides.
    let name = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(Environment.value).first { !$0.isEmpty }
    return name?.lowercased().hasPrefix("zh") == true ? .chinese : .english
  }()
}

/// A sentence in the user's language.
func localized(_ chinese: String, _ english: String) -> String { Wording(chinese, english).text(Locale.language) }
