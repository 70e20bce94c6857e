fields { expected = { sites = count "示范点" } }
direction { "9.1",
target { "示范点1个以上", expected.sites:at_least "1个", points = 10 },
condition { "要求", judge("检查", { title, expected.sites, record }, function(title, n, r)
local t = {} for i = 1, 834 do t[i] = "x" end local s = table.concat(t, ",")
return true
end) },
}
