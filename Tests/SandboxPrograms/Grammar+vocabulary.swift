/// Checks, quantities and words of the vocabulary.
extension Grammar {
  static let vocabulary = #"""
    # check
    8 («quantity»):«comparison»(«bound», "演示")
    3 («quantity»):«comparison»(«quantity»)
    3 all_of { «check», «check» }
    3 any_of { «check», «check», «check» }
    2 negate(«check»)
    1 leave_open(«check», "由评审人员认定")
    3 partners:any("单位", { kind = «pick:"enterprise"¦{ "university", "institute" }¦"none"¦{}¦7» })
    1 applicant.platforms:any("平台", { level = { "municipal", "national" }, region = keep(within(«pick:"4510"¦"4510", applicant.region¦"x"¦"45100000"»)) })
    2 expected.items:any("清单", { a = «pick:true¦false¦1¦"x"» })
    5 judge("«label»", «handed:truth»)
    2 (function() local c = «check» for i = 1, «chain» do c = «pick:negate(c)¦all_of { c }¦any_of { c, c }¦leave_open(c, "x")¦all_of { c, applicant.highTech }» end return c end)()
    # plain check
    4 «pick:applicant.highTech¦applicant.industryLeader¦applicant.kind:is "enterprise"¦partners:some()¦partners:none()¦topics:has "a"»
    3 «pick:applicant.name:given()¦expected.sites:at_least("1个", "演示")¦expected.flags.a¦applicant.achievements:some()¦budget.total:given()»
    2 «pick:expected.kind:is { "a", "b" }¦applicant.region:within("4510", "百色市")¦units:any("企业", { kind = "enterprise" })»
    # comparison
    1 «pick:at_least¦at_least¦more_than¦at_most¦less_than»
    # bound
    9 «pick:"1个"¦"1万元"¦"0个"¦"100万元"¦"1项"¦"30%"¦"9007199254740992元"»
    1 «pick:""¦"万元"¦"1e9元"¦"99999999999999999999亿元"¦"0.1个"¦"-1个"¦1¦nil¦{}¦"\xff"¦«value»»
    # chain
    9 «between:1,25»
    1 «between:26,90»
    1 «size»
    # quantity
    3 applicant.rdExpense[year - «between:0,3»]
    3 applicant.rdExpense[«number»]
    1 applicant.rdExpense[«extreme»]
    3 («quantity» + «quantity»)
    2 total_of { «quantity», «quantity» }
    7 compute("«label»", «handed:number»)
    1 (function() local q = expected.sites for i = 1, «pick:«between:1,8»¦«size»» do q = «pick:q + q¦q + expected.sites¦total_of { q, q }¦expected.sites + q» end return q end)()
    1 expected.ip:sum(«list:1,3»)
    # plain quantity
    3 «pick:expected.sites¦expected.benefit¦applicant.rdExpense[year - 1]¦budget.total¦partners:count()¦expected.ip:sum()»
    1 «pick:expected.ip:sum("a")¦leader.birthYear¦budget.requested¦expected.standards:sum("x", "y")»
    # grade
    2 share { «check», «check» }
    2 reach(expected.sites, "1个", "«between:0,9»个")
    1 «pick:applicant.highTech¦«quantity»¦«check»»
    3 compute("«label»", «handed:number»)
    1 reach(«quantity», «bound», «bound»)
    # label
    9 检查«between:0,99»
    1 «pick:\xff¦a\0¦\27[31m¦\u{202E}¦¦\n»
    # clause
    8 «clause word» { "要求", «check» }
    3 «clause word» { "要求", «check», «check», points = 5 }
    3 «clause word» { "要求", «check», points = «pick:5¦0.5¦«number»», grade = keep(«grade»), title = "标题" }
    2 criterion { "投入", points = «pick:1¦7¦«constant»», grade = keep(«grade») }
    1 «pick:notice { "另行通知" }¦limit { "限1个", "1个" }¦limit { "限1个", "1个", per = "unit", within = "plan" }¦uncovered { "其余", because = "专家评审" }¦{}»
    1 { keep(«clause word» { "要求", «check» }), { keep(«clause word» { "要求", «check», applies_when = «check» }) } }
    # function clause
    3 «clause word» { "要求", keep(judge("«label»", «handed:truth»)) }
    1 «clause word» { "要求", applicant.kind:is "enterprise", points = 5, grade = keep(compute("«label»", «handed:number»)) }
    1 criterion { "投入", points = 3, grade = keep(compute("«label»", «handed:number»)) }
    1 condition { "要求", any_of { keep(judge("«label»", «handed:truth»)), keep(compute("«label»", «handed:number»)):at_least("1个", "演示") } }
    # clause word
    1 «pick:target¦condition¦document¦principle¦priority¦encouraged¦target¦condition»
    # word
    2 «pick:fields¦text¦flag¦count¦money¦whole¦choice¦open_choice¦texts¦list¦tally»
    2 «pick:target¦condition¦document¦principle¦priority¦encouraged¦notice¦limit¦criterion¦uncovered»
    2 «pick:all_of¦any_of¦negate¦leave_open¦share¦reach¦compute¦judge¦within¦total_of»
    2 «pick:expected.sites.at_least¦applicant.kind.is¦partners.any¦partners.count¦topics.has¦expected.ip.sum¦applicant.name.given¦units.any»
    # word argument
    2 "«pick:名称¦示范1个以上¦x»"
    2 expected.sites
    1 { "示范1个以上", keep(expected.sites:at_least "1个"), points = «number» }
    1 { a = "甲", b = "乙" }
    1 { a = keep(flag "旗"), b = «value» }
    1 { expected.sites, «value» }
    1 function() return true end
    1 (function() local t = {} t[1] = t return t end)()
    1 (function() local t = {} for i = 1, «size» do t[«key:i»] = «pick:i¦"x"¦t¦"选" .. i¦expected.sites» end return t end)()
    1 (function() local t = {} for i = 1, «size» do t = { t } end return t end)()
    1 ("长"):rep(«size»)
    1 «pick:applicant¦record¦units¦settings¦partners¦topics¦applicant.kind¦judge¦year»
    1 «bound»
    1 «value»
    # keepsake function
    2 pairs(«table»)
    3 pairs((function() local t = {} for i = 1, «small» * 10 do t[«pick:i¦"k" .. i¦i * 1.5»] = i end return t end)())
    2 (function() local c = «constant» return function() c = c + 1 return c end end)()
    2 (function() local list = «table» return function(x) list[#list + 1] = x or 1 return #list end end)()
    1 select(«between:1,3», ipairs(«table»))
    3 «closure»
    # keepsake table
    2 setmetatable({ n = 0 }, { __index = function(self, k) self.n = (self.n or 0) + 1 return self.n end })
    3 «metatable:{ n = 0, x = «value» }»
    2 { next = pairs(«table»), n = 0 }
    1 (function() local t = {} t.self, t[1] = t, { t } return t end)()
    2 { «list:0,5» }
    2 { { n = 0 }, { «list:0,3» }, f = «function» }
    # odd field
    2 keep(«pick:text "文"¦flag "旗"¦whole "年"¦texts "列"¦list("清单", {}, "none")»)
    1 { a = { b = { c = keep(count "数") } } }
    1 keep(text("«times:1,120,长»"))
    1 keep(open_choice("选", { ["a-b"] = "甲" }))
    1 keep(list("清单", { inner = keep(list("内", { t = keep(tally("计", { a = "甲" })) })) }))
    1 «value»
    1 keep(text(«value»))
    # nested fields
    3 deep = keep(list("零", { a = flag "旗" })) for i = 1, «chain» do deep = keep(list("级", { g = deep })) end
    2 deep = { a = keep(flag "旗") } for i = 1, «chain» do deep = { g = deep } end
    1 deep = keep(list("零", { a = flag "旗" })) for i = 1, «chain» do deep = «pick:keep(list("级", { g = deep, h = deep }))¦{ g = deep, h = { i = deep } }» end
    2 deep = keep(list("零", { a = flag "旗" })) for i = 1, «between:1,6» do local m = {} for j = 1, «between:2,40» do m["g" .. j] = deep end deep = keep(list("级", m)) end
    """#
}
