/** A page for each command of `smolfile`, with what it says of itself. */
import { commands } from 'smolfile';
import { printed } from './printed.ts';
import { linkTo, table, type Group, type Page } from './page.ts';

export function commandPages(): Group {
  const pages = commands.map(({ name, summary }): Page => ({
    path: `commands/${name}`,
    title: `smolfile ${name}`,
    name,
    description: summary,
    text: ['```sh', `smolfile ${name} --help`, '```', '', '```text', printed([name, '--help']), '```'].join(
      '\n',
    ),
  }));
  const index: Page = {
    path: 'commands/index',
    title: 'Commands',
    name: 'All commands',
    description: 'What the command `smolfile` can do.',
    text: table(
      ['Command', 'What'],
      commands.map(({ name, summary }) => [linkTo(`commands/${name}`, `\`smolfile ${name}\``), summary]),
    ),
  };
  return { title: 'Commands', pages: [index, ...pages] };
}
