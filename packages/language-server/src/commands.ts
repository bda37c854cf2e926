/** Opens the page of a rule; its one argument is the rule's code. */
export const EXPLAIN_RULE = 'smolfile.explainRule';

/** Makes a folder that a Smolfile mounts; its arguments are the URI of the Smolfile and the path as it has it. */
export const CREATE_FOLDER = 'smolfile.createFolder';

/** Opens the list of completions once more; a command of VS Code's own. */
export const SUGGEST = 'editor.action.triggerSuggest';
