/** What the reference has beside keys. */
export interface ReferenceData {
  readonly grammars: readonly { readonly name: string; readonly summary: string; readonly example: string }[];
  readonly mistakes: readonly {
    readonly code: string;
    readonly wrong: string;
    readonly right: string;
    readonly why: string;
  }[];
}
