import type { ShellScript } from './scripts.ts';

/** What is made of a code of shellcheck, where that is not what shellcheck makes of it. */
export interface CodeInStrings {
  /** The codes, both ends included. */
  readonly from: number;
  readonly to: number;
  /** Advice at most, or nothing at all. */
  readonly most: 'info' | 'nothing';
  readonly because: string;
  /** Which scripts and messages it holds for; all when left out. */
  readonly where?: (script: ShellScript, message: string) => boolean;
  /** A script of which shellcheck says so. */
  readonly example: Pick<ShellScript, 'dialect' | 'text'>;
}

/** The codes whose meaning is another one for a script in a Smolfile than for one in a file of its own. */
export const CODES_IN_STRINGS: readonly CodeInStrings[] = [
  {
    from: 1090,
    to: 1091,
    most: 'nothing',
    because: 'What a script sources lies in the machine, where nothing can follow it.',
    example: { dialect: 'sh', text: '. /etc/os-release' },
  },
  {
    from: 2154,
    to: 2154,
    most: 'info',
    because: 'A variable may come from the image, from `--env` or from a file of variables.',
    example: { dialect: 'sh', text: 'echo "$lower"' },
  },
  {
    from: 2164,
    to: 2164,
    most: 'nothing',
    because: 'With `-e` among the arguments, which shellcheck does not see, the shell ends where `cd` fails.',
    where: ({ errexit }) => errexit,
    example: { dialect: 'sh', text: 'cd /app; make' },
  },
  {
    from: 2039,
    to: 2039,
    most: 'info',
    because: 'As for the codes from 3000 on, which older versions of shellcheck have in this one.',
    where: ({ dialect }) => dialect === 'sh',
    example: { dialect: 'sh', text: '[[ $HOME = / ]]' },
  },
  {
    from: 3000,
    to: 3999,
    most: 'info',
    because:
      'Which shell `sh` is depends on the image: BusyBox’ and Bash know much that POSIX does not, Debian’s does not.',
    where: ({ dialect }) => dialect === 'sh',
    example: { dialect: 'sh', text: '[[ $HOME = / ]]' },
  },
  {
    from: 3000,
    to: 3999,
    most: 'nothing',
    because: 'A shellcheck that does not know BusyBox takes `ash` for dash, which lacks what BusyBox has.',
    where: ({ dialect }, message) => dialect === 'ash' && /^In dash\b/.test(message),
    example: { dialect: 'ash', text: '[[ $HOME = / ]]' },
  },
];
