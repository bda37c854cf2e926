/** What of the server `language-server.ts` measures, as one module that can be bundled as the server is. */
export { TextDocument } from 'vscode-languageserver-textdocument';
export { clientOf } from '../../packages/language-server/src/client.ts';
export {
  toCompletionItem,
  toDiagnostic,
  toHover,
  toOffset,
} from '../../packages/language-server/src/convert.ts';
export { smolfileOf } from '../../packages/language-server/src/documents.ts';
export { complete } from '../../packages/language-server/src/features/completion/index.ts';
export { diagnose } from '../../packages/language-server/src/features/diagnostics.ts';
export { hover } from '../../packages/language-server/src/features/hover/index.ts';
