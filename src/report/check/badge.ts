/** The badge as data for services that draw it: the endpoint format of shields. */
import type { CheckReport } from '../../types/check-report.ts'
import { stringifySafely } from '../stringify-safely.ts'
import { type BadgeText, badgeText } from './badge-text.ts'

export const badgeColors: Readonly<Record<BadgeText['state'], string>> = {
  passed: '#2e7d32',
  failed: '#c62828',
  neutral: '#1565c0',
}

export function renderBadge(report: CheckReport): string {
  const { label, message, state } = badgeText(report)
  return stringifySafely({ schemaVersion: 1, label, message, color: badgeColors[state] })
}
