import { parseBindingFlag } from '../grammars/index.ts';
import type { GivenValue } from '../merge/index.ts';
import type { Rank, RelatedPlace } from '../model/diagnostic.ts';
import type { TextRange } from '../text/range.ts';
import type { RuleContext } from './context.ts';
import { at } from './places.ts';

/** A text of a binding, where it was written: in the file, or somewhere in the value of a flag. */
export interface BindingText {
  readonly value: string;
  readonly range: TextRange;
  readonly source?: 'flags';
}

/** What smolvm asks of one binding, in its order (values 7). */
const STEPS = [
  'name',
  'variable',
  'name-again',
  'variable-again',
  'header',
  'no-hosts',
  'host',
  'no-methods',
  'method',
  'injection',
] as const;

/**
 * Where in its check of all bindings smolvm comes to a step of one: first it looks for a variable in each, then at one
 * after the other, then at what two of them do to each other.
 *
 * @param within how many hosts or methods come before; of one host, whether it can be reached is asked last.
 */
export function rankOfBinding(
  { index }: Pick<Binding, 'index'>,
  step: (typeof STEPS)[number] | 'no-variable' | 'same-header',
  within = 0,
): Rank {
  if (step === 'no-variable') return [0, index];
  if (step === 'same-header') return [2, index];
  return [1, index, STEPS.indexOf(step), within];
}

/** One credential of the merged list, as far as it can be read. */
export interface Binding {
  /** Its place in the list. */
  readonly index: number;
  /** The whole of it; of the file, its header. */
  readonly place: Pick<RelatedPlace, 'range' | 'source'>;
  readonly name: BindingText | undefined;
  readonly variable: BindingText | undefined;
  /** Whether it has none, where the parser lets that pass. */
  readonly lacksVariable: boolean;
  readonly header: BindingText | undefined;
  /** Undefined where there is no list. */
  readonly hosts: readonly BindingText[] | undefined;
  readonly hostsPlace: Pick<RelatedPlace, 'range' | 'source'>;
  /** Undefined where all are allowed. */
  readonly methods: readonly BindingText[] | undefined;
  readonly methodsPlace: Pick<RelatedPlace, 'range' | 'source'>;
  /** Whether the value is put anywhere at all. */
  readonly isInjected: boolean;
  readonly injectionPlace: Pick<RelatedPlace, 'range' | 'source'>;
}

/** The bindings of the file, then those of the flags that can be read (values 7). */
export function bindingsOf(context: RuleContext): readonly Binding[] {
  return context.once(bindingsOf, () =>
    (context.merged('network.credentials').winners ?? [])
      .flatMap((given) => (given.use ? ofFlag(given, context) : ofFile(given, context)) ?? [])
      .map((binding, index) => ({ ...binding, index })),
  );
}

function ofFlag(given: GivenValue, { release }: RuleContext): Omit<Binding, 'index'> | undefined {
  const parsed = parseBindingFlag(String(given.value), release);
  if (!parsed.ok) return undefined;
  const place = at(given);
  const text = (value: string): BindingText => ({ value, ...place });
  const { name, variable, hosts, header } = parsed.value;
  return {
    place,
    name: text(name),
    variable: text(variable),
    lacksVariable: false,
    header: header === undefined ? undefined : text(header),
    hosts: hosts.map(text),
    hostsPlace: place,
    methods: undefined,
    methodsPlace: place,
    isInjected: true,
    injectionPlace: place,
  };
}

function ofFile({ setting }: GivenValue, { settings }: RuleContext): Omit<Binding, 'index'> | undefined {
  if (!setting || (setting.value.type !== 'table' && setting.value.type !== 'array')) return undefined;
  const { path, range, schema } = setting;
  const isWanted = schema.required?.includes('environment_variable') ?? false;
  const placeOf = (key: string): { range: TextRange } => ({
    range: settings.get(`${path}.${key}`)?.range ?? range,
  });
  const isOn = (key: string): boolean | undefined =>
    settings.boolean(`${path}.injection_location.${key}`)?.value;
  return {
    place: { range },
    name: settings.string(`${path}.name`),
    variable: settings.string(`${path}.environment_variable`),
    lacksVariable: !isWanted && !settings.has(`${path}.environment_variable`),
    header: settings.string(`${path}.set_header`),
    hosts: settings.strings(`${path}.allowed_hosts`),
    hostsPlace: placeOf('allowed_hosts'),
    methods: settings.strings(`${path}.methods`),
    methodsPlace: placeOf('methods'),
    isInjected: (isOn('header') ?? true) || (isOn('body') ?? false),
    injectionPlace: placeOf('injection_location'),
  };
}
