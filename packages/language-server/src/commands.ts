/** Opens the page of a rule; its one argument is the rule's code. */
export const EXPLAIN_RULE = 'smolfile.explainRule';

/** Opens the list of completions once more; a command of VS Code's own. */
export const SUGGEST = 'editor.action.triggerSuggest';
