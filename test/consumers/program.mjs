// What a program does with the library; every runtime and browser must come to the same.
export function run(core) {
  const source = 'image="alpine"\nmemry = 512\nports = ["70000:80"] # web\ncmd = [\n';
  const { diagnostics } = core.lint(core.parseSmolfile(source), { commands: ['create'] });
  const edited = core.editSmolfile(
    '# mine\ncpus = 1\n',
    (document) => core.setValue(document, 'cpus', 4),
    (document) => core.addItem(document, 'dev.ports', '8080:80'),
  );
  const resolution = core.resolve(core.parseSmolfile(edited.text), { command: 'create' });
  return JSON.stringify({
    codes: diagnostics.map(({ code, range }) => [code, range]),
    edited,
    formatted: core.formatText('a=1\n[dev]\nports=["1:1",]\n'),
    accepted: resolution.accepted,
    port: core.parsePort('8080:80'),
  });
}
