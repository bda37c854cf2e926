import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * Reads machine records out of smolvm's database. Newer releases leave it with a write-ahead log, which SQLite alone
 * can read, and Node 20 has no SQLite: one Python process answers for all cases, in about a millisecond each.
 */
const READER = `
import json, sqlite3, sys
for line in sys.stdin:
    try:
        db = sqlite3.connect(json.loads(line))
        rows = dict(db.execute("select name, data from vms").fetchall())
        db.close()
        answer = rows.get("vm") or next(iter(rows.values()), "")
        print(json.dumps(json.loads(answer)) if answer else "", flush=True)
    except Exception as error:
        print("!" + str(error).replace("\\n", " "), flush=True)
`;

type Waiting = (line: string) => void;

let reader: ChildProcess | undefined;
const waiting: Waiting[] = [];

function start(): ChildProcess {
  const child = spawn('python3', ['-S', '-E', '-c', READER], { stdio: ['pipe', 'pipe', 'inherit'] });
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(line));
  child.on('exit', () => {
    reader = undefined;
    for (const answer of waiting.splice(0)) answer('!the reader of records ended');
  });
  // what waits for nothing else may end
  child.unref();
  (child.stdin as unknown as { unref(): void }).unref();
  (child.stdout as unknown as { unref(): void }).unref();
  return child;
}

/**
 * The record of the machine `vm` in a database, else of the only one.
 *
 * @returns JSON text, empty where there is none.
 * @throws where the file cannot be read.
 */
export async function readRecord(database: string): Promise<string> {
  reader ??= start();
  const { stdin, stdout } = reader;
  const asked = new Promise<string>((resolve) => {
    waiting.push(resolve);
    (stdout as unknown as { ref(): void }).ref();
  });
  stdin!.write(`${JSON.stringify(database)}\n`);
  const line = await asked;
  if (waiting.length === 0) (stdout as unknown as { unref(): void }).unref();
  if (line.startsWith('!')) throw new Error(`${database}: ${line.slice(1)}`);
  return line;
}
