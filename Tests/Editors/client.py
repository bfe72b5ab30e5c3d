"""A client that reads every message into the protocol's types, and fails on what does not fit them."""
import asyncio
import pathlib
import sys

from lsprotocol import types
from pygls.lsp.client import LanguageClient

news = pathlib.Path(sys.argv[1])
article = news / "articles" / "library-of-things.md"


async def main():
    client = LanguageClient("editors.sh", "1")
    published = asyncio.Queue()

    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def keep(params):
        published.put_nowait(params)

    await client.start_io("editorial", "lsp", cwd=str(news))
    capabilities = types.ClientCapabilities(
        general=types.GeneralClientCapabilities(
            position_encodings=[types.PositionEncodingKind.Utf8, types.PositionEncodingKind.Utf16]
        ),
        workspace=types.WorkspaceClientCapabilities(
            workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True)
        ),
        text_document=types.TextDocumentClientCapabilities(
            publish_diagnostics=types.PublishDiagnosticsClientCapabilities(related_information=True),
            document_symbol=types.DocumentSymbolClientCapabilities(hierarchical_document_symbol_support=True),
            code_action=types.CodeActionClientCapabilities(
                code_action_literal_support=types.ClientCodeActionLiteralOptions(
                    code_action_kind=types.ClientCodeActionKindOptions(value_set=[types.CodeActionKind.QuickFix])
                )
            ),
        ),
    )
    answer = await client.initialize_async(types.InitializeParams(capabilities=capabilities))
    assert answer.capabilities.position_encoding == types.PositionEncodingKind.Utf8, answer.capabilities
    client.initialized(types.InitializedParams())

    uri = article.as_uri()
    text = article.read_text(encoding="utf-8")
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(types.TextDocumentItem(uri=uri, language_id="markdown", version=1, text=text))
    )
    findings = (await asyncio.wait_for(published.get(), 20)).diagnostics
    altered = next(finding for finding in findings if finding.code == "figure-altered")
    line = text.split("\n")[altered.range.start.line].encode()
    figure = line[altered.range.start.character : altered.range.end.character].decode()
    assert figure in altered.message, (figure, altered.message)
    related = altered.related_information[0].location
    baseline = pathlib.Path(related.uri.removeprefix("file://")).read_text(encoding="utf-8").split("\n")
    words = baseline[related.range.start.line].encode()[related.range.start.character : related.range.end.character]
    assert words.decode() in altered.message, (words, altered.message)

    document = types.TextDocumentIdentifier(uri)
    hover = await client.text_document_hover_async(types.HoverParams(document, altered.range.start))
    assert "factual/" in hover.contents.value, hover
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(document, altered.range, types.CodeActionContext(diagnostics=[altered]))
    )
    change = actions[0].edit.document_changes[0]
    assert change.text_document.version == 1 and change.edits[0].new_text == words.decode(), change
    symbols = await client.text_document_document_symbol_async(types.DocumentSymbolParams(document))
    assert any(child.kind == types.SymbolKind.Number for symbol in symbols for child in symbol.children or [])

    await client.shutdown_async(None)
    client.exit(None)
    await asyncio.sleep(0.2)
    print("ok: findings, hover, remedy and outline fit the protocol's types")


asyncio.run(main())
