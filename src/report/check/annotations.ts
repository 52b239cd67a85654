/** What a pull request should show on its lines: what fails the check, what is wrong with files, what got worse. */
import type { CheckReport, FileCheck } from '../../types/check-report.ts'
import type { Location } from '../../types/location.ts'
import { allFindings, distinctFiles, type FileFinding, isSettled } from './all-findings.ts'
import type { CheckReportOptions } from './check-report-options.ts'
import { cut } from './cut.ts'
import { gateName } from './gate-names.ts'
import { repositoryPath } from './repository-path.ts'

export interface Annotation {
  readonly kind: 'error' | 'warning' | 'notice'
  readonly path: string
  readonly location: Location | null
  readonly title: string
  /** Each line of it on one line of its own. */
  readonly message: string
}

/** Worst first within each kind. What stood there before and fails nothing is left out, as nobody changed it. */
export function annotationsOf(report: CheckReport, options: CheckReportOptions): Annotation[] {
  const path = (file: string) => repositoryPath(file, options)
  const compared = report.base.kind !== 'none'
  const { name, gone = [], goneFails } = report.base
  return [
    ...gone.map((file) =>
      annotation(
        goneFails ? 'error' : 'warning',
        path(file),
        null,
        'Description gone',
        `It was a practice description in ${name} and is none here`,
      ),
    ),
    ...distinctFiles(report, options).flatMap((check) => [
      ...fileAnnotations(check, path),
      ...gateAnnotations(check, path),
    ]),
    ...allFindings(report, options)
      .filter((checked) => checked.fails || (!isSettled(checked) && (!compared || gotWorse(checked))))
      .map((checked) => findingAnnotation(checked, path)),
  ]
}

function gotWorse({ standing }: FileFinding): boolean {
  return standing === 'new' || standing === 'worse'
}

function fileAnnotations(
  { file, status, message, diagnostics, gates }: FileCheck,
  path: (file: string) => string,
): Annotation[] {
  // A waiver that has expired fails a gate, which says the same on the same line.
  const said = new Set(gates.filter(({ passed }) => !passed).map(({ text }) => text))
  return [
    ...(status === 'unreadable'
      ? [annotation('error', path(file), null, 'File cannot be read', message ?? 'It cannot be read')]
      : []),
    ...diagnostics
      .filter(({ message: text }) => !said.has(text))
      .map(({ severity, code, message: text, hint, location }) =>
        annotation(
          severity,
          path(location?.file ?? file),
          location ?? null,
          code,
          ...(hint === undefined ? [text] : [text, hint]),
        ),
      ),
  ]
}

/** Gates that fail because of findings are seen there; the others have no line but their own. */
function gateAnnotations({ file, gates }: FileCheck, path: (file: string) => string): Annotation[] {
  return gates
    .filter(({ passed, findings }) => !passed && findings.length === 0)
    .map((gate) => {
      const { text, location } = gate
      const title = `Gate on ${gateName(gate)} not met`
      return annotation('error', path(location?.file ?? file), location, title, text)
    })
}

function findingAnnotation(
  { finding, file, fails, standing, level, before }: FileFinding,
  path: (file: string) => string,
): Annotation {
  const { severity, title, message, check, location, rule } = finding
  const kind = fails ? 'error' : severity === 'low' ? 'notice' : 'warning'
  const moved =
    standing === 'worse' && before !== null && level !== null ? ` (from level ${before} to ${level})` : ''
  return annotation(
    kind,
    path(location?.file ?? file),
    location,
    `${title} (${severity}${standing === null ? '' : `, ${standing}`})`,
    `${message || title}${moved}`,
    `How to check: ${check}`,
    `Rule: ${rule}`,
  )
}

function annotation(
  kind: Annotation['kind'],
  path: string,
  location: Location | null,
  title: string,
  ...lines: readonly string[]
): Annotation {
  return {
    kind,
    path,
    location,
    title: cut(title, 200),
    message: lines.map((line) => cut(line, 1000)).join('\n'),
  }
}
