export { callLine } from './call-line.ts';
export { diagnosticMarkdown, diagnosticText, type DiagnosticPlace } from './diagnostic-text.ts';
export { diagnosticJson, rangeJson } from './diagnostic-json.ts';
export { renderDiffJson, renderResolutionJson, resolutionJson } from './resolution-json.ts';
export { PLAIN_COLORS, type TextStyle } from './style.ts';
export { paragraph, renderTable } from './table.ts';
export { originText, valueText, type Places } from './values.ts';
export {
  resolutionView,
  type Before,
  type ResolutionView,
  type ViewFinding,
  type ViewKey,
  type ViewPlace,
  type ViewRow,
  type ViewText,
} from './resolution-view.ts';
export { verdictText } from './verdict.ts';
