-- A Neovim with nothing but its built-in client, set up by the very text of EDITORS.md for its version.
assert(loadstring(os.getenv('SMOLFILE_SETUP')))()

-- The menu shows itself for a single entry too, and nothing is taken before it is chosen.
vim.o.completeopt = 'menuone,noselect'

-- Where a person would pick from a list, the test takes the first entry and remembers what there was.
function vim.ui.select(items, options, chosen)
  local format = options.format_item or tostring
  Offered = vim.tbl_map(format, items)
  chosen(items[1], 1)
end

-- What the test reads back, as JSON.
function Seen(what)
  local lines = what()
  return #lines == 0 and '[]' or vim.fn.json_encode(lines)
end

function Diagnostics()
  return vim.tbl_map(function(one)
    local code = one.code or (one.user_data and one.user_data.lsp and one.user_data.lsp.code)
    return ('%d:%d %s %s'):format(one.lnum + 1, one.col + 1, code, one.message:match('^[^\n]*'))
  end, vim.diagnostic.get(0))
end

function Menu()
  return vim.tbl_map(function(item) return item.abbr ~= '' and item.abbr or item.word end, vim.fn.complete_info({ 'items' }).items)
end

function Float()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true)
    end
  end
  return {}
end

function Lines() return vim.api.nvim_buf_get_lines(0, 0, -1, true) end
function Chosen() return Offered or {} end

-- The file that is shown, what it is taken for, and how it is commented.
function Kind()
  return { vim.fn.expand('%:t'), vim.bo.filetype, vim.bo.commentstring }
end

function Clients()
  return vim.tbl_map(function(client) return client.name end, vim.tbl_values((vim.lsp.get_clients or vim.lsp.get_active_clients)()))
end
