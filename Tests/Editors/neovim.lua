-- Runs inside of Neovim, with a restyled article open in which one figure is wrong: Tests/editors.sh starts it.
local function check(truth, what)
  if not truth then
    io.stderr:write("\nNeovim: " .. what .. "\n" .. vim.inspect(vim.diagnostic.get(0)) .. "\n")
    vim.cmd("cquit 1")
  end
end

local function errors()
  return vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR })
end

local function wrong()
  return vim.tbl_filter(function(finding)
    return finding.code == "figure-altered" or finding.code == "figure-unsupported"
  end, vim.diagnostic.get(0))[1]
end

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 10000)
  check(answers, "no answer to " .. method)
  local _, answer = next(answers)
  check(answer and answer.result, "an empty answer to " .. method)
  return answer.result
end

check(vim.wait(20000, function() return wrong() ~= nil end, 20), "the wrong figure is not found")
local finding = wrong()
local line = vim.api.nvim_buf_get_lines(0, finding.lnum, finding.lnum + 1, false)[1]
local words = line:sub(finding.col + 1, finding.end_col)
check(words:match("^%d"), "not a figure at the place of the finding: " .. words)
vim.api.nvim_win_set_cursor(0, { finding.lnum + 1, finding.col })

local position = vim.lsp.util.make_position_params()
local hover = ask("textDocument/hover", position)
check(hover.contents.value:find(finding.code, 1, true), "the hover does not tell the finding")

local range = vim.lsp.util.make_range_params()
range.context = { diagnostics = {} }
local actions = ask("textDocument/codeAction", range)
check(#actions == 1, "not one remedy, but " .. #actions)
local client = vim.lsp.get_active_clients()[1]
vim.lsp.util.apply_workspace_edit(actions[1].edit, client.offset_encoding)
check(vim.api.nvim_buf_get_lines(0, finding.lnum, finding.lnum + 1, false)[1] ~= line, "the remedy changes nothing")
check(vim.wait(20000, function() return #errors() == 0 end, 20), "the remedy does not mend the article")

-- What a writer types is seen, too.
vim.api.nvim_buf_set_lines(0, -1, -1, false, { "", "Another 731 people agree.", "" })
check(vim.wait(20000, function() return #errors() > 0 end, 20), "a new figure is not found")
local symbols = ask("textDocument/documentSymbol", { textDocument = position.textDocument })
check(#symbols > 2, "the outline is empty")
vim.cmd("qall!")
