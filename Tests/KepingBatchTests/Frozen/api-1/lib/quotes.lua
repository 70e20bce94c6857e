-- 模块按目录查找，返回一个表。
return { sites = "建设示范点2个以上", levels = { "municipal", "regional", "national" } }
