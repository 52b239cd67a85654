/** Finds the place of an answer in the file, if the file has one. */
import { type DocumentNode, nodeAt, type Path } from '../types/document.ts'
import { type Location, locatePath } from '../types/location.ts'

/**
 * `undefined` where the file does not speak about it at all: a path into a practice or an item that is there leads at
 * least to that practice or item (its second step), never to the heading over all of them.
 */
export function locateAnswer(root: DocumentNode, path: Path): Location | undefined {
  return nodeAt(root, path.slice(0, 2)) && locatePath(root, path)
}
