import CLuaShim

/// The Lua source that builds the sandbox; each state runs it once, before the plugin.
///
/// It receives the raw library and gives plugins an allow-list. Each function that could loop in C, where the count hook
/// does not run, is written in Lua, bounded, or charged by length before it runs. The prelude returns the function that
/// seals a state: it makes everything that a plugin built at load read-only.
enum Prelude {
  /// The numbers of the host functions that every state has; the prelude and `KL_MODULE` of the shim use them.
  enum HostFunction {
    static let global: Int64 = 0
    static let module: Int64 = 1
    static let index: Int64 = 2
    static let operation: Int64 = 3
    static let firstOfHost: Int64 = 16
  }

  /// The prelude as bytecode of the linked library, which loads much faster than source; empty if memory ran out.
  static let compiled: [UInt8] = {
    var text = source
    var length = 0
    let code = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { kl_compile_prelude($0.baseAddress, $0.count, &length) }
    }
    defer { kl_free_prelude(code) }
    return Array(UnsafeRawBufferPointer(start: code, count: code == nil ? 0 : length))
  }()

  private static let source = #"""
    local raw = ...
    local charge, load_module, nil_marker = raw.charge, raw.load_module, raw.nil_marker()
    local raw_pairs, run_number = raw.pairs, raw.run_number
    local assert, error, ipairs, rawequal, rawget, rawlen, rawset, select, tonumber, type =
      assert, error, ipairs, rawequal, rawget, rawlen, rawset, select, tonumber, type
    local lib_string, lib_table, lib_math, lib_utf8, lib_debug = string, table, math, utf8, debug
    local lib_next, lib_tostring = next, tostring
    local lib_setmetatable, lib_getmetatable = lib_debug.setmetatable, lib_debug.getmetatable
    local word, handle_index, handle_operation = raw.host_function(0), raw.host_function(2), raw.host_function(3)

    -- A read-only view of `content`. `absent` is called for a name that `content` does not have.
    local function view(content, what, absent)
      if absent then lib_setmetatable(content, { __index = absent }) end
      return lib_setmetatable({}, {
        __index = content, __sealed = content, __metatable = false,
        __len = function() return #content end,
        __newindex = function(_, name)
          error("'" .. lib_tostring(name) .. "': " .. what .. " is read-only", 2)
        end,
      })
    end

    -- The table behind a sealed table, or the table itself.
    local function content(t)
      local metatable = lib_getmetatable(t)
      return type(metatable) == "table" and rawget(metatable, "__sealed") or t
    end

    -- The table itself and its raw length, without metamethods.
    local function list(t, name, writable)
      if type(t) ~= "table" then error("bad argument #1 to '" .. name .. "' (table expected, got " .. type(t) .. ")", 3) end
      local real = content(t)
      if writable and not rawequal(real, t) then error("a table made at load is read-only", 3) end
      return real, rawlen(real)
    end

    local function tostring(value)
      local kind = type(value)
      if kind == "string" then return value end
      if kind == "number" or kind == "boolean" or kind == "nil" then return lib_tostring(value) end
      if kind == "table" then
        local metatable = lib_getmetatable(value)
        local made = type(metatable) == "table" and rawget(metatable, "__tostring")
        if made then
          local text = made(value)
          if type(text) ~= "string" then error("'__tostring' must return a string", 2) end
          return text
        end
      end
      return kind == "userdata" and "node" or kind -- never an address
    end

    -- A stable merge sort, which ends whatever the comparison returns.
    local function merge_sort(items, count, less)
      local from, to, width = items, {}, 1
      while width < count do
        for low = 1, count, 2 * width do
          local middle, high = low + width, low + 2 * width
          if middle > count + 1 then middle = count + 1 end
          if high > count + 1 then high = count + 1 end
          local left, right = low, middle
          for index = low, high - 1 do
            if left < middle and (right >= high or not less(from[right], from[left])) then
              to[index] = from[left]; left = left + 1
            else
              to[index] = from[right]; right = right + 1
            end
          end
        end
        from, to, width = to, from, 2 * width
      end
      if not rawequal(from, items) then for index = 1, count do items[index] = from[index] end end
    end

    local function sorted_pairs(t)
      if type(t) ~= "table" then error("bad argument #1 to 'pairs' (table expected, got " .. type(t) .. ")", 2) end
      return raw_pairs(content(t))
    end

    -- One instruction follows a whole chain of tables from __index to __index, or from __newindex to __newindex. Therefore
    -- each table that others refer to has a height: the length of the longest chain above it that was made in this run.
    local longest_chain <const> = 32
    local heights, heights_run
    local function link(t, target, event)
      if type(target) ~= "table" then return end
      if heights_run ~= run_number() then heights, heights_run = { __index = {}, __newindex = {} }, run_number() end
      local above = heights[event]
      local height = above[t] or 0
      while type(target) == "table" do
        height = height + 1
        if height > longest_chain or rawequal(target, t) then
          error("a chain of " .. event .. " must end, after at most " .. longest_chain .. " tables", 3)
        end
        if (above[target] or 0) < height then above[target] = height end
        local metatable = lib_getmetatable(target)
        target = type(metatable) == "table" and rawget(metatable, event)
      end
    end

    local metamethods = {}
    for _, name in ipairs { "add", "sub", "mul", "div", "mod", "pow", "unm", "idiv", "eq", "lt", "le", "index", "newindex",
      "call", "len", "tostring", "band", "bor", "bxor", "bnot", "shl", "shr" } do metamethods["__" .. name] = true end

    -- The metatable is copied, so that a refused metamethod cannot be added to it later.
    local function setmetatable(t, metatable)
      if type(t) ~= "table" then error("bad argument #1 to 'setmetatable' (table expected, got " .. type(t) .. ")", 2) end
      if metatable ~= nil and type(metatable) ~= "table" then error("bad argument #2 to 'setmetatable' (nil or table expected)", 2) end
      if not rawequal(content(t), t) then error("a table made at load is read-only", 2) end
      if metatable == nil then return lib_setmetatable(t, nil) end
      local copy, refused = {}, nil
      for key, value in lib_next, content(metatable) do
        if metamethods[key] then
          copy[key] = value
        elseif type(key) == "string" and #key < 40 and lib_string.sub(key, 1, 2) == "__" then
          if not refused or key < refused then refused = key end
        end
      end
      if refused then error("the metamethod " .. refused .. " is not available to plugins", 2) end
      -- A chain of tables that call each other would be followed by one instruction.
      if copy.__call ~= nil and type(copy.__call) ~= "function" then error("__call must be a function", 2) end
      link(t, copy.__index, "__index")
      link(t, copy.__newindex, "__newindex")
      copy.__metatable = false
      return lib_setmetatable(t, copy)
    end

    local function unavailable(library)
      return function(_, name)
        error(library .. "." .. tostring(name) .. " is not available to plugins", 2)
      end
    end

    local function text(value, name, argument)
      if type(value) == "number" then value = lib_tostring(value) end
      if type(value) ~= "string" then
        error("bad argument #" .. argument .. " to '" .. name .. "' (string expected, got " .. type(value) .. ")", 3)
      end
      return value
    end

    local find, rep, format = lib_string.find, lib_string.rep, lib_string.format
    local strings = {
      byte = function(s, i, j)
        s, i = text(s, "byte", 1), i or 1
        charge(#s)
        return lib_string.byte(s, i, j or i)
      end,
      char = lib_string.char,
      find = function(s, part, init)
        s, part = text(s, "find", 1), text(part, "find", 2)
        charge(#s // 16 * (1 + #part // 16))
        return find(s, part, init or 1, true)
      end,
      format = function(form, ...)
        form = text(form, "format", 1)
        charge(#form)
        local arguments, count, used, start = { ... }, select("#", ...), 0, 1
        while true do
          local first, last, kind = find(form, "%%[-+ #0]*%d*%.?%d*(.)", start)
          if not first then break end
          start = last + 1
          if kind ~= "%" then
            used = used + 1
            if kind == "p" then error("string.format: %p is not available to plugins", 2) end
            if kind == "s" then
              if used > count then error("bad argument #" .. used + 1 .. " to 'format' (no value)", 2) end
              arguments[used] = tostring(arguments[used])
            end
            if type(arguments[used]) == "string" then charge(#arguments[used]) end
          end
        end
        return format(form, lib_table.unpack(arguments, 1, count))
      end,
      len = function(s) return #text(s, "len", 1) end,
      lower = function(s) s = text(s, "lower", 1) charge(#s) return lib_string.lower(s) end,
      upper = function(s) s = text(s, "upper", 1) charge(#s) return lib_string.upper(s) end,
      reverse = function(s) s = text(s, "reverse", 1) charge(#s) return lib_string.reverse(s) end,
      sub = function(s, i, j) s = text(s, "sub", 1) charge(#s // 16) return lib_string.sub(s, i, j or -1) end,
      rep = function(s, n, separator)
        s, separator = text(s, "rep", 1), text(separator or "", "rep", 3)
        n = lib_math.tointeger(n) or error("bad argument #2 to 'rep' (whole number expected)", 2)
        if n > 0 then charge((#s + #separator + 1) * (n * 1.0)) end
        return rep(s, n, separator)
      end,
    }

    local tables = {
      insert = function(t, ...)
        local real, count = list(t, "insert", true)
        local given = select("#", ...)
        if given == 1 then real[count + 1] = (...) return end
        if given ~= 2 then error("wrong number of arguments to 'insert'", 2) end
        local position, value = ...
        position = lib_math.tointeger(position)
        if not position or position < 1 or position > count + 1 then error("bad argument #2 to 'insert' (position out of bounds)", 2) end
        for index = count, position, -1 do real[index + 1] = real[index] end
        real[position] = value
      end,
      remove = function(t, position)
        local real, count = list(t, "remove", true)
        if position == nil then position = count end
        position = lib_math.tointeger(position)
        if not position or ((position < 1 or position > count + 1) and not (count == 0 and position == 0)) then
          error("bad argument #2 to 'remove' (position out of bounds)", 2)
        end
        local value = real[position]
        for index = position, count - 1 do real[index] = real[index + 1] end
        if position <= count then real[count] = nil end
        return value
      end,
      concat = function(t, separator, i, j)
        local real, count = list(t, "concat")
        separator, i, j = text(separator or "", "concat", 2), i or 1, j or count
        if lib_math.tointeger(i) == nil or lib_math.tointeger(j) == nil or i < 1 or j > count then
          if i > j then return "" end
          error("concat: the range goes beyond the list", 2)
        end
        local pieces = 0
        for index = i, j do
          local piece = real[index]
          if type(piece) ~= "string" and type(piece) ~= "number" then
            error("invalid value (at index " .. index .. ") in table for 'concat'", 2)
          end
          pieces = pieces + #separator + (type(piece) == "string" and #piece or 20)
        end
        charge(pieces)
        return lib_table.concat(real, separator, i, j)
      end,
      unpack = function(t, i, j)
        local real, count = list(t, "unpack")
        i, j = i or 1, j or count
        if lib_math.tointeger(i) == nil or lib_math.tointeger(j) == nil then error("unpack: whole numbers expected", 2) end
        if i <= j and (j - i >= 250 or j - i < 0) then error("unpack: more than 250 values", 2) end
        return lib_table.unpack(real, i, j)
      end,
      pack = function(...) return { n = select("#", ...), ... } end,
      sort = function(t, less)
        local real, count = list(t, "sort", true)
        merge_sort(real, count, less or function(a, b) return a < b end)
      end,
    }

    local maths = {}
    for _, name in ipairs { "abs", "ceil", "exp", "floor", "fmod", "huge", "log", "max", "maxinteger", "min", "mininteger", "modf", "pi",
      "sqrt", "tointeger", "type", "ult" } do maths[name] = lib_math[name] end

    local texts = {
      char = lib_utf8.char,
      len = function(s) s = text(s, "len", 1) charge(#s) return lib_utf8.len(s) end,
      codepoint = function(s, i) s = text(s, "codepoint", 1) return lib_utf8.codepoint(s, i or 1) end,
    }

    -- A module is another file of the plugin; it runs once.
    local loaded, loading = {}, {}
    local function require(name)
      if type(name) ~= "string" then error("bad argument #1 to 'require' (string expected)", 2) end
      if loading[name] then error("require: '" .. name .. "' requires itself", 2) end
      if loaded[name] ~= nil then return loaded[name] end
      local chunk = load_module(name)
      loading[name] = true
      local value = chunk(name)
      loading[name] = nil
      if value == nil then value = true end
      loaded[name] = value
      return value
    end

    local builtins = {
      assert = assert, error = error, ipairs = ipairs, pairs = sorted_pairs, pcall = raw.pcall, rawequal = rawequal,
      rawlen = function(t) return select(2, list(t, "rawlen")) end,
      require = require, select = select, setmetatable = setmetatable, tonumber = tonumber, tostring = tostring, type = type,
      string = view(strings, "string", unavailable "string"), table = view(tables, "table", unavailable "table"),
      math = view(maths, "math", unavailable "math"), utf8 = view(texts, "utf8", unavailable "utf8"),
    }
    raw.set_string_index(strings)

    local environment = lib_setmetatable({}, {
      __index = lib_setmetatable(builtins, { __index = function(_, name) return word(name) end }),
      __newindex = function(_, name)
        error("a global must not be written; 'local " .. tostring(name) .. "' is meant?", 2)
      end,
      __metatable = false, __sealed = builtins,
    })
    raw.set_environment(environment)

    local function operator(name) return function(a, b) return handle_operation(name, a, b) end end
    raw.set_handle_metatable {
      __metatable = false, __name = "node", __index = function(node, key) return handle_index(node, key) end,
      __add = operator "+", __sub = operator "-", __mul = operator "*", __div = operator "/", __idiv = operator "//",
      __mod = operator "%", __pow = operator "^", __unm = operator "-", __lt = operator "<", __le = operator "<=",
      __len = operator "#", __call = operator "call",
      __newindex = function(_, key) error("'" .. tostring(key) .. "': a node cannot be written", 2) end,
    }

    -- Tests the reading of the library's code: this function assigns two of its upvalues, one in a nested function.
    local assigned, further, read_only
    raw.verify_code_layout(function() assigned = read_only return function() further = read_only end end)

    -- Makes everything that the functions passed to the host can reach read-only, and records their upvalues.
    return function()
      local known, snapshot = { [environment] = true, [builtins] = true }, {}
      for _, value in lib_next, builtins do known[value] = true end
      local visit

      local function seal_table(t)
        local metatable = lib_getmetatable(t)
        if type(metatable) == "table" and rawget(metatable, "__sealed") then return end
        local behind = {}
        for key, value in lib_next, t do
          visit(key)
          visit(value)
          behind[key] = value
        end
        for key in lib_next, behind do t[key] = nil end
        local front = { __metatable = false, __sealed = behind, __index = behind }
        if type(metatable) == "table" then
          for key, value in lib_next, metatable do
            visit(value)
            if key ~= "__index" and key ~= "__newindex" then front[key] = value end
          end
          local index = metatable.__index
          if type(index) == "function" then
            -- The function gets the sealed table, never the one behind it.
            front.__index = function(_, key)
              local value = behind[key]
              if value == nil then return index(t, key) end
              return value
            end
          else
            lib_setmetatable(behind, { __index = index })
          end
        end
        front.__len = front.__len or function() return rawlen(behind) end
        front.__newindex = function(_, key)
          error("'" .. tostring(key) .. "': a table made at load is read-only", 2)
        end
        lib_setmetatable(t, nil)
        lib_setmetatable(t, front)
      end

      function visit(value)
        local kind = type(value)
        if (kind ~= "table" and kind ~= "function") or known[value] then return end
        known[value] = true
        if kind == "table" then return seal_table(value) end
        local info = lib_debug.getinfo(value, "S")
        if info.what == "C" or info.source == "@[keping]" then return end
        local index = 1
        while true do
          local name, held = lib_debug.getupvalue(value, index)
          if not name then break end
          local count = #snapshot
          snapshot[count + 1], snapshot[count + 2] = value, index
          if held == nil then snapshot[count + 3] = nil_marker else snapshot[count + 3] = held end
          visit(held)
          index = index + 1
        end
      end

      for _, handed in ipairs(raw.functions()) do visit(handed) end
      for _, value in lib_next, loaded do visit(value) end
      raw.snapshot_upvalues(snapshot)
    end
    """#
}
