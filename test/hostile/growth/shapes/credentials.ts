import { counted, inElement, inElements, repeated, type Shape } from './shape.ts';

/** What nearly looks like a credential, again and again. */
const NEARLY: Readonly<Record<string, string>> = {
  'tokens of JSON': '-eyJ',
  'tokens of JSON and more': '-eyJaaaaaaaa',
  'tokens of JSON with dots': 'eyJaaaaaaaa.bbbbbb.',
  addresses: 'postgres://u:p',
  'addresses in addresses': 'a://b:c@',
  'at signs after an address': 'https://u:p@@',
  'headers of private keys': '-----BEGIN PRIVATE KEY-----',
  'short private keys': '-----BEGIN PRIVATE KEY-----a-----END',
  'flags with passwords': ' --password x',
  'flags of programs': 'mysql -u root ',
  'programs without flags': 'docker login ',
  headers: ' -H "X-Api-Key: ',
  schemes: 'Authorization: Bearer ',
  assignments: 'PASSWORD=',
  'names without value': 'password ',
  'quoted names': '\\"token\\": ',
  'hexadecimal words': '0123456789abcdef',
  'words of Base64': 'Zm9vYmFyYmF6cXV4',
  'names of tokens': 'ghp_',
  'dots and tildes': 'aaa8Q~.',
  'signatures of addresses': '?sig=a&',
  variables: '${A:-$',
  'white space': 'token \t ',
  'users with colons': '-u a:b:',
};

const shapes: Readonly<Record<string, Shape>> = {
  ...Object.fromEntries(Object.entries(NEARLY).map(([name, piece]) => [name, inElement('init', piece)])),
  'credentials in variables': inElements('env', (index) => `TOKEN${index}=ghp_${'a'.repeat(30)}${index}`),
  'credentials on one damaged line': (length) => repeated('postgres://app:S3cretPw9@db:5432/app ', length),
  'credentials in comments': (length) => repeated('# password=S3cretPw9\n', length),
  'secrets with an address for a name': (length) =>
    counted((index) => `[secrets.A${index}]\nfrom_env = "postgres://u:pw@db${index}"\n`, length),
  'volumes with keys': inElements('volumes', (index) => `:s3,secret_access_key=S3cret${index}:b:/d${index}`),
};
export default shapes;
