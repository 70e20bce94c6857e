import KepingCore
import KepingFiles

/// The language of messages: Chinese if the locale begins with `zh`, else English.
enum Locale {
  /// The user's language, from the environment at start.
  static let language: Language = {
    // The order of POSIX: the first variable that is set and not empty decides.
    let name = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(Environment.value).first { !$0.isEmpty }
    return name?.lowercased().hasPrefix("zh") == true ? .chinese : .english
  }()
}

/// Returns a text in the user's language.
func localized(_ chinese: String, _ english: String) -> String { Wording(chinese, english).text(Locale.language) }

/// Returns a number with an English noun: `1 direction`, `7 directions`.
func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
