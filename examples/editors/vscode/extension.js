// Starts `editorial lsp` for Markdown files and the policy, and leaves the rest to VS Code.
const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

exports.activate = () => {
  const command = workspace.getConfiguration("editorial").get("path", "editorial");
  client = new LanguageClient(
    "editorial",
    "editorial",
    { command, args: ["lsp"] },
    { documentSelector: [{ language: "markdown" }, { pattern: "**/editorial.yml" }] },
  );
  return client.start();
};

exports.deactivate = () => client?.stop();
