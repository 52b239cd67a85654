/**
 * Systems that run builds execute commands they find in a log. Texts of a description or a pack must never be taken for one, so the
 * first character of what looks like a command is written as an escape.
 */
export interface LogCommand {
  readonly systems: string
  /** Matches where a command begins. */
  readonly begins: RegExp
  readonly example: string
}

/** At the start of a line, blanks aside. Annotations of ours are such lines. */
export const workflowCommand: LogCommand = {
  systems: 'GitHub Actions, Gitea Actions, Forgejo Actions',
  begins: /(?<=^[^\S\n\r]*):(?=:)/gm,
  example: '::add-mask::x',
}

export const logCommands: readonly LogCommand[] = [
  {
    systems: 'GitHub Actions, Azure Pipelines, TeamCity, Octopus Deploy',
    begins: /#(?=#[\w.-]*\[)/g,
    example: '##vso[task.setvariable variable=x]y',
  },
  {
    systems: 'GitLab CI',
    begins: /s(?=ection_(?:start|end):\d)/gi,
    example: 'section_start:1560896352:name[collapsed=true]',
  },
  { systems: 'Travis CI', begins: /t(?=ravis_(?:fold|time):)/gi, example: 'travis_fold:start:name' },
  {
    systems: 'Buildkite',
    begins: /(?<=^)(?:-(?=-- \S)|\+(?=\+\+ \S)|~(?=~~ \S)|\^(?=\^\^ \+\+\+))/gm,
    example: '--- A group',
  },
]

/** `text` without any of `commands`; `encode` writes one character in the way the format has for it. */
export function withoutCommands(
  text: string,
  encode: (character: string) => string,
  commands: readonly LogCommand[] = [workflowCommand, ...logCommands],
): string {
  return commands.reduce((rest, { begins }) => rest.replace(begins, encode), text)
}
