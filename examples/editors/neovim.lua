-- Findings of editorial while you write. Put these lines into ~/.config/nvim/init.lua.
local running
vim.api.nvim_create_autocmd("FileType", {
  pattern = { "markdown", "yaml" }, -- articles, and editorial.yml
  callback = function(event)
    local server = { name = "editorial", cmd = { "editorial", "lsp" }, root_dir = vim.fn.getcwd() }
    if vim.lsp.start then
      vim.lsp.start(server)
    else -- Neovim 0.7, as Debian 12 has it
      running = running or vim.lsp.start_client(server)
      vim.lsp.buf_attach_client(event.buf, running)
    end
  end,
})
