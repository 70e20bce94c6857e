/// Statements, blocks and functions; ↵ is a line end.
extension Grammar {
  static let statements = #"""
    # statement
    4 local «set:number¦«number»»
    4 local «set:text¦«text»»
    2 local «set:truth¦«truth»»
    5 local «set:table¦«table»»
    4 local «set:function¦«pick:pairs(«table»)¦«function»»»
    5 local «set:function¦«closure»»
    2 «assign:number¦«number»»
    2 «assign:text¦«text»»
    2 «assign:table¦«table»»
    2 «assign:function¦«function»»
    8 «guard:60¦do local t = «var:table» t[«key»] = «value» end»
    5 if «test» then↵«block»end
    3 if «test» then↵«block»else↵«block»end
    14 «loop»
    6 «guard:75¦do local x = («function»)(«list:0,4») end»
    2 «guard:80¦do local x = («table»)(«list:0,4») end»
    5 pcall(«function», «value»)
    3 pcall(function()↵«block»end)
    24 «hazards»
    3 «guard:80¦do error(«value»«pick:¦, 0¦, 1¦, 2¦, 3¦, 1e9¦, -1¦, 2^53») end»
    2 «guard:80¦assert(«value», «value»)»
    1 do↵«block»end
    4 «guard:85¦table.«pick:insert(«table», «value»)¦remove(«table»)¦sort(«table»)¦sort(«table», «function»)¦concat(«table»)¦unpack(«table»)»»
    # loop
    5 for «new:number» = 1, «small» do↵«block»end
    1 for «new:number» = «bounds» do↵«block»end
    3 for «new:number», «new:table» in pairs(«table») do↵«block»end
    1 for «new:number», «new:table» in ipairs(«table») do↵«block»end
    2 do local left = «small» for «new:number», «new:table» in «function» do left = left - 1 if left < 0 then break end↵«block»end end
    2 do local left = «small» while left > 0 and «test» do left = left - 1↵«block»end end
    2 do local left = «small» repeat left = left - 1↵«block»until left < 0 or «test» end
    2 do local left = «small» ::«loop label»:: left = left - 1↵«block»if left > 0 then goto «loop label» end end
    # closure
    3 function()↵«body»return «list:0,2»↵end
    3 function(«new:number»)↵«body»return «list:0,2»↵end
    3 function(«new:table», «new:text»)↵«body»return «list:0,2»↵end
    1 function(«new:number», «new:number», «new:function»)↵«body»return «list:0,2»↵end
    2 function(«new:number», ...) local «bind:table¦«pick:table.pack(...)¦{ ... }¦{ n = select("#", ...) }¦{ (...) }»»↵«body»return «pick:...¦«value»»↵end
    """#

  /// What functions for applications return.
  static let results = #"""
    # result truth
    8 true
    6 («truth») == true
    1 n > 0
    5 «odd result»
    # result number
    8 «pick:1¦0.5¦n¦#title»
    6 («number») or 0
    1 «extreme»
    5 «odd result»
    # odd result
    1 (function() local t = {} for i = 1, «size» do t[«key:i»] = i end return t end)()
    1 ("x"):rep(«size» * 10)
    1 (function() local t = {} for i = 1, «size» do t = { t } end return t end)()
    1 table.unpack({ «value» }, 1, «between:0,250»)
    2 «value»
    """#
}
