import { keyByPath } from '../schema/index.ts';
import { harmless, masked } from './comments.ts';
import { Cover } from './cover.ts';
import type { Place } from './place.ts';
import { reportPlace, type Outcome, type ReportLine } from './report.ts';
import { emptyStart, type Start } from './start.ts';
import type { Row } from './table/types.ts';
import type { Target } from './target.ts';
import { fragment, type Value } from './toml.ts';

/** One thing of the source that wants an outcome. */
export interface Item {
  readonly row: Row;
  readonly place: Place;
  /** Comments of the source that are about it, without their marks. */
  readonly comments?: readonly string[];
}

/** A value of the Smolfile that is being made, with the comments above it. */
export interface PlannedValue {
  readonly value: Value;
  readonly comments: readonly string[];
}

/** A key of it: one value, or elements. */
export interface PlannedKey {
  readonly path: string;
  readonly list: boolean;
  readonly values: PlannedValue[];
}

/** How something is put into the plan. */
export interface Put {
  /** Says that the meaning is not quite that of the source, and how. */
  readonly changed?: string | undefined;
  /** Instead of the words of the table, where it is kept as it is. */
  readonly why?: string | undefined;
  /** Put as a comment above the value. */
  readonly note?: string | undefined;
}

/** A line of the report while it is being made. */
export interface PlanLine extends ReportLine {
  readonly place: Place;
  /** Nobody misses it: Docker passes it over, too. */
  readonly idle: boolean;
}

/**
 * The Smolfile that is being made, and the report of what went into it. Nothing gets in that the release refuses, and
 * nothing gets in or is left out without a line in the report.
 */
export class Plan {
  readonly target: Target;
  readonly keys = new Map<string, PlannedKey>();
  readonly lines: PlanLine[] = [];
  /** Comments of the source about the whole of it, for the first lines. */
  readonly top: string[] = [];
  /** What is to be done before it starts. */
  readonly start: Start = emptyStart();
  /** Paragraphs for the top of the file, after how to start it. */
  readonly notes: string[] = [];
  /** What can be said only when all of the source is in: done last. */
  readonly last: (() => void)[] = [];
  /** What the source calls the container. */
  machine: string | undefined;
  /** What says that nothing is to be reached. */
  offline: Item | undefined;
  readonly #commented = new Set<string>();
  readonly #reported = new Map<Place['file'], Cover>();
  readonly #names = new Set<string>();

  constructor(target: Target) {
    this.target = target;
  }

  /**
   * Sets a key, or appends to one that holds a list.
   *
   * @returns whether the release takes it; if not, it is reported as dropped.
   */
  put(item: Item, path: string, value: Value, { changed, why, note }: Put = {}): boolean {
    const refusal = this.target.refusal(fragment(path, value, isList(path)));
    if (refusal) {
      this.drop(item, `${refusal.message}.`);
      return false;
    }
    this.write(item, path, value, note);
    this.report(item, changed === undefined ? 'kept' : 'changed', path, changed ?? why);
    return true;
  }

  /** Puts a value without a line in the report: the caller writes one. */
  write(item: Item | undefined, path: string, value: Value, note?: string): void {
    const list = isList(path);
    const comments = [...(item ? this.#commentsOf(item) : []), ...(note === undefined ? [] : [note])];
    const key = this.keys.get(path) ?? { path, list, values: [] };
    if (!list) key.values.length = 0;
    const [first, ...others] = list && typeof value === 'object' ? (value as readonly string[]) : [value];
    if (first !== undefined) key.values.push({ value: first, comments });
    for (const other of others) key.values.push({ value: other, comments: [] });
    this.keys.set(path, key);
    for (const each of [first, ...others])
      if (typeof each === 'string') this.#names.add(`${path} ${each.split('=', 1)[0]}`);
  }

  /** Takes an earlier value of a variable away. */
  forget(path: string, name: string): void {
    this.keys.delete(`secrets.${name}`);
    const key = this.keys.get(path);
    if (!key || !this.#names.has(`${path} ${name}`)) return;
    const kept = key.values.filter(
      ({ value }) => value !== name && !(typeof value === 'string' && value.startsWith(`${name}=`)),
    );
    key.values.splice(0, key.values.length, ...kept);
    if (kept.length === 0) this.keys.delete(path);
  }

  /** Says that nothing of it is in the file. */
  drop(item: Item, why: string = item.row.why): void {
    this.report(item, 'dropped', undefined, why);
  }

  /** Adds a line to the report. */
  report(item: Item, kind: Outcome, to?: string, why: string = item.row.why): void {
    const source = reportPlace(item.place);
    const line = { source, name: item.row.name, kind, ...(to !== undefined && { to }), why: masked(why) };
    this.lines.push({ ...line, place: item.place, idle: false });
    const { file, range } = item.place;
    const reported = this.#reported.get(file) ?? new Cover();
    this.#reported.set(file, reported);
    reported.add(range);
  }

  /** Whether a place lies within one that has a line in the report. */
  isReported({ file, range }: Place): boolean {
    return this.#reported.get(file)?.has(range) ?? false;
  }

  /** Says that Docker itself does nothing with it. */
  passOver(item: Item, why: string = item.row.why): void {
    this.drop(item, why);
    this.lines.push({ ...this.lines.pop()!, idle: true });
  }

  /** The elements of a list key so far. */
  elements(path: string): string[] {
    return (this.keys.get(path)?.values ?? []).map(({ value }) => value as string);
  }

  /** A comment travels once, with the first value that its item becomes. */
  #commentsOf({ comments = [], place }: Item): readonly string[] {
    const id = `${place.file.path}:${place.range.start}`;
    if (comments.length === 0 || this.#commented.has(id)) return [];
    this.#commented.add(id);
    return comments.map(harmless);
  }
}

function isList(path: string): boolean {
  return keyByPath(path)?.type === 'string-array';
}
