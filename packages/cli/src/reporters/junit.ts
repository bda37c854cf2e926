import { ruleUrl, type Diagnostic } from '@smolfile/core';
import { reaches, type FileReport, type LintReport } from './report.ts';
import { visible } from './visible.ts';
import { xmlDocument, type XmlElement } from './xml.ts';

/** A test report as Jenkins' schema (junit-10) has it: one suite a file, one case a finding, failed where it fails the check, else skipped. */
export function renderJunit({ files }: LintReport): string {
  const suites = files.map(suite);
  const sum = (name: 'tests' | 'failures'): number =>
    suites.reduce((total, { attributes }) => total + attributes[name], 0);
  const totals = { tests: sum('tests'), failures: sum('failures') };
  return xmlDocument({
    name: 'testsuites',
    attributes: { name: 'smolfile lint', ...totals, errors: 0, time: 0 },
    content: suites,
  });
}

function suite(file: FileReport) {
  const { path, diagnostics, failOn = 'error' } = file;
  const failures = diagnostics.filter(({ severity }) => reaches(severity, failOn)).length;
  const clean: XmlElement = {
    name: 'testcase',
    attributes: { name: 'no findings', classname: path, time: 0 },
  };
  const cases = diagnostics.map((diagnostic) => testCase(diagnostic, file));
  return {
    name: 'testsuite',
    attributes: {
      name: path,
      tests: cases.length || 1,
      failures,
      skipped: diagnostics.length - failures,
      errors: 0,
      time: 0,
    },
    content: cases.length > 0 ? cases : [clean],
  };
}

function testCase(diagnostic: Diagnostic, { path, lines, failOn = 'error' }: FileReport): XmlElement {
  const { code, severity, message, why, help, range } = diagnostic;
  const { line, column } = lines.positionAt(range.start);
  const notes = [
    `${visible(path)}:${line}:${column}: ${severity}[${code}] ${message}`,
    ...(help === undefined ? [] : [`help: ${help}`]),
    ...(why === undefined ? [] : [`why: ${why}`]),
    `see: ${ruleUrl(code)}`,
  ];
  const failed = reaches(severity, failOn);
  return {
    name: 'testcase',
    attributes: { name: `${code} (line ${line}, column ${column})`, classname: path, time: 0 },
    content: [
      {
        name: failed ? 'failure' : 'skipped',
        attributes: failed ? { type: severity, message } : { message: `${severity}: ${message}` },
        ...(failed && { content: notes.join('\n') }),
      },
    ],
  };
}
