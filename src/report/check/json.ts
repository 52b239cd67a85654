/**
 * A check as JSON (`schemas/check.schema.json`): per file what was found and which gates held, with the scores in short.
 * The whole assessment of a file is what `assess --format json` gives.
 */
import type { Assessment } from '../../types/assessment.ts'
import type { CheckedFinding, CheckReport, FileCheck } from '../../types/check-report.ts'
import { withoutFrame } from '../json.ts'
import { stringifySafely } from '../stringify-safely.ts'

export function renderCheckJson({
  schemaVersion,
  tool,
  asOf,
  base,
  relaxed,
  passed,
  files,
}: CheckReport): string {
  const count = (status: FileCheck['status']) => files.filter((file) => file.status === status).length
  return stringifySafely({
    ...{ schemaVersion, tool, asOf, base, relaxed, passed },
    counts: {
      files: files.length,
      passed: count('passed'),
      failed: count('failed'),
      invalid: count('invalid'),
      unreadable: count('unreadable'),
    },
    files: files.map(({ file, status, message, assessment, comparison, gates, findings, ...rest }) => ({
      ...{ file, status, message },
      summary: assessment && summaryOf(assessment),
      comparison,
      gates,
      findings: findings.map(findingOf),
      resolved: rest.resolved,
      weakened: rest.weakened,
      relaxed: rest.relaxed,
      diagnostics: rest.diagnostics.map(withoutFrame),
    })),
  })
}

function summaryOf({ framework, input, organization, evidence, coverage, scores }: Assessment) {
  return {
    framework,
    sha256: input.sha256,
    organization: organization.name,
    evidence,
    coverage: { inScope: coverage.inScope, assessed: coverage.assessed },
    overall: scores.overall,
    principles: scores.principles.map(({ id, score }) => ({ id, score })),
  }
}

function findingOf({ finding, status, level, before, fails, plan }: CheckedFinding) {
  const { id, rule, category, element, severity, confidence, title, message, waived, planned, location } =
    finding
  return {
    ...{ id, rule, category, element, severity, confidence, title, message, waived, planned },
    ...{ status, level, before, fails, plan, location },
  }
}
