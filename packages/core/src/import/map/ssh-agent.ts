import type { Item, Plan } from '../plan.ts';

/** Where tools of the host find its SSH agent. */
const VARIABLE = 'SSH_AUTH_SOCK';

/** Sockets of agents by where they lie: of Docker Desktop, OpenSSH, GNOME, GnuPG and systemd. */
const SOCKET =
  /(?:^|\/)(?:ssh-auth\.sock|ssh-\w+\/agent\.\d+|keyring\/\.?ssh|S\.gpg-agent\.ssh|(?:open)?ssh[-_]agent(?:\.sock(?:et)?)?)$/;

/** Whether a mount shows the SSH agent of the host, by its source or by the variable that stands for it. */
export function isSshAgent({ place: { file, range } }: Item, source: string): boolean {
  return SOCKET.test(source) || file.text.slice(range.start, range.end).includes(VARIABLE);
}

/** The SSH agent of the host instead of a mount of its socket. */
export function mapSshAgent(plan: Plan, item: Item): void {
  plan.put(item, 'auth.ssh_agent', true, {
    changed: `smolvm mounts no sockets, and hands the agent of the host on by itself; ${VARIABLE} must be set when the machine starts.`,
  });
}

/** Inside a machine that has the host's agent, smolvm itself says where its socket is. */
export function mapAgentVariable(plan: Plan, item: Item, name: string, path: string): void {
  if (name !== VARIABLE) return;
  plan.last.push(() => {
    const at = plan.lines.findIndex(({ place, to }) => place === item.place && to === path);
    if (at < 0 || !plan.keys.has('auth.ssh_agent')) return;
    plan.forget(path, name);
    const { to: _, ...line } = plan.lines[at]!;
    const why = `Where the socket of the agent is, smolvm says itself.`;
    plan.lines[at] = { ...line, kind: 'changed', why };
  });
}
