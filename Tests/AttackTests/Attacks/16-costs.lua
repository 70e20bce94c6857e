--- texts of zero bytes, compared | load: time/instructions/memory | function: time/instructions/memory | limits: loadSeconds=1/seconds=1
local a, b = ("\0"):rep(2000) .. "a", ("\0"):rep(2000) .. "b"
while true do local x, y, z, u = a < b, a <= b, b < a, b <= a end
--- long texts of zero bytes, compared | load: time/instructions/memory | function: time/instructions/memory | limits: loadSeconds=1/seconds=1
local a, b = ("\0"):rep(500000) .. "a", ("\0"):rep(500000) .. "b"
while true do local x, y, z, u = a < b, a <= b, b < a, b <= a end
--- texts of zero bytes, sorted | load: time/instructions/memory | function: time/instructions/memory | limits: loadSeconds=1/seconds=1
local t, zeros = {}, ("\0"):rep(2000)
for i = 1, 200 do t[i] = zeros .. i end
while true do table.sort(t) end
--- texts of zero bytes made at load, compared | answer: time/instructions/memory | limits: loadSeconds=1/seconds=1
local a, b = ("\0"):rep(2000) .. "a", ("\0"):rep(2000) .. "b"
local answer = function() while true do local x, y, z, u = a < b, a <= b, b < a, b <= a end end
--- texts of two thousand letters, compared | load: instructions/memory | function: instructions/memory
local a, b = ("é"):rep(1000) .. "a", ("é"):rep(1000) .. "b"
while true do local x, y, z, u = a < b, a <= b, b < a, b <= a end
--- numbers of 2,000 digits in texts | load: time/instructions/memory | function: time/instructions/memory | limits: loadSeconds=20/seconds=20
local s = "0." .. ("7"):rep(2000) .. "e-300"
while true do local a, b, c, d = s + 1, s * 1, s - 1, -s end
--- tonumber of 2,000 digits | load: instructions/memory | function: instructions/memory
local s = ("7"):rep(2000) .. "e-2200"
while true do tonumber(s) tonumber(s) tonumber(s) tonumber(s) end
--- tonumber of 2,000 digits with a base | load: instructions/memory | function: instructions/memory
local s = ("z"):rep(2000)
while true do tonumber(s, 36) tonumber(s, 36) tonumber(s, 36) tonumber(s, 36) end
--- tonumber of a long text with a base | load: instructions/memory | function: instructions/memory
local s = ("z"):rep(4000000)
while true do tonumber(s, 36) tonumber(s, 36) tonumber(s, 36) tonumber(s, 36) end
--- a text as a number for a format | load: instructions/memory | function: instructions/memory
local s = "0." .. ("7"):rep(2000) .. "e-300"
while true do string.format("%g%g%g%g%g%g%g%g%g%g", s, s, s, s, s, s, s, s, s, s) end
--- wide formats of large numbers | load: instructions/memory | function: instructions/memory
local form, list = ("%99.99f"):rep(100), {}
for i = 1, 100 do list[i] = 1.7e308 end
while true do string.format(form, table.unpack(list)) end
--- remainders of numbers far apart | load: instructions | function: instructions | limits: loadInstructions=1000000/instructions=100000
local a, b = 1.7e308, 5e-324
while true do local x, y, z, u = a % b, a % b, a % b, a % b end
--- remainders by math.fmod of numbers far apart | load: instructions | function: instructions | limits: loadInstructions=1000000/instructions=100000
local a, b, f = 1.7e308, 5e-324, math.fmod
while true do f(a, b) f(a, b) f(a, b) f(a, b) end
--- numbers written again and again | load: instructions/memory | function: instructions/memory
local n = 1.7976931348623157e-308
while true do local a, b, c = n .. "", n .. "", n .. "" end
--- a function with 190 variables of another, made again and again | load: instructions/memory | function: instructions/memory
local function outer()
  local v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21, v22, v23, v24, v25, v26, v27, v28, v29, v30, v31, v32, v33, v34, v35, v36, v37, v38, v39, v40, v41, v42, v43, v44, v45, v46, v47, v48, v49, v50, v51, v52, v53, v54, v55, v56, v57, v58, v59, v60, v61, v62, v63, v64, v65, v66, v67, v68, v69, v70, v71, v72, v73, v74, v75, v76, v77, v78, v79, v80, v81, v82, v83, v84, v85, v86, v87, v88, v89, v90, v91, v92, v93, v94
  local v95, v96, v97, v98, v99, v100, v101, v102, v103, v104, v105, v106, v107, v108, v109, v110, v111, v112, v113, v114, v115, v116, v117, v118, v119, v120, v121, v122, v123, v124, v125, v126, v127, v128, v129, v130, v131, v132, v133, v134, v135, v136, v137, v138, v139, v140, v141, v142, v143, v144, v145, v146, v147, v148, v149, v150, v151, v152, v153, v154, v155, v156, v157, v158, v159, v160, v161, v162, v163, v164, v165, v166, v167, v168, v169, v170, v171, v172, v173, v174, v175, v176, v177, v178, v179, v180, v181, v182, v183, v184, v185, v186, v187, v188, v189
  while true do
    local f = function()
      return v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21, v22, v23, v24, v25, v26, v27, v28, v29, v30, v31, v32, v33, v34, v35, v36, v37, v38, v39, v40, v41, v42, v43, v44, v45, v46, v47, v48, v49, v50, v51, v52, v53, v54, v55, v56, v57, v58, v59, v60, v61, v62, v63, v64, v65, v66, v67, v68, v69, v70, v71, v72, v73, v74, v75, v76, v77, v78, v79, v80, v81, v82, v83, v84, v85, v86, v87, v88, v89, v90, v91, v92, v93, v94, v95, v96, v97, v98, v99, v100, v101, v102, v103, v104, v105, v106, v107, v108, v109, v110, v111, v112, v113, v114, v115, v116, v117, v118, v119, v120, v121, v122, v123, v124, v125, v126, v127, v128, v129, v130, v131, v132, v133, v134, v135, v136, v137, v138, v139, v140, v141, v142, v143, v144, v145, v146, v147, v148, v149, v150, v151, v152, v153, v154, v155, v156, v157, v158, v159, v160, v161, v162, v163, v164, v165, v166, v167, v168, v169, v170, v171, v172, v173, v174, v175, v176, v177, v178, v179, v180, v181, v182, v183, v184, v185, v186, v187, v188, v189
    end
  end
