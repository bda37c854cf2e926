import { formatIp, parseIpv4 } from './ip.ts';
import { accepted, refused, shown, suggest, type Parsed } from './result.ts';
import { withoutWhitespace } from './rust.ts';

/** `--dns IP`, from 1.2.5 on: one IPv4 address (facts 3.4). The value is the address as Rust prints it. */
export function parseDnsServer(spec: string): Parsed<string> {
  const address = parseIpv4(spec);
  if (address !== undefined) return accepted(formatIp(address));
  const dense = withoutWhitespace(spec);
  return refused({
    reason: 'not-ipv4',
    message: `${shown(spec)} is no IPv4 address`,
    help: 'Write one IPv4 address, for example `1.1.1.1`.',
    from: 0,
    to: spec.length,
    smolvm: 'invalid IPv4 address syntax',
    ...suggest(parseIpv4(dense) && dense, true),
  });
}
