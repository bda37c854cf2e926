// Prints how many tests passed and failed, from a report of vitest's JSON reporter.
const { readFileSync } = require('node:fs');

const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const failedToLoad = (file) =>
  file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed');
console.log(numPassedTests, numFailedTests + testResults.filter(failedToLoad).length);