end
outer()
--- many variables of a function, closed again and again | load: instructions/memory | function: instructions/memory
local function outer()
  local v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21, v22, v23, v24, v25, v26, v27, v28, v29, v30, v31, v32, v33, v34, v35, v36, v37, v38, v39, v40, v41, v42, v43, v44, v45, v46, v47, v48, v49, v50, v51, v52, v53, v54, v55, v56, v57, v58, v59, v60, v61, v62, v63, v64, v65, v66, v67, v68, v69, v70, v71, v72, v73, v74, v75, v76, v77, v78, v79, v80, v81, v82, v83, v84, v85, v86, v87, v88, v89, v90, v91, v92, v93, v94
  local v95, v96, v97, v98, v99, v100, v101, v102, v103, v104, v105, v106, v107, v108, v109, v110, v111, v112, v113, v114, v115, v116, v117, v118, v119, v120, v121, v122, v123, v124, v125, v126, v127, v128, v129, v130, v131, v132, v133, v134, v135, v136, v137, v138, v139, v140, v141, v142, v143, v144, v145, v146, v147, v148, v149, v150, v151, v152, v153, v154, v155, v156, v157, v158, v159, v160, v161, v162, v163, v164, v165, v166, v167, v168, v169, v170, v171, v172, v173, v174, v175, v176, v177, v178, v179, v180, v181, v182, v183, v184, v185, v186, v187, v188, v189
  return function() return v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21, v22, v23, v24, v25, v26, v27, v28, v29, v30, v31, v32, v33, v34, v35, v36, v37, v38, v39, v40, v41, v42, v43, v44, v45, v46, v47, v48, v49, v50, v51, v52, v53, v54, v55, v56, v57, v58, v59, v60, v61, v62, v63, v64, v65, v66, v67, v68, v69, v70, v71, v72, v73, v74, v75, v76, v77, v78, v79, v80, v81, v82, v83, v84, v85, v86, v87, v88, v89, v90, v91, v92, v93, v94, v95, v96, v97, v98, v99, v100, v101, v102, v103, v104, v105, v106, v107, v108, v109, v110, v111, v112, v113, v114, v115, v116, v117, v118, v119, v120, v121, v122, v123, v124, v125, v126, v127, v128, v129, v130, v131, v132, v133, v134, v135, v136, v137, v138, v139, v140, v141, v142, v143, v144, v145, v146, v147, v148, v149, v150, v151, v152, v153, v154, v155, v156, v157, v158, v159, v160, v161, v162, v163, v164, v165, v166, v167, v168, v169, v170, v171, v172, v173, v174, v175, v176, v177, v178, v179, v180, v181, v182, v183, v184, v185, v186, v187, v188, v189 end
