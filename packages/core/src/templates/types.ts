/** A setting of a template: with the comment above it, and off where it is there to be uncommented. */
export interface Setting {
  readonly key: string;
  readonly value: string | number | boolean | readonly string[];
  /** Lines of the comment. */
  readonly note?: readonly string[];
  readonly off?: true;
}

/** A section of a template. */
export interface Section {
  readonly name: string;
  readonly note?: readonly string[];
  /** Its header is to be uncommented, too. */
  readonly off?: true;
  readonly settings: readonly Setting[];
}

/** A Smolfile as a template makes it. */
export interface Draft {
  /** The first lines of the file. */
  readonly head: readonly string[];
  readonly settings: readonly Setting[];
  readonly sections: readonly Section[];
}

/** What was found out about the project in a folder. All of it may stand in a Smolfile as it is. */
export interface Project {
  /** The file that says so, as it is named in the folder. */
  readonly source: string;
  readonly image: string;
  /** Shell commands that install what the project needs; none where it needs nothing. */
  readonly install: readonly string[];
  /** What starts it. */
  readonly cmd: readonly string[];
  /** What tests it, as a line of a shell. */
  readonly test: string;
  /** Environment variables that keep the machine's files out of the project's folder. */
  readonly env?: readonly string[];
  /** The port that it listens on, where the way it is started says so. */
  readonly port?: number;
}

/** A kind of Smolfile to begin with. */
export interface Template {
  readonly name: string;
  /** A few words for a list. */
  readonly summary: string;
  /** @param project what is there already; a template that is about something else does without. */
  readonly draft: (project: Project | undefined) => Draft;
}
