/** What smolvm makes of a Smolfile, drawn: the elements know neither editor nor page. */
export { button, element, prose, type Attributes, type Child } from './element.ts';
export type { Question } from './question.ts';
export { ASK, QuestionElement, type Asked } from './question-element.ts';
export { EXPLAIN, GO, LOOK, ResolutionElement, type LineSpan } from './resolution-element.ts';
