//! Starts `editorial lsp` for Markdown files, and leaves the rest to Zed.
use zed_extension_api::{self as zed, Command, LanguageServerId, Result, Worktree};

struct Editorial;

impl zed::Extension for Editorial {
    fn new() -> Self {
        Self
    }

    fn language_server_command(&mut self, _: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let command = worktree
            .which("editorial")
            .ok_or("editorial is not on your PATH")?;
        Ok(Command {
            command,
            args: vec!["lsp".into()],
            env: worktree.shell_env(),
        })
    }
}

zed::register_extension!(Editorial);
