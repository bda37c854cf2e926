import type { CommandSpec } from '../arguments/spec.ts';
import { argumentsOf, brief, flagsAfterDashes, optionsOf, valuesOf, type Candidates } from './words.ts';

/** The completion of PowerShell 5.1 and newer: a table of words, and one function that reads it. */
export function powershellCompletion(commands: readonly CommandSpec[]): string {
  const table = commands.map((command) => {
    const options = optionsOf(command).map(
      (option) =>
        `      ${quoted(`--${option.name}`)} = @(${quoted(brief(option.help))}, ${option.value === undefined || option.optionalValue ? '$null' : list(valuesOf(option))})`,
    );
    return [
      `  ${quoted(command.name)} = @{`,
      `    Summary = ${quoted(command.summary)}`,
      `    Arguments = ${list(argumentsOf(command))}`,
      `    TakesRest = ${command.takesRest ? '$true' : '$false'}`,
      `    SmolvmFlags = ${command.restCompletes ? '$true' : '$false'}`,
      '    Options = [ordered]@{',
      ...options,
      '    }',
      '  }',
    ].join('\n');
  });
  const flags = Object.entries(flagsAfterDashes()).map(
    ([name, words]) => `  ${quoted(name)} = ${list({ words })}`,
  );
  return `# PowerShell completion of smolfile. In $PROFILE: smolfile completions powershell | Out-String | Invoke-Expression

$SmolfileCommands = [ordered]@{
${table.join('\n')}
}

$SmolvmFlags = @{
${flags.join('\n')}
}

Register-ArgumentCompleter -Native -CommandName smolfile -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  $offer = {
    param($candidates)
    $candidates | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
      [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
  }
  $name = $words | Where-Object { -not $_.StartsWith('-') } | Select-Object -First 1
  if (-not $name -or $name -eq 'help') { & $offer (@($SmolfileCommands.Keys) + 'help'); return }
  $command = $SmolfileCommands[$name]
  if (-not $command) { return }
  if ($command.TakesRest -and $words -contains '--') {
    $at = [array]::IndexOf($words, '--for')
    $for = if ($at -ge 0 -and $at + 1 -lt $words.Count) { $words[$at + 1] } else { 'create' }
    foreach ($word in $words) { if ($word -like '--for=*') { $for = $word.Substring(6) } }
    if ($command.SmolvmFlags -and $SmolvmFlags.Contains($for)) { & $offer $SmolvmFlags[$for] }
    return
  }
  if ($words.Count -gt 0) {
    $option = $command.Options[$words[-1]]
    if ($option -and $null -ne $option[1]) { & $offer $option[1]; return }
  }
  if ($wordToComplete.StartsWith('-')) {
    foreach ($each in $command.Options.GetEnumerator()) {
      if ($each.Key -like "$wordToComplete*") {
        [System.Management.Automation.CompletionResult]::new($each.Key, $each.Key, 'ParameterName', $each.Value[0])
      }
    }
    return
  }
  & $offer $command.Arguments
}
`;
}

/** Of files PowerShell knows by itself, where nothing is offered. */
function list(candidates: Candidates): string {
  const words = typeof candidates === 'string' ? [] : candidates.words;
  return `@(${words.map(quoted).join(', ')})`;
}

/** Quotes of any kind end a string of PowerShell, typographic ones too. */
function quoted(text: string): string {
  return `'${text.replaceAll(/['\u2018\u2019\u201A\u201B]/g, '$&$&')}'`;
}
