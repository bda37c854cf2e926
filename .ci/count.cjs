// Prints how many tests passed and failed, from a report of vitest's JSON reporter; a second file is given the names of
// those that failed, a line each.
const { appendFileSync, readFileSync } = require('node:fs');
const path = require('node:path');

const [report, failures] = process.argv.slice(2);
const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
const failedTests = ({ assertionResults }) => assertionResults.filter(({ status }) => status === 'failed');
const notLoaded = testResults.filter((file) => file.status === 'failed' && failedTests(file).length === 0);
const names = [
  ...notLoaded.map((file) => ({ ...file, fullName: 'was not loaded', why: file.message })),
  ...testResults.flatMap((file) =>
    failedTests(file).map((test) => ({ ...file, ...test, why: test.failureMessages[0] })),
  ),
].map(({ name, fullName, why = '' }) => `${path.relative('', name)} > ${fullName}: ${why.split('\n', 1)[0]}`);
appendFileSync(failures, names.map((name) => `${name.slice(0, 500)}\n`).join(''));
console.log(numPassedTests, numFailedTests + notLoaded.length);
