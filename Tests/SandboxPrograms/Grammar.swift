/// The alternatives of each rule, with their weights.
///
/// The text has a line `# rule` before the alternatives of a rule, and for each alternative a line with its weight and a template.
/// Between « and » in a template stands a word for ``ProgramGenerator/expand(_:)``, often with a colon and values that ¦ separates.
struct Grammar: Sendable {
  /// A part of a template.
  indirect enum Part: Sendable {
    case text(String)
    case word(String, [[Part]])
  }

  typealias Alternative = (weight: Int, template: [Part])

  private var rules: [String: [Alternative]] = [:]

  init(_ texts: [String]) {
    var name = ""
    for line in texts.joined(separator: "\n").split(separator: "\n") {
      if line.hasPrefix("# ") {
        name = String(line.dropFirst(2))
      } else {
        let parts = line.split(separator: " ", maxSplits: 1)
        rules[name, default: []].append((Int(parts[0])!, Self.template(parts[1])))
      }
    }
  }

  /// Returns the parts of a template.
  static func template(_ text: Substring) -> [Part] {
    var rest = text.replacing("↵", with: "\n").unicodeScalars[...]
    return parts(&rest, isWithin: false)
  }

  /// Reads parts up to the end or, within a word, up to ¦ or ».
  private static func parts(_ rest: inout Substring.UnicodeScalarView, isWithin: Bool) -> [Part] {
    var parts: [Part] = []
    var text = ""
    while let next = rest.first, !(isWithin && (next == "¦" || next == "»")) {
      rest.removeFirst()
      guard next == "«" else {
        text.unicodeScalars.append(next)
        continue
      }
      let name = rest.prefix { $0 != ":" && $0 != "»" }
      rest.removeFirst(name.count)
      var values: [[Part]] = []
      while let end = rest.popFirst(), end != "»" { values.append(Self.parts(&rest, isWithin: true)) }
      parts += [.text(text), .word(String(name), values)]
      text = ""
    }
    return parts + [.text(text)]
  }

  /// The alternatives of a rule; none if there is no such rule.
  subscript(rule: String) -> [Alternative] { rules[rule] ?? [] }

  /// The grammar of the programs.
  static let programs = Grammar(
    [expressions, constants, statements, results, hugeTables, longTexts, deepCalls, chains, uses, vocabulary])

