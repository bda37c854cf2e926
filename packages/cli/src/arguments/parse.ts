import { UsageError } from '../failure.ts';
import { didYouMean } from '../nearest.ts';
import { COMMON_OPTIONS, type Arguments, type CommandSpec, type OptionSpec } from './spec.ts';
import { tokensOf, type Token } from './tokens.ts';

/**
 * Takes the arguments after the command's name apart.
 *
 * @throws UsageError for anything the table does not know: a flag that is silently ignored is a check that
 * silently does not happen.
 */
export function parseArguments(command: CommandSpec, argv: readonly string[]): Arguments {
  const options = [...command.options, ...COMMON_OPTIONS];
  const found = new Map<string, string[]>();
  const positionals: string[] = [];
  const tokens: readonly Token[] = argv.some((argument) => argument.startsWith('-'))
    ? tokensOf(argv, options)
    : argv.map((value, index) => ({ kind: 'positional', index, value }));
  const terminator = tokens.find(({ kind }) => kind === 'option-terminator')?.index;
  const rest = command.takesRest && terminator !== undefined ? argv.slice(terminator + 1) : undefined;
  for (const token of tokens) {
    if (rest && terminator !== undefined && token.index > terminator) break;
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = options.find(({ name }) => name === token.name);
    if (!option) throw unknownOption(token.rawName, options, command);
    const before = found.get(option.name) ?? [];
    const values = valuesOf(option, token, command);
    if (!option.repeatable && before.length > 0) throw givenTwice(token.rawName, [...before, ...values]);
    found.set(option.name, [...before, ...values]);
  }
  const forStdin = options.find(({ name, needsStdin }) => needsStdin && found.has(name));
  if (forStdin && !positionals.includes('-')) {
    throw new UsageError(
      `\`--${forStdin.name}\` names standard input, which is not read here`,
      'To read it, pass `-`.',
    );
  }
  if (positionals.length > command.maximumPositionals && !found.has('help')) {
    const extra = positionals[command.maximumPositionals] ?? '';
    throw new UsageError(`\`smolfile ${command.name}\` does not take \`${extra}\``, seeHelp(command));
  }
  return {
    positionals,
    rest,
    has: (name) => found.has(name),
    value: (name) => found.get(name)?.at(-1),
    values: (name) => found.get(name) ?? [],
  };
}

interface OptionToken {
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function valuesOf(option: OptionSpec, token: OptionToken, command: CommandSpec): string[] {
  const { rawName, value, inlineValue } = token;
  if (option.value === undefined) {
    if (value === undefined) return [];
    throw new UsageError(`\`${rawName}\` takes no value, but \`${value}\` was given`, seeHelp(command));
  }
  if (option.optionalValue && value === undefined) return [];
  if (value === undefined || (value === '' && (option.choices || option.optionalValue))) {
    throw new UsageError(`\`${rawName}\` needs a value: \`${rawName} ${option.value}\``, seeHelp(command));
  }
  if (!inlineValue && !option.hyphenated && value.length > 1 && value.startsWith('-')) {
    throw new UsageError(
      `\`${rawName}\` needs a value, but is followed by \`${value}\``,
      `Where \`${value}\` is the value, write \`${rawName}=${value}\`.`,
    );
  }
  const values = option.list
    ? value
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean)
    : [value];
  for (const each of values) {
    if (option.choices && !option.choices.includes(each)) throw unknownChoice(rawName, each, option.choices);
  }
  return values;
}

function givenTwice(rawName: string, values: readonly string[]): UsageError {
  const [one, other] = values;
  const both = one === other ? `\`${one}\`` : `\`${one}\` and \`${other}\``;
  return new UsageError(`\`${rawName}\` is given twice: ${both}`, 'It takes one value: give it once.');
}

function unknownChoice(rawName: string, value: string, choices: readonly string[]): UsageError {
  return new UsageError(
    `\`${rawName}\` does not know \`${value}\``,
    didYouMean(value, choices),
    `It takes ${choices.map((choice) => `\`${choice}\``).join(', ')}.`,
  );
}

function unknownOption(rawName: string, options: readonly OptionSpec[], command: CommandSpec): UsageError {
  const names = options.map(({ name }) => name);
  const guess = rawName.startsWith('--') ? didYouMean(rawName.slice(2), names, '--') : undefined;
  return new UsageError(
    `unknown option \`${rawName}\``,
    guess,
    `For a file of that name, put \`--\` before it.`,
    seeHelp(command),
  );
}

function seeHelp({ name }: CommandSpec): string {
  return `See \`smolfile ${name} --help\`.`;
}
