/**
 * The manual page `smolfile(1)` in the macros of `man(7)`, which every `man` reads.
 *
 * @param version of the toolkit.
 */
export declare function manPage(version: string): string;