  private static let expressions = #"""
    # number
    12 («number» «pick:+¦-¦*¦/» «number»)
    4 («number» «pick://¦%¦^» «number»)
    3 («whole» «pick:&¦|¦~¦<<¦>>» «whole»)
    2 -(«number»)
    1 ~(«whole»)
    4 #(«table»)
    3 #(«text»)
    2 rawlen(«table»)
    2 (tonumber(«text») or 0)
    1 tonumber(«text», «between:1,37»)
    2 select("#", «list:1,4»)
    2 math.«pick:abs¦ceil¦floor¦exp¦log¦sqrt¦tointeger»(«number»)
    2 math.«pick:max¦min¦fmod¦log»(«number», «number»)
    2 ((«table»)[«key»] or «constant»)
    1 string.byte(«text», «number»)
    1 utf8.len(«text»)
    1 (string.find(«text», «text») or 0)
    2 ((«truth») and «number» or «number»)
    # whole
    7 «pick:0¦1¦2¦3¦8¦31¦62¦63¦64¦-1¦262143¦math.mininteger»
    3 «number»
    # text
    8 («text» .. «pick:«text»¦«number»»)
    6 tostring(«value»)
    3 («text»):rep(«size» // 10)
    2 string.rep(«text», «number», «text»)
    3 («text»):«pick:upper¦lower¦reverse»()
    3 («text»):sub(«number», «number»)
    4 string.format("«form»", «number», «value»)
    2 string.format("%s|%s", «value», «value»)
    2 table.concat({ «text», «number» }, «text»)
    1 table.concat(«table», ",", «number», «number»)
    1 string.char(«between:0,300», «between:0,255»)
    1 utf8.char(«pick:0x4e2d¦0x10ffff¦0x7fffffff¦0xd800¦27¦0»)
    2 type(«value»)
    1 ((«truth») and «text» or «text»)
    # truth
    6 («number» «pick:<¦<=¦>¦>=¦==¦~=» «number»)
    2 («text» «pick:<¦<=¦==¦~=» «text»)
    2 («value» «pick:==¦~=» «value»)
    1 («value» < «value»)
    2 not «value»
    2 ((«truth») «pick:and¦or» («truth»))
    1 rawequal(«value», «value»)
    2 pcall(«function», «value»)
    1 math.ult(«number», «number»)
    # table
    6 { «list:0,6» }
    3 { «member», «member» }
    2 { «member», «value», «member», «member» }
    2 { «value», nil, «value», nil, nil, «value» }
    2 table.pack(«list:0,4»)
    5 «metatable:«constant table»»
    3 setmetatable(«table», { __index = «pick:«table»¦«function»» })
    2 «nested»
    2 (function() local t = {} for i = 1, «size» do t[«key:i»] = i end return t end)()
    1 (select(2, pcall(«function», «value»)) or {})
    # nested
    1 «times:1,6,{»«number»«closing:}»
    1 { { { { { { { { { { { { { «value» } } } } } } } } } } } } }
    # member
    2 «pick:n¦x¦k1¦k2¦next» = «value»
    2 [«safe key»] = «value»
    # function
    10 «closure»
    3 «builtin»
    3 pairs(«table»)
    4 (function() local c = «constant» return function() c = c + 1 return c end end)()
    2 (function(...) local a, b = ... return function() a, b = b, a return a end end)(«list:0,3»)
    1 (function() local f f = function(n) if n < 1 then return 0 end return 1 + f(n - 1) end return f end)()
    # safe key
    1 «pick:1¦2¦3¦-1¦1.5¦2^53¦2^63¦true¦false¦"x"¦"\xff"¦{}¦tostring¦math.huge¦-0.0¦math.mininteger¦"__index"»
    # key
    4 «number»
    3 «text»
    2 «pick:1¦2¦"n"¦"x"¦"k1"»
    1 «pick:«table»¦«function»¦true¦nil»
    # metamethod name
    3 «pick:__index¦__newindex¦__call¦__tostring»
    2 «pick:__index¦__len¦__eq¦__lt¦__le»
    1 «pick:__add¦__sub¦__mul¦__unm¦__mod¦__idiv¦__shl¦__bnot¦__concat¦__gc»
    # metamethod
    2 «value»
    1 «table»
    1 «function»
    1 function(self, k) self.n = (self.n or 0) + 1 return self.n end
    1 function(self, k) return self[k] end
    1 function(self, k, v) self[k] = v return k end
    1 function(...) return «pick:...¦select("#", ...)¦tostring((...))¦true¦"x"¦1¦{}» end
    1 function(self) error(«value», «number») end
    1 function(a, b) return a «pick:==¦<¦+¦..¦and» b end
    """#

  private static let constants = #"""
    # constant
    65 «pick:0¦1¦2¦3¦5¦7¦10¦60¦100¦250¦251¦1000¦0.5¦1.5¦-1¦-2¦year»
    35 «extreme»
    # extreme
    5 «pick:1e308¦-1e308¦5e-324¦math.huge¦-math.huge¦(0/0)¦-0.0¦2^53¦2^63¦-2^63¦2^31¦4e9¦-4e9¦1e15¦1e18¦3.0¦1e100¦-1e18»
    3 «pick:math.maxinteger¦math.mininteger¦(1 << 62)¦(1 << 63)¦(~0)¦9223372036854775807¦9223372036854775808¦0xffffffffffffffff»
    2 «pick:2147483647¦2147483648¦-2147483649¦262143¦1048575¦65535¦9007199254740993¦9999¦10000¦math.pi»
    # literal
    4 «pick:""¦"x"¦"n"¦"k1"¦"ok"¦"示范"¦"1"¦"10"¦"0x10"¦"1e308"¦"nan"¦" 7 "¦"1万元"¦"1个"¦"1.1"»
    3 «pick:"\xff\xfe"¦"a\0b"¦"\27[31m"¦"\u{202E}x"¦"\r\n"¦"\u{10FFFF}"¦"\xed\xa0\x80"¦"\u{200B}"¦"\u{85}"»
    2 «pick:"%d"¦"%s"¦"__index"¦"program"¦"parts"¦[[长 文]]¦'"'¦"<&>"¦"[keping"»
    # constant table
    1 «pick:{}¦{ 1, 2, 3 }¦{ n = 1, x = 2 }¦{ 1, nil, 3, nil }¦{ [1] = 1, [3] = 3, k1 = {} }»
    # form
    1 «pick:%d¦%5.2f¦%s¦%q¦%g¦%.14g¦%i¦%x¦%c¦%-20s|¦%099d¦%.99f¦%100d¦%u¦%e¦%5s%%¦%¦%y¦%p¦%.3s¦%+d¦% d»
    # builtin
    4 «pick:tostring¦tonumber¦error¦assert¦pairs¦ipairs¦pcall¦rawequal¦rawlen¦select¦setmetatable¦type¦require»
    3 string.«pick:rep¦format¦sub¦byte¦char¦find¦len¦upper¦lower¦reverse»
    3 table.«pick:concat¦insert¦pack¦remove¦sort¦unpack»
    2 math.«pick:abs¦floor¦max¦tointeger¦type¦ult¦fmod¦modf¦log»
    1 utf8.«pick:char¦len¦codepoint»
    3 «pick:function() end¦function() return true end¦function(...) return ... end¦("x").rep»
    # condition
    1 «pick:title == "grow"¦title == "err"¦title ~= "ok"¦#title > 3¦title < "h"¦n > 1000¦n % 2 == 0¦tonumber(title)»
    # bounds
    1 1, «size»
    1 «pick:math.maxinteger - 3, math.maxinteger¦1, 0¦3, 1, -1¦1, 3, 0¦1.0, 3.5, 0.5¦-2^63, -2^63 + 2048, 1024.0»
    1 «pick:math.mininteger, math.mininteger + 2¦1, "3"¦0/0, 1¦1, 3, math.maxinteger¦2^53, 2^53 + 4»
    # indexed key
    2 INDEX
    2 INDEX * «pick:262143¦65535¦32767¦1048575¦16777215¦131071¦4194303¦2147483647¦1023»
    1 INDEX << «between:1,62»
    1 INDEX * «pick:0.5¦1.5¦1e-300¦1e300¦2.0^52¦-1»
    1 "«pick:k¦s¦键»" .. INDEX
    1 INDEX % «between:1,50»
    1 INDEX * ((1 << «between:2,40») - 1)
    1 { INDEX }
    1 ("x"):rep(«between:30,60») .. INDEX
    1 INDEX % 2 == 0 and INDEX or "k" .. INDEX
    1 function() return INDEX end
    """#
}
