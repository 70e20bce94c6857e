import Glibc

/// The environment variables of the process.
public enum Environment {
  /// Returns the value of a variable; nil if it is not set.
  public static func value(_ name: String) -> String? { unsafe getenv(name).map { unsafe String(cString: $0) } }
}