end
while true do outer() end
--- errors with the location of a level far out | load: instructions/memory | function: instructions/memory
local function deep(n)
  if n > 0 then return 1 + deep(n - 1) end
  while true do pcall(error, "x", 4900) end
end
deep(5000)
--- errors with the location of a level very far out | load: instructions/memory | function: instructions/memory
local function deep(n)
  if n > 0 then return 1 + deep(n - 1) end
  while true do pcall(error, "x", 30000) end
end
deep(30000)
--- errors with the location of a level that does not exist | load: instructions/memory | function: instructions/memory
local function deep(n)
  if n > 0 then return 1 + deep(n - 1) end
  while true do pcall(error, "x", math.maxinteger) pcall(error, "x", 2^31 - 1) end
end
deep(5000)
--- the host called at great depth | load: instructions/memory/load
local function deep(n)
  if n > 0 then return 1 + deep(n - 1) end
  while true do pcall(function() return applicant.nosuchfield end) end
end
deep(30000)
--- a recursion of the sandbox's own functions | load: runtime/instructions/memory | function: runtime/instructions/memory | limits: loadInstructions=20000000
local meta = {}
local t = setmetatable({}, meta)
setmetatable(t, { __tostring = tostring })
tostring(t)
--- a recursion of the sandbox's own functions, with more memory | load: runtime/instructions/memory | function: runtime/instructions/memory | limits: loadInstructions=100000000/instructions=100000000/memoryMegabytes=256
local t = setmetatable({}, { __tostring = tostring })
tostring(t)
--- a recursion of format and tostring | load: runtime/instructions/memory | function: runtime/instructions/memory
local t = setmetatable({}, { __tostring = string.format })
while true do if pcall(tostring, t) then error("no recursion") end end
--- stacks that grow and shrink | load: instructions/memory | function: instructions/memory
local function deep(n) if n > 0 then return 1 + deep(n - 1) end error("x") end
while true do pcall(deep, 3000) end
--- stacks that grow and shrink by many arguments | load: instructions/memory | function: instructions/memory
local function deep(n, ...) if n > 0 then return 1 + deep(n - 1, n, ...) end error("x") end
while true do pcall(deep, 180) end
--- stacks that overflow again and again | load: instructions/memory | function: instructions/memory
local function deep() return 1 + deep() end
while true do pcall(deep) end
--- arguments counted again and again | load: instructions/memory | function: instructions/memory
local function fill(n, ...)
  if n > 0 then return fill(n - 1, 1, 2, 3, 4, 5, 6, 7, 8, ...) end
  while true do local a, b = select("#", ...), select("#", ...) end
end
fill(900)
--- two hundred thousand arguments counted again and again | load: instructions/memory/runtime | function: instructions/memory/runtime
local function fill(n, ...)
  if n > 0 then return fill(n - 1, 1, ...) end
  while true do local a, b = select("#", ...), select("#", ...) end
