import { counted, inElement, inElements, repeated, type Shape } from './shape.ts';

const shapes: Readonly<Record<string, Shape>> = {
  ports: inElements('ports', (index) => `${(index % 60_000) + 1}:80`),
  'the same port': inElements('ports', () => '80:80'),
  'a port of digits': inElement('ports', '8'),
  'ranges of ports': inElements('ports', () => '1000-2000:1000-2000'),
  volumes: inElements('volumes', (index) => `./a${index}:/b${index}`),
  'the same volume': inElements('volumes', () => './a:/b'),
  'a volume of colons': inElement('volumes', ':'),
  'volumes below each other': inElements('volumes', (index) => `./a:/b${'/c'.repeat(index % 40)}`),
  variables: inElements('env', (index) => `A${index}=1`),
  'the same variable': inElements('env', () => 'A=1'),
  'a variable of equals': inElement('env', '='),
  hosts: (length) => `[network]\n${inElements('allow_hosts', (index) => `h${index}.example.com`)(length)}`,
  'patterns of hosts': (length) =>
    `[network]\n${inElements('allow_host_patterns', (index) => `*.h${index}.example.com`)(length)}`,
  'ranges of addresses': (length) =>
    `[network]\n${inElements('deny_cidrs', (index) => `10.${index % 256}.0.0/16`)(length)}`,
  'hosts that init needs': (length) =>
    `${inElements('init', (index) => `curl https://h${index}.example.com/`)(length / 2)}[network]\n${inElements('allow_hosts', (index) => `g${index}.example.com`)(length / 2)}`,
  'words of a command': inElements('cmd', () => '-eA'),
  secrets: (length) => counted((index) => `[secrets.A${index}]\nfrom_env = "B"\n`, length),
  'secrets that win over variables': (length) =>
    `${counted((index) => `[secrets.A${index}]\nfrom_env = "B"\n`, length / 2)}[dev]\n${inElements('env', (index) => `A${index}=1`)(length / 2)}`,
  'credentials by name': (length) =>
    counted((index) => `[[network.credentials]]\nname = "a${index}"\nhosts = ["a.b"]\n`, length),
  'findings on one line': (length) =>
    `env = ["A=${repeated('x', length / 2)}"${repeated(', "B"', length / 2)}]\n`,
  'wrong types on one line': (length) => `env = [${repeated('5, ', length)}]\n`,
};
export default shapes;
