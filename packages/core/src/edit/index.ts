/** Changes to a Smolfile that keep what its author wrote around them. */
export { editSmolfile, type Change, type Source } from './change.ts';
export { EditError, ifPossible } from './edit-error.ts';
export { ensureSection } from './ensure-section.ts';
export { editString } from './in-string.ts';
export { addItem, removeItem, type AddOptions } from './items-of.ts';
export { indexAt, insertItems, removeItems } from './items.ts';
export { moveKey } from './move-key.ts';
export type { KeyPath, PathStep } from './path.ts';
export { removeKey, type RemoveOptions } from './remove-key.ts';
export { renameKey } from './rename-key.ts';
export { setValue, type SetOptions } from './set-value.ts';
export { writeAsSection, writeInline } from './spelling.ts';
export { isWellFormed, isWritable, tomlString, valueText, type EditTable, type EditValue } from './write.ts';
