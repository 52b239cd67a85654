/** Why a text was not edited at all: a sentence for the user. The text stays as it was. */

/** Thrown by `editText` where no text could be proven to read as meant. */
export class EditRefused extends Error {
  override readonly name = 'EditRefused'
}
