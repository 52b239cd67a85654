/** Why a piece of evidence does not count, in words that can follow "because" or "and". */
import type { PieceState } from '../types/description.ts'

export const pieceProblems: Readonly<Record<PieceState, string>> = {
  fine: 'nothing is wrong with it',
  missing: 'there is no such file',
  'wrong-case': 'the name of the file there differs in capital letters',
  outside: 'a link leads out of the folder it has to lie in',
  'not-regular': 'what is there is a folder, a device or a pipe and no file',
  empty: 'the file is empty',
  unreadable: 'the file cannot be read here, or is too large to compare',
  changed: 'the file is not the one whose digest was written down',
  'too-old': 'it is too old',
  'dated-later': 'it is dated after the day of the assessment',
  'committed-later': 'it was last committed after the day of the assessment',
}