end
local function double(f, n, ...) if n == 0 then return f(0, ...) end return double(f, n - 1, ..., ...) end
local s = ("x"):rep(200000)
while true do local a = select("#", s:byte(1, -1)) local b = select(-1, s:byte(1, -1)) end
--- arguments dropped one by one | load: instructions/memory/runtime | function: instructions/memory/runtime
local function drop(first, ...) if first then return drop(...) end end
while true do drop(("x"):rep(15000):byte(1, -1)) end
--- arguments by a function that takes none | load: instructions/memory/runtime | function: instructions/memory/runtime
local function none() end
local s = ("x"):rep(15000)
while true do none(s:byte(1, -1)) end
--- collections at the limit of memory, for small tables | load: instructions/memory | function: instructions/memory
local keep, n = {}, 0
local piece = ("x"):rep(1000)
for i = 1, 14500 do keep[i] = piece .. i end
for i = 1, 1e9 do local t = { i } end
--- collections at the limit of memory, with many tables kept | load: instructions/memory | function: instructions/memory | limits: memoryMegabytes=8
local keep = {}
for i = 1, 65000 do keep[i] = { i } end
while true do local s = ("x"):rep(20000) .. #keep end
--- collections at the limit of memory, with a chain of tables kept | load: instructions/memory | function: instructions/memory | limits: memoryMegabytes=8/instructions=3000000
local keep = {}
local count = 0
while count < 68000 do keep = { keep } count = count + 1 end
while true do local s = ("x"):rep(4000) .. count end
--- collections at the limit of memory, after a search for it | load: instructions/memory | function: instructions/memory
local keep, size = {}, 2000000
for i = 1, 7 do keep[i] = ("x"):rep(2000000) .. i end
for i = 1, 1e9 do local a = { i } end
--- keys of a long text, again and again | load: instructions/memory | function: instructions/memory
local t, s = {}, ("x"):rep(500000)
while true do t[s .. 1] = nil local x = t[s .. 2] end
--- a search in texts that nearly match | load: instructions | function: instructions
local s, part = ("a"):rep(15), ("a"):rep(14) .. "b"
while true do s:find(part) s:find(part) s:find(part) s:find(part) end
--- a search in long texts that nearly match | load: instructions | function: instructions
local s, part = ("ab"):rep(60000), ("ab"):rep(300) .. "c"
while true do s:find(part) end
--- an integer power, a root and a logarithm, again and again | load: instructions | function: instructions
local x = 1.0000001
while true do local a, b, c, d = x ^ 1e9, x ^ 0.3, math.exp(x), math.log(x, 3) end
--- collections at the limit of memory, more and more often | load: memory/instructions | function: memory/instructions | limits: memoryMegabytes=8
local keep = {}
for i = 1, 92000 do keep = { keep, i } end
for i = 1, 1e9 do
  keep = { keep, i }
  for j = 1, 10 do local t = { j } end
end
--- twenty thousand variables that are compared after each of many calls | program: well/load/instructions/memory
local list = {}
for i = 1, 9000 do local n = i list[i] = function() n = n + 1 return n end end
local checks = {}
for i = 1, 60 do checks[i] = judge("检查", { expected.sites }, function() return list[1] ~= nil end) end
direction { "1.1", target { "示范点", all_of(checks), points = 1 } }
--- the whole of an application, given to many functions | program: well/load/instructions/memory | partners: 2000
local checks = {}
for i = 1, 60 do checks[i] = judge("检查", { record }, function(whole) return #whole.partners == 2000 end) end
direction { "1.1", target { "示范点", all_of(checks), points = 1 } }
--- the whole of an application of 20,000 partners | program: well/load/instructions/memory | partners: 20000
direction { "1.1", target { "示范点", judge("检查", { record }, function(whole) return true end), points = 1 } }
--- an application that is read again and again | program: well/instructions/memory | partners: 2000
local check = judge("检查", { record }, function(whole)
  for i = 1, 1e9 do for k, v in pairs(whole.partners) do local name = v.name end end
end)
direction { "1.1", target { "示范点", check, points = 1 } }
--- functions that are called for each part of a check | program: well/load/instructions/memory
local checks = {}
for i = 1, 3000 do checks[i] = judge("检查", { expected.sites }, function(n) return n > 0 end) end
direction { "1.1", target { "示范点", all_of(checks), points = 1 } }
