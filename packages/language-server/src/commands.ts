/** Opens the page of a rule; its one argument is the rule's code. */
export const EXPLAIN_RULE = 'smolfile.explainRule';
