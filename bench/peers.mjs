// Other tools on the same file: ajv-cli checks it against our schema, Spectral runs a ruleset of sixty rules over it.
// They are installed to a temporary folder; where that does not work, the benchmark goes on without them.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Cases for the table of whole processes. */
export async function peers(folder, file, root) {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  const wanted = ['ajv-cli@5.0.0', '@stoplight/spectral-cli@6.15.0']
  const cases = []
  // Together: a second install without a manifest would take the first away. Alone, where one of them cannot be had.
  if (!install(folder, wanted)) {
    for (const name of wanted) if (!install(folder, [name])) console.log(`${name} cannot be installed here`)
  }
  const ajv = join(folder, 'node_modules/ajv-cli/dist/index.js')
  if (existsSync(ajv)) {
    const schema = join(folder, 'schema.json')
    const { $id, ...rest } = JSON.parse(readFileSync(join(root, 'schemas/description.schema.json'), 'utf8'))
    writeFileSync(schema, JSON.stringify(rest))
    cases.push({
      name: 'ajv-cli (schema only)',
      argv: [ajv, 'validate', '-s', schema, '-d', file, '--strict=false', '--validate-formats=false'],
    })
  }
  const spectral = join(folder, 'node_modules/@stoplight/spectral-cli/dist/index.js')
  if (existsSync(spectral)) {
    const ruleset = join(folder, 'ruleset.yaml')
    writeFileSync(ruleset, spectralRules(60))
    cases.push({
      name: 'Spectral (60 rules)',
      argv: [spectral, 'lint', file, '--ruleset', ruleset, '--fail-severity', 'off'],
    })
  }
  return cases
}

function install(folder, names) {
  const argv = ['install', '--no-save', '--no-audit', '--no-fund', '--silent', ...names]
  return spawnSync('npm', argv, { cwd: folder, stdio: 'ignore' }).status === 0
}

/** Rules of the kind ours are: a level at least so high, an owner named, evidence there. */
function spectralRules(count) {
  const rule = (index) => [
    `  rule-${index}:`,
    `    given: $.practices[*]`,
    '    severity: warn',
    '    then:',
    ...(index % 3 === 0
      ? ['      field: owner', '      function: truthy']
      : index % 3 === 1
        ? [
            '      field: level',
            '      function: schema',
            `      functionOptions: { schema: { type: integer, minimum: ${index % 4} } }`,
          ]
        : [
            '      field: evidence',
            '      function: length',
            `      functionOptions: { min: ${index % 4} }`,
          ]),
  ]
  return [
    'extends: []',
    'rules:',
    ...Array.from({ length: count }, (_, index) => rule(index)).flat(),
    '',
  ].join('\n')
}
