import { button, element, prose } from '@smolfile/preview';
import type { Finding } from './editor.ts';

const SEVERITIES = { error: 'Error', warning: 'Warning', info: 'Advice' } as const;
const MARKS = { error: '✗', warning: '⚠', info: 'ℹ' } as const;

/** What one can do about a finding. */
export interface Deeds {
  go(finding: Finding): void;
  fix(finding: Finding): void;
}

/** The findings as a list: with their fixes, for the mouse and the keyboard alike. */
export class Problems {
  readonly #deeds: Deeds;
  /** Stays, so that a change of it is read out, and nothing else is. */
  readonly #count = element('p', { role: 'status' });
  readonly #list = element('ul', { class: 'findings' });
  #shown: readonly { readonly finding: Finding; readonly fix: HTMLElement | undefined }[] = [];

  constructor(place: HTMLElement, deeds: Deeds) {
    this.#deeds = deeds;
    place.append(this.#count, this.#list);
  }

  show(findings: readonly Finding[]): void {
    const count = findings.length === 0 ? 'None.' : countText(findings);
    if (this.#count.textContent !== count) this.#count.textContent = count;
    const active = document.activeElement?.getAttribute('data-id');
    this.#shown = findings.map((finding, index) => ({
      finding,
      fix:
        finding.fix &&
        button(
          `fix ${index}`,
          { class: 'fix' },
          () => this.#deeds.fix(finding),
          finding.fix.safe ? finding.fix.title : `${finding.fix.title} (a guess)`,
        ),
    }));
    this.#list.replaceChildren(
      ...this.#shown.map(({ finding, fix }, index) => this.#item(finding, fix, index)),
    );
    if (active) this.#list.querySelector<HTMLElement>(`[data-id="${CSS.escape(active)}"]`)?.focus();
  }

  /** Puts the focus on the fix of what stands at a place of the text, else on the next one. */
  focusFix(offset: number): void {
    const fixable = this.#shown.filter(({ fix }) => fix !== undefined);
    const here = fixable.find(({ finding }) => finding.from <= offset && offset <= finding.to);
    const next = fixable.find(({ finding }) => finding.from >= offset);
    (here ?? next ?? fixable[0])?.fix?.focus();
  }

  #item(finding: Finding, fix: HTMLElement | undefined, index: number): HTMLElement {
    const { severity, code, message, line } = finding;
    return element(
      'li',
      { class: severity },
      element('span', { class: 'mark', role: 'img', 'aria-label': SEVERITIES[severity] }, MARKS[severity]),
      element(
        'div',
        {},
        button(`go ${index}`, { class: 'link' }, () => this.#deeds.go(finding), `line ${line}`),
        ': ',
        ...prose(message),
        ' ',
        element('a', { href: `../rules/${code}`, class: 'code' }, code),
        fix,
      ),
    );
  }
}

function countText(findings: readonly Finding[]): string {
  const NAMES = { error: 'error', warning: 'warning', info: 'advice' } as const;
  return (['error', 'warning', 'info'] as const)
    .map(
      (severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const,
    )
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${count} ${NAMES[severity]}${count > 1 && severity !== 'info' ? 's' : ''}`)
    .join(', ');
}
