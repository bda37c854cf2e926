import { counted, repeated, type Shape } from './shape.ts';

const shapes: Readonly<Record<string, Shape>> = {
  'comments on lines': (length) => repeated('# a\n', length),
  'one long comment': (length) => `# ${repeated('a ', length)}\ncpus = 0\n`,
  'comments that ignore nothing': (length) => repeated('# smolfile-ignore unknown-key: so\n', length),
  'comments that ignore a file': (length) => repeated('# smolfile-ignore-file unknown-key: so\n', length),
  'ignored findings': (length) =>
    counted((index) => `# smolfile-ignore unknown-key: so\ncpuz${index} = 1\n`, length),
  'one comment that ignores many rules': (length) =>
    `# smolfile-ignore ${repeated('unknown-key, ', length)}x: so\ncpus = 1\n`,
  'pins of a release': (length) => repeated('# smolfile: smolvm = ">=1.4"\n', length),
  'a pin with many parts': (length) => `# smolfile: smolvm = "${repeated('>=1.4 || ', length)}1"\n`,
};
export default shapes;
