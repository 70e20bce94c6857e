import CLuaShim

/// A known fault of some releases of Lua 5.4; see <https://www.lua.org/bugs.html>.
public enum LibraryFault: String, CaseIterable, Sendable {
  /// A `__concat` that makes the stack grow leaves the concatenation with a pointer to the old stack.
  case concat
  /// An emergency collection while a weak table grows handles the table wrongly.
  case weak
  /// Coroutines that close each other recurse in C without a limit.
  case close
  /// `t[a > b]`, where `t` is an upvalue, reads a wrong register.
  case index
  /// `70000 & (a or b)` after more than 256 constants does not load its constant.
  case bitwise
  /// `_ENV <const>` with a compile-time constant makes the compiler generate wrong code for global names.
  case environment

  /// The result of a probe; the raw value is the exit status of the probing process.
  public enum Finding: Int32, Sendable {
    /// The linked library does not have the fault.
    case absent = 0
    /// The linked library has the fault, or the probe failed.
    case present = 10
  }

  /// Tests whether the linked library has the fault.
  ///
  /// The fault may end the process. Call this only in a process that does nothing else.
  public func probe() -> Finding {
    var source = source
    let result = source.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { kl_probe($0.baseAddress, $0.count, self == .weak ? 1 : 0) }
    }
    return result == 1 ? .absent : .present
  }

  /// Lua source that returns true if the fault is absent.
  private var source: String {
    switch self {
    case .concat:
      """
      for depth = 1, 2000, 7 do
        local function grow(n) local a, b, c, d, e, f = 1, 2, 3, 4, 5, 6 return n > 0 and a + grow(n - 1) or 0 end
        local joined = coroutine.wrap(function()
          local x = setmetatable({}, { __concat = function() grow(depth) return "r" end })
          return "a" .. "b" .. x .. "c" .. x .. 1 .. x, x .. "q"
        end)
        local first, second = joined()
        if first ~= "r" and type(first) ~= "string" or second ~= "r" then return false end
      end
      return true
      """
    case .weak:
      """
      for round = 1, 40 do
        local weak = {}
        for i, mode in ipairs { "k", "v", "kv" } do weak[i] = setmetatable({}, { __mode = mode }) end
        for i = 1, 400 do
          local key, value = {}, { i }
          for _, t in ipairs(weak) do pcall(function() t[key], t[value], t[i] = value, { key }, key end) end
        end
      end
      return true
      """
    case .close:
      """
      local last
      for i = 1, 20000 do
        local before = last
        last = coroutine.create(function()
          local x <close> = setmetatable({}, { __close = function() if before then coroutine.close(before) end end })
          coroutine.yield()
        end)
        coroutine.resume(last)
      end
      coroutine.close(last)
      return true
      """
    case .index:
      """
      local t = { [true] = 1, [false] = 2 }
      local function read(a, b) return t[a > b] end
      local ok, one = pcall(read, 2, 1)
      local too, two = pcall(read, 1, 2)
      return ok and too and one == 1 and two == 2
      """
    case .bitwise:
      """
      local constants = {}
      for i = 1, 300 do constants[i] = i .. ".5" end
      local f = load("local a, b = ... local t = {" .. table.concat(constants, ",") .. "} return 70000 & (a or b)")
      local ok, value = pcall(f, 12345, 99)
      return ok and value == 70000 & 12345
      """
    case .environment:
      """
      local f = load("local x = 1; local _ENV <const> = 11; y = x")
      return not f or not pcall(f)
      """
    }
  }
}
