import { fold } from '#app/platform/text.ts'

/** Between the rows of a header that was joined. */
export const headerJoint = ' / '

/** A header as it is compared: folded, without spaces and signs. */
export const headerKey = (header: string) => fold(header).replace(/[\s_\-./\\()[\]{}:：*＊・、,'"?？]+/g, '')
